import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { seconds } from './clock.ts'
import { messageOf } from './errors.ts'
import type { Logger } from './log.ts'
import { openShortly } from '#server/database/short-connection.ts'
import type { ShortConnection } from '#server/database/short-connection.ts'

const beatEvery = 2 * seconds
/** A worker that did nothing for so long is dead to the others, whatever connections it holds. */
const deadAfterSeconds = 20

export type WorkerLife = {
  /** To be called for each pool of workers of this process as it is made. */
  begin(pool: string, isAtWork: () => boolean): void
  /** To be called when such a pool has ended, in order or not: what it left locked is given back. */
  end(pool: string): void
  stop(): Promise<void>
}

/**
 * Jobs of a process that was killed stay locked for hours. Each pool of workers therefore says every
 * two seconds that it is at work, as long as it is; a job locked by a pool that was silent for twenty
 * is given back to the queue. Nobody is judged by the time that the database itself was away.
 */
export function keepWorkerLife(url: string, log: Logger): WorkerLife {
  const living = new Map<string, () => boolean>()
  const ended = new Set<string>()
  const stopping = new AbortController()
  let connection: ShortConnection | null = null
  let mayJudgeAt = 0
  let isReachable = true

  async function beat(): Promise<void> {
    connection ??= await openShortly(url, 'firstline worker life')
    const { client } = connection
    for (const pool of ended) {
      await giveBack(client, pool)
      ended.delete(pool)
    }
    for (const [pool, isAtWork] of living) if (isAtWork()) await client.query(say, [pool])
    if (performance.now() >= mayJudgeAt) await giveBackOfDead(client, log)
    if (!isReachable) log.warn('the queue of jobs is reached again')
    isReachable = true
  }

  function lose(error: unknown): void {
    if (isReachable) log.warn({ err: messageOf(error) }, 'the queue of jobs is not reached')
    isReachable = false
    connection?.drop()
    connection = null
    // the others may have been cut off as we were
    mayJudgeAt = performance.now() + deadAfterSeconds * seconds
  }

  async function keepBeating(): Promise<void> {
    while (!stopping.signal.aborted) {
      await beat().catch(lose)
      await wait(beatEvery, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
    // in order: what is left goes back at once, and not after it was missed
    if (ended.size > 0) await beat().catch(lose)
    connection?.drop()
  }

  const kept = keepBeating()
  return {
    begin: (pool, isAtWork) => void living.set(pool, isAtWork),
    end(pool) {
      if (living.delete(pool)) ended.add(pool)
    },
    async stop() {
      stopping.abort()
      await Promise.race([kept, wait(seconds, undefined, { ref: false })])
      connection?.drop()
    },
  }
}

const say = `
  insert into worker_life (pool) values ($1)
  on conflict (pool) do update set seen_at = clock_timestamp()`

async function giveBack(client: pg.Client, pool: string): Promise<void> {
  await client.query('select graphile_worker.force_unlock_workers($1)', [[pool]])
  await client.query('delete from worker_life where pool = $1', [pool])
}

async function giveBackOfDead(client: pg.Client, log: Logger): Promise<void> {
  const { rows } = await client.query<{ pool: string }>(
    `select distinct job.locked_by as pool
    from graphile_worker._private_jobs job left join worker_life life on life.pool = job.locked_by
    where job.locked_by is not null
      and greatest(job.locked_at, pg_postmaster_start_time()) < now() - make_interval(secs => $1)
      and (life.seen_at is null or life.seen_at < now() - make_interval(secs => $1))`,
    [deadAfterSeconds],
  )
  for (const { pool } of rows) {
    await giveBack(client, pool)
    log.warn({ pool }, 'gave back the jobs of workers that do nothing any more')
  }
  await client.query(`delete from worker_life where seen_at < now() - interval '1 day'`)
}
