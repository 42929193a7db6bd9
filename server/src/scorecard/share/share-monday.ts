import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { onlyRow } from '#server/database/only-row.ts'

const hour = 8

/** This week's Monday in a time zone, when its mail is due, and when the next one is. */
export type Monday = { week: string; dueAt: Date; nextAt: Date }

/** Eight on the clock of that day: PostgreSQL knows when clocks are put forward and back. */
export async function readMonday(db: Kysely<DB>, now: Date, timeZone: string): Promise<Monday> {
  const due = (days: number) =>
    sql`((monday + make_interval(days => ${days}, hours => ${hour})) at time zone ${timeZone})`
  const { rows } = await sql<Monday>`
    select to_char(monday, 'YYYY-MM-DD') as week, ${due(0)} as "dueAt",
      case when ${due(0)} > ${now} then ${due(0)} else ${due(7)} end as "nextAt"
    from (select date_trunc('week', ${now}::timestamptz at time zone ${timeZone}) as monday)`.execute(
    db,
  )
  return onlyRow(rows)
}
