import { present } from '@firstline/contract/present'
import { weekdays } from '#server/scorecard/scorecard-section.ts'
import type { BusinessHours } from '#server/scorecard/scorecard-section.ts'

const day = 86_400_000
const firstYear = 2000

/** Counts business time between two moments. */
export type BusinessClock = (from: number, to: number) => number

/**
 * @param hours a calendar that applies from the year 2000 on; time before counts as none
 * @returns seconds of business time between two moments in milliseconds since 1970, 0 when turned
 */
export function businessClock(hours: BusinessHours, timeZone: string): BusinessClock {
  const open = openTimes(hours, timeZone)
  return (from, to) => Math.max(0, Math.floor((open.until(to) - open.until(from)) / 1000))
}

/** The open times of each year are laid out once, and then looked up. */
function openTimes({ week, holidays }: BusinessHours, timeZone: string) {
  const instantOf = instantsIn(timeZone)
  const closed = new Set(holidays)
  const begins: number[] = []
  const ends: number[] = []
  const before: number[] = []
  let total = 0
  let nextDay = Date.UTC(firstYear, 0, 1)

  function layOut(until: number): void {
    for (; nextDay <= until + 2 * day; nextDay += day) {
      const date = new Date(nextDay)
      if (closed.has(date.toISOString().slice(0, 10))) continue
      for (const span of week[present(weekdays[date.getUTCDay()])] ?? []) {
        const [opens, closes] = span.split('-').map(clockTime)
        const begin = instantOf(nextDay + present(opens))
        const end = Math.max(begin, instantOf(nextDay + present(closes)))
        begins.push(begin)
        ends.push(end)
        before.push(total)
        total += end - begin
      }
    }
  }

  function until(at: number): number {
    layOut(at)
    const index = lastAtMost(begins, at)
    if (index < 0) return 0
    return present(before[index]) + Math.min(at, present(ends[index])) - present(begins[index])
  }
  return { until }
}

function clockTime(text: string): number {
  const [hour, minute] = text.split(':').map(Number)
  return (present(hour) * 60 + present(minute)) * 60_000
}

function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (present(sorted[middle]) <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** A wall time that a clock change skips is the moment of the change; one that comes twice, the first. */
function instantsIn(timeZone: string): (wall: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const wallOf = (instant: number): number => {
    const part = Object.fromEntries(format.formatToParts(instant).map((p) => [p.type, +p.value]))
    const { year, month, day, hour, minute, second } = part
    return Date.UTC(present(year), present(month) - 1, day, hour, minute, second)
  }
  const offsets = new Map<number, number>()
  const offsetAt = (instant: number): number => {
    const offset = offsets.get(instant) ?? wallOf(instant) - instant
    offsets.set(instant, offset)
    return offset
  }
  return (wall) => {
    const midnight = Math.floor(wall / day) * day
    const [before, after] = [offsetAt(midnight - day), offsetAt(midnight + 2 * day)]
    if (before === after) return wall - before
    const earlier = wall - Math.max(before, after)
    return wallOf(earlier) === wall ? earlier : wall - Math.min(before, after)
  }
}
