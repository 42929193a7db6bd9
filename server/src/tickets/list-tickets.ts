import { present } from '@firstline/contract/present'
import { orderOf } from '@firstline/contract/ticket-views'
import { ListTickets, TicketView } from '@firstline/contract/tickets'
import type { TicketOrder, TicketSummary } from '@firstline/contract/tickets'
import { sql } from 'kysely'
import type { Expression, ExpressionBuilder, Kysely, SqlBool } from 'kysely'
import { z } from 'zod'
import type { Actor } from '#server/core/actor.ts'
import { decodeCursor, encodeCursor } from '#server/core/cursor.ts'
import type { Cursor } from '#server/core/cursor.ts'
import type { DB } from '#server/database/db-types.ts'
import { countForEach } from '#server/database/count-for-each.ts'
import { defineQuery } from '#server/core/verb.ts'
import { rankOf } from './labels/priority.ts'
import { tagKeyOf } from './labels/tag-key.ts'
import { withinReach } from './reach.ts'
import { selectSummaries, summaryOf } from './read-ticket.ts'
import { ticketNumberOf } from './search-tickets.ts'
import { openStates } from './state.ts'

type Asked = z.output<typeof ListTickets>

export const listTickets = defineQuery({
  permission: 'ticket:read',
  input: ListTickets,
  async run({ db, actor }, asked) {
    const { limit } = asked
    const tag = asked.tag === undefined ? null : await tagNamed(db, asked.tag)
    if (tag === undefined) return { items: [], next: null }
    const rows = await selectPage(db, actor, asked, tag).execute()
    const items: TicketSummary[] = rows.slice(0, limit).map(summaryOf)
    const last = rows.length > limit ? items.at(-1) : undefined
    return { items, next: last ? nextOf(last, orderOf(asked.view, asked.order)) : null }
  },
})

export const countTickets = defineQuery({
  permission: 'ticket:read',
  input: z.object({}),
  run({ db, actor }): Promise<Record<TicketView, number>> {
    return db
      .selectNoFrom((desk) => TicketView.options.map((view) => counted(desk, view, actor.id)))
      .executeTakeFirstOrThrow()
  },
})

type SharedView = Exclude<TicketView, 'mine'>

/** As *countTickets* counts, but for the view that is another for each of us. */
export function countShared(db: Kysely<DB>): Promise<Record<SharedView, number>> {
  const shared = TicketView.options.filter((view) => view !== 'mine')
  return db
    .selectNoFrom((desk) => shared.map((view) => counted(desk, view, null)))
    .executeTakeFirstOrThrow()
}

/** How many are theirs, of many people by one statement. */
export function countMine(
  db: Kysely<DB>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  return countForEach(
    db,
    personIds,
    sql`select from ticket where assignee_id = its.id and state in ('open', 'waiting')
      and snoozed_at is null limit ${sql.lit(countedUpTo)}`,
  )
}

/** A view says no more than this. */
const countedUpTo = 1000

function counted(desk: ExpressionBuilder<DB, never>, view: TicketView, personId: string | null) {
  const found = desk
    .selectFrom('ticket')
    .select('ticket.id')
    .where((where) => inView(where, view, personId))
    .limit(countedUpTo)
    .as('found')
  const count = desk.selectFrom(found).select(sql<number>`count(*)::int`.as('count'))
  return count.$asScalar().$notNull().as(view)
}

function inView(
  where: ExpressionBuilder<DB, 'ticket'>,
  view: TicketView,
  personId: string | null,
): Expression<SqlBool> {
  switch (view) {
    case 'mine':
      return where.and([
        where('ticket.assignee_id', '=', personId),
        where('ticket.state', 'in', openStates),
        where('ticket.snoozed_at', 'is', null),
      ])
    case 'new':
      return where.and([
        where('ticket.state', '=', 'open'),
        where('ticket.assignee_id', 'is', null),
        where('ticket.snoozed_at', 'is', null),
      ])
    case 'unknown':
      return where.and([
        where('ticket.account_id', 'is', null),
        where('ticket.state', 'in', openStates),
        where('ticket.snoozed_at', 'is', null),
      ])
    case 'snoozed':
      return where('ticket.snoozed_at', 'is not', null)
    case 'open':
    case 'waiting':
      return where.and([
        where('ticket.state', '=', view),
        where('ticket.state', 'in', openStates),
        where('ticket.snoozed_at', 'is', null),
      ])
    case 'resolved':
    case 'void':
      return where('ticket.state', '=', view)
  }
}

/** One more than are asked for: whether the list goes on. */
export function selectPage(
  db: Kysely<DB>,
  actor: Actor,
  { view, order, incident, q, priority, cursor, limit }: Asked,
  tag: string | null = null,
) {
  const tickets = selectSummaries(db)
    .where((where) =>
      incident === undefined
        ? inView(where, view, actor.id)
        : where('ticket.incident_id', '=', incident),
    )
    .where((where) => withinReach(where, actor))
    .$if(priority !== undefined, (query) =>
      // said in the statement itself, so that the index of those that are marked answers for them
      query.where('ticket.priority', '=', sql.lit(rankOf(priority!))),
    )
    .$if(tag !== null, (query) =>
      // both, so that the index of those that have any answers
      query.where(sql<SqlBool>`ticket.tags @> array[${tag}::uuid] and ticket.tags <> '{}'`),
    )
    .$if(q !== undefined && q !== '', (query) => query.where(matching(present(q))))
  return inOrder(tickets, orderOf(view, order), cursor).limit(limit + 1)
}

/** @returns its id; undefined where nobody has made it */
async function tagNamed(db: Kysely<DB>, name: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('tag')
    .select('id')
    .where('key', '=', tagKeyOf(name))
    .executeTakeFirst()
  return row?.id
}

type Summaries = ReturnType<typeof selectSummaries>

/** Behind the cursor; each order has its index in each view. */
function inOrder(tickets: Summaries, order: TicketOrder, cursor: string | undefined): Summaries {
  if (order === 'newest') {
    const after = cursor ? decodeCursor(cursor) : null
    return tickets
      .$if(after !== null, (query) =>
        query.where(
          sql<SqlBool>`(ticket.updated_at, ticket.id) < (${after?.at}, ${after?.id}::uuid)`,
        ),
      )
      .orderBy('ticket.updated_at', 'desc')
      .orderBy('ticket.id', 'desc')
  }
  return order === 'urgent' ? inUrgency(tickets, cursor) : inTurn(tickets, cursor)
}

function inTurn(tickets: Summaries, cursor: string | undefined): Summaries {
  const after = cursor ? decodeTurn(cursor) : null
  return tickets
    .$if(after !== null, (query) =>
      query.where(
        sql<SqlBool>`(ticket.spoke_last, ticket.spoke_since, ticket.id)
          > (${after?.last}, ${after?.at}, ${after?.id}::uuid)`,
      ),
    )
    .orderBy('ticket.spoke_last')
    .orderBy('ticket.spoke_since')
    .orderBy('ticket.id')
}

/** Within each priority in turn. */
function inUrgency(tickets: Summaries, cursor: string | undefined): Summaries {
  const after = cursor ? decodeUrgency(cursor) : null
  return tickets
    .$if(after !== null, (query) =>
      query.where(
        sql<SqlBool>`(ticket.priority, ticket.spoke_last, ticket.spoke_since, ticket.id)
          > (${after?.rank}, ${after?.last}, ${after?.at}, ${after?.id}::uuid)`,
      ),
    )
    .orderBy('ticket.priority')
    .orderBy('ticket.spoke_last')
    .orderBy('ticket.spoke_since')
    .orderBy('ticket.id')
}

function nextOf({ id, updatedAt, spoke, priority }: TicketSummary, order: TicketOrder): string {
  if (order === 'newest') return encodeCursor({ at: new Date(updatedAt), id })
  const turn = `${spoke.last}.${encodeCursor({ at: new Date(spoke.since), id })}`
  return order === 'urgent' ? `${rankOf(priority)}.${turn}` : turn
}

/** @throws Invalid `cursor.invalid` */
function decodeUrgency(cursor: string): Cursor & { last: string; rank: number } {
  const [, rank = '', turn = ''] = /^([1-4])\.(.+)$/.exec(cursor) ?? []
  return { rank: Number(rank), ...decodeTurn(turn) }
}

/** @throws Invalid `cursor.invalid` */
function decodeTurn(cursor: string): Cursor & { last: string } {
  const [, last = '', rest = ''] = /^(customer|team)\.(.+)$/.exec(cursor) ?? []
  return { last, ...decodeCursor(rest) }
}

function matching(q: string): Expression<SqlBool> {
  const number = ticketNumberOf(q)
  if (number !== null) return sql<SqlBool>`ticket.number = ${number}::bigint`
  // the body holds the words of the head too; the index of words is of one part
  return sql<SqlBool>`ticket.id in (
    select ticket_id from ticket_search where part = 'body' and words @@ search_query(${q}))`
}
