import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { DB } from '#server/database/db-types.ts'
import { Unavailable, messageOf } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { openClient } from '#server/database/open-client.ts'

/** A connection of its own, for what lasts longer than a query: temporary tables and cursors. */
export async function connect(url: string): Promise<pg.Client> {
  try {
    return await openClient(url, 'firstline import')
  } catch (error) {
    const refusal = new Unavailable(
      'database.unavailable',
      sentence`The database cannot be used: ${messageOf(error)}`,
    )
    refusal.cause = error
    throw refusal
  }
}

/** Kysely on one connection, which alone sees its temporary tables: one query after another. */
export function databaseOn(client: pg.Client): Kysely<DB> {
  let isFree = Promise.resolve()
  const take = async () => {
    const turn = isFree
    const { promise, resolve: release } = Promise.withResolvers<void>()
    isFree = promise
    await turn
    return Object.assign(client, { release })
  }
  const pool = { connect: take, end: async () => undefined }
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: pool as never }) })
}
