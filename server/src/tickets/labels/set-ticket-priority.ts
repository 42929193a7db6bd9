import { SetTicketPriority } from '@firstline/contract/tickets'
import { Conflict } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import { priorityChanged } from '#server/tickets/events.ts'
import { readTicket } from '#server/tickets/read-ticket.ts'
import { mattersTo, refuseUnseen } from '#server/tickets/refuse-unseen.ts'
import { lockTicket } from '#server/tickets/state.ts'
import { priorityOf, rankOf } from './priority.ts'

/** Says how soon a ticket is to be taken up. */
export const setTicketPriority = defineVerb({
  permission: 'ticket:write',
  input: SetTicketPriority,
  async run(context, { ticketId, priority }) {
    const { tx, clock } = context
    const ticket = await lockTicket(tx, ticketId)
    await refuseUnseen(context, ticketId, mattersTo.prioritising)
    const previous = priorityOf(ticket.priority)
    if (previous === priority) {
      throw new Conflict('ticket.priority-unchanged', 'It has this priority already')
    }
    await tx
      .updateTable('ticket')
      .set({ priority: rankOf(priority) })
      .where('id', '=', ticketId)
      .execute()
    return {
      result: await readTicket(tx, ticketId, clock.now()),
      events: [priorityChanged(ticket, { priority, previous })],
    }
  },
})
