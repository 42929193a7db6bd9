import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createTestDesk } from '#server/testing/desk.ts'
import { problemOf } from './problem.ts'
import { createReadiness } from './readiness.ts'
import type { WorkerState } from './worker.ts'

const known = { tasks: ['read_mail', 'react'], reactions: ['match_runbook'] }
const desk = await createTestDesk()

/** A fresh look, with one job in the queue. */
async function lookAt(job: { task: string; payload?: object; ageSeconds: number } | null) {
  await desk.pool.query('delete from graphile_worker._private_jobs')
  if (job) {
    await desk.pool.query(
      `select graphile_worker.add_job($1, $2, run_at => now() - make_interval(secs => $3))`,
      [job.task, JSON.stringify(job.payload ?? {}), job.ageSeconds],
    )
  }
  return ask(createReadiness(desk.db))
}

async function ask(readiness: ReturnType<typeof createReadiness>) {
  try {
    return await readiness.read(known)
  } catch (error) {
    return problemOf(error as Error)
  }
}

test('a desk whose queue moves and whose database takes writes is ready', async () => {
  expect(await lookAt(null)).toEqual({ status: 'ready' })
  expect(await lookAt({ task: 'read_mail', ageSeconds: 30 })).toEqual({ status: 'ready' })
  const known = {
    task: 'react',
    payload: { event: '1', reactions: ['match_runbook'] },
    ageSeconds: -600,
  }
  expect(await lookAt(known)).toEqual({ status: 'ready' })
})

test('a due job older than a minute is said, with its age', async () => {
  const problem = await lookAt({ task: 'read_mail', ageSeconds: 90 })
  expect(problem).toMatchObject({ status: 503, reason: 'desk.not-ready' })
  expect(problem).toMatchObject({ reasons: [{ reason: 'jobs.late' }] })
  expect(problem).toMatchObject({
    detail: expect.stringMatching(/^The oldest due job waits for 9\d seconds\.$/),
  })
})

test('a job in the hands of a worker that lives is not late, one of a worker that is silent is', async () => {
  const { pool } = desk
  await lookAt({ task: 'read_mail', ageSeconds: 90 })
  await pool.query(
    `update graphile_worker._private_jobs set locked_by = 'some_pool', locked_at = now()`,
  )
  await pool.query(`insert into worker_life (pool) values ('some_pool')`)
  expect(await ask(createReadiness(desk.db))).toEqual({ status: 'ready' })
  await pool.query(`update worker_life set seen_at = now() - interval '2 minutes'`)
  expect(await ask(createReadiness(desk.db))).toMatchObject({ reasons: [{ reason: 'jobs.late' }] })
})

test('a job whose task or reaction nobody knows is said by its name', async () => {
  expect(await lookAt({ task: 'dance', ageSeconds: 1 })).toMatchObject({
    reasons: [{ reason: 'jobs.unknown-task', detail: expect.stringContaining('dance') }],
  })
  const reaction = { task: 'react', payload: { reaction: 'sing' }, ageSeconds: 1 }
  expect(await lookAt(reaction)).toMatchObject({
    reasons: [{ reason: 'jobs.unknown-task', detail: expect.stringContaining('sing') }],
  })
})

test('a database that reads and does not write is said, beside every other reason', async () => {
  await lookAt({ task: 'read_mail', ageSeconds: 90 })
  const problem = await desk.db.connection().execute(async (db) => {
    await sql`set default_transaction_read_only = on`.execute(db)
    const answer = await ask(createReadiness(db))
    await sql`reset default_transaction_read_only`.execute(db)
    return answer
  })
  expect(problem).toMatchObject({
    reasons: [{ reason: 'database.no-writes' }, { reason: 'jobs.late' }],
  })
})

test.for([
  ['hung', 'worker.hung'],
  ['starting', 'worker.starting'],
] as const)('a worker of this node that is %s is said at once', async ([state, reason]) => {
  await lookAt(null)
  const readiness = createReadiness(desk.db)
  let now: WorkerState = 'running'
  readiness.watch({ state: () => now })
  expect(await ask(readiness)).toEqual({ status: 'ready' })
  now = state
  expect(await ask(readiness)).toMatchObject({ status: 503, reasons: [{ reason }] })
})
