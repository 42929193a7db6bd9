import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import type { Durations } from '#server/scorecard/statistics/kaplan-meier.ts'
import { packed, unpacked } from './problem-durations.ts'
import { matureBefore, passes, weeksOf, within } from './scope.ts'
import type { Scope } from './scope.ts'

/** Per week whose windows are still open: days from each resolution to its reopen, or so far. */
export type OpenWindows = Map<string, Durations>

export async function readOpenWindows(db: Kysely<DB>, scope: Scope): Promise<OpenWindows> {
  const until = sql`coalesce(broken_at, ${scope.asOf})`
  const seconds = packed(sql`date_part('epoch', ${until} - at)`)
  const { rows } = await sql<{ week: string; ended: Buffer | null; censored: Buffer | null }>`
    select to_char(monday, 'YYYY-MM-DD') as week,
      ${seconds} filter (where broken_at is not null) as ended,
      ${seconds} filter (where broken_at is null) as censored
    from (${weeksOf(scope)}) as week
    join resolution_fact on at >= week.begins and at < week.ends
    where ${within('at', scope)} and week.ends > ${matureBefore(scope)}
    group by monday`.execute(db)
  return new Map(
    rows.map(({ week, ended, censored }) => [
      week,
      { ended: inDays(unpacked(ended)), censored: inDays(unpacked(censored)) },
    ]),
  )
}

const inDays = (seconds: readonly number[]) => seconds.map((value) => value / 86_400)

/**
 * The same for busy desks: reopens as they are, and the resolutions that still stand day by day, as
 * if made in the middle of their day. What is drawn is an estimate anyway.
 */
export async function estimateOpenWindows(db: Kysely<DB>, scope: Scope): Promise<OpenWindows> {
  const [broken, standing] = await Promise.all([readBroken(db, scope), countStanding(db, scope)])
  const windows: OpenWindows = new Map()
  for (const week of new Set([...broken.keys(), ...standing.map((one) => one.week)])) {
    const days = standing.filter((one) => one.week === week)
    windows.set(week, {
      ended: broken.get(week) ?? [],
      censored: days.map(({ age }) => age),
      censoredCounts: days.map(({ resolutions }) => resolutions),
    })
  }
  return windows
}

async function readBroken(db: Kysely<DB>, scope: Scope): Promise<Map<string, number[]>> {
  const { rows } = await sql<{ week: string; ended: Buffer }>`
    select to_char(monday, 'YYYY-MM-DD') as week,
      ${packed(sql`date_part('epoch', broken_at - at)`)} as ended
    from (${weeksOf(scope)}) as week
    join resolution_fact on at >= week.begins and at < week.ends
    where ${within('at', scope)} and broken_at is not null and week.ends > ${matureBefore(scope)}
    group by monday`.execute(db)
  return new Map(rows.map(({ week, ended }) => [week, inDays(unpacked(ended))]))
}

type Standing = { week: string; age: number; resolutions: number }

async function countStanding(db: Kysely<DB>, scope: Scope): Promise<Standing[]> {
  const zone = scope.timeZone
  const { rows } = await sql<Standing>`
    select to_char(date_trunc('week', begins::timestamp), 'YYYY-MM-DD') as week,
      greatest(0, date_part('epoch', ${scope.asOf}::timestamptz - day.since
        - (least(day.until, ${scope.asOf}::timestamptz) - day.since) / 2)) / 86400 as age,
      resolutions
    from (
      select begins, sum(made - broken_ever)::int as resolutions
      from scorecard_count
      join scorecard_group on id = group_id
      where span = 'day' and ${passes(scope)}
        and begins >= date_trunc('week', ${matureBefore(scope)} at time zone ${zone})::date
      group by begins
    ) as made
    cross join lateral (
      select begins::timestamp at time zone ${zone} as since,
        (begins + 1)::timestamp at time zone ${zone} as until
    ) as day
    where resolutions > 0 and day.since >= ${scope.from} and day.since < ${scope.to}`.execute(db)
  return rows
}
