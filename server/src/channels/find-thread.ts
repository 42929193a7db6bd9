import type { Transaction } from 'kysely'
import type { DB } from '#server/core/db-types.ts'
import type { TicketKey } from './events.ts'

export type Thread = TicketKey & {
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
type Sender = { id: string; accountId: string | null } | null

/**
 * The ticket a mail continues. Anybody can write any id into a header, so ids count only from the
 * ticket's contact or somebody of its account; the token in the address is a secret that whoever
 * was forwarded the mail may use.
 */
export async function findThread(
  tx: Transaction<DB>,
  { inReplyTo, references, tokens }: Clues,
  sender: Sender,
): Promise<Thread | null> {
  // the newest reference is the nearest; In-Reply-To is nearer still
  const ids = [...references, ...(inReplyTo ? [inReplyTo] : [])].toReversed()
  const answered = await ticketsOfMessages(tx, ids)
  const own = answered.find((ticket) => belongs(ticket, sender))
  if (own) return { ...keyOf(own), by: 'message-id', isStranger: false }
  const addressed = await ticketOfTokens(tx, tokens)
  if (!addressed) return null
  return { ...keyOf(addressed), by: 'token', isStranger: !belongs(addressed, sender) }
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
  return rows.toSorted((a, b) => ids.indexOf(a.messageId!) - ids.indexOf(b.messageId!))
}

async function ticketOfTokens(
  tx: Transaction<DB>,
  tokens: readonly string[],
): Promise<Found | undefined> {
  if (tokens.length === 0) return undefined
  return tx
    .selectFrom('ticket')
    .select(['id', 'account_id as accountId', 'contact_id as contactId'])
    .where('address_token', 'in', tokens)
    .limit(1)
    .executeTakeFirst()
}

function belongs(ticket: Found, sender: Sender): boolean {
  if (!sender) return false
  const isContact = ticket.contactId === sender.id
  return isContact || (ticket.accountId !== null && ticket.accountId === sender.accountId)
}

function keyOf({ id, accountId }: Found): TicketKey {
  return { id, accountId }
}
