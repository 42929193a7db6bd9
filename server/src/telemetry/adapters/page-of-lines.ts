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
 * @throws Invalid `input.cursor` | `input.window`
 */
export async function readPage<T extends Line>(
  ask: Ask<T>,
  idOf: IdOf<T>,
  { from, to, limit, cursor }: Search,
): Promise<{ lines: T[]; next: string | null }> {
  const after = cursor === null ? null : cursorIn(cursor)
  const begin = nanosOf(from)
  const rest = after?.id ? await readMoment(ask, idOf, after.at) : []
  const left = rest.filter((line) => idOf(line) > (after?.id ?? ''))
  const end = after?.at ?? nanosOf(to) + 1n
  const wanted = limit + 1 - left.length
  const more = wanted > 0 ? await readNewest(ask, { from: begin, to: end, limit: wanted }) : []
  const lines = [...left, ...(await inOrder(ask, idOf, more, wanted))]
  const shown = lines.slice(0, limit)
  const [last, following] = [shown.at(-1), lines[limit]]
  if (!last || !following) return { lines: shown, next: null }
  const isCut = following.at === last.at
  return { lines: shown, next: isCut ? `${last.at}.${idOf(last)}` : String(last.at) }
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
async function inOrder<T extends Line>(ask: Ask<T>, idOf: IdOf<T>, lines: T[], limit: number) {
  const last = lines.at(-1)
  const isCut = last !== undefined && lines.length >= limit && lines.at(-2)?.at === last.at
  const whole = isCut
    ? [...lines.filter(({ at }) => at !== last.at), ...(await readMoment(ask, idOf, last.at))]
    : lines
  return sorted(whole, idOf)
}

async function readMoment<T extends Line>(ask: Ask<T>, idOf: IdOf<T>, at: bigint): Promise<T[]> {
  const lines = await ask({ from: at, to: at + 1n, limit: mostOfOneMoment })
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
