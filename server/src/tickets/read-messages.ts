import type { ActorRef } from '@firstline/contract/common'
import { present } from '@firstline/contract/present'
import type { Message } from '@firstline/contract/tickets'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { NotFound } from '#server/core/errors.ts'
import { partiesOf } from './parties.ts'
import type { Parties } from './parties.ts'
import { planKept } from '#server/database/keep-plan.ts'

/** The newest messages of a ticket, newest first. */
export async function readMessages(
  db: Kysely<DB>,
  ticketId: string,
  limit: number,
): Promise<Message[]> {
  const rows = await selectMessages(db)
    .where('message.ticket_id', '=', ticketId)
    .orderBy('message.at', 'desc')
    .orderBy('message.id', 'desc')
    .limit(limit)
    .modifyEnd(planKept)
    .execute()
  return rows.map(messageOf)
}

export async function readMessagesById(db: Kysely<DB>, ids: readonly string[]): Promise<Message[]> {
  if (ids.length === 0) return []
  const rows = await selectMessages(db)
    .where('message.id', 'in', [...ids])
    .execute()
  return rows.map(messageOf)
}

export async function readMessage(db: Kysely<DB>, id: string): Promise<Message> {
  const row = await selectMessages(db).where('message.id', '=', id).executeTakeFirst()
  if (!row) throw messageNotFound()
  return messageOf(row)
}

export function messageNotFound(): NotFound {
  return new NotFound('message.not-found', 'There is no such message')
}

function selectMessages(db: Kysely<DB>) {
  return db
    .selectFrom('message')
    .leftJoin('person', 'person.id', 'message.person_id')
    .leftJoin('contact', 'contact.id', 'message.contact_id')
    .leftJoin('ticket as before', 'before.id', 'message.joined_from')
    .select([
      'message.id',
      'message.kind',
      'message.at',
      'message.text',
      'message.quoted_text as quotedText',
      'message.html',
      'message.delivery',
      'message.delivery_error as deliveryError',
      'message.delivery_doubt as deliveryDoubt',
      'message.leaves_at as leavesAt',
      'message.warnings',
      'message.attachments',
      'message.mail_id as mailId',
      'message.judged',
      'message.sender_verified as senderVerified',
      'message.sender_proof as senderProof',
      'message.is_stranger as isStranger',
      'message.outside_author as outsideAuthor',
      'message.saved_reply_id as savedReplyId',
      'message.parties',
      'before.id as beforeId',
      'before.number as beforeNumber',
      'person.id as personId',
      'person.name as personName',
      'contact.id as contactId',
      'contact.name as contactName',
      'contact.email as contactEmail',
      mentions,
    ])
}

const mentions = sql<Message['mentions'] | null>`(
  select json_agg(json_build_object('person', json_build_object('id', named.id, 'name', named.name),
    'span', json_build_object('place', mention.place, 'length', mention.length)) order by mention.place)
  from mention join person as named on named.id = mention.person_id
  where mention.message_id = message.id)`.as('mentions')

type MessageRow = Awaited<ReturnType<ReturnType<typeof selectMessages>['executeTakeFirstOrThrow']>>

function messageOf(row: MessageRow): Message {
  const parties = partiesOf(row.parties)
  return {
    ...parties,
    id: row.id,
    kind: row.kind,
    author: authorOf(row, parties),
    at: row.at.toISOString(),
    text: row.text,
    quotedText: row.quotedText,
    html: row.html,
    delivery: row.delivery,
    deliveryError: row.deliveryError,
    deliveryDoubt: row.deliveryDoubt,
    leavesAt: row.delivery === 'queued' ? (row.leavesAt?.toISOString() ?? null) : null,
    warnings: row.warnings,
    attachments: row.attachments,
    mailId: row.mailId,
    judged: row.judged,
    sender:
      row.senderVerified === null
        ? null
        : { isVerified: row.senderVerified, proof: row.senderProof ?? '' },
    isStranger: row.isStranger,
    savedReplyId: row.savedReplyId,
    joinedFrom: row.beforeId ? { id: row.beforeId, number: Number(row.beforeNumber) } : null,
    mentions: row.mentions ?? [],
  }
}

function authorOf(row: MessageRow, { from }: Parties): ActorRef {
  if (row.personId) return { kind: 'person', id: row.personId, name: present(row.personName) }
  if (row.outsideAuthor !== null && row.contactId === null) {
    const kind = row.kind === 'customer' ? 'customer' : 'integration'
    return { kind, id: null, name: row.outsideAuthor }
  }
  if (row.kind !== 'customer') return { kind: 'system', id: null, name: 'Firstline' }
  const said = from ? [from.name, from.email] : [row.contactName]
  const name = said.find(Boolean) ?? row.contactEmail ?? 'Unknown sender'
  return { kind: 'customer', id: row.contactId, name }
}
