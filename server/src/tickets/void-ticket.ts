import { VoidTicket } from '@firstline/contract/tickets'
import type { Ticket } from '@firstline/contract/tickets'
import type { Transaction } from 'kysely'
import type { NewEvent } from '#server/core/events.ts'
import { defineVerb } from '#server/core/verb.ts'
import { ticketVoided } from './events.ts'
import { readTicket } from './read-ticket.ts'
import { mattersTo, refuseUnseen } from './refuse-unseen.ts'
import { awake, lockTicket, refuseVoid } from './state.ts'
import type { TicketRow } from './state.ts'
import type { DB } from '#server/database/db-types.ts'

/** Takes spam, duplicates and withdrawn tickets out of every rate. */
export const voidTicket = defineVerb({
  permission: 'ticket:write',
  input: VoidTicket,
  async run(context, { ticketId, reason }) {
    const { tx, clock } = context
    const now = clock.now()
    const ticket = await lockTicket(tx, ticketId)
    await refuseUnseen(context, ticketId, mattersTo.answering)
    refuseVoid(ticket)
    const voided = await voidWithin(tx, ticket, { reason, now })
    return { result: await readTicket(tx, ticketId, now), events: [voided] }
  },
})

type Voiding = { reason: NonNullable<Ticket['voidReason']>; now: Date }

/** Of a locked ticket that is not void. */
export async function voidWithin(
  tx: Transaction<DB>,
  ticket: TicketRow,
  { reason, now }: Voiding,
): Promise<NewEvent> {
  await tx
    .updateTable('ticket')
    .set({ ...awake, state: 'void', void_reason: reason, updated_at: now })
    .where('id', '=', ticket.id)
    .where('state', '!=', 'void')
    .execute()
  return ticketVoided(ticket, reason)
}
