import { days, hours } from '#server/core/clock.ts'

/** When the nth day of March 2026 began in Berlin, counted from 0: clocks go forward on the 29th. */
export function localDay(day: number): Date {
  const date = new Date(Date.parse('2026-03-01T00:00:00Z') + day * days)
  const offset = date >= new Date('2026-03-29T12:00:00Z') ? 2 : 1
  return new Date(date.getTime() - offset * hours)
}
