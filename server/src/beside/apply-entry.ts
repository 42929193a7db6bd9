import type { Transaction } from 'kysely'
import { sql } from 'kysely'
import { upsertContact } from '#server/accounts/upsert-contact.ts'
import type { NewEvent } from '#server/core/events.ts'
import type { DB } from '#server/database/db-types.ts'
import { addOutsideWords, assignOutside } from '#server/tickets/outside-words.ts'
import { comeBackWordless, continueTicket } from '#server/tickets/receive-message.ts'
import type { Arrival } from '#server/tickets/receive-message.ts'
import { reopenResolved } from '#server/tickets/reopen-resolved.ts'
import { resolveOutside } from '#server/tickets/resolve-ticket.ts'
import { isUnresolved, lastResolution, lockEvenMerged } from '#server/tickets/state.ts'
import type { TicketRow } from '#server/tickets/state.ts'
import { voidWithin } from '#server/tickets/void-ticket.ts'
import type { OutsideEntry, OutsidePerson, OutsideStanding } from './port.ts'

/** Where an entry is applied. */
export type Into = {
  tx: Transaction<DB>
  desk: 'redmine'
  ticketId: string
  externalId: string
  subject: string
  windowDays: number
  /** No entry is from after this: clocks differ. */
  now: Date
}

/** One step of a ticket's history there, as of the time it was taken. */
export async function applyEntry(
  into: Into,
  entry: OutsideEntry,
  before: OutsideStanding,
): Promise<NewEvent[]> {
  const at = timeOf(into, entry)
  const events = [
    ...(entry.text === null ? [] : await say(into, entry, entry.text)),
    ...(await stand(into, entry, before)),
    ...(entry.assignee === undefined ? [] : await assign(into, entry.assignee)),
  ]
  return events.map((event) => ({ ...event, at }))
}

export function timeOf({ now }: Pick<Into, 'now'>, { at }: Pick<OutsideEntry, 'at'>): Date {
  return at < now ? at : now
}

/** By which a message is known when it is read again. */
function messageIdOf({ desk, externalId }: Into, { number }: OutsideEntry): string {
  return `${desk}:${externalId}/${number}`
}

async function say(into: Into, entry: OutsideEntry, text: string): Promise<NewEvent[]> {
  const { tx, ticketId } = into
  const at = timeOf(into, entry)
  const isOfTeam = entry.by.isStaff || entry.isInternal
  if (!isOfTeam) {
    const arrival = await arrivalOf(into, entry)
    const crossed = await reopenCrossed(into, at)
    const received = await continueTicket(tx, at, ticketId, arrival)
    return [...crossed, ...received.events]
  }
  const person = await findPerson(tx, entry.by)
  const ticket = await lockEvenMerged(tx, ticketId)
  const words = {
    kind: entry.isInternal ? ('note' as const) : ('reply' as const),
    at,
    text,
    messageId: messageIdOf(into, entry),
    personId: person?.id ?? null,
    author: entry.by.name,
    attachments: entry.attachments,
  }
  return [await addOutsideWords(tx, ticket, words)]
}

/** Written before it was resolved here, and read after: nobody came back, but somebody is to be answered. */
async function reopenCrossed({ tx, ticketId }: Into, at: Date): Promise<NewEvent[]> {
  const ticket = await lockEvenMerged(tx, ticketId)
  const last = ticket.state === 'resolved' ? await lastResolution(tx, ticketId) : undefined
  if (!last || last.at <= at) return []
  const cause = 'The customer had written before'
  const reopened = await reopenResolved(tx, ticket, { cause, now: at })
  return reopened ? [reopened] : []
}

export async function arrivalOf(into: Into, entry: OutsideEntry): Promise<Arrival> {
  const { tx, ticketId } = into
  const { email, name } = entry.by
  const at = timeOf(into, entry)
  const contact =
    email === null ? null : await upsertContact(tx, { email, name, accountId: null }, at)
  return {
    channel: into.desk,
    contact,
    subject: into.subject,
    text: entry.text ?? '',
    attachments: entry.attachments,
    messageId: messageIdOf(into, entry),
    outsideAuthor: name,
    hasEnclosure: entry.attachments.length > 0,
    isStranger: ticketId !== '' && (await isStranger(tx, ticketId, contact)),
  }
}

/** Neither the ticket's contact nor of its account. */
async function isStranger(
  tx: Transaction<DB>,
  ticketId: string,
  contact: { id: string; accountId: string | null } | null,
): Promise<boolean> {
  if (contact === null) return false
  const ticket = await lockEvenMerged(tx, ticketId)
  if (ticket.contactId === null || ticket.contactId === contact.id) return false
  return contact.accountId === null || contact.accountId !== ticket.accountId
}

/** Only a step from one standing to another counts: what is open and stays so was not opened again. */
async function stand(
  into: Into,
  entry: OutsideEntry,
  before: OutsideStanding,
): Promise<NewEvent[]> {
  const { standing } = entry
  if (standing === undefined || standing === before) return []
  const ticket = await lockEvenMerged(into.tx, into.ticketId)
  if (standing === 'solved') return isUnresolved(ticket) ? [await solve(into, entry, ticket)] : []
  const now = timeOf(into, entry)
  if (standing === 'void') {
    if (ticket.state === 'void') return []
    return [await voidWithin(into.tx, ticket, { reason: 'withdrawn', now })]
  }
  if (isUnresolved(ticket)) return []
  const isCustomer = !entry.by.isStaff && ticket.state === 'resolved'
  if (isCustomer) return [await comeBackWordless(into.tx, now, ticket)]
  const cause = `${entry.status ?? 'Open'} (${into.desk})`
  const reopened = await reopenResolved(into.tx, ticket, { cause, now })
  return reopened ? [reopened] : []
}

async function solve(into: Into, entry: OutsideEntry, ticket: TicketRow): Promise<NewEvent> {
  const person = await findPerson(into.tx, entry.by)
  return resolveOutside(into.tx, ticket, {
    at: timeOf(into, entry),
    personId: person?.id ?? null,
    summary: entry.text === null || entry.text === '' ? (entry.status ?? '') : entry.text,
    windowDays: into.windowDays,
  })
}

async function assign(into: Into, assignee: OutsidePerson | null): Promise<NewEvent[]> {
  const person = assignee && (await findPerson(into.tx, assignee))
  const ticket = await lockEvenMerged(into.tx, into.ticketId)
  return assignOutside(into.tx, ticket, person ?? null)
}

/** The same person has the same address in both desks. */
async function findPerson(tx: Transaction<DB>, { email, isStaff }: OutsidePerson) {
  if (email === null || !isStaff) return undefined
  return tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where(sql<boolean>`lower(email) = lower(${email})`)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
}
