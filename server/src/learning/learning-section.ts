import { described, maybe } from '@firstline/contract/formats/form'
import { secretRef } from '@firstline/contract/formats/values'
import { z } from 'zod'

type LearningSettings = {
  /** Shift hours of one person a week, by line. */
  weeklyHours: { l1: number; l2: number; l3: number }
  /** Where named wins are told: `env:` or `file:`. */
  chatWebhook: string | null
}

declare module '#server/project/project.ts' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface is added to
  interface Project {
    learning: LearningSettings
  }
}

const hours = (line: string) =>
  maybe(z.number().gt(0).max(80), `Hours a week of one person of the ${line} line.`)

/** The section `learning`. */
export const learningForm = described(
  z.strictObject({
    weekly_hours: z
      .strictObject({ l1: hours('first'), l2: hours('second'), l3: hours('third') })
      .meta({
        order: ['additionalProperties', 'description', 'properties'],
        must: 'Shift hours of one person a week, by line; 40 where nothing is said',
      })
      .exactOptional(),
    chat_webhook: maybe(
      secretRef,
      'Where named wins are told (Slack-compatible): env:NAME or file:/path',
    ),
  }),
  'How the team learns.',
)

export function compileLearning(said: z.infer<typeof learningForm> = {}): LearningSettings {
  return {
    weeklyHours: { l1: 40, l2: 40, l3: 40, ...said.weekly_hours },
    chatWebhook: said.chat_webhook ?? null,
  }
}
