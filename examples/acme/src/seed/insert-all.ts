import type { PoolClient } from 'pg'

/** Many records in one statement; a column that a record leaves out is null. */
export async function insertAll(
  tx: PoolClient,
  table: string,
  records: Record<string, unknown>[],
): Promise<void> {
  const [first] = records
  if (!first) return
  const columns = Object.keys(first).join(', ')
  await tx.query(
    `insert into ${table} (${columns})
     select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [JSON.stringify(records)],
  )
}
