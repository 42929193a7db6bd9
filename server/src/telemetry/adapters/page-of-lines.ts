import type { LineRange } from '#server/connections/open-loki.ts'
import { Invalid } from '#server/core/errors.ts'
import { nanosOf } from '../nanos.ts'
import type { LogSearch } from '../store.ts'

type Line = { at: bigint }
type Ask<T> = (range: LineRange) => Promise<T[]>
type IdOf<T> = (line: T) => string
type Search = Pick<LogSearch, 'from' | 'to' | 'limit' | 'cursor'>
/** Behind the last line that was shown: its time, and its id where others have the same. */
type Cursor = { at: bigint; id: string | null }

const day = 24n * 60n * 60n * 1_000_000_000n
/** A month of 31 days is more than Loki looks through at once, unless it is told to. */
const longestRange = 28n * day
const mostOfOneMoment = 1_000

/**
 * A page of lines, the newest first, and of one moment by id: a system that keeps no order among those
 * cannot lose or repeat one between two pages. `next` is null only when nothing is left.
 * @param grain how long a moment is, in nanoseconds, where the system orders by no more than that
 * @throws Invalid `input.cursor` | `input.window`
 */
export async function readPage<T extends Line>(
  ask: Ask<T>,
  idOf: IdOf<T>,
  { from, to, limit, cursor }: Search,
  grain = 1n,
): Promise<{ lines: T[]; next: string | null }> {
  const after = cursor === null ? null : cursorIn(cursor)
  const reading = { ask, idOf, grain }
  const rest = after?.id ? await readMoment(reading, after.at) : []
  const left = rest.filter((line) => isBehind(line, idOf(line), after))
  const end = after ? momentOf(after.at, grain) : nanosOf(to) + grain
  const range = { from: nanosOf(from), to: end, limit: limit + 1 - left.length }
  const more = range.limit > 0 ? await readNewest(ask, range) : []
  const lines = [...left, ...(await inOrder(reading, more, range.limit))]
  const shown = lines.slice(0, limit)
  const [last, following] = [shown.at(-1), lines[limit]]
  if (!last || !following) return { lines: shown, next: null }
  const isCut = momentOf(following.at, grain) === momentOf(last.at, grain)
  return { lines: shown, next: isCut ? `${last.at}.${idOf(last)}` : String(last.at) }
}

type Reading<T> = { ask: Ask<T>; idOf: IdOf<T>; grain: bigint }

function momentOf(at: bigint, grain: bigint): bigint {
  return at - (at % grain)
}

function isBehind({ at }: Line, id: string, after: Cursor | null): boolean {
  if (!after || at !== after.at) return after !== null && at < after.at
  return id > (after.id ?? '')
}

/** The newest lines, from as few ranges as they take. */
async function readNewest<T>(ask: Ask<T>, { from, to, limit }: LineRange): Promise<T[]> {
  const lines: T[] = []
  for (let end = to; end > from && lines.length < limit;) {
    const begin = end - from > longestRange ? end - longestRange : from
    lines.push(...(await ask({ from: begin, to: end, limit: limit - lines.length })))
    end = begin
  }
  return lines
}

/** Where the limit may have cut a moment, the whole of it. */
async function inOrder<T extends Line>(reading: Reading<T>, lines: T[], limit: number) {
  const [before, last] = lines.slice(-2)
  const isOfLast = ({ at }: Line) =>
    last !== undefined && momentOf(at, reading.grain) === momentOf(last.at, reading.grain)
  if (!before || !last || lines.length < limit || !isOfLast(before))
    return sorted(lines, reading.idOf)
  const whole = await readMoment(reading, last.at)
  return sorted([...lines.filter((line) => !isOfLast(line)), ...whole], reading.idOf)
}

async function readMoment<T extends Line>(
  { ask, idOf, grain }: Reading<T>,
  at: bigint,
): Promise<T[]> {
  const from = momentOf(at, grain)
  const lines = await ask({ from, to: from + grain, limit: mostOfOneMoment })
  if (lines.length < mostOfOneMoment) return sorted(lines, idOf)
  throw new Invalid(
    'input.window',
    'More lines than can be told apart have the same time: search for a word or in one service',
  )
}

function sorted<T extends Line>(lines: readonly T[], idOf: IdOf<T>): T[] {
  const keyed = lines.map((line) => ({ line, id: idOf(line) }))
  const unique = new Map(keyed.map((each) => [`${each.line.at}.${each.id}`, each]))
  return [...unique.values()]
    .toSorted((a, b) => Number(b.line.at - a.line.at) || (a.id < b.id ? -1 : 1))
    .map(({ line }) => line)
}

function cursorIn(cursor: string): Cursor {
  const match = /^(\d{1,19})(?:\.([0-9a-f]{16}))?$/.exec(cursor)
  if (!match) throw new Invalid('input.cursor', 'The cursor is not one this search has given')
  return { at: BigInt(match[1] ?? 0), id: match[2] ?? null }
}
