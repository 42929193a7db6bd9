import { GetScorecardChange } from '@firstline/contract/scorecard-insights'
import type { Happening, ScorecardChange } from '@firstline/contract/scorecard-insights'
import { sql } from 'kysely'
import { defineQuery } from '#server/core/verb.ts'
import { configuredBasis } from '#server/scorecard/sums/basis.ts'
import type { Counts } from './count-facts.ts'
import { countWeeks } from './count-period.ts'
import { readHappenings } from './happenings.ts'
import type { TypedHappening } from './happenings.ts'
import { isoWeekOf } from '#server/scorecard/statistics/iso-week.ts'
import { difference, proportion } from '#server/scorecard/statistics/proportion.ts'
import type { Proportion } from '#server/scorecard/statistics/proportion.ts'
import { scopeOf, sourceOf } from './queries.ts'
import type { ScorecardDesk } from './queries.ts'
import { onlyRow } from '#server/database/only-row.ts'

const shownTypes = 10
const shownHappenings = 50

/** What the L1 rate of a week owes to other types coming in, and what to the same types going otherwise. */
export const getScorecardChange = defineQuery({
  permission: 'scorecard:read',
  input: GetScorecardChange,
  async run(desk: ScorecardDesk, { week, ...filter }): Promise<ScorecardChange> {
    const { first, second, end } = await weeksToCompare(desk, week)
    const scope = await scopeOf(desk, { ...filter, from: first, to: end, weeks: 2 })
    const { source } = await sourceOf(desk)
    const [counts, happenings] = await Promise.all([
      countWeeks(desk.db, scope, source),
      readHappenings(desk.db, scope.from, scope.to),
    ])
    const inWeek = (monday: string) => counts.filter((one) => one.week === monday)
    return explained({ first, second }, inWeek(first), inWeek(second), happenings)
  },
})

/** The last whole week and the one before it, or the week of that day. */
async function weeksToCompare({ db, clock, ...desk }: ScorecardDesk, day: string | undefined) {
  const zone = configuredBasis(desk).timeZone
  const week = day
    ? sql`date_trunc('week', ${day}::timestamp)`
    : sql`date_trunc('week', ${clock.now()}::timestamptz at time zone ${zone}) - interval '7 days'`
  const date = (offset: string) => sql`to_char(week + ${offset}::interval, 'YYYY-MM-DD')`
  const { rows } = await sql<{ first: string; second: string; end: string }>`
    select ${date('-7 days')} as first, ${date('0')} as second, ${date('7 days')} as end
    from (select ${week} as week) as wanted`.execute(db)
  return onlyRow(rows)
}

export function explained(
  { first, second }: { first: string; second: string },
  before: readonly Counts[],
  after: readonly Counts[],
  happenings: readonly TypedHappening[],
): ScorecardChange {
  const [b, a] = [l1Of(before), l1Of(after)]
  const types = contributions(before, after)
  const isKnown = b.of > 0 && a.of > 0
  const about = (type: string | null) =>
    happenings.filter(({ types: named }) => type !== null && named.includes(type)).map(untyped)
  return {
    before: { week: first, isoWeek: isoWeekOf(first), l1: b },
    after: { week: second, isoWeek: isoWeekOf(second), l1: a },
    ...(difference(b, a) ?? { change: null, low: null, high: null }),
    mix: isKnown ? sum(types, 'mix') : null,
    within: isKnown ? sum(types, 'within') : null,
    types: types
      .slice(0, shownTypes)
      .map((type) => ({ ...type, happenings: about(type.type).slice(0, shownHappenings) })),
    happenings: happenings.slice(0, shownHappenings).map(untyped),
  }
}

type Contribution = Omit<ScorecardChange['types'][number], 'happenings'>

/**
 * The change of a rate is the sum over types of (change of the type's share) × (its mean rate − the
 * mean rate of all) and (its mean share) × (change of its rate): exactly, with nothing left over. A
 * type that is there in one week only contributes by its share alone.
 */
function contributions(before: readonly Counts[], after: readonly Counts[]): Contribution[] {
  const [b, a] = [l1Of(before), l1Of(after)]
  if (b.rate === null || a.rate === null) return []
  const meanOfAll = (b.rate + a.rate) / 2
  const types = [...new Set([...before, ...after].map(({ type }) => type))]
  const rows = types.map((type): Contribution => {
    const inWeek = (week: readonly Counts[]) => l1Of(week.filter((one) => one.type === type))
    const [was, is] = [inWeek(before), inWeek(after)]
    const [shareBefore, shareAfter] = [was.of / b.of, is.of / a.of]
    const [rateBefore, rateAfter] = [was.rate ?? is.rate ?? 0, is.rate ?? was.rate ?? 0]
    return {
      type,
      before: was,
      after: is,
      mix: (shareAfter - shareBefore) * ((rateBefore + rateAfter) / 2 - meanOfAll),
      within: ((shareBefore + shareAfter) / 2) * (rateAfter - rateBefore),
    }
  })
  const size = ({ mix, within }: Contribution) => Math.abs(mix + within)
  return rows
    .filter(({ before: was, after: is }) => was.of + is.of > 0)
    .sort((one, other) => size(other) - size(one))
}

function l1Of(counts: readonly Counts[]): Proportion {
  return proportion(
    counts.reduce((total, { l1 }) => total + l1, 0),
    counts.reduce((total, { resolved }) => total + resolved, 0),
  )
}

function sum(types: readonly Contribution[], key: 'mix' | 'within'): number {
  return types.reduce((total, type) => total + type[key], 0)
}

function untyped({ kind, id, title, version, at }: TypedHappening): Happening {
  return { kind, id, title, version, at }
}
