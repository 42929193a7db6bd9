import type { PoolClient } from 'pg'
import { row } from '#acme/database/connect.ts'
import { newId } from '#acme/ids.ts'

type EmailKind = 'export_ready' | 'verification' | 'invoice'

type NewEmail = {
  accountId: string
  recipient: string
  kind: EmailKind
  exportId?: string
  userId?: string
  traceparent?: string
}

/** As the mailer takes it up. */
export type QueuedEmail = {
  id: string
  account_id: string
  recipient: string
  kind: EmailKind
  export_id: string | null
  user_id: string | null
  message_id: string
  attempts: number
  traceparent: string | null
}

/** Part of the caller's transaction: what happened and the mail about it are one. */
export async function queueEmail(
  tx: PoolClient,
  email: NewEmail,
): Promise<{ id: string; state: 'queued' | 'suppressed' }> {
  const id = newId('eml')
  const made = await row<{ state: 'queued' | 'suppressed' }>(
    tx,
    `insert into email_delivery
       (id, account_id, recipient, kind, export_id, user_id, message_id, traceparent, created_at, state)
     select $1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp(),
       case when exists (select from email_suppression where account_id = $2 and address = lower($3))
         then 'suppressed' else 'queued' end
     returning state`,
    [
      id,
      email.accountId,
      email.recipient,
      email.kind,
      email.exportId ?? null,
      email.userId ?? null,
      `<${id}@notifications.acme.example>`,
      email.traceparent ?? null,
    ],
  )
  return { id, state: made?.state ?? 'queued' }
}
