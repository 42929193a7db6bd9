import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { DB } from './db-types.ts'
import type { Logger } from './log.ts'
import type { Sockets } from './sockets.ts'

type PoolOptions = { max?: number; name?: string; sockets?: Sockets }

/**
 * A pool that survives a database that goes away and returns.
 * @param url what the product connects with: `openDatabase` answers it
 */
export function createPool(url: string, log: Logger, options: PoolOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    connectionTimeoutMillis: 10_000,
    application_name: options.name ?? 'firstline',
    ...(options.sockets ? { stream: options.sockets.open } : {}),
  })
  const lost = (error: Error) => log.warn({ err: error.message }, 'database connection lost')
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', lost))
  return pool
}

export function createDatabase(pool: pg.Pool): Kysely<DB> {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
}
