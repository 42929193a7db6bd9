import { present } from '@firstline/contract/present'
import type { ScorecardWeek, Trend, Verdict } from '@firstline/contract/scorecard'
import type { Proportion } from './proportion.ts'

/**
 * Whether a weekly rate rises or falls: logistic regression of the rate on the week, with the
 * dispersion estimated from how much the weeks scatter (quasi-binomial; never less than chance
 * itself), so that a few odd weeks do not pass for a trend.
 *
 * McCullagh, P. & Nelder, J. A. (1989). Generalized Linear Models, 2nd ed., 4.5 and 9.2.
 *
 * Where a week parts those in which it never happened from those in which it did, likelihood has no
 * maximum; then it is penalised, which always gives one.
 *
 * Firth, D. (1993). Bias reduction of maximum likelihood estimates. Biometrika 80, 27–38.
 */
const fewestWeeks = 4
const fewestTickets = 40
/** Rates that surely moved less than this over the period are flat. */
const flatWithin = 0.01
const z = 1.959963984540054

type Figure = 'l1' | 'reopen'
type Point = { week: string; at: number } & Pick<Proportion, 'count' | 'of'>

/** The newest weeks at most so many; only what is judged for good. */
const longest = 26

export function trendsOf(weeks: readonly ScorecardWeek[]) {
  const judged = weeks.filter(({ immature }) => immature === 0).slice(-longest)
  const [l1, reopen] = [trendOf(judged, 'l1'), trendOf(judged, 'reopen')]
  return { l1, reopen, verdict: verdictOf(l1, reopen) }
}

export function trendOf(
  weeks: readonly Pick<ScorecardWeek, 'week' | Figure>[],
  figure: Figure,
): Trend | null {
  const points = weeks.flatMap((week, index): Point[] => {
    const { count, of } = week[figure] ?? { count: 0, of: 0 }
    return of === 0 ? [] : [{ week: week.week, at: index, count, of }]
  })
  const of = points.reduce((sum, point) => sum + point.of, 0)
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < fewestWeeks || of < fewestTickets) return null
  const { begin, end, change, error } = fit(points)
  const [low, high] = [Math.max(-1, change - z * error), Math.min(1, change + z * error)]
  return {
    since: first.week,
    until: last.week,
    weeks: points.length,
    of,
    begin,
    end,
    change,
    low,
    high,
    p: error === 0 ? 1 : twoSided(change / error),
    direction: directionOf(low, high),
  }
}

function directionOf(low: number, high: number): Trend['direction'] {
  if (low >= -flatWithin && high <= flatWithin) return 'flat'
  if (low > 0) return 'rising'
  return high < 0 ? 'falling' : 'unclear'
}

/** By the direction of resolution, then of reopens. */
const verdicts: Record<Trend['direction'], Record<Trend['direction'], Verdict>> = {
  rising: { falling: 'building', flat: 'building', unclear: 'climbing', rising: 'hollow' },
  flat: { falling: 'holding_better', flat: 'steady', unclear: 'unclear', rising: 'coming_back' },
  unclear: {
    falling: 'holding_better',
    flat: 'unclear',
    unclear: 'unclear',
    rising: 'coming_back',
  },
  falling: { falling: 'careful', flat: 'handing_on', unclear: 'handing_on', rising: 'worsening' },
}

/** What the two say together. Reopens that do not rise while resolution does is what a desk is for. */
export function verdictOf(l1: Trend | null, reopen: Trend | null): Verdict {
  return l1 && reopen ? verdicts[l1.direction][reopen.direction] : 'too_early'
}

/** @returns fitted rates of the first and last point, their difference and its standard error */
function fit(points: readonly Point[]) {
  const n = points.reduce((sum, { of }) => sum + of, 0)
  const events = points.reduce((sum, { count }) => sum + count, 0)
  if (events === 0 || events === n) {
    const rate = events / n
    // Nothing varies; what is possible all the same is at most the rule of three.
    return { begin: rate, end: rate, change: 0, error: 3 / n / z }
  }
  const centre = points.reduce((sum, { at, of }) => sum + at * of, 0) / n
  const centred = points.map(({ at, count, of }) => ({ x: at - centre, count, of }))
  const start = Math.log(events / (n - events))
  const top =
    climb(centred, start, { isPenalised: false, rounds: 50 }) ??
    present(climb(centred, start, { isPenalised: true, rounds: 500 }))
  return spread(centred, top)
}

/** A week, `x` of them from the middle of all tickets. */
type Week = { x: number; count: number; of: number }
/** With the rate that is expected of it. */
type Expected = Week & { rate: number }
type Top = { a: number; b: number; information: Information }

const rateAt = (a: number, b: number, x: number) => logistic(a + b * x)

/** @returns null when the likelihood has no maximum that could be reached */
function climb(
  weeks: readonly Week[],
  start: number,
  { isPenalised, rounds }: { isPenalised: boolean; rounds: number },
): Top | null {
  const { first, last } = endsOf(weeks)
  let [a, b] = [start, 0]
  for (let round = 0; round < rounds; round++) {
    const expected = weeks.map((week) => ({ ...week, rate: rateAt(a, b, week.x) }))
    const information = informationOf(expected)
    const step = newtonStep(expected, information, isPenalised)
    if (!Number.isFinite(step.a + step.b)) break
    const size = Math.max(Math.abs(step.a), Math.abs(step.b) * Math.abs(last - first))
    const share = isPenalised ? Math.min(1, longestStep / size) : 1
    a += share * step.a
    b += share * step.b
    const isThere = Math.abs(step.a) + Math.abs(step.b) < 1e-10
    if (isThere || (isPenalised && round === rounds - 1)) return { a, b, information }
  }
  return null
}

/** On the scale of log odds: the penalised climb could else jump over its top. */
const longestStep = 0.5

type Information = { aa: number; ab: number; bb: number }

function informationOf(weeks: readonly Expected[]): Information {
  return {
    aa: total(weeks, weightOf),
    ab: total(weeks, (week) => weightOf(week) * week.x),
    bb: total(weeks, (week) => weightOf(week) * week.x ** 2),
  }
}

function weightOf({ of, rate }: Expected): number {
  return of * rate * (1 - rate)
}

function newtonStep(
  weeks: readonly Expected[],
  { aa, ab, bb }: Information,
  isPenalised: boolean,
): { a: number; b: number } {
  const determinant = aa * bb - ab ** 2
  const leverage = (week: Expected) =>
    (weightOf(week) * (bb - 2 * ab * week.x + aa * week.x ** 2)) / determinant
  const residual = (week: Expected) =>
    week.count - week.of * week.rate + (isPenalised ? leverage(week) * (0.5 - week.rate) : 0)
  const [ra, rb] = [total(weeks, residual), total(weeks, (week) => residual(week) * week.x)]
  return { a: (bb * ra - ab * rb) / determinant, b: (aa * rb - ab * ra) / determinant }
}

function spread(weeks: readonly Week[], { a, b, information: { aa, ab, bb } }: Top) {
  const { first, last } = endsOf(weeks)
  const [begin, end] = [rateAt(a, b, first), rateAt(a, b, last)]
  const determinant = aa * bb - ab ** 2
  // the delta method: how the difference of the two fitted rates moves with a and b
  const byA = end * (1 - end) - begin * (1 - begin)
  const byB = end * (1 - end) * last - begin * (1 - begin) * first
  const variance = (byA ** 2 * bb - 2 * byA * byB * ab + byB ** 2 * aa) / determinant
  return {
    begin,
    end,
    change: end - begin,
    error: Math.sqrt(variance * dispersion(weeks, a, b)),
  }
}

function endsOf(weeks: readonly Week[]): { first: number; last: number } {
  return { first: present(weeks[0]).x, last: present(weeks.at(-1)).x }
}

/** Pearson's: how many times more the weeks scatter than chance alone would have them. */
function dispersion(weeks: readonly Week[], a: number, b: number): number {
  const square = ({ x, count, of }: Week) => {
    const rate = rateAt(a, b, x)
    return (count - of * rate) ** 2 / (of * rate * (1 - rate))
  }
  return Math.max(1, total(weeks, square) / (weeks.length - 2))
}

const logistic = (value: number) => 1 / (1 + Math.exp(-value))
const total = <Item>(items: readonly Item[], value: (item: Item) => number) =>
  items.reduce((sum, item) => sum + value(item), 0)

/** Twice the tail of the normal distribution (Abramowitz & Stegun 7.1.26, error below 2e-7). */
function twoSided(score: number): number {
  const value = Math.abs(score) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * value)
  const series =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  return Math.min(1, series * Math.exp(-(value ** 2)))
}
