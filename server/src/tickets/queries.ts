import type { Message, Ticket, TicketType, TimelineItem } from '@firstline/contract/tickets'
import { Id } from '@firstline/contract/common'
import { eventNames, events as catalogue } from '@firstline/contract/events'
import type { EventName } from '@firstline/contract/events'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { readTimelineEvents } from '#server/audit/timeline.ts'
import type { TimelineEvent } from '#server/audit/timeline.ts'
import { can } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import { defineQuery } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import type { QueryContext } from '#server/core/verb.ts'
import { readMessages } from './read-messages.ts'
import { readTicket } from './read-ticket.ts'
import { ticketNotFound } from './state.ts'
import type { WithProject } from '#server/project/project.ts'

const timelineLimit = 500

export const listTicketTypes = defineQuery({
  permission: 'ticket:read',
  input: z.object({}),
  async run({ sources }: QueryContext & WithProject): Promise<{ items: TicketType[] }> {
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
  async run({ db, actor }, { ticketId }): Promise<Timeline> {
    const ticket = await db
      .selectFrom('ticket')
      .select('id')
      .where('id', '=', ticketId)
      .executeTakeFirst()
    if (!ticket) throw ticketNotFound()
    return readTimeline(db, actor, ticketId)
  },
})

type Timeline = { items: TimelineItem[]; truncated: boolean; lastEvent: string | null }

/** Of a ticket that there is. */
export async function readTimeline(
  db: Kysely<DB>,
  actor: Actor,
  ticketId: string,
): Promise<Timeline> {
  const limit = timelineLimit + 1
  const asked = { without: notShownTo(actor), limit }
  // first: what comes while the messages are read is not called seen
  const { events, last } = await readTimelineEvents(db, ticketId, asked)
  const messages = await readMessages(db, ticketId, limit)
  const items = [...messages.map(messageItem), ...events.map(eventItem)].sort(oldestFirst)
  return {
    items: items.slice(-timelineLimit),
    truncated: items.length > timelineLimit,
    lastEvent: last,
  }
}

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
