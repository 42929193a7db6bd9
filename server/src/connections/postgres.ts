import { ownProperty } from '@firstline/contract/own-property'
import pg from 'pg'
import { messageOf } from '#server/core/errors.ts'
import { GuardedSocket } from '#server/outbound/guarded-socket.ts'
import { QueryTimeout, changeWith, readWith } from './database.ts'
import type { Database, DatabaseKind, Session } from './database.ts'
import { postgresCatalogue } from './postgres-catalogue.ts'
import { patience } from './patience.ts'
import { tokenOf } from './named-parameters.ts'
import type { ParameterizedSql } from './named-parameters.ts'
import { rowTypes } from './row-types.ts'
import type { Row } from './row-types.ts'

const poolSize = 6

/** Small: the customer's system must not feel us, and one connection's queue delays no other's. */
export function openPostgres(url: string, onLost: (error: Error) => void): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: patience.toConnect,
    idleTimeoutMillis: 30_000,
    allowExitOnIdle: true,
    application_name: 'firstline',
    options: '-c timezone=UTC',
    types: rowTypes,
    stream: () => new GuardedSocket(),
  })
  pool.on('error', onLost)
  pool.on('connect', (client) => client.on('error', onLost))
  const session = async () => sessionOf(await pool.connect().catch(toTimeout))
  return {
    read: async (sql, values, limits) =>
      readWith(await session(), sql, values, limits).catch(toTimeout),
    change: async (change) => changeWith(await session(), change).catch(toTimeout),
    stop: () => pool.end(),
  }
}

function sessionOf(client: pg.PoolClient): Session {
  let limit: number | undefined
  return {
    async begin(timeoutMs, mode, rows) {
      limit = rows
      await client.query(`begin ${mode}; set local statement_timeout = ${Math.ceil(timeoutMs)}`)
    },
    async run({ text, names }: ParameterizedSql, values) {
      const query: pg.QueryConfig & { queryMode: 'extended' } = {
        // as a subquery nothing but a query can be meant, and no more rows travel
        text: limit === undefined ? text : `select * from (\n${text}\n) as source limit ${limit}`,
        values: names.map((name) => ownProperty(values, name) ?? null),
        // without values the simple protocol would be used, which runs several statements
        queryMode: 'extended',
      }
      const { rows, rowCount } = await client.query<Row>(query)
      return { rows, affected: rowCount ?? rows.length }
    },
    async commit() {
      const { command } = await client.query('commit')
      if (command !== 'COMMIT') throw new Error('The database took the change back')
    },
    async rollback() {
      await client.query('rollback')
    },
    release: (isBroken) => client.release(isBroken),
    cut: () => client.release(new QueryTimeout()),
    isAnswer: (error) => error instanceof pg.DatabaseError && !/^(?:08|57P)/.test(error.code ?? ''),
  }
}

/** 57014: cancelled by statement_timeout. */
function toTimeout(error: unknown): never {
  const isTimeout =
    (error as { code?: string }).code === '57014' ||
    /timeout exceeded when trying to connect|connection timeout/i.test(messageOf(error))
  throw isTimeout ? new QueryTimeout() : error
}

export const postgres: DatabaseKind = {
  open: openPostgres,
  schemes: ['postgres', 'postgresql'],
  catalogue: postgresCatalogue,
  dialect: {
    token: tokenOf([
      /--[^\n]*/, // comment to the end of the line
      /e'(?:[^'\\]|''|\\[\s\S])*'/, // string with backslashes
      /'(?:[^']|'')*'/, // string
      /"(?:[^"]|"")*"/, // quoted identifier
      /\$(?<tag>[a-z_]\w*|)\$[\s\S]*?\$\k<tag>\$/, // dollar-quoted string
    ]),
    places: 'numbered',
    doCommentsNest: true,
    contains: (expression, name) => `${expression} ilike '%' || :${name} || '%'`,
    mustAnswer: 'any change',
    call: (name, parameters) =>
      `select * from ${name}(${parameters.map((each, i) => `${each} => $${i + 1}`).join(', ')})`,
  },
}
