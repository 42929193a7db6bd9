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
  const { rows } = await sql<TicketCounts>`
    select to_char(week, 'YYYY-MM-DD') as week, type, resolved, l1, held, "heldL1" from (
      select ${weekOf('standing_at', scope)} as week, type,
        count(*)::int as resolved,
        count(*) filter (where not escalated)::int as l1,
        count(*) filter (where ${isHeld})::int as held,
        count(*) filter (where ${isHeld} and not escalated)::int as "heldL1"
      from ticket_fact
      where ${within('standing_at', scope)}
      group by 1, 2
    ) as counted
    order by week`.execute(db)
  return rows
}

export async function countResolutions(db: Kysely<DB>, scope: Scope): Promise<ResolutionCounts[]> {
  const isMature = sql`at <= ${matureBefore(scope)}`
  const isBroken = sql`broken_at <= at + ${window(scope)}`
  const { rows } = await sql<ResolutionCounts>`
    select to_char(week, 'YYYY-MM-DD') as week, type, made, mature, broken, "matureL1", "brokenL1",
      "brokenEver", asked, rated, up
    from (
      select ${weekOf('at', scope)} as week, type,
        count(*)::int as made,
        count(*) filter (where ${isMature})::int as mature,
        count(*) filter (where ${isMature} and ${isBroken})::int as broken,
        count(*) filter (where ${isMature} and not escalated)::int as "matureL1",
        count(*) filter (where ${isMature} and ${isBroken} and not escalated)::int as "brokenL1",
        count(broken_at)::int as "brokenEver",
        count(*) filter (where rating_requested_at is not null or rating is not null)::int as asked,
        count(rating)::int as rated,
        count(*) filter (where rating = 'up')::int as up
      from resolution_fact
      where ${within('at', scope)}
      group by 1, 2
    ) as counted
    order by week`.execute(db)
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
  const hours = sql`greatest(0, extract(epoch from ${until} - problem_started_at) / 3600)::float8`
  const { rows } = await sql<{ ended: string | null; censored: string | null }>`
    select string_agg((${hours})::text, ' ') filter (where standing_at is not null) as ended,
      string_agg((${hours})::text, ' ') filter (where standing_at is null) as censored
    from ticket_fact
    where ${within('received_at', scope)} and not is_void`.execute(db)
  return durationsOf(rows[0])
}

/** Per week whose windows are still open: days from each resolution to its reopen, or so far. */
export async function readOpenWindows(
  db: Kysely<DB>,
  scope: Scope,
): Promise<Map<string, Durations>> {
  const days = (until: RawBuilder<unknown>) =>
    sql`greatest(0, extract(epoch from ${until} - at) / 86400)::float8::text`
  const openFrom = sql`date_trunc('week', ${matureBefore(scope)} at time zone ${scope.timeZone}) at time zone ${scope.timeZone}`
  const { rows } = await sql<{ week: string; ended: string | null; censored: string | null }>`
    select to_char(${weekOf('at', scope)}, 'YYYY-MM-DD') as week,
      string_agg(${days(sql`broken_at`)}, ' ') filter (where broken_at is not null) as ended,
      string_agg(${days(sql`${scope.asOf}::timestamptz`)}, ' ') filter (where broken_at is null) as censored
    from resolution_fact
    where ${within('at', scope)} and at >= ${openFrom}
    group by 1`.execute(db)
  return new Map(rows.map((row) => [row.week, durationsOf(row)]))
}

/** Text, because the driver takes ten times longer to parse an array of as many numbers. */
function durationsOf(
  row: { ended: string | null; censored: string | null } | undefined,
): Durations {
  const numbers = (text: string | null | undefined) => (text ? text.split(' ').map(Number) : [])
  return { ended: numbers(row?.ended), censored: numbers(row?.censored) }
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

function weekOf(column: TimeColumn, scope: Scope): RawBuilder<unknown> {
  return sql`date_trunc('week', ${sql.ref(column)} at time zone ${scope.timeZone})`
}
