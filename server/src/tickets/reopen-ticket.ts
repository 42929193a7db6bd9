import { ReopenTicket } from '@firstline/contract/tickets'
import { Conflict } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import { ticketReopened } from './events.ts'
import { readTicket } from './read-ticket.ts'
import { lastResolution, lockTicket } from './state.ts'

/** The desk reopens by itself, with the cause; no customer came back, so nothing is broken. */
export const reopenTicket = defineVerb({
  permission: 'ticket:write',
  input: ReopenTicket,
  async run({ tx, clock }, { ticketId, cause }) {
    const now = clock.now()
    const ticket = await lockTicket(tx, ticketId)
    const reopened = await tx
      .updateTable('ticket')
      .set({ state: 'open', void_reason: null, updated_at: now })
      .where('id', '=', ticketId)
      .where('state', 'in', ['resolved', 'void'])
      .returning('id')
      .executeTakeFirst()
    if (!reopened) throw new Conflict('ticket.not-resolved', 'This ticket is open already')
    const resolution = await lastResolution(tx, ticketId)
    const data = {
      by: 'agent' as const,
      cause,
      resolution: resolution?.id ?? null,
      is_broken: false,
    }
    return { result: await readTicket(tx, ticketId, now), events: [ticketReopened(ticket, data)] }
  },
})
