import { randomBytes } from 'node:crypto'
import type { Line } from '@firstline/contract/common'
import type { Message, Ticket } from '@firstline/contract/tickets'
import { sql } from 'kysely'
import type { RawBuilder, Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { planKept } from '#server/database/keep-plan.ts'
import type { NewEvent } from '#server/core/events.ts'
import { messageReceived, ticketAnswered, ticketReceived, ticketReopened } from './events.ts'
import { judgeAnswer } from './courtesy/judge-answer.ts'
import type { Answer, Judgement } from './courtesy/judge-answer.ts'
import { previewOf } from './preview-of.ts'
import { isBroken } from './standing.ts'
import { lockGoingOn } from './merging/lock-tickets.ts'
import { lastResolution } from './state.ts'
import type { TicketRow } from './state.ts'
import { wake } from './snooze/wake.ts'
import { tellTurn } from './tell-turn.ts'

/** What a customer wrote, whichever way it came. */
export type Arrival = Answer & {
  channel: Ticket['channel']
  contact: { id: string; accountId: string | null } | null
  quotedText?: string | null
  html?: string | null
  warnings?: string[]
  attachments?: Message['attachments']
  /** Unique: RFC 5322 Message-ID, the hash of a mail without one, or the key of a form. */
  messageId?: string | null
  inReplyTo?: string | null
  mailId?: string | null
  /** Of mail, see `channels/check-sender.ts`; of the portal, who signed in. */
  sender?: { isVerified: boolean; proof: string } | null
  /** Neither the contact nor of the account of the ticket it continues. */
  isStranger?: boolean
  /** The ticket that it answers, of which its sender is no part. */
  mayContinue?: string | null
  type?: string | null
  problemStartedAt?: Date | null
  /** Where it lives when that is another desk. */
  outside?: { id: string; url: string; line: Line }
  /** Who wrote it there. */
  outsideAuthor?: string
}

type Received = { ticketId: string; messageId: string; events: [NewEvent, ...NewEvent[]] }

/** A new ticket with its first message, in the caller's transaction. */
export async function openTicket(
  tx: Transaction<DB>,
  now: Date,
  arrival: Arrival,
): Promise<Received> {
  const { channel, contact } = arrival
  const opening = tx
    .insertInto('ticket')
    .values({
      subject: arrival.subject,
      type: arrival.type ?? null,
      channel,
      account_id: contact?.accountId ?? null,
      contact_id: contact?.id ?? null,
      address_token: newAddressToken(),
      may_continue: arrival.mayContinue ?? null,
      problem_started_at: arrival.problemStartedAt ?? null,
      outside_id: arrival.outside?.id ?? null,
      outside_url: arrival.outside?.url ?? null,
      ...(arrival.outside ? { line: arrival.outside.line } : {}),
      opened_at: now,
      updated_at: now,
      spoke_since: now,
      spoke_contact_id: contact?.id ?? null,
      preview: previewOf(arrival.text),
    })
    .returning(['id', 'account_id as accountId'])
  const { message, ...ticket } = await tx
    .with('opened', () => opening)
    .with('said', () => insertMessage(tx, now, sql`(select id from opened)`, arrival, null))
    .selectFrom(['opened', 'said'])
    .select(['opened.id', 'opened.accountId', 'said.id as message'])
    .modifyEnd(planKept)
    .executeTakeFirstOrThrow()
  const received = ticketReceived(ticket, {
    message,
    channel,
    line: arrival.outside?.line ?? 'L1',
    type: arrival.type ?? null,
    problem_started_at: arrival.problemStartedAt?.toISOString() ?? null,
  })
  return { ticketId: ticket.id, messageId: message, events: [received] }
}

/**
 * The customer writes again, in the caller's transaction: a waiting ticket is answered, a resolved
 * one reopens unless the message is merely thanks, one voided as spam stays void. A notice of
 * absence changes nothing. What is for a ticket that was merged arrives at the one that stays.
 */
export async function continueTicket(
  tx: Transaction<DB>,
  now: Date,
  named: string,
  arrival: Arrival,
): Promise<Received> {
  const ticket = await lockGoingOn(tx, named)
  const ticketId = ticket.id
  const judged = await judgeAnswer(tx, ticket, arrival)
  const { id: message } = await insertMessage(
    tx,
    now,
    ticketId,
    arrival,
    judged,
  ).executeTakeFirstOrThrow()
  await tx
    .updateTable('ticket')
    .set({
      updated_at: now,
      // thanks are words of theirs too, but nobody has to answer them
      preview: previewOf(arrival.text),
      spoke_person_id: null,
      spoke_contact_id: arrival.contact?.id ?? null,
    })
    .where('id', '=', ticketId)
    .execute()
  if (!judged) await tellTurn(tx, ticketId)
  const events: [NewEvent, ...NewEvent[]] = [
    messageReceived(ticket, { message, ...(judged ? { judged } : {}) }),
  ]
  if (!judged) events.push(...(await returnToWork(tx, now, ticket, message)))
  return { ticketId, messageId: message, events }
}

/** What an answer of the customer does to the ticket, at the time it came. */
export async function returnToWork(
  tx: Transaction<DB>,
  now: Date,
  ticket: TicketRow,
  message: string,
): Promise<NewEvent[]> {
  const woken = await wake(tx, ticket, 'reply')
  if (ticket.state === 'open' || ticket.voidReason === 'spam') return woken
  await tx
    .updateTable('ticket')
    .set({ state: 'open', void_reason: null })
    .where('id', '=', ticket.id)
    .execute()
  if (ticket.state === 'waiting') return [...woken, ticketAnswered(ticket, message)]
  return [await comeBackOn(tx, now, ticket, message)]
}

/** The customer has opened a solved ticket again without a word, in the desk where it lives. */
export async function comeBackWordless(
  tx: Transaction<DB>,
  now: Date,
  ticket: TicketRow,
): Promise<NewEvent> {
  await tx
    .updateTable('ticket')
    .set({ state: 'open', updated_at: now })
    .where('id', '=', ticket.id)
    .execute()
  return comeBackOn(tx, now, ticket)
}

/** The resolution the customer came back on is broken within its window, and stays held after it. */
async function comeBackOn(
  tx: Transaction<DB>,
  now: Date,
  ticket: TicketRow,
  message?: string,
): Promise<NewEvent> {
  const resolution = await lastResolution(tx, ticket.id)
  const isFirst = resolution !== undefined && resolution.reopenedAt === null
  const breaks = isFirst && isBroken({ windowEndsAt: resolution.windowEndsAt, reopenedAt: now })
  if (isFirst) {
    await tx
      .updateTable('resolution')
      .set({ reopened_at: now })
      .where('id', '=', resolution.id)
      .execute()
  }
  if (breaks) {
    await tx
      .updateTable('ticket')
      .set((to) => ({ reopen_count: to('reopen_count', '+', 1) }))
      .where('id', '=', ticket.id)
      .execute()
  }
  return ticketReopened(ticket, {
    by: 'customer',
    cause: 'reply',
    resolution: resolution?.id ?? null,
    is_broken: breaks,
    ...(message === undefined ? {} : { message }),
  })
}

function insertMessage(
  tx: Transaction<DB>,
  now: Date,
  ticketId: string | RawBuilder<string>,
  arrival: Arrival,
  judged: Judgement | null,
) {
  return tx
    .insertInto('message')
    .values({
      ticket_id: ticketId,
      kind: 'customer',
      contact_id: arrival.contact?.id ?? null,
      at: now,
      text: arrival.text,
      quoted_text: arrival.quotedText ?? null,
      html: arrival.html ?? null,
      warnings: arrival.warnings ?? [],
      attachments: JSON.stringify(arrival.attachments ?? []),
      message_id: arrival.messageId ?? null,
      in_reply_to: arrival.inReplyTo ?? null,
      mail_id: arrival.mailId ?? null,
      judged,
      sender_verified: arrival.sender?.isVerified ?? null,
      sender_proof: arrival.sender?.proof ?? null,
      outside_author: arrival.outsideAuthor ?? null,
      is_stranger: arrival.isStranger ?? false,
      parties: arrival.parties ? JSON.stringify(arrival.parties) : null,
    })
    .returning('id')
}

/** 100 random bits, lower case: mail servers may change the case of an address. */
function newAddressToken(): string {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
  return Array.from(randomBytes(20), (byte) => alphabet[byte & 31]).join('')
}
