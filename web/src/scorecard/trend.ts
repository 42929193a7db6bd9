import type { Proportion, ScorecardWeek } from '@firstline/contract/scorecard'

export interface Change {
  /** After minus before, −1…1, with its 95% interval. */
  difference: number
  low: number
  high: number
  /** unclear: the interval includes no change at all. */
  direction: 'up' | 'down' | 'unclear'
}

export interface Trend {
  /** Weeks on each side of the comparison. */
  weeks: number
  /** Monday of the first week of the later half. */
  since: string
  l1: Change | null
  reopen: Change
}

type Counts = Pick<Proportion, 'count' | 'of'>

/** Below this a rate says little; it is greyed and never makes a trend. */
export const few = 20
const longest = 8
const z = 1.959964

/**
 * The newest weeks that are judged for good against as many before them: the same weeks for both
 * numbers. Null when there is too little to compare.
 */
export function trendOf(weeks: readonly ScorecardWeek[]): Trend | null {
  const judged = weeks.filter(({ immature }) => immature === 0)
  const span = Math.min(longest, Math.floor(judged.length / 2))
  const after = span < 2 ? [] : judged.slice(-span)
  const before = judged.slice(-2 * span, -span)
  const reopen = changeBetween(pooled(before, 'reopen'), pooled(after, 'reopen'))
  if (!reopen || !after[0]) return null
  const l1 = changeBetween(pooled(before, 'l1'), pooled(after, 'l1'))
  return { weeks: span, since: after[0].week, l1, reopen }
}

export function pooled(
  weeks: readonly Partial<Record<'l1' | 'reopen', Counts | null>>[],
  figure: 'l1' | 'reopen',
): Counts {
  const sum = (key: keyof Counts) =>
    weeks.reduce((total, week) => total + (week[figure]?.[key] ?? 0), 0)
  return { count: sum('count'), of: sum('of') }
}

/** Newcombe's interval for the difference of two proportions (1998, method 10). */
function changeBetween(before: Counts, after: Counts): Change | null {
  if (before.of < few || after.of < few) return null
  const [a, b] = [wilson(before), wilson(after)]
  const difference = b.rate - a.rate
  const low = difference - Math.hypot(b.rate - b.low, a.high - a.rate)
  const high = difference + Math.hypot(b.high - b.rate, a.rate - a.low)
  const direction = low > 0 ? 'up' : high < 0 ? 'down' : 'unclear'
  return { difference, low, high, direction }
}

function wilson({ count, of }: Counts) {
  const rate = count / of
  const centre = (rate + z ** 2 / (2 * of)) / (1 + z ** 2 / of)
  const half =
    (z / (1 + z ** 2 / of)) * Math.sqrt((rate * (1 - rate)) / of + z ** 2 / (4 * of ** 2))
  return { rate, low: centre - half, high: centre + half }
}
