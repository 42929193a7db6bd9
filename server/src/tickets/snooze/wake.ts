import type { NewDataOf } from '@firstline/contract/events'
import type { Transaction } from 'kysely'
import type { NewEvent } from '#server/core/events.ts'
import type { DB } from '#server/database/db-types.ts'
import { ticketWoken } from '#server/tickets/events.ts'
import { awake } from '#server/tickets/state.ts'
import type { TicketRow } from '#server/tickets/state.ts'

/** Call it once the ticket is locked. @returns nothing where it was not out of the way */
export async function wake(
  tx: Transaction<DB>,
  ticket: TicketRow,
  because: NewDataOf<'ticket.woken'>['because'],
): Promise<NewEvent[]> {
  if (ticket.snoozedAt === null) return []
  // who brings it back knows why
  const woken = because === 'person' ? null : because
  await tx
    .updateTable('ticket')
    .set({ ...awake, woken })
    .where('id', '=', ticket.id)
    .execute()
  return [ticketWoken(ticket, because)]
}
