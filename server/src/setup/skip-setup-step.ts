import { setupRoutes } from '@firstline/contract/setup'
import { dropSetting, keepSetting } from '#server/core/settings.ts'
import { defineVerb } from '#server/core/verb.ts'
import { keys } from './kept.ts'

export const skipSetupStep = defineVerb({
  permission: 'admin:manage',
  input: setupRoutes.skipSetupStep.params,
  async run({ tx, clock }, { step }) {
    await keepSetting(tx, keys.skipped(step), { at: clock.now().toISOString() })
    return { result: {}, events: [{ name: 'setup.step_skipped', data: { step } }] }
  },
})

export const resumeSetupStep = defineVerb({
  permission: 'admin:manage',
  input: setupRoutes.resumeSetupStep.params,
  async run({ tx }, { step }) {
    await dropSetting(tx, keys.skipped(step))
    return { result: {}, events: [{ name: 'setup.step_resumed', data: { step } }] }
  },
})
