import pg from 'pg'
import { seconds } from './clock.ts'
import { messageOf } from './errors.ts'
import type { Logger } from './log.ts'

const holdLife = 'select pg_advisory_lock_shared(hashtextextended($1, 0))'
const endLife = 'select pg_advisory_unlock_shared(hashtextextended($1, 0))'

export type DeadWorkers = {
  /** To be called for each pool of workers of this process as it is made. */
  isAlive(pool: string): Promise<void>
  /** To be called when such a pool has ended: what it left locked is given back. */
  hasEnded(pool: string): Promise<void>
  stop(): Promise<void>
}

/**
 * Jobs of a process that was killed stay locked for hours. Each living pool of workers therefore
 * holds an advisory lock named after it, which goes with its connection; a job locked by a pool whose
 * own lock is free belongs to nobody and is given back to the queue.
 */
export async function watchDeadWorkers(url: string, log: Logger): Promise<DeadWorkers> {
  const living = new Set<string>()
  let client = await connect(url, living)
  // one connection does one thing at a time
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work)
    turn = next.catch(() => undefined)
    return next
  }

  let isReachable = true
  async function sweep(): Promise<void> {
    try {
      const { rows } = await client.query<{ id: string }>(`
        select distinct locked_by as id from graphile_worker._private_jobs
        where locked_by is not null and locked_at < now() - interval '3 seconds'`)
      for (const { id } of rows) if (!living.has(id)) await releaseIfDead(client, id, log)
      isReachable = true
    } catch (error) {
      if (isReachable) {
        log.warn(
          { err: messageOf(error) },
          'dead workers could not be looked for; connecting again',
        )
      }
      isReachable = false
      await client.end().catch(() => log.debug('was not connected'))
      client = await connect(url, living).catch(() => client)
    }
  }

  const timer = setInterval(() => void inTurn(sweep), 2 * seconds)
  return {
    async isAlive(pool) {
      living.add(pool)
      await inTurn(() => client.query(holdLife, [pool]))
    },
    async hasEnded(pool) {
      living.delete(pool)
      // without a connection there is no lock to give up either
      await inTurn(() => client.query(endLife, [pool])).catch(() => undefined)
    },
    async stop() {
      clearInterval(timer)
      await inTurn(() => client.end())
    },
  }
}

async function connect(url: string, living: Set<string>): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'firstline worker',
    connectionTimeoutMillis: 10 * seconds,
  })
  client.on('error', () => undefined) // the next sweep finds it closed, says so, connects again
  await client.connect()
  for (const id of living) await client.query(holdLife, [id])
  return client
}

async function releaseIfDead(client: pg.Client, id: string, log: Logger): Promise<void> {
  const { rows } = await client.query<{ dead: boolean }>(
    'select pg_try_advisory_lock(hashtextextended($1, 0)) as dead',
    [id],
  )
  if (!rows[0]?.dead) return
  await client.query('select graphile_worker.force_unlock_workers($1)', [[id]])
  await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [id])
  log.warn({ pool: id }, 'gave back the jobs of workers that died')
}
