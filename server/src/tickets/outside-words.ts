import type { Message } from '@firstline/contract/tickets'
import type { Transaction } from 'kysely'
import type { NewEvent } from '#server/core/events.ts'
import type { DB } from '#server/database/db-types.ts'
import { messageReplied, noteAdded, ticketAssigned } from './events.ts'
import type { TicketRow } from './state.ts'
import { tellTurn } from './tell-turn.ts'

/** What the team has written in the desk where the ticket lives. */
export type OutsideWords = {
  kind: 'reply' | 'note'
  at: Date
  text: string
  /** By which it is known when it is read again. */
  messageId: string
  /** Who it is here; null: only by the name they have there. */
  personId: string | null
  author: string
  attachments: Message['attachments']
}

/** Of a locked ticket. The customer has had a reply already: no mail is sent. */
export async function addOutsideWords(
  tx: Transaction<DB>,
  ticket: TicketRow,
  words: OutsideWords,
): Promise<NewEvent> {
  const { kind, at, text, messageId, personId, author, attachments } = words
  const sent = kind === 'reply' ? { delivery: 'sent' as const, delivered_at: at } : {}
  const { id } = await tx
    .insertInto('message')
    .values({
      ticket_id: ticket.id,
      kind,
      at,
      text,
      message_id: messageId,
      person_id: personId,
      outside_author: author,
      attachments: JSON.stringify(attachments),
      ...sent,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx.updateTable('ticket').set({ updated_at: at }).where('id', '=', ticket.id).execute()
  if (kind === 'note') return noteAdded(ticket, id, [])
  await tellTurn(tx, ticket.id)
  return messageReplied(ticket, id)
}

/** As somebody has decided there; nobody here means that it is back with everybody. */
export async function assignOutside(
  tx: Transaction<DB>,
  ticket: TicketRow,
  person: { id: string; name: string } | null,
): Promise<NewEvent[]> {
  const previous = ticket.assigneeId
  if (previous === (person?.id ?? null)) return []
  await tx
    .updateTable('ticket')
    .set({ assignee_id: person?.id ?? null })
    .where('id', '=', ticket.id)
    .execute()
  return [
    ticketAssigned(ticket, { person: person?.id ?? null, name: person?.name ?? null, previous }),
  ]
}
