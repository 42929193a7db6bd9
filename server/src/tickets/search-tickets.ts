import { SearchTickets } from '@firstline/contract/tickets'
import type { FoundTicket, TicketSummary } from '@firstline/contract/tickets'
import { sql } from 'kysely'
import type { ExpressionBuilder, Kysely, RawBuilder, SqlBool } from 'kysely'
import type { Actor } from '#server/core/actor.ts'
import type { DB } from '#server/database/db-types.ts'
import { Invalid } from '#server/core/errors.ts'
import { defineQuery } from '#server/core/verb.ts'
import { excerptsOf } from './excerpt.ts'
import { withinReach } from './reach.ts'
import { selectSummaries, summaryOf } from './read-ticket.ts'

const countedUpTo = 1000
/** In this order they are shown: what a ticket is about, then what was said in it. */
const parts = ['head', 'body'] as const
type Part = (typeof parts)[number]
type Cursor = { part: Part; number: number }

/** Words are looked for as people type them: from their beginning, with or without accents and endings. */
export const searchTickets = defineQuery({
  permission: 'ticket:read',
  input: SearchTickets,
  async run({ db, actor }, { q, cursor, limit }) {
    const after = cursor ? decodeCursor(cursor) : null
    const exact = await findByNumber(db, actor, q)
    const found = await findByWords(db, actor, { q, after, limit: limit + 1, without: exact })
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
type Hit = Cursor & { id: string }

/** The parts one after the other, as many as are asked for. */
async function findByWords(db: Kysely<DB>, actor: Actor, search: Search): Promise<Hit[]> {
  const found: Hit[] = []
  for (const part of parts.slice(search.after ? parts.indexOf(search.after.part) : 0)) {
    const below = search.after?.part === part ? search.after.number : null
    const limit = search.limit - found.length
    if (limit > 0) found.push(...(await findInPart(db, actor, search, { part, below, limit })))
  }
  return found
}

async function findInPart(
  db: Kysely<DB>,
  actor: Actor,
  { q, without }: Search,
  { part, below, limit }: { part: Part; below: number | null; limit: number },
): Promise<Hit[]> {
  const rows = await db
    .selectFrom('ticket_search as found')
    .select(['found.ticket_id as id', 'found.number'])
    .where('found.part', '=', sql.lit(part))
    .where(holding(q))
    .$if(part === 'body', (query) => query.where(notInHead(q)))
    .$if(below !== null, (query) => query.where('found.number', '<', String(below)))
    .$if(without !== null, (query) => query.where('found.ticket_id', '<>', without))
    .$if(actor.kind === 'ai_agent', (query) => query.where(reachedBy(actor)))
    .orderBy('found.number', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id, number }) => ({ id, part, number: Number(number) }))
}

function holding(q: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`found.words @@ search_query(${q})`
}

function notInHead(q: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`not exists (
    select from ticket_search as head
    where head.ticket_id = found.ticket_id and head.part = 'head' and head.words @@ search_query(${q}))`
}

function reachedBy(actor: Actor) {
  return (where: ExpressionBuilder<DB & { found: DB['ticket_search'] }, 'found'>) =>
    where.exists(
      where
        .selectFrom('ticket')
        .select('ticket.id')
        .whereRef('ticket.id', '=', 'found.ticket_id')
        .where((inner) => withinReach(inner, actor)),
    )
}

/** In the order of their ids. */
async function readSummaries(db: Kysely<DB>, ids: readonly string[]): Promise<TicketSummary[]> {
  if (ids.length === 0) return []
  const rows = await selectSummaries(db).where('ticket.id', 'in', ids).execute()
  const byId = new Map(rows.map((row) => [row.id, summaryOf(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** The body holds the words of the head too. */
async function countFound(db: Kysely<DB>, actor: Actor, q: string, exact: string | null) {
  const found = db
    .selectFrom('ticket_search as found')
    .select('found.ticket_id')
    .where('found.part', '=', sql.lit('body'))
    .where(holding(q))
    .$if(exact !== null, (query) => query.where('found.ticket_id', '<>', exact))
    .$if(actor.kind === 'ai_agent', (query) => query.where(reachedBy(actor)))
    .limit(countedUpTo)
    .as('found')
  const { count } = await db
    .selectFrom(found)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
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
