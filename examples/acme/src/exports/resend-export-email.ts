import type { PoolClient } from 'pg'
import type { Change, Target } from '#acme/admin/change.ts'
import { lockExport } from '#acme/exports/queries.ts'
import { queueEmail } from '#acme/mail/queue-email.ts'
import { refuseWhileQueued } from '#acme/mail/queries.ts'
import { conflict } from '#acme/refused.ts'

export async function resendExportEmail(tx: PoolClient, target: Target): Promise<Change> {
  const job = await lockExport(tx, target)
  if (job.status !== 'completed') {
    throw conflict(`There is no file to link to: ${target.id} is ${job.status}`)
  }
  await refuseWhileQueued(tx, { exportId: target.id })
  const email = await queueEmail(tx, {
    accountId: target.accountId,
    recipient: job.requested_by,
    kind: 'export_ready',
    exportId: target.id,
  })
  if (email.state === 'suppressed') throw conflict('The address is suppressed: lift that first')
  return {
    summary: `The email of export ${target.id} is sent again`,
    changes: [{ record: target.id, field: 'email', from: null, to: 'queued' }],
  }
}
