import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

/** What the sums are made by. */
export type SumsBasis = { timeZone: string; windowDays: number }

/** Rows like those of the fact tables, each with a `sign`: 1 to add what it counts, -1 to take it away. */
export type SignedFacts = { tickets: RawBuilder<unknown>; resolutions: RawBuilder<unknown> }

export const groupColumns = sql`grain, origin, type, channel, product, line, escalated`

/** Names a group by its values; no value is one too. */
export function groupKey(): RawBuilder<unknown> {
  const values = ['type', 'channel', 'product', 'line'].map(
    (name) => sql`coalesce(${sql.ref(name)}, chr(30))`,
  )
  return sql`md5(concat_ws(chr(31), grain, origin, ${sql.join(values)}, coalesce(escalated::text, '')))::uuid`
}

/** The counters of scorecard_count, in one order everywhere. */
export const counters = [
  'resolved',
  'made',
  'broken',
  'broken_ever',
  'asked',
  'rated',
  'rated_up',
  'received',
  'solved',
  'voided',
] as const

/**
 * The only definition of what a fact adds to scorecard_count; used for a change of one ticket as for
 * building everything again.
 */
export function countContributions(facts: SignedFacts, basis: SumsBasis): RawBuilder<unknown> {
  const sums = sql.join(counters.map((name) => sql`sum(${sql.ref(name)})::int as ${sql.ref(name)}`))
  const isChanged = sql.join(
    counters.map((name) => sql`sum(${sql.ref(name)}) <> 0`),
    sql` or `,
  )
  // by day first: a week then adds up seven rows instead of all its tickets
  return sql`
    select span, spanned.begins, ${groupColumns}, ${sums}
    from (
      select day, ${groupColumns}, ${sums}
      from (${contributions(facts, basis)}) as contribution
      group by day, ${groupColumns}
    ) as by_day
    cross join lateral (values
      ('day', day), ('week', date_trunc('week', day::timestamp)::date)) as spanned (span, begins)
    group by span, spanned.begins, ${groupColumns}
    having ${isChanged}`
}

function contributions(facts: SignedFacts, { timeZone, windowDays }: SumsBasis) {
  const dayOf = (column: string) => sql`(${sql.ref(column)} at time zone ${timeZone}::text)::date`
  const none = (names: readonly string[]) =>
    sql.join(names.map((name) => sql`0 as ${sql.ref(name)}`))
  const window = sql`make_interval(hours => ${windowDays * 24}::int)`
  return sql`
    select ${dayOf('standing_at')} as day, 'resolution' as grain, origin, type, channel, product,
      standing_line as line, escalated, sign as resolved, ${none(counters.slice(1))}
    from ${facts.tickets} as ticket where standing_at is not null
    union all
    select ${dayOf('at')}, 'resolution', origin, type, channel, product, line, escalated,
      0, sign, sign * (broken_at is not null and broken_at - at <= ${window})::int,
      sign * (broken_at is not null)::int,
      sign * (rating_requested_at is not null or rating is not null)::int,
      sign * (rating is not null)::int, sign * (rating is not distinct from 'up')::int, 0, 0, 0
    from ${facts.resolutions} as resolution
    union all
    select ${dayOf('received_at')}, 'resolution', origin, type, channel, product, standing_line, escalated,
      0, 0, 0, 0, 0, 0, 0, sign, sign * (standing_at is not null)::int, sign * is_void::int
    from ${facts.tickets} as ticket`
}

/** The only definition of what a fact adds to scorecard_duration. */
export function durationContributions(facts: SignedFacts, { timeZone }: SumsBasis) {
  const seconds = sql`floor(extract(epoch from coalesce(standing_at, continued_at) - problem_started_at))`
  return sql`
    select begins, ${groupColumns}, measure, bucket, sum(sign)::int as tickets
    from (
      select date_trunc('week', received_at at time zone ${timeZone}::text)::date as begins, sign, origin as from_origin,
        type as of_type, channel as of_channel, product as of_product,
        case when standing_at is null then 'continued' else 'solved' end as ending,
        ${seconds} as seconds, business_seconds
      from ${facts.tickets} as ticket
      where coalesce(standing_at, continued_at) is not null and not is_void
    ) as ended
    cross join lateral (values
      (ending, seconds::float8), (ending || '_business', business_seconds::float8)
    ) as measured (measure, lasted)
    cross join lateral (values
      ('origin', from_origin, null::text, null::text, null::text, null::text, null::boolean),
      ('problem', from_origin, of_type, of_channel, of_product, null, null)
    ) as grouped (${groupColumns})
    cross join lateral (
      select case when lasted < 1 then -1 else floor(ln(lasted) / ln(1.02::float8)) end::smallint as bucket
    ) as bucketed
    where lasted is not null
    group by begins, ${groupColumns}, measure, bucket
    having sum(sign) <> 0`
}

/** The middle of a bucket, in seconds. */
export function secondsOfBucket(bucket: number): number {
  return bucket < 0 ? 0 : 1.02 ** (bucket + 0.5)
}
