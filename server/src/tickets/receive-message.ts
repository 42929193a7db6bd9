import { randomBytes } from 'node:crypto'
import type { Message } from '@firstline/contract/tickets'
import type { Transaction } from 'kysely'
import type { DB } from '#server/core/db-types.ts'
import type { NewEvent } from '#server/core/events.ts'
import { messageReceived, ticketAnswered, ticketReceived, ticketReopened } from './events.ts'
import { isMerelyThanks } from './merely-thanks.ts'
import { isBroken } from './standing.ts'
import { lastResolution, lockTicket } from './state.ts'
import type { TicketRow } from './state.ts'

/** What a customer wrote, whichever way it came. */
export type Arrival = {
  channel: 'email' | 'api'
  contact: { id: string; accountId: string | null } | null
  subject: string
  text: string
  quotedText?: string | null
  html?: string | null
  warnings?: string[]
  attachments?: Message['attachments']
  /** Unique: RFC 5322 Message-ID, or the hash of a mail without one. */
  messageId?: string | null
  inReplyTo?: string | null
  mailId?: string | null
  type?: string | null
  problemStartedAt?: Date | null
}

type Received = { ticketId: string; messageId: string; events: [NewEvent, ...NewEvent[]] }

/** A new ticket with its first message, in the caller's transaction. */
export async function openTicket(
  tx: Transaction<DB>,
  now: Date,
  arrival: Arrival,
): Promise<Received> {
  const { channel, contact } = arrival
  const ticket = await tx
    .insertInto('ticket')
    .values({
      subject: arrival.subject,
      type: arrival.type ?? null,
      channel,
      account_id: contact?.accountId ?? null,
      contact_id: contact?.id ?? null,
      address_token: newAddressToken(),
      problem_started_at: arrival.problemStartedAt ?? null,
      opened_at: now,
      updated_at: now,
      preview: previewOf(arrival.text),
    })
    .returning(['id', 'account_id as accountId'])
    .executeTakeFirstOrThrow()
  const message = await insertMessage(tx, now, ticket.id, arrival)
  const received = ticketReceived(ticket, {
    message,
    channel,
    line: 'L1',
    type: arrival.type ?? null,
    problem_started_at: arrival.problemStartedAt?.toISOString() ?? null,
  })
  return { ticketId: ticket.id, messageId: message, events: [received] }
}

/**
 * The customer writes again, in the caller's transaction: a waiting ticket is answered, a resolved
 * one reopens unless the message is merely thanks, one voided as spam stays void.
 */
export async function continueTicket(
  tx: Transaction<DB>,
  now: Date,
  ticketId: string,
  arrival: Arrival,
): Promise<Received> {
  const ticket = await lockTicket(tx, ticketId)
  const message = await insertMessage(tx, now, ticketId, arrival)
  await tx
    .updateTable('ticket')
    .set({ updated_at: now, preview: previewOf(arrival.text) })
    .where('id', '=', ticketId)
    .execute()
  const isThanks = ticket.state === 'resolved' && isMerelyThanks(arrival)
  const events: [NewEvent, ...NewEvent[]] = [
    messageReceived(ticket, { message, ...(isThanks ? { merely_thanks: true } : {}) }),
  ]
  if (!isThanks) events.push(...(await returnToWork(tx, now, ticket, message)))
  return { ticketId, messageId: message, events }
}

async function returnToWork(
  tx: Transaction<DB>,
  now: Date,
  ticket: TicketRow,
  message: string,
): Promise<NewEvent[]> {
  if (ticket.state === 'open' || ticket.voidReason === 'spam') return []
  await tx
    .updateTable('ticket')
    .set({ state: 'open', void_reason: null })
    .where('id', '=', ticket.id)
    .execute()
  if (ticket.state === 'waiting') return [ticketAnswered(ticket, message)]
  return [await comeBackOn(tx, now, ticket, message)]
}

/** The resolution the customer came back on is broken within its window, and stays held after it. */
async function comeBackOn(
  tx: Transaction<DB>,
  now: Date,
  ticket: TicketRow,
  message: string,
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
    message,
  })
}

async function insertMessage(
  tx: Transaction<DB>,
  now: Date,
  ticketId: string,
  arrival: Arrival,
): Promise<string> {
  const { id } = await tx
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
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** 100 random bits, lower case: mail servers may change the case of an address. */
function newAddressToken(): string {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
  return Array.from(randomBytes(20), (byte) => alphabet[byte & 31]).join('')
}

export function previewOf(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 200).toWellFormed()
}
