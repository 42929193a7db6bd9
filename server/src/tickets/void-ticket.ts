import { VoidTicket } from '@firstline/contract/tickets'
import { defineVerb } from '#server/core/verb.ts'
import { ticketVoided } from './events.ts'
import { readTicket } from './read-ticket.ts'
import { mattersTo, refuseUnseen } from './refuse-unseen.ts'
import { awake, lockTicket, refuseVoid } from './state.ts'

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
    await tx
      .updateTable('ticket')
      .set({ ...awake, state: 'void', void_reason: reason, updated_at: now })
      .where('id', '=', ticketId)
      .where('state', '!=', 'void')
      .execute()
    return {
      result: await readTicket(tx, ticketId, now),
      events: [ticketVoided(ticket, reason)],
    }
  },
})
