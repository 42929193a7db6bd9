import { setTimeout as wait } from 'node:timers/promises'
import { present } from '@firstline/contract/present'
import { system } from '#server/core/actor.ts'
import { days, later } from '#server/core/clock.ts'
import type { WithSecret } from '#server/core/settings.ts'
import { Refusal, messageOf } from '#server/core/errors.ts'
import type { EventOf } from '#server/core/events.ts'
import type { Desk } from '#server/core/verb.ts'
import { isDatabaseGone } from '#server/database/database-gone.ts'
import { partiesOf } from '#server/tickets/parties.ts'
import { ratingTokenOf } from '#server/tickets/rating-token.ts'
import {
  beginSending,
  endSending,
  recordDelay,
  recordFailure,
  recordSent,
} from '#server/tickets/retry-delivery.ts'
import { oneLine } from './clean-text.ts'
import { composeMail } from './compose-mail.ts'
import type { Outgoing } from './compose-mail.ts'
import { PartlyTaken, isRefusedForGood } from '#server/outbound/mailer.ts'
import type { WithMailer } from '#server/outbound/mailer.ts'
import type { WithProject } from '#server/project/project.ts'

export type MailDesk = Desk & WithMailer & WithProject & WithSecret

const email = system('email')
const giveUpAfterMs = 3 * days

/**
 * A reply's mail goes out, once its writer can no longer take it back. A refusal for good is recorded and ends it; anything else
 * fails the job, which is tried again with growing pauses for three days. What the server has taken
 * is noted as soon as the database is there to take the note, and not sent again meanwhile. At least
 * once all the same: SMTP cannot be asked, so what was lost with the process, or with the connection
 * before the server's yes, is sent a second time under the same Message-ID.
 */
export async function sendMail(
  desk: MailDesk,
  { data }: Pick<EventOf<'message.retried'>, 'data'>,
): Promise<void> {
  const { message: messageId } = data
  if (taken.has(messageId)) return noteTaken(desk, messageId)
  const outgoing = await readOutgoing(desk, messageId)
  if (!outgoing) return
  const { mail, queuedAt } = outgoing
  if (!desk.mailer.isConnected) {
    const error = 'No outgoing mail server is configured (SMTP_URL)'
    return void (await recordFailure(desk, email, { messageId, error }))
  }
  if (!(await beginSending(desk.db, messageId))) {
    if (!(await readOutgoing(desk, messageId))) return
    throw new Error('Another process was sending it: it is waited for what became of that')
  }
  try {
    await desk.mailer.send(composeMail(mail))
    taken.set(messageId, null)
  } catch (error) {
    if (!(error instanceof PartlyTaken))
      return failed(desk, messageId, { error, queuedAt, isFirst: outgoing.error === null })
    taken.set(messageId, oneLine(error.message, 900))
  }
  await noteTaken(desk, messageId)
}

/** What a server has taken, and nobody has on record yet; with whom it did not take it for. */
const taken = new Map<string, string | null>()
const pauseMs = 250
/** A database that is away for longer fails the job; tried again here, the mail is known to be out. */
const mostPauses = 1_200

async function noteTaken(desk: Desk, messageId: string): Promise<void> {
  const error = taken.get(messageId) ?? null
  for (let pauses = 0; ; pauses++) {
    try {
      if (error === null) await recordSent(desk, email, { messageId })
      else await recordFailure(desk, email, { messageId, error })
      break
    } catch (thrown) {
      if (isNotedAlready(thrown)) break
      if (!isDatabaseGone(thrown) || pauses >= mostPauses) throw thrown
      await wait(pauseMs)
    }
  }
  taken.delete(messageId)
}

/** The answer to the first note was lost, or another attempt has made it. */
function isNotedAlready(error: unknown): boolean {
  return error instanceof Refusal && error.reason === 'message.not-queued'
}

type Failure = { error: unknown; queuedAt: Date; isFirst: boolean }

async function failed(
  desk: Desk,
  messageId: string,
  { error, queuedAt, isFirst }: Failure,
): Promise<void> {
  const said = oneLine(messageOf(error), 900)
  if (isRefusedForGood(error)) {
    return void (await recordFailure(desk, email, { messageId, error: said }))
  }
  if (desk.clock.now() > later(queuedAt, giveUpAfterMs)) {
    const given = `Given up after three days: ${said}`
    return void (await recordFailure(desk, email, { messageId, error: given }))
  }
  await endSending(desk.db, messageId)
  if (isFirst) await recordDelay(desk, email, { messageId, error: said })
  throw error
}

type Queuing = { mail: Outgoing; queuedAt: Date; error: string | null }

/** @returns null when it was sent, or given up, already */
async function readOutgoing(desk: MailDesk, messageId: string): Promise<Queuing | null> {
  const row = await desk.db
    .selectFrom('message')
    .innerJoin('ticket', 'ticket.id', 'message.ticket_id')
    .innerJoin('contact', 'contact.id', 'ticket.contact_id')
    .select([
      'ticket.id as ticketId',
      'ticket.subject',
      'ticket.number as ticketNumber',
      'ticket.address_token as addressToken',
      'contact.email',
      'contact.name',
      'message.at',
      'message.text',
      'message.message_id as headerId',
      'message.in_reply_to as inReplyTo',
      'message.resolution_id as resolutionId',
      'message.queued_at as queuedAt',
      'message.parties',
      'message.delivery_error as error',
    ])
    .where('message.id', '=', messageId)
    .where('message.delivery', '=', 'queued')
    .executeTakeFirst()
  if (!row) return null
  const { secret, config, sources } = desk
  const token = row.resolutionId ? ratingTokenOf(row.resolutionId, secret) : null
  const { to, cc } = partiesOf(row.parties)
  const mail: Outgoing = {
    messageId: present(row.headerId),
    inReplyTo: row.inReplyTo,
    to: to.length > 0 ? to : [{ email: row.email, name: row.name }],
    cc,
    subject: row.subject,
    ticketNumber: Number(row.ticketNumber),
    text: row.text,
    addressToken: row.addressToken,
    ...(await readConversation(desk, row.ticketId, row.at)),
    support: sources.project.current().support,
    rating: token ? { page: `${config.publicUrl}/rate`, token } : null,
  }
  return { mail, queuedAt: row.queuedAt ?? row.at, error: row.error }
}

/** What was said before: its ids for the thread, the customer's last words to quote. */
export async function readConversation(
  { db }: Pick<Desk, 'db'>,
  ticketId: string,
  before: Date,
): Promise<Pick<Outgoing, 'references' | 'quoted'>> {
  const rows = await db
    .selectFrom('message')
    .leftJoin('contact', 'contact.id', 'message.contact_id')
    .select([
      'message.kind',
      'message.text',
      'message.at',
      'message.message_id as headerId',
      'contact.name',
      'contact.email',
      'message.is_stranger as isStranger',
      'message.joined_from as joinedFrom',
      'message.sender_verified as isVerified',
    ])
    .where('message.ticket_id', '=', ticketId)
    .where('message.kind', 'in', ['customer', 'reply'])
    .where('message.at', '<=', before)
    .where((where) =>
      where.or([where('message.kind', '=', 'customer'), where('message.at', '<', before)]),
    )
    .orderBy('message.at', 'desc')
    .orderBy('message.id', 'desc')
    .limit(20)
    .execute()
  const ids = rows.flatMap(({ headerId }) => (headerId?.startsWith('<') ? [headerId] : []))
  const last = rows.find(({ kind }) => kind === 'customer')
  const isQuoted = last !== undefined && isTheirOwn(last)
  return {
    references: ids.toReversed(),
    quoted: isQuoted
      ? { text: last.text, at: last.at, by: last.name ?? last.email ?? 'you' }
      : null,
  }
}

type Quotable = {
  text: string
  isStranger: boolean
  joinedFrom: string | null
  isVerified: boolean | null
}

/**
 * Whether words may go out again under our name. A stranger's never do; those of a sender that is
 * not proven do not where they lead somewhere: they may be a stranger's under a known name.
 */
function isTheirOwn({ text, isStranger, joinedFrom, isVerified }: Quotable): boolean {
  if (isStranger || joinedFrom) return false
  return (
    isVerified !== false ||
    !/:\/\/|www\.|\S@\S|[\w-]\.[a-z]{2,}\/|(?:\d[\s()/.-]{0,2}){7,}/i.test(text)
  )
}
