import { EventEmitter } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { Logger as GraphileLogger, parseCronItems, run } from 'graphile-worker'
import type { Runner, TaskList, WorkerEvents } from 'graphile-worker'
import type pg from 'pg'
import { seconds } from './clock.ts'
import { createPool } from '#server/database/database.ts'
import { messageOf } from './errors.ts'
import type { Logger } from './log.ts'
import { releasingOnce } from './release-once.ts'
import { createSockets } from './sockets.ts'
import { watchRunner } from './watch-runner.ts'
import { within } from './within.ts'
import type { WorkerConfig } from './worker-config.ts'

export type JobRunner = {
  /** What its jobs are locked by. */
  pool: string
  /** By itself, by stop(), or because it was found hung. Never rejects; says why. */
  ended: Promise<string>
  isAtWork(): boolean
  /** In order as far as that goes: it takes three seconds at most. */
  stop(): Promise<void>
  /** Its connections are closed, whatever it waits for. */
  drop(): void
}

const longestStartMs = 30 * seconds
const longestStopMs = 3 * seconds
const mostWorkers = 8

/** The library with connections of its own, so that both can be dropped. */
export async function startRunner(
  config: WorkerConfig,
  taskList: TaskList,
  stopping: AbortSignal,
): Promise<JobRunner> {
  const { concurrency = mostWorkers, lookEveryMs = seconds } = config
  const sockets = createSockets()
  const connections = releasingOnce(
    createPool(config.url, config.log, { max: concurrency + 4, name: 'firstline jobs', sockets }),
  )
  const dropped = Promise.withResolvers<string>()
  let runner: Runner | null = null
  const drop = () => {
    dropped.resolve('it was dropped')
    watch.stop()
    // its timed jobs would be tried for ever, on a pool that has ended; one that is stopped refuses
    void runner?.stop().catch(() => undefined)
    if (!connections.ended && !connections.ending) void connections.end()
    sockets.closeAll()
  }
  const events: WorkerEvents = new EventEmitter()
  let pool = ''
  events.on('pool:create', ({ workerPool }) => void (pool = workerPool.id))
  const watch = watchRunner(events, lookEveryMs)
  try {
    const starting = (config.library ?? run)({
      events,
      pgPool: connections,
      taskList,
      concurrency,
      noHandleSignals: true,
      pollInterval: 1000,
      parsedCronItems: parseCronItems(
        config.schedule.map(({ task, match }) => ({ task, match, identifier: task })),
      ),
      logger: quiet(config.log),
      preset: {
        worker: {
          gracefulShutdownAbortTimeout: 2000,
          // without a delay the library does not wait for the outcome to be written, and a database
          // that is away then ends the process by an unhandled rejection; jobs that end within a few
          // milliseconds share a commit
          completeJobBatchDelay: 10,
          failJobBatchDelay: 0,
        },
      },
    })
    const started = await within(longestStartMs, starting, stopping)
    runner = started
    const byItself = started.promise.then(
      () => 'it was stopped',
      (error: unknown) => messageOf(error),
    )
    return {
      pool,
      ended: Promise.race([byItself, watch.hung, dropped.promise]),
      isAtWork: () => watch.isAtWork(),
      stop: () => stopRunner(started, { pool, connections, log: config.log }),
      drop,
    }
  } catch (error) {
    drop()
    throw error
  }
}

type Stopping = { pool: string; connections: pg.Pool; log: Logger }

/**
 * With the database away nothing can be written, and a runner that ended by itself cannot be
 * stopped: what it held is given back afterwards.
 */
async function stopRunner(runner: Runner, { pool, connections, log }: Stopping): Promise<void> {
  try {
    await within(
      longestStopMs,
      runner.stop().then(() => untilWritten(connections, pool)),
    )
  } catch (error) {
    log.debug({ err: messageOf(error) }, 'jobs were not ended in order; they will be given back')
  }
}

/** A failure is written after stop() resolves: until no job is locked, or half a second. */
async function untilWritten(connections: pg.Pool, pool: string): Promise<void> {
  for (let tries = 0; tries < 10; tries++) {
    const { rows } = await connections.query<{ busy: boolean }>(
      'select exists (select 1 from graphile_worker._private_jobs where locked_by = $1) as busy',
      [pool],
    )
    if (!rows[0]?.busy) return
    await wait(50)
  }
}

function quiet(log: Logger) {
  return new GraphileLogger(() => (level, message, meta) => {
    if (level === 'error') log.error({ job: meta }, message)
    else if (level === 'warning') log.warn(message)
    else log.debug(message)
  })
}
