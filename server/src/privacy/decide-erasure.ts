import type { Transaction } from 'kysely'
import { actorRef } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import { Conflict } from '#server/core/errors.ts'
import type { DB } from '#server/database/db-types.ts'

/** Two may decide at once: one does. */
export async function decideErasure(
  tx: Transaction<DB>,
  id: string,
  state: 'erasing' | 'refused',
  actor: Actor,
  now: Date,
): Promise<void> {
  const decided = await tx
    .updateTable('contact_erasure')
    .set({ state, decided_by: JSON.stringify(actorRef(actor)), decided_at: now })
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .returning('id')
    .executeTakeFirst()
  if (!decided) throw new Conflict('erasure.decided', 'This erasure is decided already')
}
