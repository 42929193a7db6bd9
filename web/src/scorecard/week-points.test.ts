import type { ScorecardWeek } from '@firstline/contract/scorecard'
import { describe, expect, test } from 'vitest'
import { pointsOf, ticksOf } from './week-points.ts'

function week(n: number, changes: Partial<ScorecardWeek> = {}): ScorecardWeek {
  return {
    week: `2026-01-${String(5 + 7 * n).padStart(2, '0')}`,
    isoWeek: '',
    l1: { count: 50, of: 100, rate: 0.5, low: 0.4, high: 0.6 },
    reopen: { count: 5, of: 100, rate: 0.05, low: 0.02, high: 0.11 },
    heldL1: null,
    immature: 0,
    reopenEstimate: null,
    reopenAtRisk: null,
    ...changes,
  }
}

const none = { count: 0, of: 0, rate: null, low: null, high: null }
const young = { immature: 90, reopenEstimate: 0.08, reopenAtRisk: 60 }

describe('the weeks of a chart', () => {
  test('young weeks are a tail of their own, tied to the last judged one', () => {
    const points = pointsOf([week(0), week(1), week(2, young)], 'reopen')
    expect(points.map(({ rate }) => rate)).toEqual([0.05, 0.05, null])
    expect(points.map(({ tail }) => tail)).toEqual([null, 0.05, 0.08])
  })

  test('an estimate that rests on fewer than 20 is not drawn', () => {
    const points = pointsOf([week(0), week(1, { ...young, reopenAtRisk: 19 })], 'reopen')
    expect(points.map(({ tail }) => tail)).toEqual([null, null])
  })

  test('the few judged of a young week are not mixed into the line', () => {
    const few = { count: 1, of: 3, rate: 1 / 3, low: 0.06, high: 0.79 }
    const [point] = pointsOf([week(0, { ...young, reopen: few })], 'reopen')
    expect(point?.rate).toBeNull()
  })

  test('a week without tickets is a gap', () => {
    const points = pointsOf([week(0), week(1, { l1: none, reopen: none }), week(2)], 'l1')
    expect(points.map(({ rate }) => rate)).toEqual([0.5, null, 0.5])
  })

  test('a rate of few is inside the axis though its interval is not', () => {
    const few = { count: 2, of: 8, rate: 0.25, low: 0.07, high: 0.59 }
    const ticks = ticksOf(pointsOf([week(0), week(1, { reopen: few })], 'reopen'), 'reopen')
    expect(ticks).toEqual([0, 0.05, 0.1, expect.closeTo(0.15), 0.2, 0.25])
  })
})
