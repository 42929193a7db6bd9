import type { Actor } from '#server/core/actor.ts'
import type { Desk } from '#server/core/verb.ts'
import { recordInterruption } from './record-outcome.ts'

/** Runs that were being called when a backup was made: what became of them is not known. @returns how many */
export async function interruptRuns(desk: Desk, actor: Actor): Promise<number> {
  const runs = await desk.db
    .selectFrom('action_run')
    .selectAll()
    // the next step of a chain would be sent anew
    .where((where) =>
      where.or([
        where('state', '=', 'intended'),
        where.and([where('state', '=', 'verifying'), where('step', '>', 0)]),
      ]),
    )
    .orderBy('id')
    .execute()
  for (const run of runs) await recordInterruption(desk, actor, { run, isRestored: true })
  return runs.length
}
