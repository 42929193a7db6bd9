import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import type { PreciseTime } from '../store.ts'
import { onlyRow } from '#server/database/only-row.ts'

type Partitions = {
  ensure(times: readonly PreciseTime[]): Promise<void>
  /** Writes records into the days they belong to. */
  write(records: readonly { at: PreciseTime }[], insert: () => Promise<void>): Promise<void>
}

/** Makes the day partitions that records need; a day once made is remembered by the process. */
export function createPartitions(db: Kysely<DB>): Partitions {
  const made = new Set<string>()

  async function ensure(times: readonly PreciseTime[]): Promise<void> {
    const missing = new Set(times.map((at) => at.slice(0, 10)).filter((day) => !made.has(day)))
    for (const day of missing) {
      await sql`select create_telemetry_day(${day}::text::date)`.execute(db)
      made.add(day)
    }
  }

  return {
    ensure,
    async write(records, insert) {
      const times = records.map(({ at }) => at)
      await ensure(times)
      try {
        await insert()
      } catch (error) {
        if (!isPartitionMissing(error)) throw error
        // another node has dropped the day since we made it
        made.clear()
        await ensure(times)
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
  const day = oldest.toISOString().slice(0, 10)
  const { rows } = await sql<{ dropped: number }>`
    select drop_telemetry_before(${day}::text::date) as dropped
  `.execute(db)
  return onlyRow(rows).dropped
}
