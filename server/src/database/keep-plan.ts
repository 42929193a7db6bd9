import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import pg from 'pg'

const mark = '/* plan kept */'

/**
 * Ends a statement that each ticket asks in one shape: each connection has it parsed and planned once,
 * which often costs more than to run it. Not for a list of conditions or values that has many lengths
 * (a plan is kept for each text), nor where the best plan depends on the values (PostgreSQL keeps the
 * one that is right for most).
 * @see https://www.postgresql.org/docs/current/sql-prepare.html
 */
export const planKept = sql.raw(mark)

/** A pool whose connections name what is marked; all else is asked as before. */
export function keepingPlans(pool: pg.Pool): PostgresPool {
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect()
      const kept = known.get(client) ?? keepingPlansOf(client)
      known.set(client, kept)
      return kept
    },
  }
}

function keepingPlansOf(client: pg.PoolClient): PostgresPoolClient {
  let isOutdated = false

  async function ask(text: string, values: readonly unknown[]): Promise<pg.QueryResult> {
    const name = text.endsWith(mark) ? { name: nameOf(text) } : {}
    try {
      return await client.query({ ...name, text, values: [...values] })
    } catch (error) {
      isOutdated ||= isAnotherShape(error)
      throw error
    }
  }

  function query<Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>>
  function query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>
  function query(text: unknown, values: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new TypeError('Nothing is read by a cursor here')
    return ask(text, values)
  }

  return {
    query,
    release: (isBroken = false) => client.release(isBroken || isOutdated),
  }
}

const names = new Map<string, string>()

/** PostgreSQL cuts names at 63 characters; what is marked are some dozens of texts. */
function nameOf(text: string): string {
  const name = names.get(text) ?? createHash('sha256').update(text).digest('base64url')
  names.set(text, name)
  return name
}

/** A newer version changed a table under a plan that gives its old columns: the connection is given up. */
function isAnotherShape(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '0A000'
}
