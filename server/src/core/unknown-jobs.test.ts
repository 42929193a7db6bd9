import { pino } from 'pino'
import { expect, test } from 'vitest'
import { createTestDesk } from '#server/testing/desk.ts'
import { sayUnknownJobs } from './unknown-jobs.ts'

const desk = await createTestDesk()

test('jobs whose task or reaction nobody knows are said in the log, with how many wait', async () => {
  const add = `select graphile_worker.add_job($1, $2::json)`
  await desk.pool.query(add, ['tel_win', { win: 'a' }])
  await desk.pool.query(add, ['tel_win', { win: 'b' }])
  await desk.pool.query(add, ['tell_win', { win: 'c' }])
  await desk.pool.query(add, ['react', { event: '1', reaction: 'sing' }])
  await desk.pool.query(add, ['react', { event: '1', reactions: ['send_mail', 'hum'] }])
  const said: unknown[] = []
  const log = pino(
    { base: null, timestamp: false },
    { write: (line) => said.push(JSON.parse(line)) },
  )
  await sayUnknownJobs({ db: desk.db, log }, ['send_mail'])
  const msg = 'nobody here knows the work of waiting jobs'
  expect(said).toEqual([
    { level: 50, task: 'react', reaction: 'hum', jobs: 1, msg },
    { level: 50, task: 'react', reaction: 'sing', jobs: 1, msg },
    { level: 50, task: 'tel_win', jobs: 2, msg },
  ])
})
