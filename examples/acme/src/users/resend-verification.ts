import type { PoolClient } from 'pg'
import type { Change, Target } from '#acme/admin/change.ts'
import { refuseWhileQueued } from '#acme/mail/queries.ts'
import { queueEmail } from '#acme/mail/queue-email.ts'
import { conflict } from '#acme/refused.ts'
import { lockUser } from '#acme/users/queries.ts'

export async function resendVerification(tx: PoolClient, target: Target): Promise<Change> {
  const user = await lockUser(tx, target)
  if (user.verified_at) throw conflict(`User ${user.id} is verified already`)
  await refuseWhileQueued(tx, { userId: user.id })
  const email = await queueEmail(tx, {
    accountId: target.accountId,
    recipient: user.email,
    kind: 'verification',
    userId: user.id,
  })
  if (email.state === 'suppressed') throw conflict('The address is suppressed: lift that first')
  return {
    summary: `The verification email of ${user.name} is sent again`,
    changes: [{ record: user.id, field: 'verification_email', from: null, to: 'queued' }],
  }
}
