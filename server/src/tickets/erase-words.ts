import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import { erasedWords, standingIn, struck } from '#server/accounts/strike-words.ts'
import type { ErasedContact } from '#server/accounts/strike-words.ts'
import type { DB } from '#server/database/db-types.ts'

/** Everything that was written by them, or is kept of how it came. */
export const nothingLeft = {
  text: erasedWords,
  quoted_text: null,
  html: null,
  attachments: '[]',
  parties: null,
  outside_author: null,
  message_id: null,
  in_reply_to: null,
  sender_proof: null,
  delivery_error: null,
  warnings: [],
}

/**
 * Of some tickets of theirs, in the caller's transaction. What others wrote in them stays, without what it
 * quotes, their name and their address. The search follows by itself.
 */
export async function eraseTickets(
  tx: Transaction<DB>,
  who: ErasedContact,
  tickets: readonly string[],
): Promise<void> {
  const ids = [...tickets]
  await tx.deleteFrom('draft').where('ticket_id', 'in', ids).execute()
  await tx
    .deleteFrom('learned_phrase')
    .where('message_id', 'in', (those) =>
      those
        .selectFrom('message')
        .select('id')
        .where('ticket_id', 'in', ids)
        .where('contact_id', '=', who.contactId),
    )
    .execute()
  await tx
    .updateTable('message')
    .set(nothingLeft)
    .where('ticket_id', 'in', ids)
    .where('contact_id', '=', who.contactId)
    .execute()
  await sql`
    update message set
      text = ${struck(who, 'text')},
      html = ${struck(who, 'html')},
      parties = ${standingIn(who, 'parties')},
      delivery_error = ${struck(who, 'delivery_error')},
      outside_author = ${struck(who, 'outside_author')},
      quoted_text = null,
      -- the id that their program gave to their mail
      in_reply_to = null
    where ticket_id = any (${ids}::uuid[]) and contact_id is distinct from ${who.contactId}`.execute(
    tx,
  )
  await tx
    .updateTable('rating')
    .set({ comment: null })
    .where('resolution_id', 'in', (those) =>
      those.selectFrom('resolution').select('id').where('ticket_id', 'in', ids),
    )
    .execute()
  await tx
    .updateTable('resolution')
    .set({ summary: struck(who, 'summary') })
    .where('ticket_id', 'in', ids)
    .execute()
  await tx
    .updateTable('incident_answer')
    .set({ text: struck(who, 'text') })
    .where('ticket_id', 'in', ids)
    .execute()
  await tx
    .updateTable('ticket')
    .set({ subject: erasedWords, preview: erasedWords })
    .where('id', 'in', ids)
    .execute()
}

/**
 * What they wrote in tickets of others, in the caller's transaction.
 * @returns how many; fewer than asked for: there are no more
 */
export async function eraseMessagesElsewhere(
  tx: Transaction<DB>,
  { contactId }: ErasedContact,
  limit: number,
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select message.id from message join ticket on ticket.id = message.ticket_id
    where message.kind = 'customer' and message.contact_id = ${contactId}
      and ticket.contact_id is distinct from ${contactId} and message.text <> ${erasedWords}
    limit ${limit}`.execute(tx)
  if (rows.length === 0) return 0
  const ids = rows.map(({ id }) => id)
  await tx.deleteFrom('learned_phrase').where('message_id', 'in', ids).execute()
  await tx.updateTable('message').set(nothingLeft).where('id', 'in', ids).execute()
  return ids.length
}
