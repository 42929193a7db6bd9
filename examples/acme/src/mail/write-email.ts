import type { Acme } from '#acme/acme.ts'
import { row } from '#acme/database/connect.ts'
import type { QueuedEmail } from '#acme/mail/queue-email.ts'
import { html } from '#acme/pages/html.ts'

type Message = { subject: string; text: string; html: string }

export async function writeEmail(acme: Acme, email: QueuedEmail): Promise<Message> {
  if (email.kind === 'export_ready') return exportReady(acme, email)
  if (email.kind === 'verification') return verification(acme, email)
  return message(
    'Your invoice',
    'Your invoice for this month is ready.',
    'Open the invoice',
    acme.address.http,
  )
}

async function exportReady(acme: Acme, email: QueuedEmail): Promise<Message> {
  const file = await row<{ download_token: string | null }>(
    acme.pool,
    'select download_token from export_job where id = $1',
    [email.export_id],
  )
  const link = `${acme.address.http}/exports/${email.export_id}/file?token=${file?.download_token ?? ''}`
  return message(
    'Your export is ready',
    'Your export is ready. The link works for seven days.',
    'Download the export',
    link,
  )
}

async function verification(acme: Acme, email: QueuedEmail): Promise<Message> {
  const link = `${acme.address.http}/verify/${email.user_id}?mail=${email.id}`
  return message(
    'Verify your email address',
    'Welcome to Acme. Please verify your address within 24 hours.',
    'Verify my address',
    link,
  )
}

function message(subject: string, sentence: string, action: string, link: string): Message {
  return {
    subject,
    text: `${sentence}\n\n${action}: ${link}\n\nAcme\n`,
    html: html`<p>${sentence}</p>
      <p><a href="${link}">${action}</a></p>
      <p>Acme</p>`.text,
  }
}
