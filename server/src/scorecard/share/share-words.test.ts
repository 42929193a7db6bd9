import type { Proportion, Scorecard, Trend } from '@firstline/contract/scorecard'
import type { ScorecardChange } from '@firstline/contract/scorecard-insights'
import { describe, expect, test } from 'vitest'
import { createTestDesk } from '#server/testing/desk.ts'
import { readMonday } from './share-monday.ts'
import { say } from './share-words.ts'

const none: Proportion = { count: 0, of: 0, rate: null, low: null, high: null }
const half: Proportion = { count: 1_050, of: 2_100, rate: 0.5, low: 0.479, high: 0.521 }
const noDurations = { medianHours: null, p90Hours: null }

const trend = (direction: Trend['direction'], change: number): Trend => ({
  since: '2026-01-05',
  until: '2026-02-23',
  weeks: 8,
  of: 80,
  begin: 0.5,
  end: 0.5 + change,
  change,
  low: change - 0.02,
  high: change + 0.02,
  p: 0.01,
  direction,
})

const card: Scorecard = {
  l1: none,
  reopen: none,
  heldL1: none,
  from: '2026-01-05T00:00:00Z',
  to: '2026-03-09T00:00:00Z',
  asOf: '2026-03-09T00:00:00Z',
  timeZone: 'Europe/Berlin',
  windowDays: 14,
  reopenByPath: null,
  resolutions: { made: 0, brokenEver: 0, ticketsReopened: 0 },
  timeToResolution: { tickets: 0, solved: 0, ...noDurations, business: null, isExact: true },
  csat: { up: none, response: null },
  voided: 0,
  weeks: [],
  types: [],
  typesOmitted: 0,
  trend: { l1: null, reopen: null, verdict: 'too_early' },
  explanations: [],
  origins: [],
}
const change: ScorecardChange = {
  before: { week: '2026-02-23', isoWeek: '2026-W09', l1: { ...half, rate: 0.4 } },
  after: { week: '2026-03-02', isoWeek: '2026-W10', l1: half },
  change: null,
  low: null,
  high: null,
  mix: null,
  within: null,
  types: [],
  happenings: [],
}

const english = (given: Partial<Scorecard>, moved: Partial<ScorecardChange> = {}) =>
  say(
    { card: { ...card, ...given }, change: { ...change, ...moved } },
    { from: '2026-01-05', to: '2026-03-08' },
    'en',
  )
const figure = (name: string, given: Partial<Scorecard>) =>
  new Map(english(given).figures).get(name)

describe('the trend', () => {
  const l1 = trend('rising', 0.05)
  const reopen = trend('falling', -0.031)

  test('is not told of too little', () => {
    const said = english({ trend: { l1, reopen: null, verdict: 'too_early' } })
    expect(said.subject).toBe('too early for a trend')
    expect(said.sentence).toBe(
      'There is too little judged history for a trend: it takes four weeks and 40 tickets.',
    )
  })

  test('of both numbers is one sentence with its verdict', () => {
    const said = english({ trend: { l1, reopen, verdict: 'building' } })
    expect(said.subject).toBe('L1 rising, reopens falling')
    expect(said.sentence).toBe(
      'First-line resolution is climbing, +5.0 points in 8 weeks (95%: +3.0 to +7.0); ' +
        'reopens are falling, −3.1 points in 8 weeks (95%: −5.1 to −1.1): you are building the real thing.',
    )
  })

  test('of reopens stands alone where the lines are not told, and where it is too early for both', () => {
    const alone = 'Reopens are falling, −3.1 points in 8 weeks (95%: −5.1 to −1.1).'
    const noLines = english({ trend: { l1: null, reopen, verdict: 'holding_better' } })
    expect([noLines.subject, noLines.sentence]).toEqual(['reopens falling', alone])
    const early = english({ trend: { l1, reopen, verdict: 'too_early' } })
    expect([early.subject, early.sentence]).toEqual(['L1 rising, reopens falling', alone])
  })
})

describe('a figure', () => {
  test('says what is not known and what there is none of', () => {
    const name = 'L1 resolution rate'
    expect(figure(name, { l1: null })).toBe('not known')
    expect(figure(name, { l1: none })).toBe('none yet')
    expect(figure(name, { l1: half })).toBe('50.0% (1,050 of 2,100; 95%: 47.9%–52.1%)')
    expect(figure(name, { l1: { ...half, low: null, high: null } })).toBe(
      '50.0% (1,050 of 2,100; 95%: 0.0%–100.0%)',
    )
  })

  test.each([
    [null, 'not yet known'],
    [0.99, '59 min'],
    [1, '1.0 h'],
    [71.9, '71.9 h'],
    [72, '3.0 days'],
  ])('of %s hours is said as %s', (medianHours, said) => {
    const timeToResolution = { ...card.timeToResolution, medianHours, p90Hours: 100 }
    expect(figure('True time to resolution', { timeToResolution })).toBe(
      `median ${said}, 90% within 4.2 days`,
    )
  })

  test('of business hours stands beside the other', () => {
    const business = { medianHours: 2, p90Hours: null }
    expect(
      figure('True time to resolution', {
        timeToResolution: { ...card.timeToResolution, business },
      }),
    ).toBe(
      'median not yet known, 90% within not yet known; business hours: median 2.0 h, 90% within not yet known',
    )
  })

  test('of satisfaction says how many answered, where somebody was asked', () => {
    const up = { ...half, rate: 0.9 }
    expect(figure('Satisfaction', { csat: { up, response: null } })).toMatch(/^90\.0% \([^)]*\)$/)
    expect(figure('Satisfaction', { csat: { up, response: none } })).toMatch(/^90\.0% \([^)]*\)$/)
    expect(figure('Satisfaction', { csat: { up, response: half } })).toMatch(/\); 50\.0% answered$/)
  })
})

describe('what changed', () => {
  const moved = { change: 0.1, low: 0.05, high: 0.15, mix: 0.08, within: 0.02 }
  const type = (name: string | null, mix: number, within = 0) => ({
    type: name,
    before: half,
    after: half,
    mix,
    within,
    happenings: [],
  })
  const whole =
    'L1 rate 40.0% in 2026-W09, 50.0% in 2026-W10: +10.0 points (95%: +5.0 to +15.0). ' +
    '+8.0 by other types coming in, +2.0 by the same types going otherwise.'

  test('is told only where both weeks have a rate', () => {
    expect(english({}, { ...moved, change: null }).changes).toEqual([])
    expect(english({}, moved).changes).toEqual([whole])
    const unsure = { change: 0, low: null, high: null, mix: null, within: null }
    expect(english({}, unsure).changes[0]).toContain(
      '0.0 points (95%: −100.0 to +100.0). 0.0 by other types coming in, 0.0 by the same types',
    )
  })

  test('is told of the three types that moved it most, not of one that moved nothing', () => {
    const types = [type('a', 0.05, 0.01), type(null, 0.0004, 0.0004), type('c', 0.03, -0.05)]
    expect(english({}, { ...moved, types: [...types, type('d', 0.01)] }).changes).toEqual([
      whole,
      'a: +6.0 points',
      'no type: +0.1 points',
      'c: −2.0 points',
    ])
    const still = [type('a', 0.05), type('b', 0.0004), type('c', 0.03, -0.03)]
    expect(english({}, { ...moved, types: still }).changes).toEqual([whole, 'a: +5.0 points'])
  })

  test('is told with the five things that went live last', () => {
    const happenings = Array.from({ length: 6 }, (_, n) => ({
      kind: n === 1 ? ('action' as const) : ('deploy' as const),
      id: `shop-${n}`,
      title: `Shop ${n}`,
      version: n === 0 ? '' : `${n}.0`,
      at: `2026-03-0${n + 1}T12:00:00Z`,
    }))
    expect(english({}, { ...moved, happenings }).changes).toEqual([
      whole,
      'Went live 2026-03-01: deploy Shop 0',
      'Went live 2026-03-02: action Shop 1 1.0',
      'Went live 2026-03-03: deploy Shop 2 2.0',
      'Went live 2026-03-04: deploy Shop 3 3.0',
      'Went live 2026-03-05: deploy Shop 4 4.0',
    ])
  })

  test('stands below the period and its clock', () => {
    expect(english({}).period).toBe('2026-01-05 to 2026-03-08, weeks in Europe/Berlin')
  })
})

test('at eight on Monday itself the next mail is that of a week later', async () => {
  const desk = await createTestDesk()
  const eight = new Date('2026-03-09T08:00:00Z')
  expect(await readMonday(desk.db, eight, 'UTC')).toEqual({
    week: '2026-03-09',
    dueAt: eight,
    nextAt: new Date('2026-03-16T08:00:00Z'),
  })
})
