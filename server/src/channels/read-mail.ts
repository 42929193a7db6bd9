import { sql } from 'kysely'
import { findByEmail, findsByEmail } from '#server/accounts/directory.ts'
import type { DirectoryMatch } from '#server/accounts/directory.ts'
import type { WithSources } from '#server/accounts/read-source.ts'
import { system } from '#server/core/actor.ts'
import { hours, later } from '#server/core/clock.ts'
import { Refusal, messageOf } from '#server/core/errors.ts'
import type { Desk } from '#server/core/verb.ts'
import { planKept } from '#server/database/keep-plan.ts'
import { keptText } from '#server/core/sentence.ts'
import { recordDoubt, recordFailure } from '#server/tickets/retry-delivery.ts'
import { checkSender } from './check-sender.ts'
import type { SenderProof } from './check-sender.ts'
import { failMail } from './fail-mail.ts'
import { askingSender } from './asking-sender.ts'
import { isGenerated, judgeMail } from './judge-mail.ts'
import { parseMail } from './parse-mail.ts'
import type { ReadMail } from './parse-mail.ts'
import { readBounce } from './read-bounce.ts'
import type { Bounce } from './read-bounce.ts'
import { loopMarkOf, tokensOf } from './support-address.ts'
import { takeMail } from './take-mail.ts'

type Mail = Desk & WithSources

const email = system('email')
const giveUpAfterMs = 6 * hours

/** Task: understands one stored mail and takes it. May run twice; the second finds it taken. */
export async function readMail(desk: Mail, { mail }: { mail: string }): Promise<void> {
  const stored = await desk.db
    .selectFrom('inbound_mail')
    .select([
      'id',
      'raw',
      'envelope_from as envelopeFrom',
      'envelope_to as envelopeTo',
      'client_ip as clientIp',
      'client_name as clientName',
      sql<Date>`coalesce(released_at, received_at)`.as('since'),
    ])
    .where('id', '=', mail)
    .where('state', '=', 'received')
    .modifyEnd(planKept)
    .executeTakeFirst()
  if (!stored) return
  try {
    await understand(desk, stored)
  } catch (error) {
    if (desk.clock.now() < later(stored.since, giveUpAfterMs)) throw error
    const reason = keptText`It could not be read: ${messageOf(error).slice(0, 450)}`
    await failMail(desk, email, { mailId: stored.id, reason })
  }
}

type Stored = {
  id: string
  raw: Buffer
  envelopeFrom: string | null
  envelopeTo: string[]
  clientIp: string | null
  clientName: string | null
}

async function understand(desk: Mail, stored: Stored): Promise<void> {
  const { support } = desk.sources.project.current()
  const written = await parseMail(stored.raw)
  const bounce = await readBounce(stored.raw, support)
  const judged = { ...written, envelopeFrom: stored.envelopeFrom, bounce }
  const verdict = judgeMail(judged, support, loopMarkOf(support.address))
  const mail = verdict === 'bounce' ? mentioning(written, bounce, support) : written
  const from = askingSender(mail, support, isGenerated(judged))
  const tokens = tokensOf([...stored.envelopeTo, ...mail.recipients], support.address)
  const addressed = verdict === 'bounce' ? [...tokens, ...bounce.tokens] : tokens
  const sender =
    verdict === 'person' || verdict === 'own'
      ? await proveSender(desk, stored, written, from)
      : null
  const match = verdict === 'person' ? await findAccountOf(desk, { from }) : null
  await unlessDoneAlready(
    takeMail(desk, email, {
      mailId: stored.id,
      mail: { ...mail, from },
      tokens: addressed,
      verdict,
      match,
      sender,
      support,
    }),
  )
  if (verdict === 'bounce') await noteBounce(desk, bounce, addressed)
}

async function proveSender(
  { sources }: Mail,
  { raw, envelopeFrom, clientIp, clientName }: Stored,
  { from }: ReadMail,
  asks: ReadMail['from'],
): Promise<SenderProof> {
  if (asks && asks.email !== from?.email) {
    return { isVerified: false, proof: `Written through ${from?.email ?? 'a program'}` }
  }
  const fromDomain = from?.email.split('@').at(-1)?.toLowerCase() ?? null
  const relay = sources.project.current().support.trustedRelay ?? null
  return checkSender({ raw, fromDomain, envelopeFrom, clientIp, clientName }, { relay })
}

/** With the ids of our messages that only the returned part names. */
function mentioning(mail: ReadMail, bounce: Bounce, support: { address: string }): ReadMail {
  const domain = support.address.split('@').at(-1)
  const named = bounce.messages.map((id) => `<${id}@${domain}>`)
  return { ...mail, references: [...named, ...mail.references] }
}

/** Unknown for now when the directory does not answer: the ticket's own job asks it again. */
async function findAccountOf(
  desk: Mail,
  { from }: Pick<ReadMail, 'from'>,
): Promise<DirectoryMatch | null> {
  if (!from || !findsByEmail(desk.sources)) return null
  const known = await desk.db
    .selectFrom('contact')
    .select('id')
    .where((where) => where(where.fn('lower', ['email']), '=', from.email))
    .where('account_id', 'is not', null)
    .modifyEnd(planKept)
    .executeTakeFirst()
  if (known) return null
  try {
    return await findByEmail(desk.sources, from.email)
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'unavailable') return null
    throw error
  }
}

/**
 * Marks the reply it is about: as returned, or that its delivery is in doubt. Ids of our messages and tokens of our addresses are random: whoever
 * names one has seen the mail.
 */
async function noteBounce(desk: Mail, bounce: Bounce, tokens: readonly string[]): Promise<void> {
  const { doubt } = bounce
  if (!bounce.isPermanent && !doubt) return
  const named = await messagesNamed(desk, bounce.messages)
  const ours = named.length > 0 ? named : await newestReplyOf(desk, tokens)
  const whom = bounce.recipients.length === 1 ? ` by ${bounce.recipients[0]}` : ''
  for (const { id: messageId } of ours) {
    const told = (words: string) => `${words}${whom}: ${bounce.detail}`.slice(0, 1_000)
    if (bounce.isPermanent) {
      const error = told('Returned')
      await unlessDoneAlready(recordFailure(desk, email, { messageId, error }))
    } else if (doubt) {
      const error = told(doubt === 'given_up' ? 'Given up' : 'Delayed')
      await unlessDoneAlready(recordDoubt(desk, email, { messageId, doubt, error }))
    }
  }
}

async function messagesNamed({ db }: Mail, ids: string[]): Promise<{ id: string }[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('message')
    .select('id')
    .where('id', 'in', ids)
    .where('kind', '=', 'reply')
    .where('delivery', 'in', ['queued', 'sent'])
    .execute()
}

/** Of a bounce that returns nothing of our mail the address tells the ticket. */
async function newestReplyOf({ db }: Mail, tokens: readonly string[]): Promise<{ id: string }[]> {
  if (tokens.length === 0) return []
  return db
    .selectFrom('message')
    .innerJoin('ticket', 'ticket.id', 'message.ticket_id')
    .select('message.id')
    .where('ticket.address_token', 'in', tokens)
    .where('message.kind', '=', 'reply')
    .where('message.delivery', '=', 'sent')
    .orderBy('message.at', 'desc')
    .orderBy('message.id', 'desc')
    .limit(1)
    .execute()
}

async function unlessDoneAlready(doing: Promise<unknown>): Promise<void> {
  try {
    await doing
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'conflict') throw error
  }
}
