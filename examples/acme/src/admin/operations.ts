import type { PoolClient } from 'pg'
import type { Change, Target } from '#acme/admin/change.ts'
import { clearCache } from '#acme/cache/clear-cache.ts'
import { cancelExport } from '#acme/exports/cancel-export.ts'
import { requeueExport } from '#acme/exports/requeue-export.ts'
import { resendExportEmail } from '#acme/exports/resend-export-email.ts'
import {
  suppressEmail,
  suppressUser,
  unsuppressEmail,
  unsuppressUser,
} from '#acme/mail/suppress-address.ts'
import { resetSession } from '#acme/sessions/reset-session.ts'
import { resendVerification } from '#acme/users/resend-verification.ts'
import { retriggerWebhook } from '#acme/webhooks/retrigger-webhook.ts'

type Operation = {
  operationId: string
  /** Below `/admin/accounts/:account_id`. */
  path: string
  run: (tx: PoolClient, target: Target) => Promise<Change>
}

/** Everything that may be changed for one account. */
export const operations: Operation[] = [
  { operationId: 'requeueExport', path: '/exports/:id/requeue', run: requeueExport },
  { operationId: 'cancelExport', path: '/exports/:id/cancel', run: cancelExport },
  { operationId: 'resendExportEmail', path: '/exports/:id/email', run: resendExportEmail },
  {
    operationId: 'unsuppressEmail',
    path: '/exports/:id/recipient/unsuppress',
    run: unsuppressEmail,
  },
  { operationId: 'suppressEmail', path: '/exports/:id/recipient/suppress', run: suppressEmail },
  { operationId: 'unsuppressUser', path: '/users/:id/unsuppress', run: unsuppressUser },
  { operationId: 'suppressUser', path: '/users/:id/suppress', run: suppressUser },
  {
    operationId: 'resendVerificationEmail',
    path: '/users/:id/verification-email',
    run: resendVerification,
  },
  {
    operationId: 'retriggerWebhook',
    path: '/webhook-deliveries/:id/retrigger',
    run: retriggerWebhook,
  },
  { operationId: 'clearAccountCache', path: '/cache/clear', run: clearCache },
  { operationId: 'resetSession', path: '/sessions/:id/reset', run: resetSession },
]
