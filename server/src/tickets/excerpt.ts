import type { FoundTicket } from '@firstline/contract/tickets'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { fold } from './courtesy/fold.ts'

type Excerpt = NonNullable<FoundTicket['excerpt']>

const [before, after] = [50, 130]

/** Where the words were said last, by ticket; of each only the newest messages are looked through. */
export async function excerptsOf(
  db: Kysely<DB>,
  q: string,
  ticketIds: readonly string[],
): Promise<Map<string, Excerpt>> {
  const words = fold(q)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  if (ticketIds.length === 0 || words.length === 0) return new Map()
  const { rows } = await sql<{ ticketId: string; kind: Excerpt['kind']; at: Date; text: string }>`
    select said.* from unnest(${[...ticketIds]}::uuid[]) as of (id), lateral (
      select ticket_id as "ticketId", kind, at, left(text, 20000) as text from message
      where ticket_id = of.id order by at desc, id desc limit 20
    ) as said`.execute(db)
  const excerpts = new Map<string, Excerpt>()
  for (const { ticketId, kind, at, text } of rows) {
    if (excerpts.has(ticketId)) continue
    const cut = cutAround(text, words)
    if (cut) excerpts.set(ticketId, { kind, at: at.toISOString(), parts: cut })
  }
  return excerpts
}

/** What was said around the first of the words, the words apart; null where none of them is there. */
export function cutAround(text: string, words: readonly string[]): string[] | null {
  const plain = text.replaceAll(/\s+/g, ' ').trim()
  const marks = marksOf(plain, words)
  const first = marks[0]
  if (!first) return null
  const [from, to] = [beginOf(plain, first.from - before), Math.min(plain.length, first.to + after)]
  const pieces: string[] = []
  let end = from
  for (const mark of marks) {
    if (mark.to > to) break
    pieces.push(plain.slice(end, mark.from), plain.slice(mark.from, mark.to))
    end = mark.to
  }
  pieces.push(plain.slice(end, to))
  pieces[0] = (from > 0 ? '…' : '') + pieces[0]
  if (to < plain.length) pieces.push((pieces.pop() ?? '') + '…')
  return pieces
}

/** Words of the text that begin as one of those looked for, or which one of those goes on. */
function marksOf(text: string, words: readonly string[]): { from: number; to: number }[] {
  const marks: { from: number; to: number }[] = []
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const folded = fold(word)
    const isMeant = words.some(
      (sought) =>
        folded.startsWith(sought) ||
        (folded.length >= 4 && sought.length - folded.length <= 3 && sought.startsWith(folded)),
    )
    if (isMeant) marks.push({ from: index, to: index + word.length })
  }
  return marks
}

/** Not in the middle of a word. */
function beginOf(text: string, at: number): number {
  if (at <= 0) return 0
  const space = text.indexOf(' ', at)
  return space < 0 ? at : space + 1
}
