import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import { erasedWords } from '#server/accounts/strike-words.ts'
import type { DB } from '#server/database/db-types.ts'
import { nothingLeft } from './erase-words.ts'

/**
 * Of some tickets that are done and on which nobody has written since, all words, in the caller's transaction.
 * @returns the tickets, and how many messages; fewer tickets than the limit: there are no more
 */
export async function emptyOldTickets(
  tx: Transaction<DB>,
  before: Date,
  now: Date,
  limit: number,
): Promise<{ tickets: string[]; messages: number }> {
  const { rows } = await sql<{ id: string }>`
    select id from ticket
    where state in ('resolved', 'void') and (words_gone_at is null or words_gone_at < updated_at)
      and updated_at < ${before}
    order by updated_at limit ${limit} for update skip locked`.execute(tx)
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return { tickets: [], messages: 0 }
  await tx
    .deleteFrom('learned_phrase')
    .where('message_id', 'in', (those) =>
      those.selectFrom('message').select('id').where('ticket_id', 'in', ids),
    )
    .execute()
  const { numUpdatedRows } = await tx
    .updateTable('message')
    .set(nothingLeft)
    .where('ticket_id', 'in', ids)
    .executeTakeFirstOrThrow()
  const resolutions = tx.selectFrom('resolution').select('id').where('ticket_id', 'in', ids)
  await tx
    .updateTable('rating')
    .set({ comment: null })
    .where('resolution_id', 'in', resolutions)
    .execute()
  await tx
    .updateTable('resolution')
    .set({ summary: erasedWords })
    .where('ticket_id', 'in', ids)
    .execute()
  await tx
    .updateTable('ticket')
    .set({ subject: erasedWords, preview: erasedWords, words_gone_at: now })
    .where('id', 'in', ids)
    .execute()
  return { tickets: ids, messages: Number(numUpdatedRows) }
}
