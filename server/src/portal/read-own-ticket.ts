import type { Message } from '@firstline/contract/tickets'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { decodeCursor, encodeCursor } from '#server/core/cursor.ts'
import type { DB } from '#server/database/db-types.ts'
import { defineQuery } from '#server/core/verb.ts'
import { firstNameOf } from '#server/tickets/first-name.ts'
import { Scope } from './scope.ts'
import type { ContactScope } from './scope.ts'
import { standingFor } from './standing-in-words.ts'
import type { Standing } from './standing-in-words.ts'
import { findOwnTicket } from './takes-part.ts'

export type Said = {
  id: string
  at: Date
  text: string
  /** `team` by a first name, or null: as the desk signs its mails. */
  by: { side: 'you' | 'other' | 'team'; name: string | null }
  attachments: Message['attachments']
}
export type ToRate = {
  resolution: string
  closesAt: Date
  value: 'up' | 'down' | null
  comment: string
}
export type OwnConversation = {
  number: string
  subject: string
  openedAt: Date
  standing: Standing
  /** Oldest first. */
  said: Said[]
  /** For what was said before that. */
  before: string | null
  toRate: ToRate | null
}

const pageSize = 50

/** What is public of one ticket: what the customer's side wrote, and what was answered and has left. */
export const readOwnTicket = defineQuery({
  permission: 'public',
  input: z.object({ scope: Scope, number: z.string(), before: z.string().optional() }),
  async run({ db, clock }, { scope, number, before }): Promise<OwnConversation> {
    const { id, ...ticket } = await findOwnTicket(db, scope, number)
    const now = clock.now()
    const said = await readSaid(db, scope, { ticketId: id, now, before })
    return {
      number: ticket.number,
      subject: ticket.subject,
      openedAt: ticket.openedAt,
      standing: standingFor(ticket),
      ...said,
      toRate: ticket.contactId === scope.contact.id ? await findToRate(db, id, now) : null,
    }
  },
})

type Asked = { ticketId: string; now: Date; before: string | undefined }

async function readSaid(
  db: Kysely<DB>,
  scope: ContactScope,
  { ticketId, now, before }: Asked,
): Promise<Pick<OwnConversation, 'said' | 'before'>> {
  const older = before === undefined ? null : decodeCursor(before)
  const rows = await db
    .selectFrom('message')
    .leftJoin('person', 'person.id', 'message.person_id')
    .leftJoin('contact', 'contact.id', 'message.contact_id')
    .select(['message.id', 'message.kind', 'message.at', 'message.text', 'message.attachments'])
    .select(['message.contact_id as contactId', 'person.name as personName'])
    .select(['contact.name as contactName', 'contact.email'])
    .where('message.ticket_id', '=', ticketId)
    .where((where) =>
      where.or([
        where.and([
          where('message.kind', '=', 'customer'),
          // nobody reads a stranger's words under our name
          where.or([
            where('message.is_stranger', '=', false),
            where('message.contact_id', '=', scope.contact.id),
          ]),
        ]),
        where.and([
          where('message.kind', '=', 'reply'),
          // one that its writer can still take back is not said yet
          where.or([
            where('message.delivery', 'is distinct from', 'queued'),
            where('message.leaves_at', '<=', now),
          ]),
        ]),
      ]),
    )
    .$if(older !== null, (query) =>
      query.where(sql<boolean>`(message.at, message.id) < (${older?.at}, ${older?.id}::uuid)`),
    )
    .orderBy('message.at', 'desc')
    .orderBy('message.id', 'desc')
    .limit(pageSize + 1)
    .execute()
  const newest = rows.slice(0, pageSize)
  const oldest = rows.length > pageSize ? newest.at(-1) : undefined
  return {
    said: newest.toReversed().map((row) => ({
      id: row.id,
      at: row.at,
      text: row.text,
      by: authorOf(row, scope),
      attachments: Attachments.parse(row.attachments),
    })),
    before: oldest ? encodeCursor(oldest) : null,
  }
}

const Attachments = z.array(
  z.object({ name: z.string(), sizeBytes: z.int(), type: z.string() }),
) satisfies z.ZodType<Message['attachments']>

type Author = {
  kind: string
  contactId: string | null
  personName: string | null
  contactName: string | null
  email: string | null
}

function authorOf(
  { kind, contactId, personName, contactName, email }: Author,
  { contact }: ContactScope,
): Said['by'] {
  if (kind === 'reply') return { side: 'team', name: firstNameOf(personName) }
  if (contactId === contact.id) return { side: 'you', name: null }
  return { side: 'other', name: contactName ?? email }
}

/** The resolution that a customer is asked about, while it can be rated. */
export async function findToRate(
  db: Kysely<DB>,
  ticketId: string,
  now: Date,
): Promise<ToRate | null> {
  const last = await db
    .selectFrom('resolution')
    .innerJoin('ticket', 'ticket.id', 'resolution.ticket_id')
    .leftJoin('rating', 'rating.resolution_id', 'resolution.id')
    .select(['resolution.id', 'resolution.window_ends_at as closesAt', 'ticket.state'])
    .select(['rating.value', 'rating.comment'])
    .where('resolution.ticket_id', '=', ticketId)
    .orderBy('resolution.at', 'desc')
    .orderBy('resolution.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last?.state !== 'resolved' || now > last.closesAt) return null
  const { id: resolution, closesAt, comment } = last
  const value = last.value === 'up' || last.value === 'down' ? last.value : null
  return { resolution, closesAt, value, comment: comment ?? '' }
}
