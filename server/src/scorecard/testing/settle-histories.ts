import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import type { HistoryEvent } from '#server/scorecard/facts/history.ts'
import { recomputeFacts } from '#server/scorecard/facts/recompute-facts.ts'
import { historyOf } from './some-history.ts'
import type { Life } from './some-history.ts'

type Span = { /** Milliseconds since 1970. */ begin: number; until: number }

/** Each life becomes two tickets, of which the second may continue the first. */
export function ticketsOfLives(lives: readonly Life[], span: Span): HistoryEvent[][] {
  return lives.map((life) => {
    const [id, other] = [crypto.randomUUID(), crypto.randomUUID()]
    return historyOf(life, { id, other, ...span })
  })
}

/** All of them in one go, with their facts and sums. */
export async function settleHistories(
  db: Kysely<DB>,
  histories: readonly HistoryEvent[][],
): Promise<void> {
  const events = histories.flat().map((event) => ({ ...event, at: new Date(event.at) }))
  await sql`
    insert into event (at, name, actor_kind, ticket_id, data)
    select at, name, 'system', "ticketId", data
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb)
      as told (at timestamptz, name text, "ticketId" uuid, data jsonb)`.execute(db)
  const ids = [...new Set(events.map(({ ticketId }) => ticketId))]
  await db.transaction().execute((tx) => recomputeFacts(tx, ids))
}
