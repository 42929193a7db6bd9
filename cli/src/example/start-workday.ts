import { demoSignIns } from '@firstline/server/team/demo-sign-ins'
import type { Config } from '@firstline/server/core/config'
import type { Progress } from '../progress.ts'
import { readState, writeState } from './state.ts'
import { playWorkday } from './workday/play-workday.ts'

/**
 * Plays a day once, beside whatever goes on: a start that was stopped in the middle of it does not
 * begin it again, as half of it would be there twice.
 */
export function startWorkday(
  config: Config,
  acmeUrl: string,
  { say }: Pick<Progress, 'say'>,
): { stop(): Promise<void> } {
  const state = readState(config.home)
  if (state.workday || !state.adminToken) return { stop: async () => {} }
  const { adminToken } = state
  writeState(config.home, { ...state, workday: { state: 'begun' } })
  const stopping = new AbortController()
  const place = {
    deskUrl: `http://127.0.0.1:${config.port}`,
    publicUrl: config.publicUrl,
    acmeUrl,
    adminToken,
    signIns: demoSignIns,
    stopping: stopping.signal,
  }
  const playing = playWorkday(place).then(
    (failures) => {
      if (stopping.signal.aborted) return
      writeState(config.home, { ...readState(config.home), workday: { state: 'played', failures } })
      for (const failure of failures) say(`A story of the example did not come about: ${failure}`)
    },
    (error: unknown) => {
      if (!stopping.signal.aborted) say(`The example's day was not played: ${String(error)}`)
    },
  )
  return {
    async stop() {
      stopping.abort(new Error('The desk is stopping'))
      await playing
    },
  }
}
