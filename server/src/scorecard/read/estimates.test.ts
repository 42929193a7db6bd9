import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { days, hours } from '#server/core/clock.ts'
import { followBasis } from '#server/scorecard/facts/rebuild.ts'
import type { Durations } from '#server/scorecard/statistics/kaplan-meier.ts'
import { configuredBasis } from '#server/scorecard/sums/basis.ts'
import { settleHistories, ticketsOfLives } from '#server/scorecard/testing/settle-histories.ts'
import { someLife, someTypes } from '#server/scorecard/testing/some-history.ts'
import { localDay } from '#server/scorecard/testing/berlin.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { estimateOpenWindows, readOpenWindows } from './open-windows.ts'
import { estimateDurations, readDurations } from './problem-durations.ts'
import type { Scope } from './scope.ts'

// busy desks are told estimates of what quiet ones are told exactly: of the same desk they are the same

/** Clocks go forward on 29 March 2026 here. */
const timeZone = 'Europe/Berlin'
const begin = Date.parse('2026-02-20T00:00:00Z')
/** A Monday, as that before it from which on windows of two weeks are open. */
const asOf = Date.parse('2026-05-03T22:00:00Z')

const testDesk = await createTestDesk()
const desk = { ...testDesk, config: { ...testDesk.config, timeZone } }

beforeAll(async () => {
  desk.clock.set(new Date(asOf))
  await followBasis(desk, configuredBasis(desk))
  const lives = fc.sample(someLife, { numRuns: 250, seed: 17 })
  await settleHistories(desk.db, ticketsOfLives(lives, { begin, until: asOf }))
})

const filters = {
  type: fc.constantFrom(undefined, ...someTypes),
  channel: fc.constantFrom(undefined, undefined, 'email'),
  origin: fc.constantFrom(undefined, 'live'),
}
const midnight = fc.integer({ min: 0, max: 60 }).map(localDay)
const moment = fc.integer({ min: begin - 10 * days, max: asOf }).map((at) => new Date(at))

test('open windows: the same weeks and reopens, and what still stands to half a day', async () => {
  const scopes = fc.record({
    ...filters,
    line: fc.constantFrom(undefined, undefined, 'L1', 'L2'),
    from: fc.oneof(midnight, fc.constant(new Date(begin))),
    asOf: fc.constantFrom(new Date(asOf), new Date(asOf - 2 * days - 5 * hours)),
    windowDays: fc.constantFrom(14, 13, 3),
  })
  let seen = 0
  for (const scope of fc.sample(scopes, { numRuns: 40, seed: 3 })) {
    const wanted: Scope = { ...scope, to: new Date(asOf), timeZone }
    const [exact, estimate] = [
      await readOpenWindows(desk.db, wanted),
      await estimateOpenWindows(desk.db, wanted),
    ]
    expect([...estimate.keys()].toSorted()).toEqual([...exact.keys()].toSorted())
    for (const [week, { ended, censored }] of exact) {
      const told = estimate.get(week)!
      expect(each(told.ended, told.endedCounts)).toEqual(each(ended))
      expectWithin(each(told.censored, told.censoredCounts), each(censored), () => 12.5 / 24)
      seen += ended.length + censored.length
    }
  }
  expect(seen).toBeGreaterThan(100)
})

test('how long problems last: as many, each to one per cent, whatever the edges of the period', async () => {
  const scopes = fc.record({
    ...filters,
    bounds: fc.tuple(fc.oneof(moment, midnight), fc.oneof(moment, midnight)),
    isUntilNow: fc.boolean(),
  })
  let seen = 0
  for (const { bounds, isUntilNow, ...scope } of fc.sample(scopes, { numRuns: 60, seed: 5 })) {
    const [from, to] = bounds.toSorted((a, b) => a.getTime() - b.getTime())
    const until = isUntilNow ? new Date(asOf + days) : to!
    const known = { asOf: new Date(asOf), windowDays: 14, timeZone }
    const wanted: Scope = { ...scope, ...known, from: from!, to: until }
    const [exact, estimate] = [
      await readDurations(desk.db, wanted, null),
      await estimateDurations(desk.db, wanted, null),
    ]
    for (const one of ['ended', 'censored'] as const) {
      const [told, known] = [allOf(estimate.hours, one), allOf(exact.hours, one)]
      expectWithin(told, known, (lasted) => lasted * 0.01 + 1 / 3_600)
      seen += known.length
    }
  }
  expect(seen).toBeGreaterThan(1_000)
})

/** Ascending. */
function each(values: ArrayLike<number>, counts?: ArrayLike<number>): number[] {
  return Array.from(values)
    .flatMap((value, index) => Array.from({ length: counts?.[index] ?? 1 }, () => value))
    .toSorted((a, b) => a - b)
}

function allOf(durations: Durations, one: 'ended' | 'censored'): number[] {
  return each(durations[one], durations[`${one}Counts`])
}

function expectWithin(
  told: readonly number[],
  known: readonly number[],
  tolerance: (known: number) => number,
): void {
  expect(told.length).toBe(known.length)
  const off = known.filter((value, index) => Math.abs(told[index]! - value) > tolerance(value))
  expect(off).toEqual([])
}
