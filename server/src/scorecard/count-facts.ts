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
  const { rows } = await sql<TicketCounts>`
    select to_char(monday, 'YYYY-MM-DD') as week, type,
      sum(tickets)::int as resolved,
      sum(first_line)::int as l1,
      sum(tickets * is_mature::int)::int as held,
      sum(first_line * is_mature::int)::int as "heldL1"
    from (${partsOf(scope)}) as part
    cross join lateral (
      select type, count(*) as tickets, count(*) filter (where not escalated) as first_line
      from ticket_fact
      where ${within('standing_at', scope)}
        and standing_at >= part.begins and standing_at < part.ends
      group by type
    ) as counted
    group by monday, type
    order by monday`.execute(db)
  return rows
}

export async function countResolutions(db: Kysely<DB>, scope: Scope): Promise<ResolutionCounts[]> {
  const { rows } = await sql<ResolutionCounts>`
    select to_char(monday, 'YYYY-MM-DD') as week, type,
      sum(resolutions)::int as made,
      sum(resolutions * is_mature::int)::int as mature,
      sum(broken * is_mature::int)::int as broken,
      sum(first_line * is_mature::int)::int as "matureL1",
      sum(broken_first_line * is_mature::int)::int as "brokenL1",
      sum(broken_ever)::int as "brokenEver",
      sum(asked)::int as asked,
      sum(rated)::int as rated,
      sum(up)::int as up
    from (${partsOf(scope)}) as part
    cross join lateral (
      select type, count(*) as resolutions,
        count(*) filter (where not escalated) as first_line,
        count(*) filter (where ${isBroken(scope)}) as broken,
        count(*) filter (where ${isBroken(scope)} and not escalated) as broken_first_line,
        count(broken_at) as broken_ever,
        count(*) filter (where rating_requested_at is not null or rating is not null) as asked,
        count(rating) as rated,
        count(*) filter (where rating = 'up') as up
      from resolution_fact
      where ${within('at', scope)} and at >= part.begins and at < part.ends
      group by type
    ) as counted
    group by monday, type
    order by monday`.execute(db)
  return rows
}

export async function countReopenedTickets(db: Kysely<DB>, scope: Scope): Promise<number> {
  const { rows } = await sql<{ tickets: number }>`
    select count(distinct ticket_id)::int as tickets from resolution_fact
    where ${within('at', scope)} and broken_at is not null`.execute(db)
  return rows[0]?.tickets ?? 0
}

export type Arrivals = {
  /** Largest first. */
  origins: { origin: string; tickets: number }[]
  voided: number
  /**
   * How long the problems reported in the period lasted, in hours: until the standing resolution,
   * or so far. A problem that a repeat contact took over was unsolved at least until then.
   */
  problemHours: Durations
}

type ArrivalRow = {
  origin: string
  isVoid: boolean
  isSolved: boolean
  tickets: number
  seconds: Buffer
}

/** What the tickets received in the period tell, in one pass over them. */
export async function countArrivals(db: Kysely<DB>, scope: Scope): Promise<Arrivals> {
  const until = sql`coalesce(standing_at, continued_at, ${scope.asOf})`
  const { rows } = await sql<ArrivalRow>`
    select origin, is_void as "isVoid", standing_at is not null as "isSolved",
      count(*)::int as tickets, ${secondsBetween(sql`problem_started_at`, until)} as seconds
    from ticket_fact
    where ${within('received_at', scope)}
    group by origin, is_void, standing_at is not null`.execute(db)
  const hours = (isSolved: boolean) => {
    const counted = rows.filter((row) => !row.isVoid && row.isSolved === isSolved)
    return unitsOf(Buffer.concat(counted.map(({ seconds }) => seconds)), 3_600)
  }
  return {
    origins: originsOf(rows),
    voided: rows.reduce((total, { isVoid, tickets }) => total + (isVoid ? tickets : 0), 0),
    problemHours: { ended: hours(true), censored: hours(false) },
  }
}

function originsOf(rows: readonly ArrivalRow[]): Arrivals['origins'] {
  return [...Map.groupBy(rows, ({ origin }) => origin)]
    .map(([origin, ofOrigin]) => ({
      origin,
      tickets: ofOrigin.reduce((total, { tickets }) => total + tickets, 0),
    }))
    .sort((a, b) => b.tickets - a.tickets || (a.origin < b.origin ? -1 : 1))
}

/** Per week whose windows are still open: days from each resolution to its reopen, or so far. */
export async function readOpenWindows(
  db: Kysely<DB>,
  scope: Scope,
): Promise<Map<string, Durations>> {
  const until = sql`coalesce(broken_at, ${scope.asOf})`
  const { rows } = await sql<{ week: string; ended: Buffer | null; censored: Buffer | null }>`
    select to_char(monday, 'YYYY-MM-DD') as week,
      ${secondsBetween(sql`at`, until)} filter (where broken_at is not null) as ended,
      ${secondsBetween(sql`at`, until)} filter (where broken_at is null) as censored
    from (${weeksOf(scope)}) as week
    join resolution_fact on at >= week.begins and at < week.ends
    where ${within('at', scope)} and week.ends > ${matureBefore(scope)}
    group by monday`.execute(db)
  return new Map(
    rows.map(({ week, ended, censored }) => [
      week,
      { ended: unitsOf(ended, 86_400), censored: unitsOf(censored, 86_400) },
    ]),
  )
}

/** All as one value of four bytes each, because the driver takes far longer to parse an array. */
function secondsBetween(from: RawBuilder<unknown>, until: RawBuilder<unknown>) {
  return sql`string_agg(int4send(least(greatest(0, date_part('epoch', ${until} - ${from})), 2147483647)::int), '')`
}

function unitsOf(seconds: Buffer | null, unitSeconds: number): Float64Array {
  const units = new Float64Array((seconds?.length ?? 0) / 4)
  for (let index = 0; index < units.length; index++) {
    units[index] = seconds!.readInt32BE(index * 4) / unitSeconds
  }
  return units
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

/** The customer came back within the window. */
export function isBroken(scope: Scope): RawBuilder<unknown> {
  return sql`broken_at - at <= ${window(scope)}`
}

/** Exactly so many times 24 hours, also where a clock change makes a day longer or shorter. */
function window(scope: Scope): RawBuilder<unknown> {
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

/**
 * The weeks once more, the one in which maturity ends in two: what holds for a part as a whole need
 * not be asked of each row, and each part is one range of the index.
 */
function partsOf(scope: Scope): RawBuilder<unknown> {
  const end = sql`(${matureBefore(scope)} + interval '1 microsecond')`
  return sql`
    select monday, part.*
    from (${weeksOf(scope)}) as week
    cross join lateral (values
      (week.begins, least(week.ends, ${end}), true),
      (greatest(week.begins, ${end}), week.ends, false)
    ) as part (begins, ends, is_mature)
    where part.begins < part.ends`
}
