import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { DB } from '#server/core/db-types.ts'
import type { Durations } from '#server/scorecard/kaplan-meier.ts'

/** What is counted, and as of when. */
export type Scope = {
  from: Date
  /** Not part of the period. */
  to: Date
  /** The moment up to which the history is known. */
  asOf: Date
  windowDays: number
  /** IANA name: weeks begin on its Mondays. */
  timeZone: string
  type?: string | undefined
  channel?: string | undefined
}

/** Standing resolutions of one week (its Monday, `2016-02-29`) and ticket type. */
export type TicketCounts = {
  week: string
  type: string | null
  resolved: number
  l1: number
  held: number
  heldL1: number
}

/** Resolutions made in one week for tickets of one type. */
export type ResolutionCounts = {
  week: string
  type: string | null
  made: number
  mature: number
  broken: number
  matureL1: number
  brokenL1: number
  brokenEver: number
  asked: number
  rated: number
  up: number
}

export async function countTickets(db: Kysely<DB>, scope: Scope): Promise<TicketCounts[]> {
  const isHeld = sql`standing_at <= ${matureBefore(scope)}`
  return byWeek(
    db,
    scope,
    'standing_at',
    sql`
    select type,
      count(*)::int as resolved,
      count(*) filter (where not escalated)::int as l1,
      count(*) filter (where ${isHeld})::int as held,
      count(*) filter (where ${isHeld} and not escalated)::int as "heldL1"
    from ticket_fact`,
  )
}

export async function countResolutions(db: Kysely<DB>, scope: Scope): Promise<ResolutionCounts[]> {
  const isMature = sql`at <= ${matureBefore(scope)}`
  const isBroken = sql`broken_at <= at + ${window(scope)}`
  return byWeek(
    db,
    scope,
    'at',
    sql`
    select type,
      count(*)::int as made,
      count(*) filter (where ${isMature})::int as mature,
      count(*) filter (where ${isMature} and ${isBroken})::int as broken,
      count(*) filter (where ${isMature} and not escalated)::int as "matureL1",
      count(*) filter (where ${isMature} and ${isBroken} and not escalated)::int as "brokenL1",
      count(broken_at)::int as "brokenEver",
      count(*) filter (where rating_requested_at is not null or rating is not null)::int as asked,
      count(rating)::int as rated,
      count(*) filter (where rating = 'up')::int as up
    from resolution_fact`,
  )
}

/**
 * Counts by week and type. Each week is one range of the index: several times faster than asking
 * every row for its week in the time zone.
 */
async function byWeek<Counts>(
  db: Kysely<DB>,
  scope: Scope,
  column: TimeColumn,
  select: RawBuilder<unknown>,
): Promise<Counts[]> {
  const at = sql.ref(column)
  const { rows } = await sql<Counts>`
    select to_char(monday, 'YYYY-MM-DD') as week, counted.*
    from (${weeksOf(scope)}) as week
    cross join lateral (
      ${select}
      where ${within(column, scope)} and ${at} >= week.begins and ${at} < week.ends
      group by type
    ) as counted
    order by monday`.execute(db)
  return rows
}

export async function countReopenedTickets(db: Kysely<DB>, scope: Scope): Promise<number> {
  const { rows } = await sql<{ tickets: number }>`
    select count(distinct ticket_id)::int as tickets from resolution_fact
    where ${within('at', scope)} and broken_at is not null`.execute(db)
  return rows[0]?.tickets ?? 0
}

export type ArrivalCounts = { origin: string; tickets: number; voided: number }

export async function countArrivals(db: Kysely<DB>, scope: Scope): Promise<ArrivalCounts[]> {
  const { rows } = await sql<ArrivalCounts>`
    select origin, count(*)::int as tickets, count(*) filter (where is_void)::int as voided
    from ticket_fact
    where ${within('received_at', scope)}
    group by origin
    order by tickets desc, origin`.execute(db)
  return rows
}

/**
 * How long the problems reported in the period lasted, in hours: until the standing resolution, or
 * so far. A problem that a repeat contact took over was unsolved at least until then.
 */
export async function readProblemHours(db: Kysely<DB>, scope: Scope): Promise<Durations> {
  const until = sql`coalesce(standing_at, continued_at, ${scope.asOf})`
  const seconds = sql`greatest(0, date_part('epoch', ${until} - problem_started_at)::bigint)::text`
  const { rows } = await sql<{ ended: string | null; censored: string | null }>`
    select string_agg(${seconds}, ' ') filter (where standing_at is not null) as ended,
      string_agg(${seconds}, ' ') filter (where standing_at is null) as censored
    from ticket_fact
    where ${within('received_at', scope)} and not is_void`.execute(db)
  return durationsOf(rows[0], 3_600)
}

/** Per week whose windows are still open: days from each resolution to its reopen, or so far. */
export async function readOpenWindows(
  db: Kysely<DB>,
  scope: Scope,
): Promise<Map<string, Durations>> {
  const seconds = (until: RawBuilder<unknown>) =>
    sql`greatest(0, date_part('epoch', ${until} - at)::bigint)::text`
  const { rows } = await sql<{ week: string; ended: string | null; censored: string | null }>`
    select to_char(monday, 'YYYY-MM-DD') as week,
      string_agg(${seconds(sql`broken_at`)}, ' ') filter (where broken_at is not null) as ended,
      string_agg(${seconds(sql`${scope.asOf}::timestamptz`)}, ' ') filter (where broken_at is null) as censored
    from (${weeksOf(scope)}) as week
    join resolution_fact on at >= week.begins and at < week.ends
    where ${within('at', scope)} and week.ends > ${matureBefore(scope)}
    group by monday`.execute(db)
  return new Map(rows.map((row) => [row.week, durationsOf(row, 86_400)]))
}

/** Seconds as text, because the driver takes ten times longer to parse an array of as many. */
function durationsOf(
  row: { ended: string | null; censored: string | null } | undefined,
  unitSeconds: number,
): Durations {
  const units = (text: string | null | undefined) =>
    text ? text.split(' ').map((seconds) => Number(seconds) / unitSeconds) : []
  return { ended: units(row?.ended), censored: units(row?.censored) }
}

type TimeColumn = 'at' | 'standing_at' | 'received_at'

/** The condition of a period and its filters, as the indexes of the fact tables expect it. */
export function within(column: TimeColumn, scope: Scope): RawBuilder<unknown> {
  const at = sql.ref(column)
  const type = scope.type === undefined ? sql`` : sql`and type = ${scope.type}`
  const channel = scope.channel === undefined ? sql`` : sql`and channel = ${scope.channel}`
  return sql`${at} >= ${scope.from} and ${at} < ${scope.to} ${type} ${channel}`
}

/** What was resolved at this moment or before is old enough to be judged. */
export function matureBefore(scope: Scope): RawBuilder<unknown> {
  return sql`(${scope.asOf}::timestamptz - ${window(scope)})`
}

/** Exactly so many times 24 hours, also where a clock change makes a day longer or shorter. */
export function window(scope: Scope): RawBuilder<unknown> {
  return sql`make_interval(hours => ${scope.windowDays * 24}::int)`
}

/** The weeks that touch the period, each from its Monday on, as the time zone has it. */
function weeksOf({ from, to, timeZone }: Scope): RawBuilder<unknown> {
  const local = (at: Date) => sql`(${at}::timestamptz at time zone ${timeZone})`
  return sql`
    select monday, monday at time zone ${timeZone} as begins,
      (monday + interval '7 days') at time zone ${timeZone} as ends
    from generate_series(date_trunc('week', ${local(from)}), ${local(to)}, '7 days') as monday`
}
