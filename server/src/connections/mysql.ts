import { ownProperty } from '@firstline/contract/own-property'
import { createPool } from 'mysql2/promise'
import type { FieldPacket, Pool, PoolConnection, ResultSetHeader } from 'mysql2/promise'
import { GuardedSocket } from '#server/outbound/guarded-socket.ts'
import { QueryTimeout, changeWith, readWith } from './database.ts'
import type { Changed, Database, DatabaseKind, Session } from './database.ts'
import { mysqlCatalogue } from './mysql-catalogue.ts'
import { jsonRow } from './mysql-types.ts'
import { patience } from './patience.ts'
import { tokenOf } from './named-parameters.ts'
import type { ParameterizedSql } from './named-parameters.ts'
import type { Row } from './row-types.ts'

const poolSize = 6

/** MySQL and MariaDB. Small, as for PostgreSQL. */
export function openMysql(url: string, onLost: (error: Error) => void): Database {
  const pool = createPool({
    uri: url,
    connectionLimit: poolSize,
    maxIdle: poolSize,
    idleTimeout: 30_000,
    connectTimeout: patience.toConnect,
    timezone: 'Z',
    dateStrings: true,
    supportBigNumbers: true,
    multipleStatements: false,
    // a server must not ask this machine for its files
    flags: ['-LOCAL_FILES'],
    stream: connectTo,
  })
  pool.pool.on('connection', (connection: { on: NodeJS.EventEmitter['on'] }) =>
    connection.on('error', onLost),
  )
  const session = async () => sessionOf(await borrow(pool))
  return {
    read: async (sql, values, limits) =>
      readWith(await session(), sql, values, limits).catch(toTimeout),
    change: async (change) => changeWith(await session(), change).catch(toTimeout),
    stop: () => pool.end(),
  }
}

type Target = { config: { host: string; port: number; socketPath?: string | undefined } }

/** As the library does it, but for the check of where it goes. */
function connectTo({ config: { host, port, socketPath } }: Target): GuardedSocket {
  const socket = new GuardedSocket()
  socket.setNoDelay(true)
  socket.setKeepAlive(true)
  return socketPath === undefined ? socket.connect(port, host) : socket.connect(socketPath)
}

/** The library waits for ever for a connection of a pool that is used up. */
async function borrow(pool: Pool): Promise<PoolConnection> {
  const connecting = pool.getConnection()
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    late.reject(new QueryTimeout())
    connecting.then((connection) => connection.release()).catch(() => undefined)
  }, patience.toConnect)
  try {
    return await Promise.race([connecting, late.promise]).catch(toTimeout)
  } finally {
    clearTimeout(timer)
  }
}

function sessionOf(connection: PoolConnection): Session {
  return {
    async begin(timeoutMs, mode, limit) {
      const rows = limit === undefined ? 'default' : String(limit)
      await connection.query(
        `set session ${timeLimit(connection, timeoutMs)}, sql_select_limit = ${rows}, time_zone = '+00:00'`,
      )
      await connection.query(`start transaction ${mode}`)
    },
    async run({ text, names }: ParameterizedSql, values) {
      // prepared: the protocol takes one statement and no more
      const given = names.map((name) => bindable(ownProperty(values, name)))
      return changedOf(await connection.execute(text, given))
    },
    async commit() {
      await connection.query('commit')
    },
    async rollback() {
      await connection.query('rollback')
    },
    release: (isBroken) => (isBroken ? connection.destroy() : connection.release()),
    cut: () => connection.destroy(),
    isAnswer: (error) =>
      (error as { sqlState?: string }).sqlState !== undefined &&
      (error as { fatal?: boolean }).fatal !== true,
  }
}

/** MariaDB limits every statement; MySQL limits queries, and how long a change waits for a lock. */
function timeLimit(connection: PoolConnection, timeoutMs: number): string {
  return isMariaDb(connection)
    ? `max_statement_time = ${timeoutMs / 1_000}`
    : `max_execution_time = ${Math.ceil(timeoutMs)}, session innodb_lock_wait_timeout = ${Math.ceil(timeoutMs / 1_000)}`
}

/** It says so when it greets. */
function isMariaDb(connection: PoolConnection): boolean {
  const { _handshakePacket: greeting } = connection.connection as unknown as {
    _handshakePacket?: { serverVersion?: string }
  }
  return /mariadb/i.test(greeting?.serverVersion ?? '')
}

type Bindable = string | number | boolean | null

function bindable(value: unknown): Bindable {
  if (value === undefined || value === null) return null
  if (typeof value === 'number' || typeof value === 'boolean') return value
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** A query answers rows, a change a header, a procedure a list of both. */
function changedOf([answer, fields]: [unknown, FieldPacket[]]): Changed {
  if (!Array.isArray(answer))
    return { rows: [], affected: (answer as ResultSetHeader).affectedRows }
  const isProcedure = Array.isArray(answer[0])
  const rows = (isProcedure ? answer[0] : answer) as Row[]
  const columns = (isProcedure ? fields[0] : fields) as unknown as FieldPacket[]
  return { rows: rows.map((row) => jsonRow(row, columns)), affected: rows.length }
}

/** Cut off by its time limit (MariaDB, MySQL), or by that of a lock. */
const timeouts = new Set([1969, 3024, 1205])

function toTimeout(error: unknown): never {
  const { errno, code } = error as { errno?: number; code?: string }
  if (timeouts.has(errno ?? 0) || code === 'ETIMEDOUT') throw new QueryTimeout()
  throw error
}

export const mysql: DatabaseKind = {
  open: openMysql,
  schemes: ['mysql', 'mariadb'],
  catalogue: mysqlCatalogue,
  dialect: {
    token: tokenOf([
      /(?:--(?=\s|$)|#)[^\n]*/,
      /'(?:[^'\\]|''|\\[\s\S])*'/,
      /"(?:[^"\\]|""|\\[\s\S])*"/, // string, or identifier where ANSI_QUOTES is set
      /`(?:[^`]|``)*`/, // quoted identifier
    ]),
    places: 'unnumbered',
    doCommentsNest: false,
    contains: (expression, name) => `${expression} like concat('%', :${name}, '%')`,
    // MariaDB: an update or delete says with “touches” which rows it is about
    mustAnswer: 'an insert',
    call: (name, parameters) => `call ${name}(${parameters.map(() => '?').join(', ')})`,
  },
}
