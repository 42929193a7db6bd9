import { ReopenTicket } from '@firstline/contract/tickets'
import type { Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
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
    await refuseJoined(tx, ticketId)
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

/** There is nothing left in it to work on. */
async function refuseJoined(tx: Transaction<DB>, ticketId: string): Promise<void> {
  const joined = await tx
    .selectFrom('ticket')
    .select('joined_to')
    .where('id', '=', ticketId)
    .where('joined_to', 'is not', null)
    .executeTakeFirst()
  if (joined)
    throw new Conflict('ticket.joined', 'This ticket goes on at another one; part it first')
}
