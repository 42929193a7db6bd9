import { createTransport } from 'nodemailer'
import type { Acme } from '#acme/acme.ts'
import { inTransaction, row } from '#acme/database/connect.ts'
import { writeEmail } from '#acme/mail/write-email.ts'
import type { QueuedEmail } from '#acme/mail/queue-email.ts'
import type { Activity } from '#acme/telemetry/telemetry.ts'

const maxAttempts = 10

export async function deliverNextEmail(acme: Acme): Promise<boolean> {
  const email = await claimEmail(acme)
  if (!email) return false
  const about = {
    accountId: email.account_id,
    parent: email.traceparent,
    attributes: { 'email.id': email.id, 'email.kind': email.kind },
  }
  await acme.telemetry.trace('mail', 'mail.deliver', about, (activity) =>
    deliver(acme, email, activity),
  )
  return true
}

/** Moves the next try 30 s away, so a mailer that dies in between loses nothing. */
function claimEmail({ pool }: Acme): Promise<QueuedEmail | undefined> {
  return row<QueuedEmail>(
    pool,
    `update email_delivery set attempts = attempts + 1, next_attempt_at = now() + interval '30 seconds'
     where id = (
       select id from email_delivery where state = 'queued' and next_attempt_at <= now()
       order by next_attempt_at limit 1 for update skip locked)
     returning id, account_id, recipient, kind, export_id, user_id, message_id, attempts, traceparent`,
  )
}

async function deliver(acme: Acme, email: QueuedEmail, activity: Activity): Promise<void> {
  if (await isSuppressed(acme, email)) {
    await settle(acme, email, 'suppressed', null)
    return activity.log('WARN', `email ${email.id} not sent: recipient is suppressed`)
  }
  try {
    await activity.step('smtp.send', () => sendBySmtp(acme, email))
    await settle(acme, email, 'delivered', null)
    activity.log('INFO', `email ${email.id} delivered`)
  } catch (error) {
    await afterFailure(acme, email, error as Error & { responseCode?: number }, activity)
  }
}

async function isSuppressed({ pool }: Acme, email: QueuedEmail): Promise<boolean> {
  const found = await row(
    pool,
    'select 1 from email_suppression where account_id = $1 and address = lower($2)',
    [email.account_id, email.recipient],
  )
  return found !== undefined
}

async function sendBySmtp(acme: Acme, email: QueuedEmail): Promise<void> {
  const transport = createTransport({
    host: '127.0.0.1',
    port: acme.address.smtpPort,
    secure: false,
    ignoreTLS: true,
    connectionTimeout: 5000,
  })
  try {
    await transport.sendMail({
      from: 'Acme <notifications@acme.example>',
      to: email.recipient,
      messageId: email.message_id,
      headers: { 'Auto-Submitted': 'auto-generated' },
      ...(await writeEmail(acme, email)),
    })
  } finally {
    transport.close()
  }
}

async function settle(
  { pool }: Acme,
  email: QueuedEmail,
  state: 'delivered' | 'suppressed',
  lastError: string | null,
): Promise<void> {
  await pool.query(
    `update email_delivery
     set state = $2, last_error = $3, delivered_at = case when $2 = 'delivered' then now() end
     where id = $1`,
    [email.id, state, lastError],
  )
}

/** A final refusal bounces and suppresses the address; anything else is tried again, later and later. */
async function afterFailure(
  acme: Acme,
  email: QueuedEmail,
  error: Error & { responseCode?: number },
  activity: Activity,
): Promise<void> {
  const isFinal = (error.responseCode ?? 0) >= 500 || email.attempts >= maxAttempts
  activity.log('ERROR', `email ${email.id} ${isFinal ? 'bounced' : 'not sent'}: ${error.message}`)
  if (!isFinal) {
    await acme.pool.query(
      `update email_delivery set last_error = $2, next_attempt_at = now() + make_interval(secs => $3)
       where id = $1`,
      [email.id, error.message, Math.min(300, 2 ** email.attempts)],
    )
    return
  }
  await inTransaction(acme.pool, async (tx) => {
    await tx.query(`update email_delivery set state = 'bounced', last_error = $2 where id = $1`, [
      email.id,
      error.message,
    ])
    await tx.query(
      `insert into email_suppression (account_id, address, reason) values ($1, lower($2), 'bounced')
       on conflict do nothing`,
      [email.account_id, email.recipient],
    )
  })
}
