import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import { NotFound } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import type { DB } from '#server/database/db-types.ts'

/**
 * Whoever answers the ticket is offered this one first. Nothing is sent.
 * @throws NotFound `saved-reply.not-found`
 */
export async function offerReply(
  tx: Transaction<DB>,
  ticketId: string,
  title: string,
): Promise<void> {
  const reply = await tx
    .selectFrom('saved_reply')
    .select('id')
    .where(sql<boolean>`lower(title) = lower(${title})`)
    .where('archived_at', 'is', null)
    .orderBy('changed_at', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (!reply) {
    throw new NotFound('saved-reply.not-found', sentence`There is no saved reply “${title}”`)
  }
  await tx
    .updateTable('ticket')
    .set({ offered_reply_id: reply.id })
    .where('id', '=', ticketId)
    .execute()
}
