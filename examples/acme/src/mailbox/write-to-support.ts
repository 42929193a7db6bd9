import { randomUUID } from 'node:crypto'
import { createTransport } from 'nodemailer'
import type { Acme } from '#acme/acme.ts'
import { row } from '#acme/database/connect.ts'
import { getMessage } from '#acme/mailbox/queries.ts'
import { Refused } from '#acme/refused.ts'

export type CustomerMail = {
  from: string
  subject: string
  text: string
  replyTo?: string | undefined
}

type Queued = {
  message_id: string
  sender: string
  recipient: string
  subject: string
  text_body: string
  in_reply_to: string | null
  reference_ids: string[]
  cc: string[]
  headers: Record<string, string>
  is_proven: boolean
}

/** Sends at once; if the desk cannot be reached, says so and goes on trying. */
export async function writeToSupport(
  acme: Acme,
  mail: CustomerMail,
): Promise<{ message_id: string }> {
  const queued = await queueForSupport(acme, mail)
  try {
    await sendToDesk(acme, queued)
  } catch (error) {
    const why = (error as Error).message
    await acme.pool.query(
      'update customer_mail set attempts = 1, last_error = $2 where message_id = $1',
      [queued.message_id, why],
    )
    throw new Refused(502, 'Support cannot be reached', `${why}. The mail is kept and tried again`)
  }
  return { message_id: queued.message_id }
}

/** Kept first. The worker leaves it alone for a while, so that it is not sent twice. */
export async function queueForSupport(
  acme: Acme,
  mail: CustomerMail,
  delaySeconds = 20,
): Promise<Queued> {
  const answered = mail.replyTo ? await getMessage(acme.pool, mail.replyTo) : null
  const domain =
    mail.from.slice(mail.from.lastIndexOf('@') + 1).replace(/[>\s]/g, '') || 'acme.example'
  const queued: Queued = {
    message_id: `<${randomUUID()}@${domain}>`,
    sender: mail.from,
    recipient: answered?.reply_to ?? answered?.sender ?? acme.config.supportAddress,
    subject: mail.subject,
    text_body: mail.text,
    in_reply_to: answered?.message_id ?? null,
    reference_ids: answered?.message_id ? [...answered.reference_ids, answered.message_id] : [],
    cc: [],
    headers: {},
    is_proven: true,
  }
  await acme.pool.query(
    `insert into customer_mail (message_id, sender, recipient, subject, text_body, in_reply_to,
       reference_ids, cc, headers, is_proven, next_attempt_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now() + make_interval(secs => $11))`,
    [...Object.values(queued), delaySeconds],
  )
  return queued
}

export async function sendNextToSupport(acme: Acme): Promise<boolean> {
  const queued = await row<Queued>(
    acme.pool,
    `update customer_mail
     set attempts = attempts + 1,
         next_attempt_at = now() + make_interval(secs => least(60, 2 ^ least(attempts + 1, 6)))
     where message_id = (
       select message_id from customer_mail where state = 'queued' and next_attempt_at <= now()
       order by created_at limit 1 for update skip locked)
     returning message_id, sender, recipient, subject, text_body, in_reply_to, reference_ids,
       cc, headers, is_proven`,
  )
  if (!queued) return false
  try {
    await sendToDesk(acme, queued)
  } catch (error) {
    await acme.pool.query('update customer_mail set last_error = $2 where message_id = $1', [
      queued.message_id,
      (error as Error).message,
    ])
  }
  return true
}

async function sendToDesk(acme: Acme, queued: Queued): Promise<void> {
  const transport = createTransport(acme.config.supportSmtpUrl, {})
  try {
    await transport.sendMail({
      from: queued.sender,
      to: queued.recipient,
      cc: queued.cc,
      // its copies to others are no matter of the desk's
      envelope: { from: addressOf(queued.sender), to: queued.recipient },
      subject: queued.subject,
      text: queued.text_body,
      messageId: queued.message_id,
      headers: { 'Authentication-Results': resultsOf(queued), ...queued.headers },
      ...(queued.in_reply_to
        ? { inReplyTo: queued.in_reply_to, references: queued.reference_ids }
        : {}),
    })
  } finally {
    transport.close()
  }
  await acme.pool.query(
    `update customer_mail set state = 'sent', last_error = null where message_id = $1`,
    [queued.message_id],
  )
}

/**
 * Acme's mailbox stands for the company's mail relay, which knows who is signed in: it says so as
 * relays do, and the desk takes its word (`support.trusted_relay`).
 */
function resultsOf({ sender, is_proven }: Queued): string {
  const domain = /@([^\s<>@]+)>?\s*$/.exec(sender)?.[1]?.toLowerCase() ?? 'invalid'
  return `mx.acme.example; dmarc=${is_proven ? 'pass' : 'fail'} header.from=${domain}`
}

function addressOf(sender: string): string {
  return /<([^<>]+)>\s*$/.exec(sender)?.[1] ?? sender
}
