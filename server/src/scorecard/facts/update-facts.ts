import type { Kysely, Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import type { EventName } from '@firstline/contract/events'
import type { Event } from '#server/core/events.ts'
import { inTransaction } from '#server/core/in-transaction.ts'
import { historyEventNames } from './history.ts'
import { recomputeFacts } from './recompute-facts.ts'

/** Events after which facts may differ. */
export const factEvents: readonly EventName[] = historyEventNames

/** Keeps the facts of an event's ticket current; harmless when run twice. */
export async function updateFacts(
  desk: { db: Kysely<DB> },
  { ticketId }: Pick<Event, 'ticketId'>,
): Promise<void> {
  await inTransaction(desk.db, (tx) => updateFactsOf(tx, [{ ticketId }]))
}

/** Of the tickets of many events at once. */
export async function updateFactsOf(
  tx: Transaction<DB>,
  events: readonly Pick<Event, 'ticketId'>[],
): Promise<void> {
  const tickets = new Set(events.flatMap(({ ticketId }) => ticketId ?? []))
  if (tickets.size > 0) await recomputeFacts(tx, [...tickets])
}
