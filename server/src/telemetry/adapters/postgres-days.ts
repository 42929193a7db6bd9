import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB } from '#server/core/db-types.ts'

/** Makes the day partitions that records need; a day once made is remembered by the process. */
export function createPartitions(db: Kysely<DB>): {
  ensure(times: readonly string[]): Promise<void>
} {
  const made = new Set<string>()
  return {
    async ensure(times) {
      const missing = new Set(times.map((at) => at.slice(0, 10)).filter((day) => !made.has(day)))
      for (const day of missing) {
        await sql`select create_telemetry_day(${day}::text::date)`.execute(db)
        made.add(day)
      }
    },
  }
}

export async function dropPartitions(db: Kysely<DB>, oldest: Date): Promise<number> {
  const day = oldest.toISOString().slice(0, 10)
  const { rows } = await sql<{ dropped: number }>`
    select drop_telemetry_before(${day}::text::date) as dropped
  `.execute(db)
  return rows[0]!.dropped
}
