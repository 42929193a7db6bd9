import type { Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import type { TicketRow } from './state.ts'

type Matched = { id: string; title: string; type: string }

/**
 * The runbook that fits is shown with the ticket, and a ticket nobody has given a type gets its type.
 * @returns whether it was another one before
 */
export async function matchTicket(
  tx: Transaction<DB>,
  ticket: TicketRow,
  runbook: Matched,
): Promise<boolean> {
  const updated = await tx
    .updateTable('ticket')
    .set({
      matched_runbook: runbook.id,
      matched_runbook_title: runbook.title,
      type: ticket.type ?? runbook.type,
    })
    .where('id', '=', ticket.id)
    .where('matched_runbook', 'is distinct from', runbook.id)
    .returning('id')
    .executeTakeFirst()
  return updated !== undefined
}

/** It is no longer shown, if it was this one. */
export async function unmatchTicket(
  tx: Transaction<DB>,
  ticketId: string,
  runbook: string,
): Promise<void> {
  await tx
    .updateTable('ticket')
    .set({ matched_runbook: null, matched_runbook_title: null })
    .where('id', '=', ticketId)
    .where('matched_runbook', '=', runbook)
    .execute()
}

export async function typeTicket(
  tx: Transaction<DB>,
  ticketId: string,
  type: string,
): Promise<void> {
  await tx.updateTable('ticket').set({ type }).where('id', '=', ticketId).execute()
}
