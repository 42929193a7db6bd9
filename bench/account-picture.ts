/**
 * The account picture over HTTP, as a browser reads it: seven panels at once, six that answer from a
 * customer database of 600,000 rows and one whose system accepts connections and never says a word.
 * Floor, measured in the same run: the same six statements sent straight to that database.
 *
 *   node bench/account-picture.ts [pictures]
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureApiKey, startDesk, startEmbedded } from '@firstline/server/start'
import pg from 'pg'

const pictures = Number(process.argv[2] ?? 100)
const tables = ['users', 'exports', 'webhooks', 'emails', 'sessions', 'invoices']
const folder = mkdtempSync(join(tmpdir(), 'firstline-bench-'))
chmodSync(folder, 0o755) // as root, PostgreSQL runs under another account
const cluster = await startEmbedded(join(folder, 'postgres'))
const silent = net.createServer((socket) => socket.on('error', () => socket.destroy()))
await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done))
try {
  const customer = await fillCustomer(await cluster.database('customer'))
  process.env.BENCH_CUSTOMER = customer
  process.env.BENCH_SILENT = `postgresql://reader@127.0.0.1:${(silent.address() as AddressInfo).port}/x`
  await measure(customer)
} finally {
  silent.close()
  await cluster.leave()
  rmSync(folder, { recursive: true, force: true })
}
process.exit()

async function measure(customer: string): Promise<void> {
  const port = await freePort()
  const desk = await startDesk({
    ...process.env,
    PORT: String(port),
    SMTP_IN_PORT: String(await freePort()),
    FIRSTLINE_HOME: folder,
    FIRSTLINE_PROJECT: writeProject(),
    LOG_LEVEL: 'silent',
  })
  const floorPool = new pg.Pool({ connectionString: customer, max: tables.length })
  const direct = (table: string, account: number) =>
    floorPool.query(statement(table, '$1'), [`acc_${1 + (account % 50)}`])
  try {
    const key = await ensureApiKey(desk.app, undefined, 'bench', ['account:read'])
    const tickets = await openTickets(desk.app.pool)
    const read = async (ticket: string, source: string) => {
      const url = `http://127.0.0.1:${port}/api/tickets/${ticket}/panels/${source}`
      const answer = await fetch(url, { headers: { authorization: `Bearer ${key}` } })
      return { status: answer.status, body: await answer.text() }
    }
    await pictureOf(read, tickets[0]!)
    const [floor, picture]: number[][] = [[], []]
    for (let i = 0; i < pictures; i++) {
      floor!.push(await milliseconds(() => Promise.all(tables.map((table) => direct(table, i)))))
      const dead = i % 10 === 0 ? read(tickets[i % tickets.length]!, 'dead') : undefined
      picture!.push(await milliseconds(() => pictureOf(read, tickets[i % tickets.length]!)))
      if (dead && (await dead).status !== 503) throw new Error('the dead panel answered')
    }
    report({ floor: floor!, picture: picture! })
  } finally {
    await floorPool.end()
    await desk.stop()
  }
}

async function pictureOf(
  read: (ticket: string, source: string) => Promise<{ status: number; body: string }>,
  ticket: string,
): Promise<void> {
  const answers = await Promise.all(tables.map((table) => read(ticket, table)))
  const wrong = answers.find(({ status }) => status !== 200)
  if (wrong) throw new Error(`a panel failed: ${wrong.body}`)
}

/** 1,000 accounts with 100 rows in each table. */
async function fillCustomer(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const table of tables) {
    await client.query(`
      create table ${table} as
        select n as id, 'acc_' || n % 1000 as account_id, 'active' as state,
          'person' || n || '@customer.example' as email, now() - n * interval '1 minute' as at
        from generate_series(1, 100000) n;
      create index on ${table} (account_id, at desc)`)
  }
  await client.query(
    'create role reader login; grant select on all tables in schema public to reader',
  )
  await client.end()
  return url.replace('//postgres@', '//reader@')
}

function writeProject(): string {
  const project = join(folder, 'project')
  mkdirSync(join(project, 'sources'), { recursive: true })
  const head = 'apiVersion: firstline/v1\n'
  const source = (id: string, connection: string, sql: string) =>
    writeFileSync(
      join(project, 'sources', `${id}.yaml`),
      `${head}kind: Source\nid: ${id}\ntitle: ${id}\nconnection: ${connection}\naccount_column: account_id\nmask: { email: email }\ntimeout: 1s\nsql: ${sql}\n`,
    )
  for (const table of tables) source(table, 'customer', statement(table, ':account_id'))
  source('dead', 'silent', 'select :account_id as account_id')
  writeFileSync(
    join(project, 'firstline.yaml'),
    `${head}kind: Project\nname: Bench\nsupport: { address: support@bench.example, name: Support }
connections:
  customer: { kind: postgres, url: env:BENCH_CUSTOMER }
  silent: { kind: postgres, url: env:BENCH_SILENT }
`,
  )
  return project
}

function statement(table: string, account: string): string {
  return `select * from ${table} where account_id = ${account} order by at desc limit 200`
}

async function openTickets(database: pg.Pool): Promise<string[]> {
  const { rows } = await database.query<{ id: string }>(`
    with account as (
      insert into account (external_id, name)
      select 'acc_' || n, 'Account ' || n from generate_series(1, 50) n returning id)
    insert into ticket (subject, channel, account_id, address_token, opened_at, updated_at)
    select 'Bench', 'api', id, id, now(), now() from account returning id`)
  return rows.map(({ id }) => id)
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

async function freePort(): Promise<number> {
  const server = net.createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}

function report(taken: { floor: number[]; picture: number[] }): void {
  const at = (times: number[], share: number) =>
    times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))]!
  const line = (name: string, times: number[]) =>
    console.log(
      `${name}  p50 ${at(times, 0.5).toFixed(1)} ms, p95 ${at(times, 0.95).toFixed(1)} ms`,
    )
  line('floor: six statements      ', taken.floor)
  line('account picture, one dead  ', taken.picture)
  console.log(
    `times the floor (p95)        ${(at(taken.picture, 0.95) / at(taken.floor, 0.95)).toFixed(1)}`,
  )
}
