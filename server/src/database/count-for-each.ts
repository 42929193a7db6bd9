import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { DB } from './db-types.ts'

/**
 * How many each of them has, of many by one statement.
 * @param found what belongs to `its.id`, up to as many as are counted: `select from … where … = its.id limit …`
 */
export async function countForEach(
  db: Kysely<DB>,
  ids: readonly string[],
  found: RawBuilder<unknown>,
): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; count: number }>`
    select its.id, own.count from unnest(${ids}::uuid[]) as its (id)
    cross join lateral (select count(*)::int as count from (${found}) as found) as own`.execute(db)
  return new Map(rows.map(({ id, count }) => [id, count]))
}
