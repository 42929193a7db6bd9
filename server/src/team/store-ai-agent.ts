import type { Insertable, Transaction, Updateable } from 'kysely'
import type { AiAgent, DB } from '#server/database/db-types.ts'

/** @returns its id */
export async function addAiAgent(tx: Transaction<DB>, row: Insertable<AiAgent>): Promise<string> {
  const { id } = await tx
    .insertInto('ai_agent')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** What is undefined stays as it is. @returns undefined: there is none */
export async function limitAiAgent(
  tx: Transaction<DB>,
  id: string,
  limits: Pick<
    Updateable<AiAgent>,
    'tools' | 'lines' | 'types' | 'waits_for_person' | 'calls_per_minute' | 'actions_per_hour'
  >,
): Promise<{ name: string } | undefined> {
  return tx
    .updateTable('ai_agent')
    .set((column) => ({ id: column.ref('id'), ...limits }))
    .where('id', '=', id)
    .returning('name')
    .executeTakeFirst()
}

/** Somebody else answers for it; one that slept is awake. */
export async function passOnAiAgent(
  tx: Transaction<DB>,
  id: string,
  ownerId: string,
): Promise<void> {
  await tx
    .updateTable('ai_agent')
    .set({ owner_id: ownerId, asleep_at: null })
    .where('id', '=', id)
    .execute()
}

/** Twice is once: the first time stays. */
export async function endAiAgent(tx: Transaction<DB>, id: string, now: Date): Promise<void> {
  await tx
    .updateTable('ai_agent')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute()
}
