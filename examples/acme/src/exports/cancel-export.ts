import type { PoolClient } from 'pg'
import type { Change, Target } from '#acme/admin/change.ts'
import { row } from '#acme/database/connect.ts'
import { lockExport } from '#acme/exports/queries.ts'
import { conflict } from '#acme/refused.ts'

export async function cancelExport(tx: PoolClient, target: Target): Promise<Change> {
  const before = await lockExport(tx, target)
  const stopped = await row(
    tx,
    `update export_job
     set status = 'cancelled', finished_at = now(), lease_owner = null, lease_until = null
     where id = $1 and status in ('queued', 'running') returning id`,
    [target.id],
  )
  if (!stopped) {
    throw conflict(
      `Only a queued or running export can be cancelled; ${target.id} is ${before.status}`,
    )
  }
  return {
    summary: `Export ${target.id} is cancelled`,
    changes: [{ record: target.id, field: 'status', from: before.status, to: 'cancelled' }],
  }
}
