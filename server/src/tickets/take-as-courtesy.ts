import { TakeAsCourtesy } from '@firstline/contract/tickets'
import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { Conflict } from '#server/core/errors.ts'
import type { NewEvent } from '#server/core/events.ts'
import { defineVerb } from '#server/core/verb.ts'
import { standAgain } from './dismiss-reopen.ts'
import { messageJudged, reopenDismissed, ticketWaiting } from './events.ts'
import { learnPhrase } from './learn-phrase.ts'
import { readTicket } from './read-ticket.ts'
import { lockTicket } from './state.ts'
import type { TicketRow } from './state.ts'
import { lockCustomerMessage } from './take-as-work.ts'
import { tellTurn } from './tell-turn.ts'

const reasons = { courtesy: 'Merely thanks', absence: 'A notice of absence' }

/**
 * A message that brought a ticket back was only thanks, or a notice: what it did is taken back, and
 * the same words are judged so from now on.
 */
export const takeAsCourtesy = defineVerb({
  permission: 'ticket:write',
  input: TakeAsCourtesy,
  async run({ tx, actor, clock }, { messageId, as }) {
    const message = await lockCustomerMessage(tx, messageId)
    const ticket = await lockTicket(tx, message.ticketId)
    if (message.judged) throw new Conflict('message.judged', 'This message is judged already')
    const now = clock.now()
    const undone = await takeBack(tx, ticket, { messageId, now, reason: reasons[as] })
    if (undone.length === 0) {
      throw new Conflict('message.changed-nothing', 'This message did not bring the ticket back')
    }
    await tx.updateTable('message').set({ judged: as }).where('id', '=', messageId).execute()
    await tellTurn(tx, ticket.id)
    const learned = await learnPhrase(tx, ticket, { message, meaning: as, actor, now })
    return {
      result: await readTicket(tx, ticket.id, now),
      events: [messageJudged(ticket, { message: messageId, judged: as }), ...undone, ...learned],
    }
  },
})

type Undoing = { messageId: string; now: Date; reason: string }

/** @returns nothing where the message did nothing, or somebody has worked on since */
export async function takeBack(
  tx: Transaction<DB>,
  ticket: TicketRow,
  { messageId, now, reason }: Undoing,
): Promise<NewEvent[]> {
  const did = await eventOf(tx, ticket.id, messageId)
  if (did?.name === 'ticket.answered') return waitAgain(tx, ticket, messageId)
  if (!did?.resolution) return []
  const stands = await standAgain(tx, { ticketId: ticket.id, resolutionId: did.resolution, now })
  return stands ? [reopenDismissed(ticket, { resolution: did.resolution, reason })] : []
}

/** What the message did to the ticket, as the record has it. */
async function eventOf(tx: Transaction<DB>, ticketId: string, messageId: string) {
  return tx
    .selectFrom('event')
    .select(['name', sql<string | null>`data ->> 'resolution'`.as('resolution')])
    .where('ticket_id', '=', ticketId)
    .where('name', 'in', ['ticket.answered', 'ticket.reopened'])
    .where(sql`data ->> 'message'`, '=', messageId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Not where somebody has worked on since, or the customer has written more. */
async function waitAgain(
  tx: Transaction<DB>,
  ticket: TicketRow,
  messageId: string,
): Promise<NewEvent[]> {
  const newer = await tx
    .selectFrom('message')
    .select('id')
    .where('ticket_id', '=', ticket.id)
    .where('kind', 'in', ['customer', 'reply'])
    .where('judged', 'is', null)
    .where('id', '>', messageId)
    .limit(1)
    .executeTakeFirst()
  if (newer || ticket.state !== 'open') return []
  await tx.updateTable('ticket').set({ state: 'waiting' }).where('id', '=', ticket.id).execute()
  return [ticketWaiting(ticket, messageId)]
}
