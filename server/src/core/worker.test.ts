import { fileURLToPath } from 'node:url'
import { run } from 'graphile-worker'
import type { Runner, RunnerOptions } from 'graphile-worker'
import pg from 'pg'
import { pino } from 'pino'
import { expect, inject, test } from 'vitest'
import { z } from 'zod'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'
import type { TestDesk } from '#server/testing/desk.ts'
import { defineVerb } from './verb.ts'
import { startWorker } from './worker.ts'
import { eventually, until } from '#server/testing/eventually.ts'
import { killable } from '#server/testing/processes/killable.ts'
import type { WorkerConfig } from './worker-config.ts'

const script = fileURLToPath(new URL('../testing/processes/worker-process.ts', import.meta.url))
const processes = killable(script)

const doThing = defineVerb({
  permission: 'ticket:write',
  input: z.object({}),
  run: async () => ({
    result: null,
    events: [{ name: 'phrase.forgotten', data: { phrase: 'thanks' } }],
  }),
})

async function createDesk() {
  const desk = await createTestDesk(() => ['note_it'])
  const notes = async () => {
    const rows = await desk.db.selectFrom('setting').select(['key', 'value']).execute()
    return Object.fromEntries(rows.map((row) => [row.key, row.value]))
  }
  return { desk, notes }
}

test('a reaction whose process was killed after the commit happens once after a restart', async () => {
  const { desk, notes } = await createDesk()
  await doThing(desk, someAgent, {}) // committed; no worker lives yet
  await processes.start(desk.url, 'finish')
  await eventually(async () => expect(await notes()).toHaveProperty(['finish.finished']))
  expect(await notes()).toEqual({ 'finish.began': 1, 'finish.finished': 1 })
})

test('a reaction that a killed process had begun is taken over and finished by the next', async () => {
  const { desk, notes } = await createDesk()
  const first = await processes.start(desk.url, 'hang')
  await doThing(desk, someAgent, {})
  await eventually(async () => expect(await notes()).toHaveProperty(['hang.began']))
  await processes.kill(first)
  await processes.start(desk.url, 'finish')
  await eventually(async () => expect(await notes()).toHaveProperty(['finish.finished']))
  expect(await notes()).toEqual({ 'hang.began': 1, 'finish.began': 1, 'finish.finished': 1 })
})

/** A worker in this process whose one reaction begins, and ends when it is let go. */
async function startHeldWorker(desk: TestDesk, options: Partial<WorkerConfig> = {}) {
  const held = Promise.withResolvers<void>()
  let beginnings = 0
  const noteIt = async () => {
    beginnings++
    await held.promise
  }
  const worker = await startWorker({
    url: desk.url,
    db: desk.db,
    log: pino({ level: 'silent' }),
    tasks: {},
    schedule: [],
    concurrency: 2,
    reactions: { note_it: noteIt },
    ...options,
  })
  return {
    beginnings: () => beginnings,
    letGo: () => held.resolve(),
    state: () => worker.state(),
    async stop() {
      held.resolve()
      await worker.stop()
    },
  }
}

/** A job of a pool that nobody lives in; given back by the next sweep. */
async function giveToNobody(desk: TestDesk, name: string): Promise<() => Promise<boolean>> {
  await desk.pool.query(`select graphile_worker.add_job($1, '{}'::json)`, [name])
  await desk.pool.query(
    `update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - interval '1 hour'
    where task_id = (select id from graphile_worker._private_tasks where identifier = $1)`,
    [name],
  )
  return async () => {
    const { rows } = await desk.pool.query(
      'select 1 from graphile_worker._private_jobs where locked_by = $1',
      [name],
    )
    return rows.length === 0
  }
}

test('a job that takes long is not taken for one of a dead worker', async () => {
  const { desk } = await createDesk()
  const worker = await startHeldWorker(desk)
  await doThing(desk, someAgent, {})
  await eventually(() => expect(worker.beginnings()).toBe(1))
  await desk.pool.query(
    `update graphile_worker._private_jobs set locked_at = now() - interval '1 hour'`,
  )
  // two sweeps in a row: the second one has surely looked at our job too
  for (const name of ['nobody_one', 'nobody_two']) {
    const isGivenBack = await giveToNobody(desk, name)
    await eventually(async () => expect(await isGivenBack()).toBe(true))
  }
  const { rows } = await desk.pool.query(
    'select 1 from graphile_worker._private_jobs where locked_by is not null',
  )
  expect(rows).toHaveLength(1)
  expect(worker.beginnings()).toBe(1)
  await worker.stop()
})

test('jobs go on after the database went away just as one was done', async () => {
  const { desk } = await createDesk()
  const worker = await startHeldWorker(desk)
  await doThing(desk, someAgent, {})
  await eventually(() => expect(worker.beginnings()).toBe(1))
  const server = await connect(inject('maintenanceUrl'))
  const name = new URL(desk.ownerUrl).pathname.slice(1)
  await server.query(`alter database ${name} allow_connections false`)
  await server.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
    name,
  ])
  worker.letGo()
  await eventually(() => expect(desk.pool.totalCount).toBe(0))
  await server.query(`alter database ${name} allow_connections true`)
  await server.end()
  await doThing(desk, someAgent, {})
  // where the first could not be written down as done, it is given back, and done again
  await eventually(async () => expect(await countJobs(desk)).toBe(0))
  expect(worker.beginnings()).toBeGreaterThanOrEqual(2)
  await worker.stop()
})

/** As graphile/worker #592 has it: once its database is gone its end never comes, nor does stop(). */
function neverEnding(): { library: typeof run; started: Runner[]; jobsTaken: () => number } {
  const started: Runner[] = []
  let taken = 0
  const library = async (options: RunnerOptions): Promise<Runner> => {
    options.events?.on('job:start', () => void taken++)
    const runner = await run(options)
    started.push(runner)
    if (started.length > 1) return runner
    const never = new Promise<never>(() => undefined)
    return { ...runner, promise: never, stop: () => never }
  }
  return { library, started, jobsTaken: () => taken }
}

test('a library that never comes to its end is dropped, and its job is done by the next, once', async () => {
  const { desk } = await createDesk()
  const { library, started, jobsTaken } = neverEnding()
  const worker = await startHeldWorker(desk, { library, lookEveryMs: 100 })
  await doThing(desk, someAgent, {})
  await eventually(() => expect(worker.beginnings()).toBe(1))
  const before = await lockedBy(desk)
  void started[0]?.stop() // as it does by itself; it waits for the job, and would wait for ever
  await eventually(() => expect(worker.state()).toBe('hung'))
  await eventually(() => expect(started).toHaveLength(2))
  await eventually(() => expect(worker.state()).toBe('running'))
  // given back, and taken by a worker that waits for the work still under way
  await until(async () => ![null, before].includes(await lockedBy(desk)))
  await until(() => jobsTaken() === 2)
  worker.letGo()
  await eventually(async () => expect(await countJobs(desk)).toBe(0))
  expect(worker.beginnings()).toBe(1)
  await worker.stop()
})

test('workers that ask for nothing any more are dropped, though nothing says that they end', async () => {
  const { desk } = await createDesk()
  const { library, started } = neverEnding()
  const hangingLibrary = async (options: RunnerOptions) => {
    if (started.length > 0) return library(options)
    const runner = await library({ ...options, pollInterval: 1_000_000 }) // one look, then none
    runner.events.removeAllListeners('worker:getJob:empty')
    return runner
  }
  const worker = await startHeldWorker(desk, { library: hangingLibrary, lookEveryMs: 50 })
  await eventually(() => expect(started).toHaveLength(2))
  await doThing(desk, someAgent, {})
  await eventually(() => expect(worker.beginnings()).toBe(1))
  await worker.stop()
})

test('stop() comes to an end though the library does not', async () => {
  const { desk } = await createDesk()
  const worker = await startHeldWorker(desk, { library: neverEnding().library })
  await worker.stop()
  expect(worker.state()).toBe('starting')
})

test('the jobs of a worker that does nothing go to others, whatever connections it holds', async () => {
  const { desk } = await createDesk()
  const worker = await startHeldWorker(desk)
  const hung = await connect(desk.url)
  await hung.query(`select pg_advisory_lock_shared(hashtextextended('hung_one', 0))`)
  await desk.pool.query(
    `insert into worker_life (pool, seen_at) values ('hung_one', now() - interval '21 seconds')`,
  )
  const isGivenBack = await giveToNobody(desk, 'hung_one')
  await eventually(async () => expect(await isGivenBack()).toBe(true))
  await hung.end()
  await worker.stop()
})

test('a job that meets a database that is away is begun again and has not failed', async () => {
  const { desk } = await createDesk()
  let tries = 0
  const noteIt = async () => {
    if (++tries === 1) throw Object.assign(new Error('the database shuts down'), { code: '57P01' })
  }
  const worker = await startHeldWorker(desk, { reactions: { note_it: noteIt } })
  await doThing(desk, someAgent, {})
  await eventually(() => expect(tries).toBe(2))
  await eventually(async () => expect(await countJobs(desk)).toBe(0))
  await worker.stop()
})

async function lockedBy({ pool }: TestDesk): Promise<string | null> {
  const { rows } = await pool.query<{ by: string }>(
    'select locked_by as by from graphile_worker._private_jobs where locked_by is not null',
  )
  return rows[0]?.by ?? null
}

async function countJobs({ pool }: TestDesk): Promise<number> {
  const { rows } = await pool.query('select 1 from graphile_worker._private_jobs')
  return rows.length
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
}
