import pg from 'pg'
import { Unavailable, messageOf } from '#server/core/errors.ts'

/** A connection of its own, for what lasts longer than a query: temporary tables and cursors. */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined) // the query under way fails with it
  try {
    await client.connect()
    return client
  } catch (error) {
    throw new Unavailable(
      'database.unavailable',
      `The database cannot be used: ${messageOf(error)}`,
    )
  }
}
