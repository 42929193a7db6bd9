import { present } from '@firstline/contract/present'
import type { Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { isColleague, nextRecipients } from '#server/tickets/next-recipients.ts'
import { wayOf } from '#server/tickets/merging/lock-tickets.ts'
import type { TicketKey } from './events.ts'

type Thread = TicketKey & {
  /** By the ids of earlier messages, or by the token in the address. */
  by: 'message-id' | 'token'
  /** Not the ticket's contact nor of its account. */
  isStranger: boolean
}

type Clues = {
  inReplyTo: string | null
  references: readonly string[]
  tokens: readonly string[]
}
type Sender = { id: string; email: string; accountId: string | null } | null

type Finding = {
  thread: Thread | null
  /** Of a mail that opens a ticket: the one it names, of which its sender is no part. */
  mayContinue: TicketKey | null
}

/**
 * The ticket a mail continues. Anybody can write any id into a header, so ids count only from who is
 * in the conversation: the contact, somebody of their account or company, somebody they copied. From
 * others they are an offer. The token in the address is a secret that whoever was forwarded the mail
 * may use.
 */
export async function findThread(
  tx: Transaction<DB>,
  { inReplyTo, references, tokens }: Clues,
  sender: Sender,
): Promise<Finding> {
  // the newest reference is the nearest; In-Reply-To is nearer still
  const ids = [...references, ...(inReplyTo ? [inReplyTo] : [])].toReversed()
  const answered = await ticketsOfMessages(tx, ids)
  for (const ticket of distinct(answered)) {
    if (!(await belongs(tx, ticket, sender))) continue
    return { thread: { ...keyOf(ticket), by: 'message-id', isStranger: false }, mayContinue: null }
  }
  const addressed = await ticketOfTokens(tx, tokens)
  if (addressed) {
    const isStranger = !(await belongs(tx, addressed, sender))
    return { thread: { ...keyOf(addressed), by: 'token', isStranger }, mayContinue: null }
  }
  return { thread: null, mayContinue: answered[0] ? keyOf(answered[0]) : null }
}

/** For mail of machines, which is only noted: any clue will do. */
export async function findMentioned(tx: Transaction<DB>, clues: Clues): Promise<TicketKey | null> {
  const ids = [...clues.references, ...(clues.inReplyTo ? [clues.inReplyTo] : [])].toReversed()
  const found = (await ticketsOfMessages(tx, ids))[0] ?? (await ticketOfTokens(tx, clues.tokens))
  return found ? keyOf(found) : null
}

type Found = { id: string; accountId: string | null; contactId: string | null }

/** In the order of the ids given. */
async function ticketsOfMessages(tx: Transaction<DB>, ids: readonly string[]): Promise<Found[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('message')
    .innerJoin('ticket', 'ticket.id', 'message.ticket_id')
    .select([
      'message.message_id as messageId',
      'ticket.id',
      'ticket.account_id as accountId',
      'ticket.contact_id as contactId',
    ])
    .where('message.message_id', 'in', ids)
    .execute()
  return rows.toSorted(
    (a, b) => ids.indexOf(present(a.messageId)) - ids.indexOf(present(b.messageId)),
  )
}

/** Of a ticket that was merged: the one that stays. */
async function ticketOfTokens(
  tx: Transaction<DB>,
  tokens: readonly string[],
): Promise<Found | undefined> {
  if (tokens.length === 0) return undefined
  const named = await tx
    .selectFrom('ticket')
    .select(['id', 'account_id as accountId', 'contact_id as contactId', 'joined_to as joinedTo'])
    .where('address_token', 'in', tokens)
    .limit(1)
    .executeTakeFirst()
  if (!named?.joinedTo) return named
  const stays = (await wayOf(tx, named.id)).at(-1) ?? named.id
  return tx
    .selectFrom('ticket')
    .select(['id', 'account_id as accountId', 'contact_id as contactId'])
    .where('id', '=', stays)
    .executeTakeFirst()
}

async function belongs(tx: Transaction<DB>, ticket: Found, sender: Sender): Promise<boolean> {
  if (!sender) return false
  const isContact = ticket.contactId === sender.id
  if (isContact || (ticket.accountId !== null && ticket.accountId === sender.accountId)) return true
  const { to, cc } = await nextRecipients(tx, ticket.id)
  const isKnown = [...to, ...cc].some(({ email }) => email === sender.email)
  return isKnown || isColleague(sender.email, to[0]?.email ?? null)
}

/** A long thread names one ticket often. */
function distinct(tickets: readonly Found[]): Found[] {
  return [...new Map(tickets.map((ticket) => [ticket.id, ticket])).values()].slice(0, 10)
}

function keyOf({ id, accountId }: Found): TicketKey {
  return { id, accountId }
}
