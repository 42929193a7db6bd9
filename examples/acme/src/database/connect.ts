import pg from 'pg'

export type Database = pg.Pool | pg.PoolClient

export function connect(databaseUrl: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 })
  // An idle connection that breaks must not end the process; the next query gets a new one.
  pool.on('error', reportLostConnection)
  pool.on('connect', (client) => client.on('error', reportLostConnection))
  return pool
}

export async function inTransaction<T>(
  pool: pg.Pool,
  work: (tx: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const tx = await pool.connect()
  let broken: Error | undefined
  try {
    await tx.query('begin')
    const result = await work(tx)
    await tx.query('commit')
    return result
  } catch (error) {
    await tx.query('rollback').catch((lost: Error) => (broken = lost))
    throw error
  } finally {
    tx.release(broken)
  }
}

export async function rows<Row extends pg.QueryResultRow>(
  database: Database,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return (await database.query<Row>(sql, values)).rows
}

export async function row<Row extends pg.QueryResultRow>(
  database: Database,
  sql: string,
  values: unknown[] = [],
): Promise<Row | undefined> {
  return (await database.query<Row>(sql, values)).rows[0]
}

function reportLostConnection(error: Error) {
  process.stderr.write(
    `${JSON.stringify({ level: 'warn', lost: 'database', error: error.message })}\n`,
  )
}
