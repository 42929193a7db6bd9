import type { ActorRef } from '@firstline/contract/common'
import type { Kysely, SelectQueryBuilder } from 'kysely'
import { system } from '#server/core/actor.ts'
import type { DB } from '#server/database/db-types.ts'

export type TimelineEvent = {
  id: string
  at: Date
  name: string
  actor: ActorRef
  data: Record<string, unknown>
}

/**
 * The newest events of a ticket, newest first, with the names of those who did them; one query.
 * @param without names of events that are shown some other way
 */
export async function readTimelineEvents(
  db: Kysely<DB>,
  ticketId: string,
  options: { without: readonly string[]; limit: number },
): Promise<TimelineEvent[]> {
  const rows = await withNames(db.selectFrom('event'))
    .select(['event.id', 'event.at', 'event.name', 'event.data'])
    .where('event.ticket_id', '=', ticketId)
    .where((where) => where.not(where('event.name', 'in', [...options.without, ''])))
    .orderBy('event.at', 'desc')
    .orderBy('event.id', 'desc')
    .limit(options.limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    name: row.name,
    actor: actorOf(row),
    data: row.data as Record<string, unknown>,
  }))
}

/** Of what is on record about a ticket, shown or not. */
export async function readLastEvent(db: Kysely<DB>, ticketId: string): Promise<string | null> {
  const { last } = await db
    .selectFrom('event')
    .select((select) => select.fn.max('id').as('last'))
    .where('ticket_id', '=', ticketId)
    .executeTakeFirstOrThrow()
  return last
}

/** Events with the names of those who did them, for `actorOf`, and of where. */
export function withNames(events: SelectQueryBuilder<DB, 'event', object>) {
  return events
    .leftJoin('event_names as names', 'names.event_id', 'event.id')
    .select([
      'event.actor_kind as kind',
      'event.actor_id as actorId',
      'names.actor_name as actorName',
    ])
}

type ActorRow = { kind: string; actorId: string | null; actorName: string | null }

export function actorOf({ kind, actorId, actorName }: ActorRow): ActorRef {
  switch (kind) {
    case 'person':
      return { kind, id: actorId, name: actorName ?? 'Somebody of the team' }
    case 'integration':
      return { kind, id: actorId, name: actorName ?? 'An integration' }
    case 'ai_agent':
      return { kind, id: actorId, name: actorName ?? 'An AI agent' }
    case 'customer':
      return { kind, id: actorId, name: actorName ?? 'The customer' }
    default:
      return { kind: 'system', id: actorId, name: system(actorId ?? '').name.trim() }
  }
}
