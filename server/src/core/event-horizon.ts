import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'

/**
 * The transaction id below which nothing is written any more: only transactions of this database hold
 * it back. Read what is below it by a later statement: this one may not see the last of it yet.
 */
export async function readHorizon(db: Kysely<DB>): Promise<string> {
  const { rows } = await sql<{ horizon: string }>`
    select event_horizon()::text as horizon`.execute(db)
  const horizon = rows[0]?.horizon
  if (horizon === undefined) throw new Error('event_horizon() answered no row')
  return horizon
}

/** When the oldest transaction began that new events wait for, if it is open for more than a minute. */
export async function readHeldBackSince(db: Kysely<DB>): Promise<string | null> {
  const { rows } = await sql<{ since: Date | null }>`
    select since from events_held_back_since() as since
    where since < clock_timestamp() - interval '1 minute'`.execute(db)
  return rows[0]?.since?.toISOString() ?? null
}

/** How long the oldest transaction is open that new events wait for, in seconds; 0 where none is. */
export const secondsHeldBack = `
  select coalesce(extract(epoch from clock_timestamp() - events_held_back_since()), 0)::float8 as seconds`
