import type { Pool } from 'pg'
import { row } from '#acme/database/connect.ts'

/** The fault that lies in wait for this record, if any. It strikes once: the next try goes well. */
export async function meetFault(pool: Pool, recordId: string): Promise<string | undefined> {
  const met = await row<{ fault: string }>(
    pool,
    'update fault set armed = false where record_id = $1 and armed returning fault',
    [recordId],
  )
  return met?.fault
}
