import type { PoolClient } from 'pg'
import { row } from '#acme/database/connect.ts'
import { conflict } from '#acme/refused.ts'

export async function refuseWhileQueued(
  tx: PoolClient,
  about: { exportId: string } | { userId: string },
): Promise<void> {
  const [column, id] =
    'exportId' in about ? ['export_id', about.exportId] : ['user_id', about.userId]
  const queued = await row<{ id: string }>(
    tx,
    `select id from email_delivery where ${column} = $1 and state = 'queued' limit 1`,
    [id],
  )
  if (queued) throw conflict(`Email ${queued.id} is already on its way`)
}
