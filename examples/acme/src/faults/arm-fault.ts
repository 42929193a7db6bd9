import type { Database } from '#acme/database/connect.ts'
import { newId } from '#acme/ids.ts'

/** Lies in wait for the worker; becomes a case when it has struck (see `make-fault.ts`). */
export async function armFault(
  database: Database,
  trap: { fault: string; accountId: string; recordId: string },
): Promise<void> {
  await database.query(
    `insert into fault (id, fault, account_id, record_id, armed, detail) values ($1, $2, $3, $4, true, '{}')`,
    [newId('flt'), trap.fault, trap.accountId, trap.recordId],
  )
}
