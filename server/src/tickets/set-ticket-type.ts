import { SetTicketType } from '@firstline/contract/tickets'
import { Conflict } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { VerbContext } from '#server/core/verb.ts'
import { typeChanged } from './events.ts'
import { requireKnownType } from './project.ts'
import { readTicket } from './read-ticket.ts'
import { mattersTo, refuseUnseen } from './refuse-unseen.ts'
import { lockTicket } from './state.ts'
import type { WithProject } from '#server/project/project.ts'

/** Corrects the type of a ticket. */
export const setTicketType = defineVerb({
  permission: 'ticket:write',
  input: SetTicketType,
  async run(context: VerbContext & WithProject, { ticketId, type }) {
    const { tx, clock, sources } = context
    requireKnownType(sources.project.current(), type)
    const ticket = await lockTicket(tx, ticketId)
    await refuseUnseen(context, ticketId, mattersTo.typing)
    if (ticket.type === type) {
      throw new Conflict('ticket.type-unchanged', 'It has this type already')
    }
    await tx.updateTable('ticket').set({ type }).where('id', '=', ticketId).execute()
    return {
      result: await readTicket(tx, ticketId, clock.now()),
      events: [typeChanged(ticket, { type, previous: ticket.type })],
    }
  },
})
