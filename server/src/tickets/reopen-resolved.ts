import type { Transaction } from 'kysely'
import type { NewEvent } from '#server/core/events.ts'
import type { DB } from '#server/database/db-types.ts'
import { ticketReopened } from './events.ts'
import { lastResolution } from './state.ts'
import type { TicketRow } from './state.ts'

/**
 * Work for the desk again, by the desk itself: no customer came back, so nothing is broken.
 * @returns null where it is open already
 */
export async function reopenResolved(
  tx: Transaction<DB>,
  ticket: TicketRow,
  { cause, now }: { cause: string; now: Date },
): Promise<NewEvent | null> {
  const reopened = await tx
    .updateTable('ticket')
    .set({ state: 'open', void_reason: null, updated_at: now })
    .where('id', '=', ticket.id)
    .where('state', 'in', ['resolved', 'void'])
    .returning('id')
    .executeTakeFirst()
  if (!reopened) return null
  const resolution = await lastResolution(tx, ticket.id)
  return ticketReopened(ticket, {
    by: 'agent',
    cause,
    resolution: resolution?.id ?? null,
    is_broken: false,
  })
}
