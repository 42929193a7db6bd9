import type { PoolClient } from 'pg'
import type { Target } from '#acme/admin/change.ts'
import { row } from '#acme/database/connect.ts'
import type { Database } from '#acme/database/connect.ts'
import { notFound } from '#acme/refused.ts'

export type Export = {
  id: string
  account_id: string
  status: string
  requested_by: string
  attempts: number
  error_code: string | null
  size_mb: number
  trace_id: string | null
  created_at: Date
  started_at: Date | null
  finished_at: Date | null
}

const columns = `id, account_id, status, requested_by, attempts, error_code, size_mb, trace_id,
  created_at, started_at, finished_at`

export async function getExport(database: Database, target: Target): Promise<Export> {
  return found(target, await row<Export>(database, selectExport(), [target.id, target.accountId]))
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockExport(tx: PoolClient, target: Target): Promise<Export> {
  return found(
    target,
    await row<Export>(tx, `${selectExport()} for update`, [target.id, target.accountId]),
  )
}

const selectExport = () => `select ${columns} from export_job where id = $1 and account_id = $2`

function found(target: Target, record: Export | undefined): Export {
  if (!record) throw notFound(`Export ${target.id} of account ${target.accountId}`)
  return record
}

/** The file behind the link of an "export is ready" mail. */
export async function findExportFile(database: Database, id: string, token: string) {
  return row<{ csv: Buffer }>(
    database,
    `select f.csv from export_file f join export_job e on e.id = f.export_id
     where e.id = $1 and e.download_token = $2 and e.finished_at > now() - interval '7 days'`,
    [id, token],
  )
}
