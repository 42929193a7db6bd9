import type { PoolClient } from 'pg'
import type { Target } from '#acme/admin/change.ts'
import { row } from '#acme/database/connect.ts'
import { notFound } from '#acme/refused.ts'

export type User = { id: string; email: string; name: string; verified_at: Date | null }

export async function lockUser(tx: PoolClient, target: Target): Promise<User> {
  const user = await row<User>(
    tx,
    'select id, email, name, verified_at from app_user where id = $1 and account_id = $2 for update',
    [target.id, target.accountId],
  )
  if (!user) throw notFound(`User ${target.id} of account ${target.accountId}`)
  return user
}
