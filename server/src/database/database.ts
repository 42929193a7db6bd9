import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { seconds } from '#server/core/clock.ts'
import { keepingPlans } from './keep-plan.ts'
import { longestConnectMs, setLimits } from './statement-limits.ts'
import type { Patience } from './statement-limits.ts'
import type { DB } from './db-types.ts'
import type { Logger } from '#server/core/log.ts'
import { createSockets } from '#server/core/sockets.ts'
import type { Sockets } from '#server/core/sockets.ts'
import { watchConnections } from './watch-connections.ts'

type PoolOptions = {
  max?: number
  name?: string
  sockets?: Sockets
  patience?: Patience
  /** Each statement is a read-only transaction: PostgreSQL refuses what changes anything. */
  isReading?: boolean
  /** For tests: how often it is looked at what waits. */
  lookEveryMs?: number
}

/**
 * A pool that survives a database that goes away and returns, and one that says nothing any more.
 * @param url what the product connects with: `openDatabase` answers it
 */
export function createPool(url: string, log: Logger, options: PoolOptions = {}): pg.Pool {
  const { max = 10, name = 'firstline', sockets = createSockets() } = options
  const { patience = 'long', isReading = false } = options
  const connections = watchConnections(url, log, options.lookEveryMs)
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: longestConnectMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10 * seconds,
    application_name: name,
    stream: sockets.open,
    async onConnect(client) {
      connections.add(
        client as pg.Client,
        await setLimits(client as pg.Client, { patience, isReading }),
      )
    },
  })
  const lost = (error: Error) => log.warn({ err: error.message }, 'database connection lost')
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', lost))
  return pool
}

export function createDatabase(pool: pg.Pool): Kysely<DB> {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: keepingPlans(pool) }) })
}
