import pg from 'pg'
import { seconds } from '#server/core/clock.ts'
import { createSockets } from '#server/core/sockets.ts'

export type ShortConnection = { client: pg.Client; drop(): void }

const longestMs = 5 * seconds

/** Nothing on it takes longer than five seconds: a connection may be dead without saying so. */
export async function openShortly(url: string, name: string): Promise<ShortConnection> {
  const sockets = createSockets()
  const client = new pg.Client({
    connectionString: url,
    application_name: name,
    connectionTimeoutMillis: longestMs,
    query_timeout: longestMs,
    stream: sockets.open,
  })
  client.on('error', () => undefined) // the query under way, or the next, fails with it
  try {
    await client.connect()
  } catch (error) {
    sockets.closeAll()
    throw error
  }
  return { client, drop: sockets.closeAll }
}
