import { describe, expect, test } from 'vitest'
import { proportion } from './proportion.ts'
import { trendOf, trendsOf, verdictOf } from './trend.ts'

function weeks(...counts: [number, number][]) {
  return counts.map(([count, of], index) => ({
    week: `2026-01-${String(5 + index).padStart(2, '0')}`,
    l1: proportion(count, of),
    reopen: proportion(0, 0),
  }))
}

describe('the trend of a rate', () => {
  test('agrees with a logistic regression computed elsewhere', () => {
    // glm(cbind(count, of - count) ~ week, binomial): slope 0.18992, its error 0.06422
    const trend = trendOf(weeks([40, 100], [44, 100], [52, 100], [55, 100], [58, 100]), 'l1')!
    expect(trend.begin).toBeCloseTo(0.404204, 5)
    expect(trend.end).toBeCloseTo(0.591868, 5)
    expect(trend).toMatchObject({ direction: 'rising', weeks: 5, of: 500 })
    expect(trend.p).toBeLessThan(0.01)
  })

  test('is that of weeks whose windows are over, the newest 26 of them', () => {
    const rest = { isoWeek: '', resolved: 0, reopenEstimate: null, reopenAtRisk: null }
    const all = weeks(...Array.from({ length: 30 }, (): [number, number] => [50, 100]))
    const judged = all.map((week, index) => ({
      ...rest,
      ...week,
      week: `week ${index}`,
      immature: index < 28 ? 0 : 1,
    })) as unknown as Parameters<typeof trendsOf>[0]
    expect(trendsOf(judged).l1).toMatchObject({ weeks: 26, since: 'week 2', of: 2_600 })
    expect(trendsOf(judged.slice(28)).l1).toBeNull()
  })

  test('scatter beyond chance makes it unclear', () => {
    const trend = trendOf(weeks([10, 100], [80, 100], [20, 100], [90, 100], [40, 100]), 'l1')!
    expect(trend.direction).toBe('unclear')
    expect(trend.low).toBeLessThan(0)
  })

  test('many tickets that surely moved less than a point are flat', () => {
    const same: [number, number] = [50_000, 100_000]
    expect(trendOf(weeks(same, same, same, same), 'l1')).toMatchObject({ direction: 'flat' })
  })

  test('is not said of too few weeks or tickets, and bears weeks in which nothing or all happened', () => {
    expect(trendOf(weeks([1, 100], [2, 100], [3, 100]), 'l1')).toBeNull()
    expect(trendOf(weeks([1, 5], [2, 5], [3, 5], [1, 5]), 'l1')).toBeNull()
    expect(trendOf(weeks([0, 50], [0, 50], [0, 50], [0, 50]), 'l1')).toMatchObject({ change: 0 })
    expect(trendOf(weeks([0, 50], [50, 50], [0, 50], [50, 50], [0, 0]), 'l1')).toMatchObject({
      weeks: 4,
    })
  })

  test('is known also where a rare thing happened in the last weeks, or the first, only', () => {
    // likelihood alone would have it rise from never to always
    const rare = trendOf(weeks([0, 50], [0, 50], [0, 50], [0, 50], [0, 50], [3, 50]), 'l1')!
    expect(rare.begin).toBeLessThan(0.02)
    expect(rare.end).toBeGreaterThan(0.02)
    expect(rare.end).toBeLessThan(0.15)
    expect(rare.change - rare.low).toBeGreaterThan(0)
    expect(rare.high).toBeLessThan(0.5)
    for (const parted of [
      weeks([50, 50], [50, 50], [0, 50], [0, 50]),
      weeks([1, 5000], [0, 5000], [0, 1], [0, 5000], [0, 5000]),
      weeks([0, 1], [0, 1], [0, 1], [40, 40]),
      weeks([0, 20], [1, 20], [0, 20], [0, 20], [1, 1]),
    ]) {
      const { begin, end, change, low, high, p } = trendOf(parted, 'l1')!
      expect([begin, end, change, low, high, p].every(Number.isFinite)).toBe(true)
      expect(low <= change && change <= high).toBe(true)
    }
  })

  test('the two together are judged by the worse of them', () => {
    const of = (direction: 'rising' | 'falling' | 'flat' | 'unclear') =>
      ({ direction }) as NonNullable<ReturnType<typeof trendOf>>
    expect(verdictOf(of('rising'), of('flat'))).toBe('building')
    expect(verdictOf(of('rising'), of('unclear'))).toBe('climbing')
    expect(verdictOf(of('unclear'), of('falling'))).toBe('holding_better')
    expect(verdictOf(of('rising'), of('rising'))).toBe('hollow')
    expect(verdictOf(of('flat'), of('rising'))).toBe('coming_back')
    expect(verdictOf(of('flat'), of('flat'))).toBe('steady')
    expect(verdictOf(of('flat'), of('unclear'))).toBe('unclear')
    expect(verdictOf(of('falling'), of('rising'))).toBe('worsening')
    expect(verdictOf(null, of('flat'))).toBe('too_early')
  })
})
