import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import type { PreciseTime } from '../store.ts'
import { onlyRow } from '#server/database/only-row.ts'

type MakeDay = (day: string) => Promise<unknown>
type Partitions = {
  /** @param days `2026-03-02`, in UTC */
  ensure(days: Iterable<string>): Promise<void>
  /**
   * Writes records into the days they belong to.
   * @param makeDay by the connection that writes: who holds one must not wait for another
   */
  write(days: ReadonlySet<string>, insert: () => Promise<void>, makeDay?: MakeDay): Promise<void>
}

export const makingDay = 'select create_telemetry_day($1::text::date)'

export const dayOf = (at: PreciseTime) => at.slice(0, 10)

/** Makes the day partitions that records need; a day once made is remembered by the process. */
export function createPartitions(db: Kysely<DB>): Partitions {
  const made = new Set<string>()

  const byDatabase: MakeDay = (day) =>
    sql`select create_telemetry_day(${day}::text::date)`.execute(db)

  async function ensure(days: Iterable<string>, makeDay = byDatabase): Promise<void> {
    for (const day of days) {
      if (made.has(day)) continue
      await makeDay(day)
      made.add(day)
    }
  }

  return {
    ensure,
    async write(days, insert, makeDay) {
      await ensure(days, makeDay)
      try {
        await insert()
      } catch (error) {
        if (!isPartitionMissing(error)) throw error
        // another node has dropped the day since we made it
        made.clear()
        await ensure(days, makeDay)
        await insert()
      }
    },
  }
}

/** 23514: “no partition of relation … found for row”. */
function isPartitionMissing(error: unknown): boolean {
  return (error as { code?: string }).code === '23514'
}

export async function dropPartitions(db: Kysely<DB>, oldest: Date): Promise<number> {
  const day = dayOf(oldest.toISOString())
  const { rows } = await sql<{ dropped: number }>`
    select drop_telemetry_before(${day}::text::date) as dropped
  `.execute(db)
  return onlyRow(rows).dropped
}
