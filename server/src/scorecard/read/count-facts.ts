import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { isBroken, matureBefore, weeksOf, within } from './scope.ts'
import type { Scope } from './scope.ts'

/** What is counted for one week (its Monday, `2016-02-29`) and ticket type. */
export type Counts = {
  week: string
  type: string | null
  /** Tickets by their standing resolution. */
  resolved: number
  l1: number
  held: number
  heldL1: number
  /** Resolutions by when they were made. */
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

type TicketCounts = Pick<Counts, 'week' | 'type' | 'resolved' | 'l1' | 'held' | 'heldL1'>
type ResolutionCounts = Omit<Counts, 'resolved' | 'l1' | 'held' | 'heldL1'>

/** Of which of the scopes that were asked about together. */
export type OfScope<Row> = Row & { scope: number }

/** From the facts themselves: the definition, which the rollups must equal. */
export async function countFacts(
  db: Kysely<DB>,
  scopes: readonly Scope[],
): Promise<OfScope<Counts>[]> {
  if (scopes.length === 0) return []
  const [{ rows: tickets }, { rows: resolutions }] = await Promise.all([
    ofEach(scopes.map(ticketCounts)).execute(db),
    ofEach(scopes.map(resolutionCounts)).execute(db),
  ])
  return [...tickets, ...resolutions].map((counted) => ({ ...nothing, ...counted }))
}

/** Many questions in one statement; each answered row says which of them it answers. */
export function ofEach<Row>(counts: readonly RawBuilder<Row>[]): RawBuilder<OfScope<Row>> {
  const each = counts.map(
    (one, scope) => sql`select ${scope}::int as scope, one.* from (${one}) as one`,
  )
  return sql`${sql.join(each, sql` union all `)}`
}

const nothing = {
  resolved: 0,
  l1: 0,
  held: 0,
  heldL1: 0,
  made: 0,
  mature: 0,
  broken: 0,
  matureL1: 0,
  brokenL1: 0,
  brokenEver: 0,
  asked: 0,
  rated: 0,
  up: 0,
}

function ticketCounts(scope: Scope): RawBuilder<TicketCounts> {
  return sql<TicketCounts>`
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
    group by monday, type`
}

function resolutionCounts(scope: Scope): RawBuilder<ResolutionCounts> {
  return sql<ResolutionCounts>`
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
    group by monday, type`
}

/**
 * The weeks of the period, the one in which maturity ends in two: what holds for a part as a whole
 * need not be asked of each row, and each part is one range of the index.
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

/**
 * The tickets among resolutions that were broken, given how many of those there are. Only tickets
 * broken more than once make a difference, and they are few.
 */
export async function ticketsAmongBroken(
  db: Kysely<DB>,
  scope: Scope,
  brokenResolutions: number,
): Promise<number> {
  const { rows } = await sql<{ surplus: number }>`
    select (count(*) - count(distinct ticket_id))::int as surplus
    from resolution_fact where broken_again and ${within('at', scope)}`.execute(db)
  return brokenResolutions - (rows[0]?.surplus ?? 0)
}

export type Arrivals = { origin: string; received: number; solved: number; voided: number }

export async function countArrivalFacts(db: Kysely<DB>, scope: Scope): Promise<Arrivals[]> {
  const { rows } = await sql<Arrivals>`
    select origin, count(*)::int as received,
      count(*) filter (where standing_at is not null)::int as solved,
      count(*) filter (where is_void)::int as voided
    from ticket_fact where ${within('received_at', scope)}
    group by origin`.execute(db)
  return rows
}
