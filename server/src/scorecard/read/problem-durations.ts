import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import type { BusinessClock } from '#server/scorecard/statistics/business-hours.ts'
import { secondsOfBucket } from '#server/scorecard/sums/contributions.ts'
import type { Durations } from '#server/scorecard/statistics/kaplan-meier.ts'
import { passes, within } from './scope.ts'
import type { Scope } from './scope.ts'
import { onlyRow } from '#server/database/only-row.ts'

/**
 * How long the problems reported in the period lasted, in hours: until the standing resolution, or
 * so far. A problem that a repeat contact took over was unsolved at least until then.
 */
export type ProblemDurations = { hours: Durations; business: Durations | null; isExact: boolean }

/** From every fact of the period. */
export async function readDurations(
  db: Kysely<DB>,
  scope: Scope,
  clock: BusinessClock | null,
): Promise<ProblemDurations> {
  const [over, open] = await Promise.all([
    readOver(db, within('received_at', scope)),
    readOpen(db, scope),
  ])
  return combined([over], open, scope, clock, true)
}

/** From histograms for the whole weeks of the period; from the facts only for what is left over. */
export async function estimateDurations(
  db: Kysely<DB>,
  scope: Scope,
  clock: BusinessClock | null,
): Promise<ProblemDurations> {
  const { begins, ends, edges } = await weeksWithin(db, scope)
  const [histogram, open, ...rest] = await Promise.all([
    readHistogram(db, scope, begins, ends),
    readOpen(db, scope),
    ...edges.map((edge) => readOver(db, within('received_at', { ...scope, ...edge }))),
  ])
  return combined([histogram, ...rest], open, scope, clock, false)
}

/** Seconds, and of how many tickets. */
type Lasted = { seconds: number[]; tickets: number[] }
type Measure = 'solved' | 'continued' | 'solved_business' | 'continued_business'
type Over = Partial<Record<Measure, Lasted>>

async function readOver(db: Kysely<DB>, condition: RawBuilder<unknown>): Promise<Over> {
  const { rows } = await sql<{ measure: Measure; seconds: Buffer | null; business: Buffer | null }>`
    select case when standing_at is null then 'continued' else 'solved' end as measure,
      ${packed(sql`date_part('epoch', coalesce(standing_at, continued_at) - problem_started_at)`)} as seconds,
      ${packed(sql`business_seconds`)} filter (where business_seconds is not null) as business
    from ticket_fact
    where ${condition} and not is_void and coalesce(standing_at, continued_at) is not null
    group by 1`.execute(db)
  const over: Over = {}
  for (const { measure, seconds, business } of rows) {
    over[measure] = oneEach(unpacked(seconds))
    over[`${measure}_business` as Measure] = oneEach(unpacked(business))
  }
  return over
}

const oneEach = (seconds: number[]): Lasted => ({ seconds, tickets: seconds.map(() => 1) })

/** When the problems that are not over began, in seconds since 1970. */
async function readOpen(db: Kysely<DB>, scope: Scope): Promise<number[]> {
  const { rows } = await sql<{ began: Buffer | null }>`
    select ${packed(sql`date_part('epoch', problem_started_at)`)} as began
    from ticket_fact
    where ${within('received_at', scope)}
      and standing_at is null and continued_at is null and not is_void`.execute(db)
  return unpacked(rows[0]?.began ?? null)
}

async function readHistogram(
  db: Kysely<DB>,
  scope: Scope,
  begins: string,
  ends: string,
): Promise<Over> {
  const grain = [scope.type, scope.channel, scope.product].some((one) => one !== undefined)
    ? 'problem'
    : 'origin'
  const { rows } = await sql<{ measure: Measure; bucket: number; tickets: number }>`
    select measure, bucket, sum(tickets)::int as tickets
    from scorecard_duration
    join scorecard_group on id = group_id
    where grain = ${grain} and ${passes(scope)} and begins >= ${begins} and begins < ${ends}
    group by bucket, measure`.execute(db)
  const over: Over = {}
  for (const { measure, bucket, tickets } of rows) {
    const lasted = (over[measure] ??= { seconds: [], tickets: [] })
    lasted.seconds.push(secondsOfBucket(bucket))
    lasted.tickets.push(tickets)
  }
  return over
}

/**
 * The current week counts as whole where the period goes on until now: nothing is known of its rest.
 */
async function weeksWithin(db: Kysely<DB>, { from, to, asOf, timeZone }: Scope) {
  const monday = (at: RawBuilder<unknown>) =>
    sql`date_trunc('week', ${at} at time zone ${timeZone})`
  const isMoment = (local: RawBuilder<unknown>) => sql`${local} at time zone ${timeZone}`
  const first = sql`(case when ${isMoment(monday(sql`${from}::timestamptz`))} = ${from}::timestamptz
    then ${monday(sql`${from}::timestamptz`)} else ${monday(sql`${from}::timestamptz`)} + interval '7 days' end)`
  const last = sql`greatest(${first}, ${monday(sql`${to}::timestamptz`)}
    + case when ${to}::timestamptz > ${asOf}::timestamptz then interval '7 days' else interval '0' end)`
  const { rows } = await sql<{ begins: string; ends: string; firstAt: Date; lastAt: Date }>`
    select to_char(${first}, 'YYYY-MM-DD') as begins, to_char(${last}, 'YYYY-MM-DD') as ends,
      ${isMoment(first)} as "firstAt", ${isMoment(last)} as "lastAt"`.execute(db)
  const { begins, ends, firstAt, lastAt } = onlyRow(rows)
  const edges = [
    { from, to: firstAt < to ? firstAt : to },
    { from: lastAt > from ? lastAt : from, to },
  ].filter((edge, index) => edge.from < edge.to && (index === 0 || lastAt >= firstAt))
  return { begins, ends, edges: firstAt >= to ? [{ from, to }] : edges }
}

function combined(
  parts: readonly Over[],
  open: readonly number[],
  { asOf }: Scope,
  clock: BusinessClock | null,
  isExact: boolean,
): ProblemDurations {
  const now = asOf.getTime()
  const age = (began: number) => Math.max(0, now / 1000 - began)
  const durations = (solved: Measure, continued: Measure, ages: readonly number[]): Durations => {
    const ended = parts.flatMap((part) => part[solved] ?? [])
    const censored = [...parts.flatMap((part) => part[continued] ?? []), oneEach([...ages])]
    return {
      ended: inHours(ended),
      endedCounts: ended.flatMap(({ tickets }) => tickets),
      censored: inHours(censored),
      censoredCounts: censored.flatMap(({ tickets }) => tickets),
    }
  }
  const businessAges = clock && open.map((began) => clock(began * 1000, now))
  return {
    hours: durations('solved', 'continued', open.map(age)),
    business: businessAges && durations('solved_business', 'continued_business', businessAges),
    isExact,
  }
}

function inHours(lasted: readonly Lasted[]): number[] {
  return lasted.flatMap(({ seconds }) => seconds.map((value) => value / 3_600))
}

/** All as one value of four bytes each, because the driver takes far longer to parse an array. */
export function packed(seconds: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`string_agg(int4send(least(greatest(0, ${seconds}), 2147483647)::int), '')`
}

export function unpacked(seconds: Buffer | null): number[] {
  if (seconds === null) return []
  return Array.from({ length: seconds.length / 4 }, (_, index) => seconds.readInt32BE(index * 4))
}
