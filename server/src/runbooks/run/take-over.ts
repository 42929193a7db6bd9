import type { Transaction } from 'kysely'
import { actorRef } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import type { DB } from '#server/database/db-types.ts'
import type { NewEvent } from '#server/core/events.ts'
import { runTakenOver } from '#server/runbooks/events.ts'
import type { Run } from './runs.ts'

/** Whoever goes on with a run follows it from then on; the record says from whom it was taken. */
export async function takeOver(
  tx: Transaction<DB>,
  run: Run,
  actor: Actor,
): Promise<{ run: Run; taken: NewEvent[] }> {
  const handledBy = actorRef(actor)
  const { kind, id } = run.handledBy
  if (kind === handledBy.kind && id === handledBy.id) return { run, taken: [] }
  await tx
    .updateTable('runbook_run')
    .set({ handled_by: JSON.stringify(handledBy) })
    .where('id', '=', run.id)
    .execute()
  return { run: { ...run, handledBy }, taken: [runTakenOver(run, run.handledBy)] }
}
