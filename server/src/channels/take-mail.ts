import { Id } from '@firstline/contract/common'
import type { Mailbox } from '@firstline/contract/common'
import { present } from '@firstline/contract/present'
import { sql } from 'kysely'
import type { RawBuilder, Transaction } from 'kysely'
import { z } from 'zod'
import { upsertAccount } from '#server/accounts/upsert-account.ts'
import { upsertContact } from '#server/accounts/upsert-contact.ts'
import type { DirectoryMatch } from '#server/accounts/directory.ts'
import type { Actor } from '#server/core/actor.ts'
import { later, minutes } from '#server/core/clock.ts'
import type { DB } from '#server/database/db-types.ts'
import { planKept } from '#server/database/keep-plan.ts'
import { Conflict } from '#server/core/errors.ts'
import type { NewEvent } from '#server/core/events.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Outcome } from '#server/core/verb.ts'
import { keptText } from '#server/core/sentence.ts'
import type { KeptText } from '#server/core/sentence.ts'
import { continueTicket, openTicket } from '#server/tickets/receive-message.ts'
import type { Arrival } from '#server/tickets/receive-message.ts'
import type { SenderProof } from './check-sender.ts'
import type { Parties } from '#server/tickets/parties.ts'
import { isOurAddress } from './support-address.ts'
import type { OurAddresses } from './support-address.ts'
import { mailHeld, mailIgnored } from './events.ts'
import type { TicketKey } from './events.ts'
import { knownDomains, lookAlikeOf } from './look-alike.ts'
import { findMentioned, findThread } from './find-thread.ts'
import type { Verdict } from './judge-mail.ts'
import { parseMail } from './parse-mail.ts'
import type { ReadMail } from './parse-mail.ts'

/** More than this from one sender in so short a time is a loop or a flood. */
const senderLimit = { mails: 20, withinMs: 10 * minutes }

const TakeMail = z.object({
  mailId: Id,
  mail: z.custom<ReadMail>(),
  tokens: z.array(z.string()),
  verdict: z.custom<Verdict>(),
  match: z.custom<DirectoryMatch | null>(),
  sender: z.custom<SenderProof | null>().default(null),
  /** Our own addresses. */
  support: z.custom<OurAddresses>(),
})
type Taken = z.output<typeof TakeMail>
type Stored = { id: string; sha256: Buffer; receivedAt: Date; isReleased: boolean }
type Context = { tx: Transaction<DB>; now: Date; stored: Stored }
type Taking = Outcome<{ ticketId: string | null }>

/** Makes a message of a mail that was read, or says why it is none. Once, however often it is asked. */
export const takeMail = defineVerb({
  permission: 'mail:receive',
  input: TakeMail,
  async run({ tx, clock }, taken): Promise<Taking> {
    const stored = await lockUnread(tx, taken)
    const context = { tx, now: clock.now(), stored }
    if (taken.verdict === 'own' && !stored.isReleased) return holdOwn(context, taken)
    if (taken.verdict !== 'person' && taken.verdict !== 'own' && !stored.isReleased) {
      return ignore(context, taken, machineReasons[taken.verdict])
    }
    const { isFlooding, same } = await lookBefore(context, taken.mail)
    if (!stored.isReleased && isFlooding) return hold(context, taken)
    const key = await uniqueKey(stored, taken.mail, same)
    if (key.isCopy) return ignore(context, taken, key.reason)
    return accept(context, taken, key)
  },
})

const machineReasons: Record<Exclude<Verdict, 'person' | 'own'>, KeptText> = {
  loop: keptText`Our own mail came back`,
  bounce: keptText`A mail could not be delivered`,
  automatic: keptText`An automatic answer`,
}

/**
 * Locks the mail, and what it is compared by until it is committed: mails of one sender are counted one
 * after another, so that a burst cannot slip through, and of two with one Message-ID one sees the other.
 */
async function lockUnread(tx: Transaction<DB>, { mailId, mail }: Taken): Promise<Stored> {
  const stored = await tx
    .with('unread', (db) =>
      db
        .selectFrom('inbound_mail')
        .select(['id', 'sha256', 'received_at', 'released_at'])
        .where('id', '=', mailId)
        .where('state', '=', 'received')
        .forUpdate(),
    )
    .selectFrom('unread')
    .select([
      'id',
      'sha256',
      'received_at as receivedAt',
      sql<boolean>`released_at is not null`.as('isReleased'),
      lockOf(sql`'mail-from:' || ${mail.from?.email ?? null}::text`).as('sender'),
      lockOf(
        sql`'mail-id:' || coalesce(${mail.messageId}::text, 'sha256:' || encode(sha256, 'hex'))`,
      ).as('messageId'),
    ])
    .modifyEnd(planKept)
    .executeTakeFirst()
  if (!stored) throw new Conflict('mail.read-already', 'This mail was read already')
  return stored
}

/** Of nothing there is none. */
function lockOf(name: RawBuilder<unknown>) {
  return sql<string | null>`pg_advisory_xact_lock(hashtextextended(${name}, 0))`
}

type Known = {
  messageId: string
  kind: string
  text: string
  raw: Buffer | null
}

/** What stands before it, by a statement after the locks: it sees what others have committed under them. */
async function lookBefore(
  { tx, stored }: Context,
  { from, messageId }: ReadMail,
): Promise<{ isFlooding: boolean; same: Known[] }> {
  const earlier = tx
    .selectFrom('inbound_mail')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('sender', '=', from?.email ?? null)
    .where('state', '=', 'accepted')
    .where('received_at', '>', later(stored.receivedAt, -senderLimit.withinMs))
  const ids = [messageId ?? hashOf(stored), hashOf(stored)]
  const rows = await tx
    .selectFrom(earlier.as('earlier'))
    .leftJoin('message', (join) => join.on('message.message_id', 'in', ids))
    .leftJoin('inbound_mail', 'inbound_mail.id', 'message.mail_id')
    .select([
      'earlier.count',
      'message.message_id as messageId',
      'message.kind',
      'message.text',
      'inbound_mail.raw',
    ])
    .modifyEnd(planKept)
    .execute()
  return {
    isFlooding: rows.some(({ count }) => count >= senderLimit.mails),
    same: rows.filter((row): row is typeof row & Known => row.messageId !== null),
  }
}

function hashOf({ sha256 }: Stored): string {
  return `sha256:${sha256.toString('hex')}`
}

type Key =
  | { isCopy: false; messageId: string; warning?: KeptText }
  | { isCopy: true; reason: KeptText }

/**
 * Message-IDs are unique, says the standard; some programs give every mail the same one. Equal id
 * and equal content, subject and files included, is a copy; all else is another message.
 */
async function uniqueKey(stored: Stored, mail: ReadMail, same: readonly Known[]): Promise<Key> {
  const hash = hashOf(stored)
  const messageId = mail.messageId ?? hash
  const known = same.find((one) => one.messageId === messageId)
  if (!known) return { isCopy: false, messageId }
  if (known.kind === 'reply' && saysTheSame(mail.text, known.text)) {
    return { isCopy: true, reason: machineReasons.loop }
  }
  const others = await Promise.all(same.flatMap(({ raw }) => (raw ? [parseMail(raw)] : [])))
  const isSame = others.some(({ contentHash }) => contentHash === mail.contentHash)
  if (isSame || same.some((one) => one.messageId === hash))
    return { isCopy: true, reason: keptText`The same mail again` }
  return {
    isCopy: false,
    messageId: hash,
    warning: keptText`Its Message-ID was used by another mail before`,
  }
}

/** Ours, below which our mail has links and a signature. Programs that send on keep the Message-ID. */
function saysTheSame(text: string, reply: string): boolean {
  const bare = (words: string) => words.replaceAll(/\s+/g, '')
  return bare(text).startsWith(bare(reply))
}

async function accept(
  context: Context,
  { mail, tokens, match, sender: proof, support }: Taken,
  key: Extract<Key, { isCopy: false }>,
): Promise<Taking> {
  const { tx, now, stored } = context
  const account = match ? await upsertAccount(tx, match.account, now) : null
  const contact = mail.from
    ? await upsertContact(
        tx,
        {
          email: mail.from.email,
          name: match?.contactName ?? mail.from.name,
          isNameProven: Boolean(match?.contactName),
          accountId: account?.id ?? null,
        },
        now,
      )
    : null
  const sender = contact && mail.from ? { ...contact, email: mail.from.email } : null
  const { thread, mayContinue } = await findThread(tx, { ...mail, tokens }, sender)
  const doubts = await doubtsOf(tx, mail, contact?.accountId ?? null, support)
  const warnings = [...mail.warnings, ...doubts, ...(key.warning ? [key.warning] : [])]
  if (thread?.isStranger)
    warnings.push(keptText`Written by somebody other than the contact of this ticket`)
  if (mayContinue)
    warnings.push(keptText`It answers a mail of another ticket, of which its sender is no part`)
  const arrival: Arrival = {
    channel: 'email',
    contact,
    ...mail,
    warnings,
    isStranger: thread?.isStranger ?? false,
    sender: proof,
    messageId: key.messageId,
    mailId: stored.id,
    parties: partiesOf(mail, support),
    mayContinue: mayContinue?.id ?? null,
  }
  const received = thread
    ? await continueTicket(tx, now, thread.id, arrival)
    : await openTicket(tx, now, arrival)
  await settle(context, mail, 'accepted', null, received.ticketId)
  const by: Actor | null = mail.from
    ? { kind: 'customer', id: present(contact).id, name: mail.from.name ?? mail.from.email }
    : null
  const events = received.events.map((event) => (by ? { ...event, actor: by } : event))
  return { result: { ticketId: received.ticketId }, events: events as [NewEvent, ...NewEvent[]] }
}

/** As the mail says it, without us. */
function partiesOf(
  { writtenBy, replyTo, to, cc, forwarded }: ReadMail,
  support: OurAddresses,
): Parties {
  const isOther = ({ email }: Mailbox) =>
    email !== writtenBy?.email && !isOurAddress(email, support)
  const others = to.filter(isOther)
  return {
    from: writtenBy,
    replyTo: replyTo && isOther(replyTo) ? replyTo : null,
    to: others,
    cc: cc.filter((one) => isOther(one) && !others.some(({ email }) => email === one.email)),
    forwarded: forwarded && isOther(forwarded) ? forwarded : null,
  }
}

/** What makes a sender look like somebody else. */
async function doubtsOf(
  tx: Transaction<DB>,
  { from, writtenBy, replyTo }: ReadMail,
  accountId: string | null,
  support: OurAddresses,
): Promise<KeptText[]> {
  const doubts: KeptText[] = []
  const domain = from?.email.split('@').at(-1)
  if (domain && accountId === null) {
    const ours = present(support.address.split('@').at(-1))
    const like = lookAlikeOf(domain, [ours, ...(await knownDomains(tx, domain))])
    if (like) doubts.push(keptText`Its sender’s domain ${domain} looks like ${like} and is another`)
  }
  const asked = replyTo?.email
  if (
    from &&
    asked &&
    asked !== from.email &&
    asked !== writtenBy?.email &&
    !isOurAddress(asked, support)
  ) {
    doubts.push(keptText`It asks for the answer at ${asked}; the answer goes to ${from.email}`)
  }
  return doubts
}

async function ignore(context: Context, taken: Taken, reason: KeptText): Promise<Taking> {
  const ticket = await findMentioned(context.tx, { ...taken.mail, tokens: taken.tokens })
  await settle(context, taken.mail, 'ignored', reason, ticket?.id ?? null)
  return { result: { ticketId: null }, events: [mailIgnored(context.stored.id, reason, ticket)] }
}

/** A form without `Reply-To`, or somebody in our own mailbox: a person says whether it is a ticket. */
async function holdOwn(context: Context, { mail }: Taken): Promise<Taking> {
  const reason = keptText`It comes from our own address and names nobody to answer`
  await settle(context, mail, 'held', reason, null)
  return { result: { ticketId: null }, events: [mailHeld(context.stored.id, reason, null)] }
}

async function hold(context: Context, { mail, tokens }: Taken): Promise<Taking> {
  const { tx, stored } = context
  const reason = keptText`More than ${senderLimit.mails} mails within ten minutes from this sender`
  const ticket = (await isFirstHeld(context, mail))
    ? await findMentioned(tx, { ...mail, tokens })
    : null
  await settle(context, mail, 'held', reason, null)
  return { result: { ticketId: null }, events: [mailHeld(stored.id, reason, ticket)] }
}

/** Said once in the ticket's timeline: a loop must not fill that either. */
async function isFirstHeld({ tx, stored }: Context, { from }: ReadMail): Promise<boolean> {
  const earlier = await tx
    .selectFrom('inbound_mail')
    .select('id')
    .where('sender', '=', present(from).email)
    .where('state', '=', 'held')
    .where('received_at', '>', later(stored.receivedAt, -senderLimit.withinMs))
    .limit(1)
    .executeTakeFirst()
  return earlier === undefined
}

async function settle(
  { tx, stored }: Context,
  { from, subject }: ReadMail,
  state: 'accepted' | 'held' | 'ignored',
  outcome: KeptText | null,
  ticketId: TicketKey['id'] | null,
): Promise<void> {
  await tx
    .updateTable('inbound_mail')
    .set({ state, outcome, ticket_id: ticketId, sender: from?.email ?? null, subject })
    .where('id', '=', stored.id)
    .modifyEnd(planKept)
    .execute()
}
