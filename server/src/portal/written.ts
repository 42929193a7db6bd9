import { mostPortalText } from '@firstline/contract/portal'
import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import { z } from 'zod'
import { later, minutes, seconds } from '#server/core/clock.ts'
import { Conflict, Limited } from '#server/core/errors.ts'
import type { DB } from '#server/database/db-types.ts'
import type { Arrival } from '#server/tickets/receive-message.ts'
import type { ContactScope } from './scope.ts'

/** What a form says, line ends as everywhere else; and the key by which it is known when it is sent twice. */
export const Written = z.object({
  text: z.string().overwrite(withPlainLines).trim().min(1).max(mostPortalText),
  key: z.uuid(),
})

/** A form sends its lines as mails do. */
function withPlainLines(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n')
}

/** As for mail: more than this from one contact in so short a time is a loop or a flood. */
const mostWritten = { messages: 20, withinMs: 10 * minutes }

/**
 * First in the transaction that takes what was written: one contact writes one message after another.
 * @returns the unique id of the message
 * @throws Conflict `portal.sent-already`, Limited `portal.too-fast`
 */
export async function admitWriting(
  tx: Transaction<DB>,
  scope: ContactScope,
  key: string,
  now: Date,
): Promise<string> {
  const { id } = scope.contact
  await sql`select pg_advisory_xact_lock(hashtextextended(${`portal-from:${id}`}, 0))`.execute(tx)
  if (await findWritten(tx, scope, key)) {
    throw new Conflict('portal.sent-already', 'This was sent already: we have it')
  }
  const { count, first } = await tx
    .selectFrom('message')
    .select(sql<number>`count(*)::int`.as('count'))
    .select(sql<Date | null>`min(at)`.as('first'))
    .where('contact_id', '=', id)
    .where('kind', '=', 'customer')
    .where('at', '>', later(now, -mostWritten.withinMs))
    .executeTakeFirstOrThrow()
  if (count < mostWritten.messages) return messageIdOf(scope, key)
  const freeAt = later(first ?? now, mostWritten.withinMs)
  throw new Limited(
    'portal.too-fast',
    'You have written often in a short time: wait some minutes, then send it again',
    Math.max(1, Math.ceil((freeAt.getTime() - now.getTime()) / seconds)),
  )
}

/** The number of the ticket that holds what was sent under this key. */
export async function findWritten(
  db: Kysely<DB>,
  scope: ContactScope,
  key: string,
): Promise<string | null> {
  const found = await db
    .selectFrom('message')
    .innerJoin('ticket', 'ticket.id', 'message.ticket_id')
    .select('ticket.number')
    .where('message.message_id', '=', messageIdOf(scope, key))
    .executeTakeFirst()
  return found?.number ?? null
}

/** No mail has such an id: what is sent twice is taken once, whoever else made up the same key. */
function messageIdOf(scope: ContactScope, key: string): string {
  return `portal:${scope.contact.id}:${key.toLowerCase()}`
}

/** As a mail of the same contact would come, shown to be theirs. */
export function arrivalOf(
  scope: ContactScope,
  { subject, text, messageId }: Pick<Arrival, 'subject' | 'text'> & { messageId: string },
): Arrival {
  const { id, accountId, email, name } = scope.contact
  return {
    channel: 'portal',
    contact: { id, accountId },
    subject,
    text,
    messageId,
    sender: { isVerified: true, proof: 'Signed in to the portal' },
    parties: { from: { email, name }, replyTo: null, to: [], cc: [], forwarded: null },
  }
}
