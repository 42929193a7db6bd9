import { hours, later } from '#server/core/clock.ts'
import type { Desk } from '#server/core/verb.ts'

/** They end within a minute; who looked stays on record. */
export async function forgetTrials({ db, clock }: Pick<Desk, 'db' | 'clock'>): Promise<void> {
  const before = later(clock.now(), -hours)
  await db.deleteFrom('source_trial').where('tried_at', '<', before).execute()
}
