import type { Chance } from '#acme/chance.ts'
import { byHour, byWeekday } from '#acme/history/story.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const opensAt = 7 // UTC
const closesAt = 17

/** A moment of the given week at which customers write, more on Mondays, hardly at night. */
export function arrival(chance: Chance, weekStart: number): number {
  const day = weighted(chance, byWeekday)
  const hour = weighted(chance, byHour)
  // Weeks start on their own weekday: find the day of this week that is the chosen one.
  const offset = (day - new Date(weekStart).getUTCDay() + 7) % 7
  const midnight = Math.floor((weekStart + offset * dayMs) / dayMs) * dayMs
  return midnight + hour * hourMs + chance.below(hourMs)
}

/** That much later, put off to the next opening when nobody is there. */
export function workedAfter(chance: Chance, time: number, minutes: number): number {
  const done = time + minutes * 60_000
  if (isOpen(done)) return done
  let morning = Math.floor(done / dayMs) * dayMs + opensAt * hourMs
  while (morning < done || !isOpen(morning)) morning += dayMs
  return morning + chance.below(2 * hourMs)
}

function isOpen(time: number): boolean {
  const at = new Date(time)
  const isWeekday = at.getUTCDay() >= 1 && at.getUTCDay() <= 5
  return isWeekday && at.getUTCHours() >= opensAt && at.getUTCHours() < closesAt
}

/** The index, as often as its weight says. */
export function weighted(chance: Chance, weights: readonly number[]): number {
  let left = chance.next() * weights.reduce((sum, weight) => sum + weight, 0)
  const index = weights.findIndex((weight) => (left -= weight) < 0)
  return index === -1 ? weights.length - 1 : index
}
