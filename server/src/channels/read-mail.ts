import { sql } from 'kysely'
import { findByEmail } from '#server/accounts/directory.ts'
import type { DirectoryMatch } from '#server/accounts/directory.ts'
import type { Sources } from '#server/accounts/read-source.ts'
import { system } from '#server/core/actor.ts'
import { hours, later } from '#server/core/clock.ts'
import { Refusal, messageOf } from '#server/core/errors.ts'
import type { Desk } from '#server/core/verb.ts'
import { recordFailure } from '#server/tickets/record-delivery.ts'
import { failMail } from './fail-mail.ts'
import { judgeMail } from './judge-mail.ts'
import { parseMail } from './parse-mail.ts'
import type { ReadMail } from './parse-mail.ts'
import { readBounce } from './read-bounce.ts'
import { loopMarkOf, tokensOf } from './support-address.ts'
import { takeMail } from './take-mail.ts'

type Mail = Desk & { sources: Sources }

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
      sql<Date>`coalesce(released_at, received_at)`.as('since'),
    ])
    .where('id', '=', mail)
    .where('state', '=', 'received')
    .executeTakeFirst()
  if (!stored) return
  try {
    await understand(desk, stored)
  } catch (error) {
    if (desk.clock.now() < later(stored.since, giveUpAfterMs)) throw error
    const reason = `It could not be read: ${messageOf(error)}`.slice(0, 500)
    await failMail(desk, email, { mailId: stored.id, reason })
  }
}

type Stored = { id: string; raw: Buffer; envelopeFrom: string | null; envelopeTo: string[] }

async function understand(desk: Mail, stored: Stored): Promise<void> {
  const { support } = desk.sources.project.current()
  const mail = await parseMail(stored.raw)
  const judged = { ...mail, envelopeFrom: stored.envelopeFrom }
  const verdict = judgeMail(judged, support, loopMarkOf(support.address))
  const tokens = tokensOf([...stored.envelopeTo, ...mail.recipients], support.address)
  const match = verdict === 'person' ? await findAccountOf(desk, mail) : null
  await unlessDoneAlready(
    takeMail(desk, email, { mailId: stored.id, mail, tokens, verdict, match }),
  )
  if (verdict === 'bounce') await noteBounce(desk, stored.raw)
}

/** Unknown for now when the directory does not answer: the ticket's own job asks it again. */
async function findAccountOf(desk: Mail, { from }: ReadMail): Promise<DirectoryMatch | null> {
  if (!from) return null
  const known = await desk.db
    .selectFrom('contact')
    .select('id')
    .where((where) => where(where.fn('lower', ['email']), '=', from.email))
    .where('account_id', 'is not', null)
    .executeTakeFirst()
  if (known) return null
  try {
    return await findByEmail(desk.sources, from.email)
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'unavailable') return null
    throw error
  }
}

/** Ids of our messages are random: whoever names one has seen the mail. */
async function noteBounce(desk: Mail, raw: Buffer): Promise<void> {
  const { messages, isPermanent, detail } = readBounce(raw)
  if (!isPermanent || messages.length === 0) return
  const ours = await desk.db
    .selectFrom('message')
    .select('id')
    .where('id', 'in', messages)
    .where('kind', '=', 'reply')
    .where('delivery', 'in', ['queued', 'sent'])
    .execute()
  for (const { id: messageId } of ours) {
    await unlessDoneAlready(
      recordFailure(desk, email, { messageId, error: `Returned: ${detail}`.slice(0, 1_000) }),
    )
  }
}

async function unlessDoneAlready(doing: Promise<unknown>): Promise<void> {
  try {
    await doing
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'conflict') throw error
  }
}
