import pg from 'pg'
import { seconds } from '#server/core/clock.ts'
import { longestConnectMs, setLimits } from './statement-limits.ts'
import { createLog } from '#server/core/log.ts'
import { createSockets } from '#server/core/sockets.ts'
import { watchConnections } from './watch-connections.ts'

/**
 * One connection for work that may take long, and never for ever: where nobody answers, or nobody
 * works on what was asked any more, the query under way fails.
 */
export async function openClient(url: string, name: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: name,
    connectionTimeoutMillis: longestConnectMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10 * seconds,
    stream: createSockets().open,
  })
  client.on('error', () => undefined) // the query under way, or the next, fails with it
  await client.connect()
  try {
    watchConnections(url, createLog('warn')).add(
      client,
      await setLimits(client, { patience: 'long' }),
    )
    return client
  } catch (error) {
    await client.end()
    throw error
  }
}

/** Connects, asks, and leaves, whatever comes of it. */
export async function withClient<T>(
  url: string,
  name: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = await openClient(url, name)
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** What an address says, without connecting. */
export function readAddress(
  url: string,
): Pick<pg.Client, 'user' | 'database' | 'password' | 'host'> {
  return new pg.Client({ connectionString: url })
}
