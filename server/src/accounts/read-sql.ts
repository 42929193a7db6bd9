import type pg from 'pg'
import { messageOf } from '#server/core/errors.ts'
import type { ParameterizedSql } from './named-parameters.ts'
import type { Row } from './row-types.ts'

/** How long beyond its own timeout a database may take to say that it timed out. */
const graceMs = 500

/** The database did not answer in time, or not even to the request for a connection. */
export class QueryTimeout extends Error {}

type Limits = { timeoutMs: number; /** rows */ limit: number }

/**
 * One statement in a read-only transaction of its own with a time limit. It is wrapped as a
 * subquery, so that nothing but a query can be meant, and never more than `limit` rows travel.
 * @throws QueryTimeout, and whatever the database says
 */
export async function queryReadOnly(
  pool: pg.Pool,
  sql: ParameterizedSql,
  values: Record<string, unknown>,
  limits: Limits,
): Promise<Row[]> {
  const client = await pool.connect().catch(toTimeout)
  let isCut = false
  // a database that does not even answer with its timeout has its connection cut
  const cut = setTimeout(() => {
    isCut = true
    client.release(new QueryTimeout())
  }, limits.timeoutMs + graceMs)
  try {
    const rows = await runReadOnly(client, sql, values, limits)
    clearTimeout(cut)
    if (!isCut) client.release()
    return rows
  } catch (error) {
    clearTimeout(cut)
    if (isCut) throw new QueryTimeout()
    client.release(await brokenAfter(client))
    return toTimeout(error)
  }
}

async function runReadOnly(
  client: pg.PoolClient,
  { text, names }: ParameterizedSql,
  values: Record<string, unknown>,
  { timeoutMs, limit }: Limits,
): Promise<Row[]> {
  await client.query(`begin read only; set local statement_timeout = ${Math.ceil(timeoutMs)}`)
  const query: pg.QueryConfig & { queryMode: 'extended' } = {
    text: `select * from (\n${text}\n) as source limit ${limit}`,
    values: names.map((name) => values[name] ?? null),
    // without values the simple protocol would be used, which runs several statements
    queryMode: 'extended',
  }
  const { rows } = await client.query<Row>(query)
  await client.query('rollback')
  return rows
}

/** A connection on which not even the rollback works is thrown away. */
async function brokenAfter(client: pg.PoolClient): Promise<Error | undefined> {
  return client.query('rollback').then(
    () => undefined,
    (error: Error) => error,
  )
}

/** 57014: cancelled by statement_timeout. */
function toTimeout(error: unknown): never {
  const isTimeout =
    (error as { code?: string }).code === '57014' ||
    /timeout exceeded when trying to connect|connection timeout/i.test(messageOf(error))
  throw isTimeout ? new QueryTimeout() : error
}
