import type { Notification } from '@firstline/contract/notifications'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { actorOf } from '#server/audit/timeline.ts'
import { NotFound } from '#server/core/errors.ts'
import type { DB } from '#server/database/db-types.ts'

/** So much of what was written says whether to go there. */
const excerptLength = 160

/** @throws NotFound `notification.not-found`, also where it is somebody else's */
export async function readNotification(
  db: Kysely<DB>,
  { id, person }: { id: string; person: string },
): Promise<Notification> {
  const row = await selectNotifications(db, person)
    .where('notification.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notificationNotFound()
  return notificationOf(row)
}

function notificationNotFound(): NotFound {
  return new NotFound('notification.not-found', 'There is no such notification in your inbox')
}

/** Of one person, to be narrowed and ordered. */
export function selectNotifications(db: Kysely<DB>, person: string) {
  return db
    .selectFrom('notification')
    .innerJoin('ticket', 'ticket.id', 'notification.ticket_id')
    .innerJoin('event', 'event.id', 'notification.event_id')
    .leftJoin('event_names as names', 'names.event_id', 'event.id')
    .leftJoin('message', 'message.id', 'notification.message_id')
    .leftJoin('contact', 'contact.id', 'message.contact_id')
    .select(['notification.id', 'notification.kind', 'notification.at', 'notification.count'])
    .select(['notification.escalation_id as escalationId', 'notification.read_at as readAt'])
    .select(['notification.event_name as event', 'ticket.id as ticketId', 'ticket.number'])
    .select(['ticket.subject', 'names.actor_name as actorName', 'event.actor_kind as kindOfActor'])
    .select(['event.actor_id as actorId', 'message.kind as messageKind'])
    .select(['contact.id as contactId', 'contact.name as contactName', 'contact.email'])
    .select(sql<string | null>`left(message.text, ${excerptLength + 1})`.as('words'))
    .where('notification.person_id', '=', person)
}

type Row = Awaited<ReturnType<ReturnType<typeof selectNotifications>['execute']>>[number]

export function notificationOf(row: Row): Notification {
  return {
    id: row.id,
    kind: row.kind,
    ticket: { id: row.ticketId, number: Number(row.number), subject: row.subject },
    escalationId: row.escalationId,
    event: row.event,
    by: whoOf(row),
    at: row.at.toISOString(),
    count: row.count,
    excerpt: row.words === null ? null : excerptOf(row.words),
    isRead: row.readAt !== null,
  }
}

/** Mail is taken in by the desk itself: what is told is who wrote it. */
function whoOf({ messageKind, contactId, contactName, email, ...event }: Row): Notification['by'] {
  if (messageKind !== 'customer') return actorOf({ ...event, kind: event.kindOfActor })
  return actorOf({ kind: 'customer', actorId: contactId, actorName: contactName ?? email })
}

function excerptOf(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ').trim()
  return words.length > excerptLength ? `${line.slice(0, excerptLength).trimEnd()}…` : line
}
