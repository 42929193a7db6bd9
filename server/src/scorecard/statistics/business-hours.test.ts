import { describe, expect, test } from 'vitest'
import { businessClock } from './business-hours.ts'

const hours = 3_600
const office = { mon: ['09:00-12:00', '13:00-17:00'], tue: ['09:00-17:00'] }

function between(from: string, to: string, week: object = office, holidays: string[] = []) {
  return businessClock({ week, holidays }, 'Europe/Berlin')(Date.parse(from), Date.parse(to))
}

describe('business hours', () => {
  test('count what lies inside, over breaks, nights and closed days', () => {
    // Monday 10:00 to Tuesday 10:00 in Berlin
    expect(between('2026-03-02T09:00:00Z', '2026-03-03T09:00:00Z')).toBe(7 * hours)
    expect(between('2026-03-03T15:30:00Z', '2026-03-09T08:30:00Z')).toBe(1 * hours)
  })

  test('are none outside, on a holiday, or when the times are turned', () => {
    expect(between('2026-03-04T00:00:00Z', '2026-03-08T12:00:00Z')).toBe(0)
    expect(between('2026-03-02T07:00:00Z', '2026-03-02T20:00:00Z', office, ['2026-03-02'])).toBe(0)
    expect(between('2026-03-03T12:00:00Z', '2026-03-03T09:00:00Z')).toBe(0)
  })

  test('the night clocks go forward is an hour shorter, the one they go back an hour longer', () => {
    const always = { sat: ['00:00-24:00'], sun: ['00:00-24:00'] }
    expect(between('2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', always)).toBe(23 * hours)
    expect(between('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', always)).toBe(25 * hours)
    expect(between('2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z', { sun: ['01:00-04:00'] })).toBe(
      2 * hours,
    )
  })
})
