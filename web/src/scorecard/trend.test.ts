import type { ScorecardWeek } from '@firstline/contract/scorecard'
import { describe, expect, test } from 'vitest'
import { trendOf } from './trend.ts'

type Counted = [count: number, of: number]

function weeksOf(...rows: { l1: Counted; reopen: Counted; immature?: number }[]): ScorecardWeek[] {
  return rows.map(({ l1, reopen, immature = 0 }, index) => ({
    week: new Date(Date.UTC(2026, 0, 5 + 7 * index)).toISOString().slice(0, 10),
    isoWeek: '',
    l1: proportion(l1),
    reopen: proportion(reopen),
    heldL1: null,
    immature,
    reopenEstimate: null,
    reopenAtRisk: null,
  }))
}

function proportion([count, of]: Counted) {
  return { count, of, rate: of ? count / of : null, low: null, high: null }
}

describe('the trend', () => {
  test('compares the newest judged weeks with as many before', () => {
    const before = { l1: [40, 100], reopen: [8, 100] } as const
    const after = { l1: [60, 100], reopen: [8, 100] } as const
    const trend = trendOf(
      weeksOf(
        ...[before, before, after, after].map(({ l1, reopen }) => ({
          l1: [...l1] as Counted,
          reopen: [...reopen] as Counted,
        })),
      ),
    )
    expect(trend).toMatchObject({ weeks: 2, since: '2026-01-19' })
    expect(trend?.l1).toMatchObject({ direction: 'up' })
    expect(trend?.l1?.difference).toBeCloseTo(0.2, 9)
    expect(trend?.reopen).toMatchObject({ direction: 'unclear', difference: 0 })
  })

  test('has the published interval', () => {
    // Newcombe (1998), table II, example a: 56/70 against 48/80.
    const half = (l1: Counted) => ({ l1, reopen: [5, 50] as Counted })
    const trend = trendOf(weeksOf(half([48, 80]), half([0, 0]), half([56, 70]), half([0, 0])))
    expect(trend?.l1?.low).toBeCloseTo(0.0524, 4)
    expect(trend?.l1?.high).toBeCloseTo(0.3339, 4)
  })

  test('leaves out weeks that can still change', () => {
    const week = { l1: [50, 100] as Counted, reopen: [5, 100] as Counted }
    const young = { l1: [100, 100] as Counted, reopen: [0, 0] as Counted, immature: 100 }
    expect(trendOf(weeksOf(week, week, week, week, young, young))?.l1?.difference).toBe(0)
  })

  test('is none where there is too little to compare', () => {
    const small = { l1: [1, 2] as Counted, reopen: [0, 2] as Counted }
    expect(trendOf([])).toBeNull()
    expect(trendOf(weeksOf(small))).toBeNull()
    expect(trendOf(weeksOf(small, small, small, small))).toBeNull()
  })

  test('says nothing of lines the history does not tell', () => {
    const weeks = weeksOf(
      ...Array.from({ length: 4 }, () => ({ l1: [0, 0] as Counted, reopen: [5, 100] as Counted })),
    ).map((week) => ({ ...week, l1: null }))
    expect(trendOf(weeks)).toMatchObject({ l1: null, reopen: { direction: 'unclear' } })
  })
})
