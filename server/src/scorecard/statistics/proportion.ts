import { present } from '@firstline/contract/present'

/**
 * A rate that is never shown bare: its counts and its Wilson 95% score interval.
 *
 * Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference.
 * Journal of the American Statistical Association 22 (158), 209–212.
 */
export type Proportion = {
  count: number
  of: number
  /** 0…1; null when there is nothing to count (`of` = 0). */
  rate: number | null
  /** Bounds of the 95% interval, 0…1; null when `of` = 0. */
  low: number | null
  high: number | null
}

/** 97.5% quantile of the standard normal distribution. */
const Z = 1.959963984540054

export function proportion(count: number, of: number): Proportion {
  if (!Number.isInteger(count) || !Number.isInteger(of) || count < 0 || count > of) {
    throw new RangeError(`not a proportion: ${count} of ${of}`)
  }
  if (of === 0) return { count, of, rate: null, low: null, high: null }
  const rate = count / of
  const spread = 1 + Z ** 2 / of
  const centre = (rate + Z ** 2 / (2 * of)) / spread
  const margin = (Z / spread) * Math.sqrt((rate * (1 - rate)) / of + Z ** 2 / (4 * of ** 2))
  return {
    count,
    of,
    rate,
    low: count === 0 ? 0 : Math.max(0, centre - margin),
    high: count === of ? 1 : Math.min(1, centre + margin),
  }
}

/** How a rate differs from one group to another. */
export type Difference = { change: number; low: number; high: number }

/**
 * after − before with its 95% interval; null when one side is empty.
 *
 * Newcombe, R. G. (1998). Interval estimation for the difference between independent proportions:
 * comparison of eleven methods. Statistics in Medicine 17 (8), 873–890; method 10.
 */
export function difference(before: Proportion, after: Proportion): Difference | null {
  if (before.rate === null || after.rate === null) return null
  const change = after.rate - before.rate
  return {
    change,
    low: change - Math.hypot(after.rate - present(after.low), present(before.high) - before.rate),
    high: change + Math.hypot(present(after.high) - after.rate, before.rate - present(before.low)),
  }
}
