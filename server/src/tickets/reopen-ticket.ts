import { ReopenTicket } from '@firstline/contract/tickets'
import type { Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { Conflict } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import { ticketReopened } from './events.ts'
import { readTicket } from './read-ticket.ts'
import { mattersTo, refuseUnseen } from './refuse-unseen.ts'
import { lastResolution, lockTicket } from './state.ts'

/** The desk reopens by itself, with the cause; no customer came back, so nothing is broken. */
export const reopenTicket = defineVerb({
  permission: 'ticket:write',
  input: ReopenTicket,
  async run(context, { ticketId, cause }) {
    const { tx, clock } = context
    const now = clock.now()
    const ticket = await lockTicket(tx, ticketId)
    await refuseUnseen(context, ticketId, mattersTo.standing)
    await refuseJoined(tx, ticketId)
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
