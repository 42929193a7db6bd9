import { readFileSync, readdirSync } from 'node:fs'
import type pg from 'pg'
import { pino } from 'pino'
import { afterAll, afterEach, expect, test } from 'vitest'
import { createDatabaseDoor } from '#server/testing/database-door.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { isDatabaseGone } from './database-gone.ts'
import { createPool } from './database.ts'
import { listen } from './listen.ts'
import { eventually } from '#server/testing/eventually.ts'

const log = pino({ level: 'silent' })
const desk = await createTestDesk()
const door = await createDatabaseDoor(desk.url)
const pools: pg.Pool[] = []

function openPool(options: Parameters<typeof createPool>[2] = {}): pg.Pool {
  const pool = createPool(door.url, log, { lookEveryMs: 20, ...options })
  pools.push(pool)
  return pool
}

afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.end())))
afterAll(() => door.remove())

/** Settles in any case: a test waits for nothing for ever. */
function errorOf(asked: Promise<unknown>): Promise<unknown> {
  return asked.then(
    () => 'an answer',
    (error: unknown) => error,
  )
}

test('who waits on a connection that the other side has forgotten gets an error, and the next an answer', async () => {
  const pool = openPool()
  await pool.query('select 1')
  door.forget()
  expect(isDatabaseGone(await errorOf(pool.query('select 1')))).toBe(true)
  await expect(pool.query('select 1')).resolves.toMatchObject({ rowCount: 1 })
})

test('what a forgotten transaction holds is let go of', async () => {
  const pool = openPool()
  const client = await pool.connect()
  await client.query('begin')
  await client.query(`select pg_advisory_xact_lock(77)`)
  door.forget()
  await errorOf(client.query('select 1'))
  client.release(true)
  const { rows } = await eventually(async () => {
    const answer = await desk.pool.query('select pg_try_advisory_xact_lock(77) as free')
    expect(answer.rows).toEqual([{ free: true }])
    return answer
  })
  expect(rows).toHaveLength(1)
})

test('who waits on a network that hangs gets an error, and all is well when it passes on again', async () => {
  const pool = openPool()
  await pool.query('select 1')
  door.hang()
  const asked = errorOf(pool.query('select 1'))
  expect(isDatabaseGone(await asked)).toBe(true)
  door.resume()
  await eventually(() => pool.query('select 1'))
})

test('a statement that takes long is asked about often, and left alone', async () => {
  const pool = openPool()
  const holder = await desk.pool.connect()
  await holder.query('select pg_advisory_lock(78)')
  const slow = pool.query('select pg_advisory_lock(78)')
  const asked = new Set<number>()
  await eventually(async () => {
    const { rows } = await holder.query<{ pid: number }>(
      `select pid from pg_stat_activity where application_name = 'firstline watch'`,
    )
    for (const { pid } of rows) asked.add(pid)
    expect(asked.size).toBeGreaterThanOrEqual(3)
  })
  await holder.query('select pg_advisory_unlock(78)')
  holder.release()
  await expect(slow).resolves.toMatchObject({ rowCount: 1 })
})

test('a statement that ends while it is asked about is no dead one', async () => {
  const pool = openPool({ lookEveryMs: 1, max: 4 })
  const killed = new Set<number>()
  const answered = async (turn: number) => {
    const client = await pool.connect()
    for (let i = 0; i < 30 && killed.size === 0; i++) {
      // some end just when the server is asked, and nothing is asked for a while then
      const slept = errorOf(client.query(`select pg_sleep(${0.01 + ((i + turn) % 10) / 500})`))
      if ((await slept) !== 'an answer') killed.add(i)
      await desk.pool.query('select pg_sleep(0.02)')
    }
    client.release(killed.size > 0)
  }
  await Promise.all([0, 1, 2, 3].map(answered))
  expect(killed.size).toBe(0)
})

test('a transaction that thinks for a while is not taken for a dead one', async () => {
  const pool = openPool()
  const client = await pool.connect()
  await client.query('begin')
  // another one that does wait is found dead meanwhile
  const other = await pool.connect()
  door.forget()
  const again = await pool.connect()
  await again.query('begin')
  await errorOf(other.query('select 1'))
  await expect(again.query('select 1')).resolves.toMatchObject({ rowCount: 1 })
  await again.query('rollback')
  client.release(true)
  other.release(true)
  again.release()
})

test('a statement that nobody should wait for is ended by the server', async () => {
  const pool = openPool({ patience: 'short' })
  const { rows } = await pool.query(
    `select current_setting('statement_timeout') as statement,
      current_setting('idle_in_transaction_session_timeout') as idle`,
  )
  expect(rows).toEqual([{ statement: '30s', idle: '30s' }])
})

test('no statement waits for helpers to start or for its plan to be compiled', async () => {
  for (const patience of ['short', 'long'] as const) {
    const { rows } = await openPool({ patience }).query(
      `select current_setting('max_parallel_workers_per_gather') as helpers, current_setting('jit') as jit`,
    )
    expect(rows).toEqual([{ helpers: '0', jit: 'off' }])
  }
})

test('who only listens notices that nobody speaks any more, and reads all again', async () => {
  let missed = 0
  const on = { wake: () => undefined, standing: () => undefined, missed: () => void missed++ }
  const listener = listen(door.url, log, on, { beatEveryMs: 20, longestAnswerMs: 5_000 })
  await eventually(async () => {
    const { rows } = await desk.pool.query(
      `select 1 from pg_stat_activity where application_name = 'firstline live' and query = 'select 1'`,
    )
    expect(rows).toHaveLength(1)
  })
  door.forget()
  await eventually(() => expect(missed).toBeGreaterThan(0))
  await listener.stop()
})

/** Each says itself why it waits for nothing for ever. */
const ways = [
  'connections/postgres.ts', // of the customer: every read and call has its own time
  'database/database.ts',
  'database/listen.ts',
  'database/open-client.ts',
  'database/postgres/embedded.ts', // holds a lock, and is to live as long as the server does
  'database/short-connection.ts',
]

test('a connection to a database is opened by those who cannot wait for ever, and by nobody else', () => {
  const sources = new URL('../', import.meta.url)
  const found = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(
    (path) =>
      path.endsWith('.ts') &&
      !/\.test\.ts$|factory\.ts$|(^|\/)(testing|proofs)\//.test(path) &&
      /new (pg\.)?(Client|Pool)\(/.test(readFileSync(new URL(path, sources), 'utf8')),
  )
  expect(found.toSorted()).toEqual(ways)
})
