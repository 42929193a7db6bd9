import { present } from '@firstline/contract/present'

/** Times as other desks write them → milliseconds since 1970-01-01 UTC. */
export type DateOrder = 'dmy' | 'mdy'

type Wall = {
  year: number
  month: number
  day: number
  milliseconds: number
  /** Minutes east of UTC when the text says so. */
  offsetMinutes: number | null
}

const clock = String.raw`(?:(?:T| ?, ?| )(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)? ?([AaPp]\.?[Mm]\.?)?)?`
const zone = String.raw` ?(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?(?: ?\[[\w/+-]+\])?`
const yearFirst = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${clock}${zone}$`)
const yearLast = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})${clock}${zone}$`)
const named = new RegExp(
  String.raw`^(?:(\d{1,2})[-/. ]([A-Za-z]{3,9})|([A-Za-z]{3,9}) (\d{1,2})),?[-/. ](\d{4}|\d{2})${clock}${zone}$`,
)
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * @param order which of the first two numbers of `3/4/2016` is the day
 * @param localOffset how many minutes east of UTC a wall-clock moment is, where the text has no offset
 * @returns null when the text is no time, or names a day or hour that does not exist
 */
export function readTime(
  text: string,
  order: DateOrder,
  localOffset: (wallMilliseconds: number) => number,
): number | null {
  const wall = readWall(text, order)
  if (typeof wall === 'number' || wall === null) return wall
  const days = Date.UTC(wall.year, wall.month - 1, wall.day)
  const date = new Date(days)
  const exists = date.getUTCMonth() === wall.month - 1 && date.getUTCDate() === wall.day
  if (!exists || wall.year < 1970) return null
  const moment = days + wall.milliseconds
  return moment - (wall.offsetMinutes ?? localOffset(moment)) * 60_000
}

/**
 * Which number is the day, as far as this text can tell: a number above 12 is no month.
 * @returns null when both are possible, or when the text is not of that form
 */
export function dateOrderOf(text: string): DateOrder | 'either' | null {
  const match = yearLast.exec(withSingleSpaces(text))
  if (!match) return null
  if (Number(match[1]) > 12) return 'dmy'
  return Number(match[2]) > 12 ? 'mdy' : 'either'
}

const day = 86_400_000

/** Wall clock → offset for an IANA time zone. @throws RangeError when there is no such zone */
export function offsetsOf(timeZone: string): (wallMilliseconds: number) => number {
  if (timeZone === 'UTC') return () => 0
  const format = new Intl.DateTimeFormat('en-u-hc-h23', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  // Zones change on quarter hours only: one formatting answers for all moments of one.
  const known = new Map<number, number>()
  const offsetAt = (utc: number) => {
    const quarter = Math.floor(utc / 900_000)
    const cached = known.get(quarter)
    if (cached !== undefined) return cached
    const part = Object.fromEntries(
      format.formatToParts(quarter * 900_000).map(({ type, value }) => [type, Number(value)]),
    )
    const { year, month, day, hour, minute, second } = part
    const wall = Date.UTC(present(year), present(month) - 1, day, hour, minute, second)
    const offset = Math.round((wall - quarter * 900_000) / 60_000)
    if (known.size > 100_000) known.clear()
    known.set(quarter, offset)
    return offset
  }
  // As calendars have it (RFC 5545): the first of two, where clocks are put back; where they are put
  // forward, what a clock that nobody touched would show.
  return (wall) => {
    const before = offsetAt(wall - day)
    if (offsetAt(wall - before * 60_000) === before) return before
    const after = offsetAt(wall + day)
    return offsetAt(wall - after * 60_000) === after ? after : before
  }
}

/** An expression that allows any number of them in several places takes for ever on a long row of them. */
function withSingleSpaces(text: string): string {
  return /\s\s|[^\S ]/.test(text) ? text.replaceAll(/\s+/g, ' ') : text
}

function readWall(written: string, order: DateOrder): Wall | number | null {
  const text = withSingleSpaces(written)
  if (/^\d{10}$/.test(text)) return Number(text) * 1000
  if (/^\d{13}$/.test(text)) return Number(text)
  let match = yearFirst.exec(text)
  if (match) return wallOf(present(match[1]), Number(match[2]), Number(match[3]), match.slice(4))
  match = yearLast.exec(text)
  if (match) {
    const [first, second] = [Number(match[1]), Number(match[2])]
    const [day, month] = order === 'dmy' ? [first, second] : [second, first]
    return wallOf(present(match[3]), month, day, match.slice(4))
  }
  match = named.exec(text)
  if (!match) return null
  const name = (match[2] ?? match[3] ?? '').slice(0, 3).toLowerCase()
  return wallOf(
    present(match[5]),
    months.indexOf(name) + 1,
    Number(match[1] ?? match[4]),
    match.slice(6),
  )
}

function wallOf(
  yearText: string,
  month: number,
  day: number,
  [hourText, minute, second, fraction, half, zoneText]: (string | undefined)[],
): Wall | null {
  const hour = hourOf(Number(hourText ?? 0), half)
  const [minutes, seconds] = [Number(minute ?? 0), Number(second ?? 0)]
  if (hour === null || hour > 23 || minutes > 59 || seconds > 60) return null
  if (month < 1 || month > 12 || day < 1) return null
  const year = Number(yearText) + (yearText.length === 2 ? 2000 : 0)
  const milliseconds =
    ((hour * 60 + minutes) * 60 + seconds) * 1000 +
    Number((fraction ?? '').slice(0, 3).padEnd(3, '0'))
  return { year, month, day, milliseconds, offsetMinutes: offsetOf(zoneText) }
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (!half) return hour
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0)
}

function offsetOf(text: string | undefined): number | null {
  if (!text) return null
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(text)
  if (!match) return 0
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  return match[1] === '-' ? -minutes : minutes
}
