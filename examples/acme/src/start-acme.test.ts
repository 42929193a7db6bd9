import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { expect, test } from 'vitest'
import { connect } from '#acme/database/connect.ts'
import { migrate } from '#acme/database/migrate.ts'
import { requestExport } from '#acme/exports/request-export.ts'
import { createDatabase, startTestAcme, urlOf } from '#acme/testing/running-acme.ts'

const mainFile = fileURLToPath(new URL('main.ts', import.meta.url))

type Process = { child: ChildProcess; ready: { http: string; smtp: string } }

async function spawnAcme(databaseUrl: string): Promise<Process> {
  const child = spawn(process.execPath, [mainFile], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      ACME_DATABASE_URL: databaseUrl,
      ACME_PORT: '0',
      ACME_SMTP_PORT: '0',
      ACME_TRAFFIC_SECONDS: '0',
      ACME_FIRST_CASES: 'off',
      ACME_LEASE_SECONDS: '1',
    },
  })
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString('utf8')))
    child.once('exit', (code) => reject(new Error(`Acme ended with ${code}`)))
  })
  return { child, ready: JSON.parse(line) }
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))

test('an export that ran when the process was killed is taken up by the next start', async () => {
  const databaseUrl = await createDatabase()
  const first = await spawnAcme(databaseUrl)
  expect(first.ready).toMatchObject({
    ready: true,
    http: expect.stringContaining('http://127.0.0.1'),
  })
  const database = new pg.Client({ connectionString: databaseUrl })
  await database.connect()
  const holder = new pg.Client({ connectionString: databaseUrl })
  await holder.connect()
  await holder.query('begin')
  await holder.query('lock table app_user in access exclusive mode') // the export waits in the middle
  const id = await requestExport(database as unknown as pg.PoolClient, {
    accountId: 'acc_northwnd',
    requestedBy: 'dana@northwind.example',
    sizeMb: 1,
  })
  await until(database, `select 1 from export_job where id = '${id}' and status = 'running'`)
  first.child.kill('SIGKILL')
  await ended(first.child)
  await holder.query('rollback')
  const accountsBefore = await database.query('select count(*) from account')

  const second = await spawnAcme(databaseUrl)
  await until(
    database,
    `select 1 from export_job where id = '${id}' and status = 'completed' and attempts = 2`,
  )
  const accountsAfter = await database.query('select count(*) from account')
  expect(accountsAfter.rows).toEqual(accountsBefore.rows)
  second.child.kill('SIGTERM')
  expect(await ended(second.child)).toBe(0)
  await Promise.all([database.end(), holder.end()])
})

test('it leaves with the program that started it, even when that is killed', async () => {
  const child = spawn(process.execPath, [mainFile], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {
      PATH: process.env.PATH,
      ACME_DATABASE_URL: await createDatabase(),
      ACME_PORT: '0',
      ACME_SMTP_PORT: '0',
      ACME_FIRST_CASES: 'off',
    },
  })
  await new Promise((ready) => child.stdout?.once('data', ready))
  const left = ended(child)
  child.disconnect()
  expect(await left).toBe(0)
})

test('several of one cluster that start for the first time do not stop each other', async () => {
  const pools = (await Promise.all(Array.from({ length: 8 }, createDatabase))).map(connect)
  const outcomes = await Promise.allSettled(pools.map(migrate))
  await Promise.all(pools.map((pool) => pool.end()))
  expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([])
})

test('the reading role reads customer data, nothing else, and changes nothing', async () => {
  const databaseUrl = await createDatabase()
  const running = await startTestAcme({ ACME_DATABASE_URL: databaseUrl })
  const name = new URL(databaseUrl).pathname.slice(1)
  const reader = new pg.Client({ connectionString: urlOf(name, 'acme_reader') })
  await reader.connect()
  try {
    expect((await reader.query('select id, status from export_job limit 1')).rowCount).toBe(1)
    await expect(reader.query('select download_token from export_job')).rejects.toThrow(
      /permission denied/,
    )
    await expect(reader.query('select * from mailbox_message')).rejects.toThrow(/permission denied/)
    await expect(reader.query('delete from export_job')).rejects.toThrow(
      /permission denied|read-only/,
    )
    await reader.query('set default_transaction_read_only = off')
    await expect(reader.query(`update account set plan = 'free'`)).rejects.toThrow(
      /permission denied/,
    )
  } finally {
    await reader.end()
    await running.stop()
  }
})

test('the first live cases are made once and their complaints wait for support', async () => {
  const databaseUrl = await createDatabase()
  const env = {
    ACME_DATABASE_URL: databaseUrl,
    ACME_FIRST_CASES: 'on',
    SUPPORT_SMTP_URL: 'smtp://127.0.0.1:1',
  }
  for (const _start of ['first', 'second']) {
    const running = await startTestAcme(env)
    await untilCount(running.acme.pool, 'select 1 from customer_mail', 12)
    await running.stop()
  }
  const database = new pg.Client({ connectionString: databaseUrl })
  await database.connect()
  const mails = await database.query(`select sender from customer_mail where state = 'queued'`)
  expect(mails.rowCount).toBe(12)
  expect(mails.rows.map((mail) => mail.sender)).toContain('"Dana Reyes" <dana@northwind.example>')
  await database.end()
})

test('a busy port is said clearly', async () => {
  const running = await startTestAcme()
  const port = new URL(running.acme.address.http).port
  await expect(startTestAcme({ ACME_PORT: port })).rejects.toThrow(`Port ${port} is taken`)
  await running.stop()
})

async function until(database: pg.Client, sql: string): Promise<void> {
  await untilCount(database, sql, 1)
}

async function untilCount(
  database: pg.Client | pg.Pool,
  sql: string,
  count: number,
): Promise<void> {
  const found = async () => (await database.query(sql)).rowCount ?? 0
  await expect.poll(found, { message: sql }).toBeGreaterThanOrEqual(count)
}
