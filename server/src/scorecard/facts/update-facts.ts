import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import type { EventName } from '@firstline/contract/events'
import type { Event } from '#server/core/events.ts'
import { HISTORY_EVENT_NAMES } from './history.ts'
import { recomputeFacts } from './recompute-facts.ts'

/** Events after which facts may differ. */
export const factEvents: readonly EventName[] = HISTORY_EVENT_NAMES

/** Keeps the facts of an event's ticket current; harmless when run twice. */
export async function updateFacts(
  desk: { db: Kysely<DB> },
  { ticketId }: Pick<Event, 'ticketId'>,
): Promise<void> {
  if (!ticketId) return
  await desk.db.transaction().execute(async (tx) => {
    await recomputeFacts(tx, [ticketId])
  })
}
