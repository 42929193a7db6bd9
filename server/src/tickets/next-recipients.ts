import type { Mailbox } from '@firstline/contract/common'
import type { Recipients } from '@firstline/contract/tickets'
import type { Kysely } from 'kysely'
import { isFreeMail } from '#server/accounts/free-mail.ts'
import type { DB } from '#server/database/db-types.ts'
import { partiesOf } from './parties.ts'
import { planKept } from '#server/database/keep-plan.ts'

const limits = { messages: 500, others: 30 }

/**
 * Who gets the next reply unless an agent says otherwise: the contact, who of their side wrote last,
 * and everybody whom they wrote to besides us. Offered are a stranger who joined, who brings nobody,
 * the writer of what was passed on, and outsiders copied by a mail that may be forged.
 */
export async function nextRecipients(db: Kysely<DB>, ticketId: string): Promise<Recipients> {
  const { accountId, email, name } = await db
    .selectFrom('ticket')
    .leftJoin('contact', 'contact.id', 'ticket.contact_id')
    .select(['ticket.account_id as accountId', 'contact.email', 'contact.name'])
    .where('ticket.id', '=', ticketId)
    .executeTakeFirstOrThrow()
  return recipientsOf(db, { id: ticketId, accountId, contact: email ? { email, name } : null })
}

/** @param ticket as it was read already */
export async function recipientsOf(
  db: Kysely<DB>,
  ticket: { id: string; accountId: string | null; contact: Mailbox | null },
): Promise<Recipients> {
  const { contact } = ticket
  const written = await readWritten(db, ticket.id)
  const side = new Map<string, Mailbox>()
  const strangers = new Map<string, Mailbox>()
  /**
   * Under the name of somebody known, anybody could have what we know of them sent to themselves. Who
   * first writes of no account we know anything of gains nothing by that.
   */
  const isForgeable = (message: Written) =>
    !message.isProven && (ticket.accountId !== null || message !== written[0])
  if (contact) side.set(contact.email, contact)
  let last: Mailbox | null = null
  for (const message of written) {
    const { author } = message
    const isOne =
      author === null ||
      side.has(author.email) ||
      (message.isJoined && message.isProven) ||
      (ticket.accountId !== null && message.accountId === ticket.accountId) ||
      isColleague(author.email, contact?.email ?? null)
    if (message.kind === 'customer' && !isOne) {
      strangers.set(author.email, author)
      continue
    }
    if (message.forwarded) strangers.set(message.forwarded.email, message.forwarded)
    if (author && !side.has(author.email)) side.set(author.email, author)
    for (const one of message.others) {
      if (side.has(one.email)) continue
      const isOutsider = !isColleague(one.email, contact?.email ?? null)
      const brought = isForgeable(message) && isOutsider ? strangers : side
      brought.set(one.email, one)
    }
    if (message.kind === 'customer' && author) last = author
  }
  const to = [contact, last && last.email !== contact?.email ? last : null].filter(
    (one) => one !== null,
  )
  const isIn = (list: readonly Mailbox[], { email }: Mailbox) =>
    list.some((one) => one.email === email)
  const cc = [...side.values()].filter((one) => !isIn(to, one)).slice(0, limits.others)
  const offered = [...strangers.values()].filter((one) => !side.has(one.email))
  return { to, cc, offered: offered.slice(0, limits.others) }
}

type Written = {
  kind: string
  author: Mailbox | null
  accountId: string | null
  others: Mailbox[]
  /** An agent has said that it belongs here. */
  isJoined: boolean
  /** Of a mail: that it is from whom it names. */
  isProven: boolean
  forwarded: Mailbox | null
}

/** Oldest first: who was copied early may write later. */
async function readWritten(db: Kysely<DB>, ticketId: string): Promise<Written[]> {
  const rows = await db
    .selectFrom('message')
    .leftJoin('contact', 'contact.id', 'message.contact_id')
    .select([
      'message.kind',
      'message.parties',
      'message.joined_from as joinedFrom',
      'message.sender_verified as isVerified',
      'contact.email',
      'contact.name',
      'contact.account_id as accountId',
    ])
    .where('message.ticket_id', '=', ticketId)
    .where('message.kind', 'in', ['customer', 'reply'])
    .orderBy('message.at', 'desc')
    .orderBy('message.id', 'desc')
    .limit(limits.messages)
    .modifyEnd(planKept)
    .execute()
  return rows
    .toReversed()
    .map(({ kind, parties, joinedFrom, isVerified, email, name, accountId }) => {
      const { to, cc, forwarded } = partiesOf(parties)
      const author = email ? { email, name } : null
      const isProven = isVerified !== false
      const isJoined = joinedFrom !== null
      return { kind, author, accountId, isJoined, others: [...to, ...cc], isProven, forwarded }
    })
}

/** The same company by its own domain; a provider's says nothing. */
export function isColleague(email: string, contact: string | null): boolean {
  const domain = domainOf(email)
  return contact !== null && domain === domainOf(contact) && !isFreeMail(domain)
}

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase()
}
