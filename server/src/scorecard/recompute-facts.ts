import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { DB } from '#server/core/db-types.ts'
import { factsOfTicket } from '#server/scorecard/facts-of-ticket.ts'
import { HISTORY_EVENT_NAMES } from '#server/scorecard/history.ts'
import type { HistoryEvent } from '#server/scorecard/history.ts'
import { storeFacts } from '#server/scorecard/store-facts.ts'
import type { StoredFacts } from '#server/scorecard/store-facts.ts'

type EventRow = {
  ticketId: string
  /** Milliseconds since 1970-01-01 UTC. */
  at: number
  name: HistoryEvent['name']
  data: HistoryEvent['data']
  origin: string
}

/**
 * Computes the facts of these tickets from the record, as often as one likes: the same record
 * gives the same facts. A ticket that one of them continues (a repeat contact) is computed too.
 */
export async function recomputeFacts(
  tx: Transaction<DB>,
  ticketIds: readonly string[],
): Promise<void> {
  const all = await withContinued(tx, ticketIds)
  if (all.length === 0) return
  await lockInTurn(tx, all)
  const histories = byTicket(all, await readHistory(tx, all))
  const facts = [...histories].flatMap(([ticketId, history]): StoredFacts[] => {
    // The name decides the shape of data; both come from one row of the record.
    const computed = factsOfTicket(ticketId, history as HistoryEvent[])
    const origin = history.find((event) => event.ticketId === ticketId)?.origin ?? 'live'
    return computed ? [{ ...computed, origin }] : []
  })
  await storeFacts(tx, facts)
}

async function withContinued(tx: Transaction<DB>, ticketIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ of: string }>`
    select distinct data ->> 'of' as of from event
    where name = 'ticket.repeat_linked' and ticket_id = any(${[...ticketIds]}::uuid[])
  `.execute(tx)
  return [...new Set([...ticketIds, ...rows.map((row) => row.of)])].sort()
}

/**
 * Two reactions for one ticket may run at once; the later one must read what the earlier one's
 * event added. One order of locking keeps them from waiting for each other for ever.
 */
async function lockInTurn(tx: Transaction<DB>, ticketIds: readonly string[]): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended('ticket_fact ' || id, 0))
    from unnest(${[...ticketIds]}::text[]) as id
  `.execute(tx)
}

async function readHistory(tx: Transaction<DB>, ticketIds: readonly string[]): Promise<EventRow[]> {
  const ids = [...ticketIds]
  const { rows } = await sql<EventRow>`
    select ticket_id as "ticketId", round(extract(epoch from at) * 1000)::float8 as at, name, data, origin
    from (
      select * from event
      where ticket_id = any(${ids}::uuid[]) and name = any(${[...HISTORY_EVENT_NAMES]}::text[])
      union all
      select * from event
      where name = 'ticket.repeat_linked' and data ->> 'of' = any(${ids}::text[])
        and ticket_id <> all(${ids}::uuid[])
    ) as history
    order by history.at, id
  `.execute(tx)
  return rows
}

function byTicket(ticketIds: readonly string[], events: readonly EventRow[]) {
  const histories = new Map<string, EventRow[]>(ticketIds.map((ticketId) => [ticketId, []]))
  for (const event of events) {
    histories.get(event.ticketId)?.push(event)
    if ('of' in event.data && event.data.of !== event.ticketId) {
      histories.get(event.data.of)?.push(event)
    }
  }
  return histories
}
