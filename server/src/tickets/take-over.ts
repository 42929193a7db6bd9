import type { Transaction } from 'kysely'
import { personIdOf } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import type { DB } from '#server/database/db-types.ts'
import type { NewEvent } from '#server/core/events.ts'
import { ticketAssigned } from './events.ts'
import type { TicketRow } from './state.ts'

type Happened = [NewEvent, ...NewEvent[]]

/** Who answers a ticket that nobody has takes it; the record says so before what they did. */
export async function takeOver(
  tx: Transaction<DB>,
  ticket: TicketRow,
  actor: Actor,
  did: Happened,
): Promise<Happened> {
  const person = personIdOf(actor)
  if (!person || ticket.assigneeId) return did
  await tx
    .updateTable('ticket')
    .set({ assignee_id: person })
    .where('id', '=', ticket.id)
    .where('assignee_id', 'is', null)
    .execute()
  return [ticketAssigned(ticket, { person, name: actor.name, previous: null }), ...did]
}
