import { SearchTickets } from '@firstline/contract/tickets'
import type { FoundTicket, TicketSummary } from '@firstline/contract/tickets'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Actor } from '#server/core/actor.ts'
import type { DB } from '#server/database/db-types.ts'
import { Invalid } from '#server/core/errors.ts'
import { defineQuery } from '#server/core/verb.ts'
import { countByWords, findByWords, parts } from './find-by-words.ts'
import type { Hit } from './find-by-words.ts'
import { excerptsOf } from './excerpt.ts'
import { withinReach } from './reach.ts'
import { selectSummaries, summaryOf } from './read-ticket.ts'

const countedUpTo = 1000
type Cursor = Pick<Hit, 'part' | 'number'>

/** Words are looked for as people type them: from their beginning, with or without accents and endings. */
export const searchTickets = defineQuery({
  permission: 'ticket:read',
  input: SearchTickets,
  async run({ db, actor }, { q, cursor, limit }) {
    const after = cursor ? decodeCursor(cursor) : null
    const exact = await findByNumber(db, actor, q)
    const found = await findInParts(db, actor, { q, after, limit: limit + 1, without: exact })
    const page = found.slice(0, limit)
    const last = found.length > limit ? page.at(-1) : undefined
    const ids = [...(exact && !after ? [exact] : []), ...page.map(({ id }) => id)]
    const [tickets, excerpts, count, stale] = await Promise.all([
      readSummaries(db, ids),
      excerptsOf(
        db,
        q,
        page.filter(({ part }) => part === 'body').map(({ id }) => id),
      ),
      after ? null : countFound(db, actor, q, exact),
      countStale(db),
    ])
    const items = tickets.map((ticket): FoundTicket => {
      return { ...ticket, excerpt: excerpts.get(ticket.id) ?? null }
    })
    return { items, next: last ? encodeCursor(last) : null, count, stale }
  },
})

/** `#1042` or `1042`, as people say it. */
export function ticketNumberOf(q: string): string | null {
  return /^#?(\d{1,15})$/.exec(q)?.[1] ?? null
}

async function findByNumber(db: Kysely<DB>, actor: Actor, q: string): Promise<string | null> {
  const number = ticketNumberOf(q)
  if (number === null) return null
  const row = await db
    .selectFrom('ticket')
    .select('id')
    .where('number', '=', number)
    .where((where) => withinReach(where, actor))
    .executeTakeFirst()
  return row?.id ?? null
}

type Search = { q: string; after: Cursor | null; limit: number; without: string | null }

/** The parts one after the other, as many as are asked for. */
async function findInParts(db: Kysely<DB>, actor: Actor, search: Search): Promise<Hit[]> {
  const { q, after, without } = search
  const found: Hit[] = []
  for (const part of parts.slice(after ? parts.indexOf(after.part) : 0)) {
    const below = after?.part === part ? after.number : null
    const limit = search.limit - found.length
    if (limit > 0) found.push(...(await findByWords(db, actor, { q, part, below, limit, without })))
  }
  return found
}

/** In the order of their ids. */
async function readSummaries(db: Kysely<DB>, ids: readonly string[]): Promise<TicketSummary[]> {
  if (ids.length === 0) return []
  const rows = await selectSummaries(db).where('ticket.id', 'in', ids).execute()
  const byId = new Map(rows.map((row) => [row.id, summaryOf(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

async function countFound(db: Kysely<DB>, actor: Actor, q: string, exact: string | null) {
  const count = await countByWords(db, actor, { q, without: exact, most: countedUpTo })
  return Math.min(countedUpTo, count + (exact ? 1 : 0))
}

async function countStale(db: Kysely<DB>): Promise<number> {
  const stale = db
    .selectFrom('ticket_search_stale')
    .select('ticket_id')
    .limit(countedUpTo)
    .as('stale')
  const { count } = await db
    .selectFrom(stale)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

function encodeCursor({ part, number }: Cursor): string {
  return Buffer.from(`${part}|${number}`).toString('base64url')
}

/** @throws Invalid `cursor.invalid` */
function decodeCursor(text: string): Cursor {
  const [, part, number] =
    /^(head|body)\|(\d{1,15})$/.exec(Buffer.from(text, 'base64url').toString()) ?? []
  const known = parts.find((name) => name === part)
  if (!known) throw new Invalid('cursor.invalid', 'This cursor was not given by this list')
  return { part: known, number: Number(number) }
}
