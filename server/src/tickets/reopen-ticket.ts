import { ReopenTicket } from '@firstline/contract/tickets'
import { Conflict } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import { readTicket } from './read-ticket.ts'
import { mattersTo, refuseUnseen } from './refuse-unseen.ts'
import { reopenResolved } from './reopen-resolved.ts'
import { lastResolution, lockTicket } from './state.ts'
import { takeBackUnsent } from './take-back-reply.ts'

/**
 * The desk reopens by itself, with the cause; no customer came back, so nothing is broken. One's own mail
 * that tells of the resolution is taken back while it has not left.
 */
export const reopenTicket = defineVerb({
  permission: 'ticket:write',
  input: ReopenTicket,
  async run(context, { ticketId, cause }) {
    const { tx, actor, clock } = context
    const now = clock.now()
    const ticket = await lockTicket(tx, ticketId)
    await refuseUnseen(context, ticketId, mattersTo.standing)
    const resolution = ticket.state === 'resolved' ? await lastResolution(tx, ticketId) : undefined
    const reopened = await reopenResolved(tx, ticket, { cause, now })
    if (!reopened) throw new Conflict('ticket.not-resolved', 'This ticket is open already')
    const unsent = resolution
      ? await takeBackUnsent(tx, ticket, { resolutionId: resolution.id, actor })
      : null
    const takenBack = unsent?.takenBack ?? null
    return {
      result: { ...(await readTicket(tx, ticketId, now)), takenBack },
      events: unsent ? [unsent.event, reopened] : [reopened],
    }
  },
})
