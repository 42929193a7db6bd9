import type { Database } from '#acme/database/connect.ts'
import { newId } from '#acme/ids.ts'

export async function requestExport(
  database: Database,
  request: { accountId: string; requestedBy: string; sizeMb: number },
): Promise<string> {
  const id = newId('exp')
  await database.query(
    `insert into export_job (id, account_id, requested_by, size_mb) values ($1, $2, $3, $4)`,
    [id, request.accountId, request.requestedBy, request.sizeMb],
  )
  return id
}
