import pg from 'pg'
import { seconds } from './clock.ts'
import { messageOf } from './errors.ts'
import type { Logger } from './log.ts'

const holdLife = 'select pg_advisory_lock_shared(hashtextextended($1, 0))'

/**
 * Jobs of a process that was killed stay locked for hours. Each living worker therefore holds an
 * advisory lock named after it, which goes with its connection; a job whose worker's lock is free
 * belongs to nobody and is given back to the queue.
 */
export async function watchDeadWorkers(url: string, log: Logger) {
  const living = new Set<string>()
  let client = await connect(url, living)
  // one connection does one thing at a time
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work)
    turn = next.catch(() => undefined)
    return next
  }

  async function sweep(): Promise<void> {
    try {
      const { rows } = await client.query<{ id: string }>(`
        select distinct locked_by as id from graphile_worker._private_jobs
        where locked_by is not null and locked_at < now() - interval '3 seconds'`)
      for (const { id } of rows) if (!living.has(id)) await releaseIfDead(client, id, log)
    } catch (error) {
      log.warn({ err: messageOf(error) }, 'dead workers could not be looked for; connecting again')
      await client.end().catch(() => log.debug('was not connected'))
      client = await connect(url, living).catch(() => client)
    }
  }

  const timer = setInterval(() => void inTurn(sweep), 2 * seconds)
  return {
    /** To be called for each worker of this process as it is made. */
    async isAlive(workerId: string): Promise<void> {
      living.add(workerId)
      await inTurn(() => client.query(holdLife, [workerId]))
    },
    async stop(): Promise<void> {
      clearInterval(timer)
      await inTurn(() => client.end())
    },
  }
}

async function connect(url: string, living: Set<string>): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'firstline worker' })
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
  log.warn({ worker: id }, 'gave back the jobs of a worker that died')
}
