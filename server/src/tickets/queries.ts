import { ListTickets, TicketView } from '@firstline/contract/tickets'
import type {
  Message,
  Ticket,
  TicketSummary,
  TicketType,
  TimelineItem,
} from '@firstline/contract/tickets'
import { Id } from '@firstline/contract/common'
import { eventNames, events as catalogue } from '@firstline/contract/events'
import type { EventName } from '@firstline/contract/events'
import { sql } from 'kysely'
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import { z } from 'zod'
import { readLastEvent, readTimelineEvents } from '#server/audit/timeline.ts'
import type { TimelineEvent } from '#server/audit/timeline.ts'
import { can } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import type { DB } from '#server/database/db-types.ts'
import { defineQuery } from '#server/core/verb.ts'
import type { QueryContext } from '#server/core/verb.ts'
import { decodeCursor, encodeCursor } from '#server/core/cursor.ts'
import type { NeedsProject } from './project.ts'
import { withinReach } from './reach.ts'
import { readMessages } from './read-messages.ts'
import { readTicket, selectSummaries, summaryOf } from './read-ticket.ts'
import { ticketNumberOf } from './search-tickets.ts'
import { openStates } from './state.ts'

const timelineLimit = 500

export const listTickets = defineQuery({
  permission: 'ticket:read',
  input: ListTickets,
  async run({ db, actor }, { view, q, cursor, limit }) {
    const after = cursor ? decodeCursor(cursor) : null
    const rows = await selectSummaries(db)
      .where((where) => inView(where, view, actor.id))
      .where((where) => withinReach(where, actor))
      .$if(q !== undefined && q !== '', (query) => query.where(matching(q!)))
      .$if(after !== null, (query) =>
        query.where(
          sql<SqlBool>`(ticket.updated_at, ticket.id) < (${after!.at}, ${after!.id}::uuid)`,
        ),
      )
      .orderBy('ticket.updated_at', 'desc')
      .orderBy('ticket.id', 'desc')
      .limit(limit + 1)
      .execute()
    const items: TicketSummary[] = rows.slice(0, limit).map(summaryOf)
    const last = rows.length > limit ? rows[limit - 1]! : null
    return { items, next: last ? encodeCursor({ at: last.updatedAt, id: last.id }) : null }
  },
})

export const countTickets = defineQuery({
  permission: 'ticket:read',
  input: z.object({}),
  async run({ db, actor }) {
    const counts = await Promise.all(
      TicketView.options.map(async (view) => {
        const found = db
          .selectFrom('ticket')
          .select('ticket.id')
          .where((where) => inView(where, view, actor.id))
          .limit(1000)
          .as('found')
        const { count } = await db
          .selectFrom(found)
          .select(sql<number>`count(*)::int`.as('count'))
          .executeTakeFirstOrThrow()
        return [view, count] as const
      }),
    )
    return Object.fromEntries(counts) as Record<TicketView, number>
  },
})

export const listTicketTypes = defineQuery({
  permission: 'ticket:read',
  input: z.object({}),
  async run({ sources }: QueryContext & NeedsProject): Promise<{ items: TicketType[] }> {
    return { items: sources.project.current().types.map(({ id, title }) => ({ id, title })) }
  },
})

const TicketId = z.object({ ticketId: Id })

export const getTicket = defineQuery({
  permission: 'ticket:read',
  input: TicketId,
  run: ({ db, clock }, { ticketId }): Promise<Ticket> => readTicket(db, ticketId, clock.now()),
})

export const getTimeline = defineQuery({
  permission: 'ticket:read',
  input: TicketId,
  async run(
    { db, clock, actor },
    { ticketId },
  ): Promise<{ items: TimelineItem[]; truncated: boolean; lastEvent: string | null }> {
    await readTicket(db, ticketId, clock.now())
    // first: what comes while the rest is read is not called seen
    const lastEvent = await readLastEvent(db, ticketId)
    const limit = timelineLimit + 1
    const [messages, events] = await Promise.all([
      readMessages(db, ticketId, limit),
      readTimelineEvents(db, ticketId, { without: notShownTo(actor), limit }),
    ])
    const items = [...messages.map(messageItem), ...events.map(eventItem)].sort(oldestFirst)
    return {
      items: items.slice(-timelineLimit),
      truncated: items.length > timelineLimit,
      lastEvent,
    }
  },
})

/** What its message shows, or the actor may not see; a name of another version is shown as it is. */
function notShownTo(actor: Actor): EventName[] {
  return eventNames.filter((name) => {
    const { timeline, seenBy } = catalogue[name]
    return timeline === 'message' || !can(actor, seenBy)
  })
}

function messageItem(message: Message): TimelineItem {
  return { kind: 'message', id: message.id, at: message.at, message }
}

function eventItem(event: TimelineEvent): TimelineItem {
  return { kind: 'event', ...event, at: event.at.toISOString() }
}

/** At the same instant the message comes before what it caused, and events keep their order. */
function oldestFirst(a: TimelineItem, b: TimelineItem): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  if (a.kind !== b.kind) return a.kind === 'message' ? -1 : 1
  return a.kind === 'event' ? Number(BigInt(a.id) - BigInt(b.id)) : a.id < b.id ? -1 : 1
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
      ])
    case 'new':
      return where.and([
        where('ticket.state', '=', 'open'),
        where('ticket.assignee_id', 'is', null),
      ])
    case 'unknown':
      return where.and([
        where('ticket.account_id', 'is', null),
        where('ticket.state', 'in', openStates),
      ])
    case 'open':
    case 'waiting':
    case 'resolved':
      return where('ticket.state', '=', view)
  }
}

function matching(q: string): Expression<SqlBool> {
  const number = ticketNumberOf(q)
  if (number !== null) return sql<SqlBool>`ticket.number = ${number}::bigint`
  return sql<SqlBool>`ticket.id in (
    select ticket_id from ticket_search where words @@ search_query(${q}))`
}
