import type { PoolClient } from 'pg'
import type { Change, Target } from '#acme/admin/change.ts'
import { row } from '#acme/database/connect.ts'
import { conflict, notFound } from '#acme/refused.ts'

export async function resetSession(tx: PoolClient, target: Target): Promise<Change> {
  const before = await row<{ state: string }>(
    tx,
    'select state from user_session where id = $1 and account_id = $2 for update',
    [target.id, target.accountId],
  )
  if (!before) throw notFound(`Session ${target.id} of account ${target.accountId}`)
  const ended = await row(
    tx,
    `update user_session set state = 'revoked', revoked_at = now()
     where id = $1 and state in ('active', 'broken') returning id`,
    [target.id],
  )
  if (!ended) throw conflict(`Session ${target.id} has ended already`)
  return {
    summary: `Session ${target.id} ends; the user signs in afresh`,
    changes: [{ record: target.id, field: 'state', from: before.state, to: 'revoked' }],
  }
}
