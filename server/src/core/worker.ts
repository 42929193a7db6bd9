import { EventEmitter } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { ownProperty } from '@firstline/contract/own-property'
import { Logger as GraphileLogger, parseCronItems, run } from 'graphile-worker'
import type { Runner, TaskList } from 'graphile-worker'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import { seconds } from './clock.ts'
import type { DB } from './db-types.ts'
import { watchDeadWorkers } from './dead-workers.ts'
import type { DeadWorkers } from './dead-workers.ts'
import { messageOf } from './errors.ts'
import { eventColumns } from './events.ts'
import type { Event } from './events.ts'
import type { Logger } from './log.ts'

/** Work on a payload that a verb or a schedule enqueued; may run twice, so it must not matter. */
export type Task = (payload: never) => Promise<void>
export type Reaction = (event: Event) => Promise<void>
export type Timed = { task: string; /** five fields, UTC */ match: string }

type WorkerConfig = {
  url: string
  pool: pg.Pool
  db: Kysely<DB>
  log: Logger
  tasks: Record<string, Task>
  reactions: Record<string, Reaction>
  schedule: readonly Timed[]
  concurrency?: number
}

export type Worker = { stop(): Promise<void> }

/**
 * Runs jobs; a job that was being run when the process died is run again by another. The database
 * may go away and return: then the runner, which gives up when it cannot write down that a job is
 * done, is started again.
 */
export async function startWorker(config: WorkerConfig): Promise<Worker> {
  const dead = await watchDeadWorkers(config.url, config.log)
  const stopping = new AbortController()
  let running = await startRunner(config, dead)

  async function keepRunning(): Promise<void> {
    while (!stopping.signal.aborted) {
      await running.ended
      running = (await startAgain(config, dead, stopping.signal)) ?? running
    }
    await stopRunner(running.runner, config)
  }

  const kept = keepRunning()
  return {
    async stop() {
      stopping.abort()
      await stopRunner(running.runner, config)
      await kept
      await dead.stop()
    },
  }
}

type Running = { runner: Runner; /** Never rejects. */ ended: Promise<void> }

async function startRunner(config: WorkerConfig, dead: DeadWorkers): Promise<Running> {
  const events = new EventEmitter()
  let pool = ''
  events.on('pool:create', ({ workerPool }: { workerPool: { id: string } }) => {
    pool = workerPool.id
    dead.isAlive(pool).catch((error: unknown) => {
      config.log.warn({ err: messageOf(error) }, 'workers could not be marked as living')
    })
  })
  const runner = await run({
    events: events,
    pgPool: config.pool,
    taskList: taskListOf(config),
    concurrency: config.concurrency ?? 8,
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
        // that is away then ends the process by an unhandled rejection
        completeJobBatchDelay: 0,
        failJobBatchDelay: 0,
      },
    },
  })
  const ended = runner.promise.catch(() => undefined).then(() => dead.hasEnded(pool))
  return { runner, ended }
}

/** @returns null when stopped before the database was back */
async function startAgain(
  config: WorkerConfig,
  dead: DeadWorkers,
  signal: AbortSignal,
): Promise<Running | null> {
  if (!signal.aborted) config.log.warn('jobs are not run for now; trying to go on')
  while (!signal.aborted) {
    try {
      const running = await startRunner(config, dead)
      config.log.warn('jobs are run again')
      return running
    } catch (error) {
      config.log.debug({ err: messageOf(error) }, 'jobs cannot be run yet')
      await wait(seconds, undefined, { signal }).catch(() => undefined)
    }
  }
  return null
}

function taskListOf(config: WorkerConfig): TaskList {
  const react = async ({ event, reaction }: { event: string; reaction: string }) => {
    const found = ownProperty(config.reactions, reaction)
    if (!found) throw new Error(`No reaction is named ${reaction}`)
    await found(await readEvent(config.db, event))
  }
  const tasks = Object.entries({ ...config.tasks, react }).map(([name, task]) => [
    name,
    async (payload: unknown) => {
      await (task as (payload: unknown) => Promise<void>)(payload)
    },
  ])
  return Object.fromEntries(tasks) as TaskList
}

async function readEvent(db: Kysely<DB>, id: string): Promise<Event> {
  const row = await db
    .selectFrom('event')
    .select(eventColumns)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row as unknown as Event
}

/**
 * A failure is written after stop() resolves: wait until no job is locked, or half a second. With
 * the database away nothing can be written, and a runner that ended by itself cannot be stopped.
 */
async function stopRunner(runner: Runner, { pool, log }: WorkerConfig): Promise<void> {
  try {
    await runner.stop()
    for (let tries = 0; tries < 10; tries++) {
      const { rows } = await pool.query<{ busy: boolean }>(
        'select exists (select 1 from graphile_worker._private_jobs where locked_by is not null) as busy',
      )
      if (!rows[0]?.busy) return
      await wait(50)
    }
  } catch (error) {
    log.debug({ err: messageOf(error) }, 'jobs were not ended in order; they will be given back')
  }
}

function quiet(log: Logger) {
  return new GraphileLogger(() => (level, message, meta) => {
    if (level === 'error') log.error({ job: meta }, message)
    else if (level === 'warning') log.warn(message)
    else log.debug(message)
  })
}
