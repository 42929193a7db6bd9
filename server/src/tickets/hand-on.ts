import type { Line } from '@firstline/contract/common'
import type { Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { awake, isUnresolved } from './state.ts'
import type { TicketRow } from './state.ts'

/** Another line works it from now on. */
export async function handOn(
  tx: Transaction<DB>,
  ticketId: string,
  { line, now }: { line: Line; now: Date },
): Promise<void> {
  await tx
    .updateTable('ticket')
    .set({ escalated_at: now, updated_at: now, line })
    .where('id', '=', ticketId)
    .execute()
}

type Back = { line: Line; assigneeId: string | null; now: Date }

/**
 * Open again at its line, with whoever is to go on; a ticket that somebody resolved meanwhile stays so.
 * @returns whether it was unresolved
 */
export async function handBack(
  tx: Transaction<DB>,
  ticket: TicketRow,
  { line, assigneeId, now }: Back,
): Promise<boolean> {
  const wasUnresolved = isUnresolved(ticket)
  const back = { state: 'open' as const, line, assignee_id: assigneeId }
  await tx
    .updateTable('ticket')
    .set({ ...awake, escalated_at: null, updated_at: now, ...(wasUnresolved ? back : {}) })
    .where('id', '=', ticket.id)
    .execute()
  return wasUnresolved
}
