import { DismissReopen } from '@firstline/contract/tickets'
import type { Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { Conflict } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import { reopenDismissed } from './events.ts'
import { readTicket } from './read-ticket.ts'
import { mattersTo, refuseUnseen } from './refuse-unseen.ts'
import { isBroken } from './standing.ts'
import { awake, lastResolution, lockTicket, openStates } from './state.ts'

/** Decides, on the record, that the customer's return was no reopen; the resolution stands again. */
export const dismissReopen = defineVerb({
  permission: 'ticket:write',
  input: DismissReopen,
  async run(context, { ticketId, resolutionId, reason }) {
    const { tx, clock } = context
    const now = clock.now()
    const ticket = await lockTicket(tx, ticketId)
    await refuseUnseen(context, ticketId, mattersTo.standing)
    if (!(await standAgain(tx, { ticketId, resolutionId, now }))) {
      throw new Conflict(
        'resolution.not-broken',
        'The customer did not come back on this resolution',
      )
    }
    return {
      result: await readTicket(tx, ticketId, now),
      events: [reopenDismissed(ticket, { resolution: resolutionId, reason })],
    }
  },
})

type Standing = { ticketId: string; resolutionId: string; now: Date }

/** @returns false where the customer did not come back on this resolution */
export async function standAgain(
  tx: Transaction<DB>,
  { ticketId, resolutionId, now }: Standing,
): Promise<boolean> {
  const resolution = await tx
    .selectFrom('resolution')
    .select(['reopened_at as reopenedAt', 'window_ends_at as windowEndsAt'])
    .where('id', '=', resolutionId)
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst()
  if (!resolution?.reopenedAt) return false
  await tx
    .updateTable('resolution')
    .set({ reopened_at: null, dismissed_at: now })
    .where('id', '=', resolutionId)
    .execute()
  if (isBroken(resolution)) await countOneReopenLess(tx, ticketId)
  await resolveAgain(tx, ticketId, resolutionId)
  return true
}

async function countOneReopenLess(tx: Transaction<DB>, ticketId: string): Promise<void> {
  await tx
    .updateTable('ticket')
    .set((to) => ({ reopen_count: to('reopen_count', '-', 1) }))
    .where('id', '=', ticketId)
    .where('reopen_count', '>', 0)
    .execute()
}

/** An earlier resolution standing again does not close what was opened after a later one. */
async function resolveAgain(
  tx: Transaction<DB>,
  ticketId: string,
  resolutionId: string,
): Promise<void> {
  const last = await lastResolution(tx, ticketId)
  if (last?.id !== resolutionId) return
  await tx
    .updateTable('ticket')
    .set({ ...awake, state: 'resolved' })
    .where('id', '=', ticketId)
    .where('state', 'in', openStates)
    .execute()
}
