import { EventEmitter } from 'node:events'
import { Logger as GraphileLogger, parseCronItems, run } from 'graphile-worker'
import type { Runner, TaskList } from 'graphile-worker'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { DB } from './db-types.ts'
import { watchDeadWorkers } from './dead-workers.ts'
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

/** Runs jobs; a job that was being run when the process died is run again by another. */
export async function startWorker(config: WorkerConfig): Promise<Worker> {
  const dead = await watchDeadWorkers(config.url, config.log)
  const events = new EventEmitter()
  events.on('worker:create', ({ worker }: { worker: { workerId: string } }) => {
    dead.isAlive(worker.workerId).catch((error: unknown) => {
      config.log.warn({ err: messageOf(error) }, 'worker could not be marked as living')
    })
  })
  const runner = await run({
    events: events as never,
    pgPool: config.pool,
    taskList: taskListOf(config),
    concurrency: config.concurrency ?? 8,
    noHandleSignals: true,
    pollInterval: 1000,
    parsedCronItems: parseCronItems(
      config.schedule.map(({ task, match }) => ({ task, match, identifier: task })),
    ),
    logger: quiet(config.log),
    preset: { worker: { gracefulShutdownAbortTimeout: 2000 } },
  })
  return {
    async stop() {
      await stopWorker(runner, config.pool)
      await dead.stop()
    },
  }
}

function taskListOf(config: WorkerConfig): TaskList {
  const react = async ({ event, reaction }: { event: string; reaction: string }) => {
    const found = config.reactions[reaction]
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
  const row = await db.selectFrom('event').select(eventColumns).where('id', '=', id).executeTakeFirstOrThrow()
  return row as unknown as Event
}

/** A failure is written after stop() resolves: wait until no job is locked, or half a second. */
async function stopWorker(runner: Runner, pool: pg.Pool): Promise<void> {
  await runner.stop()
  for (let tries = 0; tries < 10; tries++) {
    const { rows } = await pool.query<{ busy: boolean }>(
      'select exists (select 1 from graphile_worker._private_jobs where locked_by is not null) as busy',
    )
    if (!rows[0]?.busy) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

function quiet(log: Logger) {
  return new GraphileLogger(() => (level, message, meta) => {
    if (level === 'error') log.error({ job: meta }, message)
    else if (level === 'warning') log.warn(message)
    else log.debug(message)
  })
}
