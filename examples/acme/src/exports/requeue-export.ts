import type { PoolClient } from 'pg'
import type { Change, Target } from '#acme/admin/change.ts'
import { row } from '#acme/database/connect.ts'
import { lockExport } from '#acme/exports/queries.ts'
import { conflict } from '#acme/refused.ts'

export async function requeueExport(tx: PoolClient, target: Target): Promise<Change> {
  const before = await lockExport(tx, target)
  const moved = await row(
    tx,
    `update export_job
     set status = 'queued', queued_at = now(), error_code = null, started_at = null, finished_at = null
     where id = $1 and status = 'failed' returning id`,
    [target.id],
  )
  if (!moved)
    throw conflict(`Only a failed export can be requeued; ${target.id} is ${before.status}`)
  return {
    summary: `Export ${target.id} goes back into the queue`,
    changes: [{ record: target.id, field: 'status', from: 'failed', to: 'queued' }],
  }
}
