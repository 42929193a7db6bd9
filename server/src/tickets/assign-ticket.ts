import { AssignTicket } from '@firstline/contract/tickets'
import { Conflict, NotFound } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import { ticketAssigned } from './events.ts'
import { readTicket } from './read-ticket.ts'
import { mattersTo, refuseUnseen } from './refuse-unseen.ts'
import { lockTicket } from './state.ts'

/** Gives a ticket to a person, or back to everybody. */
export const assignTicket = defineVerb({
  permission: 'ticket:write',
  input: AssignTicket,
  async run(context, { ticketId, personId }) {
    const { tx, clock } = context
    const ticket = await lockTicket(tx, ticketId)
    await refuseUnseen(context, ticketId, mattersTo.assigning)
    if (ticket.assigneeId === personId) {
      throw new Conflict('ticket.assigned-already', 'It is assigned like this already')
    }
    const person = personId
      ? await tx
          .selectFrom('person')
          .select('name')
          .where('id', '=', personId)
          .where('disabled_at', 'is', null)
          .executeTakeFirst()
      : null
    if (person === undefined) throw new NotFound('person.not-found', 'Nobody here has this id')
    await tx
      .updateTable('ticket')
      .set({ assignee_id: personId })
      .where('id', '=', ticketId)
      .execute()
    const data = { person: personId, name: person?.name ?? null, previous: ticket.assigneeId }
    return {
      result: await readTicket(tx, ticketId, clock.now()),
      events: [ticketAssigned(ticket, data)],
    }
  },
})
