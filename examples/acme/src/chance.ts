/** A seeded source of chance (mulberry32, Tommy Ettinger, public domain): same seed, same story. */
export type Chance = {
  /** 0 ≤ n < 1 */
  next: () => number
  below: (limit: number) => number
  between: (low: number, high: number) => number
  pick: <T>(items: readonly T[]) => T
  /** True `share` of the time. */
  hits: (share: number) => boolean
}

export function seededChance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    between: (low, high) => low + below(high - low + 1),
    pick: (items) => {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    },
    hits: (share) => next() < share,
  }
}
