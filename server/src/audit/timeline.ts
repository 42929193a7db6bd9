import type { ActorRef } from '@firstline/contract/common'
import type { Kysely, SelectQueryBuilder } from 'kysely'
import { system } from '#server/core/actor.ts'
import type { DB } from '#server/database/db-types.ts'
import { planKept } from '#server/database/keep-plan.ts'

export type TimelineEvent = {
  id: string
  at: Date
  name: string
  actor: ActorRef
  data: Record<string, unknown>
}

/**
 * The newest events of a ticket, newest first, with the names of those who did them, and the last of
 * all that is on record about it, shown or not; one query.
 * @param without names of events that are shown some other way
 */
export async function readTimelineEvents(
  db: Kysely<DB>,
  ticketId: string,
  options: { without: readonly string[]; limit: number },
): Promise<{ events: TimelineEvent[]; last: string | null }> {
  const rows = await withNames(db.selectFrom('event'))
    .select(['event.id', 'event.at', 'event.name', 'event.data'])
    .select(lastEvent(db, ticketId).as('last'))
    .where('event.ticket_id', '=', ticketId)
    .where((where) => where.not(where('event.name', 'in', [...options.without, ''])))
    .orderBy('event.at', 'desc')
    .orderBy('event.id', 'desc')
    .limit(options.limit)
    .modifyEnd(planKept)
    .execute()
  const events = rows.map((row) => ({
    id: row.id,
    at: row.at,
    name: row.name,
    actor: actorOf(row),
    data: row.data as Record<string, unknown>,
  }))
  if (rows[0]) return { events, last: rows[0].last }
  // nothing of it is shown
  return { events, ...(await lastEvent(db, ticketId).executeTakeFirstOrThrow()) }
}

function lastEvent(db: Kysely<DB>, ticketId: string) {
  return db
    .selectFrom('event as any')
    .select(({ fn }) => fn.max('any.id').as('last'))
    .where('any.ticket_id', '=', ticketId)
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
