import type { ActorRef } from '@firstline/contract/common'
import { sql } from 'kysely'
import type { Kysely, SelectQueryBuilder } from 'kysely'
import { system } from '#server/core/actor.ts'
import type { DB } from '#server/core/db-types.ts'

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
  const rows = await withActors(db.selectFrom('event'))
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

/** Events with the names of those who did them, for `actorOf`. */
export function withActors(events: SelectQueryBuilder<DB, 'event', object>) {
  return events
    .leftJoin('person', (join) => join.on('person.id', '=', actorIdOf('person')))
    .leftJoin('contact', (join) => join.on('contact.id', '=', actorIdOf('customer')))
    .leftJoin('api_key', (join) => join.on('api_key.id', '=', actorIdOf('integration')))
    .leftJoin('ai_agent', (join) => join.on('ai_agent.id', '=', actorIdOf('ai_agent')))
    .select([
      'event.actor_kind as kind',
      'event.actor_id as actorId',
      'person.name as personName',
      'api_key.name as keyName',
      'ai_agent.name as aiName',
      sql<string | null>`coalesce(contact.name, contact.email)`.as('contactName'),
    ])
}

/** As a uuid, so that the primary key finds it; imported events may carry other desks' ids. */
function actorIdOf(kind: string) {
  return sql<string>`case when event.actor_kind = ${kind} and event.actor_id ~ '^[0-9a-f-]{36}$'
    then event.actor_id::uuid end`
}

type ActorRow = {
  kind: string
  actorId: string | null
  personName: string | null
  keyName: string | null
  aiName: string | null
  contactName: string | null
}

export function actorOf({
  kind,
  actorId,
  personName,
  keyName,
  aiName,
  contactName,
}: ActorRow): ActorRef {
  switch (kind) {
    case 'person':
      return { kind, id: actorId, name: personName ?? 'Somebody of the team' }
    case 'integration':
      return { kind, id: actorId, name: keyName ?? 'An integration' }
    case 'ai_agent':
      return { kind, id: actorId, name: aiName ?? 'An AI agent' }
    case 'customer':
      return { kind, id: actorId, name: contactName ?? 'The customer' }
    default:
      return { kind: 'system', id: actorId, name: system(actorId ?? '').name.trim() }
  }
}
