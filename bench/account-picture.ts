/**
 * How long an agent waits for the account picture of a ticket when one of its six sources is dead:
 * until all five living panels have answered, over one ticket for each of the example company's 200
 * accounts. The dead source hangs (its server takes connections and never answers) or refuses.
 * The floor, measured in the same run, is the same five statements sent directly.
 *
 *   node bench/account-picture.ts [rounds]
 */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { connect } from '../examples/acme/src/database/connect.ts'
import { migrate } from '../examples/acme/src/database/migrate.ts'
import { seedCompany } from '../examples/acme/src/seed/seed-company.ts'
import { createSources } from '../server/src/accounts/create-sources.ts'
import { openProject } from '../server/src/open-project.ts'
import { readPanel } from '../server/src/accounts/queries.ts'
import type { Sources } from '../server/src/accounts/read-source.ts'
import { system } from '../server/src/core/actor.ts'
import { ms, percentile, print, timeEach, times } from './figures.ts'
import { openDesk, silent, withScratch } from './scratch.ts'
import type { BenchDesk, Scratch } from './scratch.ts'

type Account = { externalId: string; ticketId: string }

const rounds = Number(process.argv[2] ?? 3)
const living = [
  'account.profile',
  'users.list',
  'exports.recent',
  'webhooks.recent',
  'emails.recent',
]
const dead = 'billing.invoices'

const projectFile = `apiVersion: firstline/v1
kind: Project
name: Acme
support: { address: support@acme.example, name: Acme Support }
connections:
  acme-replica: { kind: postgres, url: env:ACME_REPLICA_URL }
  billing: { kind: postgres, url: env:BILLING_URL }
account_picture:
${[...living, dead].map((id) => `  - ${id}\n`).join('')}`

const deadSource = `apiVersion: firstline/v1
kind: Source
id: ${dead}
title: Invoices
connection: billing
sql: select id, account_id from invoice where account_id = :account_id
account_column: account_id
timeout: 3s
max_rows: 200
`

await withScratch(async (scratch) => {
  const replicaUrl = await seedAcme(scratch)
  const desk = await openDesk(scratch, { connections: 20 })
  const accounts = await openTickets(desk, replicaUrl)
  const folder = writeProject(scratch.folder)
  const rows: string[][] = []
  for (const manner of ['hangs', 'refuses'] as const) {
    const port = await deadPort(manner)
    const env = {
      ACME_REPLICA_URL: replicaUrl,
      BILLING_URL: `postgresql://reader@127.0.0.1:${port.number}/billing`,
    }
    const project = await openProject(folder, silent)
    const sources = createSources(desk, project, {}, env)
    if (project.problems().length > 0) throw new Error(JSON.stringify(project.problems()))
    for (const concurrency of [1, 8]) {
      const floor = await directly(replicaUrl, sources, accounts, concurrency)
      const picture = await throughPanels({ ...desk, sources }, accounts, concurrency)
      rows.push([
        `one ${manner}`,
        String(concurrency),
        ...three(picture),
        ...three(floor),
        ratio(picture, floor),
      ])
    }
    project.stop()
    await sources.connections.stop()
    port.close()
  }
  await desk.close()
  const figures = ['p50', 'p95', 'p99']
  const header = [
    'dead source',
    'at once',
    ...figures,
    ...figures.map((p) => `floor ${p}`),
    'p50 ratio',
  ]
  print(`account picture, five of six panels, ${rounds * accounts.length} times`, header, rows)
})

/** Until the five have answered; the dead one is asked each time too, and must fail in its time. */
async function throughPanels(
  desk: BenchDesk & { sources: Sources },
  accounts: readonly Account[],
  concurrency: number,
): Promise<number[]> {
  const failures: Promise<string>[] = []
  const read = (ticketId: string, source: string) =>
    readPanel(desk, system('bench'), { ticketId, source })
  const picture = async (index: number) => {
    const { ticketId } = accounts[index % accounts.length]!
    failures.push(
      read(ticketId, dead).then(
        () => 'answered',
        () => 'failed',
      ),
    )
    await Promise.all(living.map((source) => read(ticketId, source)))
  }
  await timeEach(20, concurrency, picture)
  const measured = await timeEach(rounds * accounts.length, concurrency, picture)
  if ((await Promise.all(failures)).includes('answered'))
    throw new Error('The dead source answered')
  return measured
}

async function directly(
  url: string,
  sources: Sources,
  accounts: readonly Account[],
  concurrency: number,
): Promise<number[]> {
  const statements = living.map((id) => {
    const source = sources.project.current().sources.get(id)
    if (source?.kind !== 'sql') throw new Error(`${id} is not SQL`)
    return source.sql
  })
  const pool = new pg.Pool({ connectionString: url, max: 6 })
  pool.on('error', () => undefined) // the query under way fails with it
  const picture = (index: number) => {
    const { externalId } = accounts[index % accounts.length]!
    return Promise.all(
      statements.map(({ text, names }) =>
        pool.query(
          text,
          names.map(() => externalId),
        ),
      ),
    )
  }
  await timeEach(20, concurrency, picture)
  const measured = await timeEach(rounds * accounts.length, concurrency, picture)
  await pool.end()
  return measured
}

/** @returns the address of its replica, as the role that may only read */
async function seedAcme({ cluster }: Scratch): Promise<string> {
  const url = await cluster.database('acme')
  const pool = connect(url)
  await migrate(pool)
  await seedCompany(pool, 1)
  await pool.query('analyze')
  await pool.end()
  return url.replace('postgres@', 'acme_reader@')
}

/** One open ticket for each of Acme's accounts. */
async function openTickets({ db }: BenchDesk, replicaUrl: string): Promise<Account[]> {
  const replica = new pg.Client({ connectionString: replicaUrl })
  await replica.connect()
  const known = await replica.query('select id, name, domain from account')
  await replica.end()
  const { rows } = await sql<Account>`
    with known as (
      insert into account (external_id, name, domain)
      select id, name, domain
      from jsonb_to_recordset(${JSON.stringify(known.rows)}::jsonb) as one(id text, name text, domain text)
      returning id, external_id
    ), opened as (
      insert into ticket (subject, channel, account_id, address_token, opened_at, updated_at)
      select 'Export email missing', 'email', id, external_id, now(), now() from known
      returning id, account_id
    )
    select known.external_id as "externalId", opened.id as "ticketId"
    from opened join known on known.id = opened.account_id`.execute(db)
  return rows
}

/** Five sources of the example's own folder, and one of a system that is down. */
function writeProject(home: string): string {
  const folder = join(home, 'project')
  mkdirSync(join(folder, 'sources'), { recursive: true })
  for (const id of living) {
    const file = `sources/${id}.yaml`
    cpSync(new URL(`../examples/acme/firstline/${file}`, import.meta.url), join(folder, file))
  }
  writeFileSync(join(folder, `sources/${dead}.yaml`), deadSource)
  writeFileSync(join(folder, 'firstline.yaml'), projectFile)
  return folder
}

async function deadPort(manner: 'hangs' | 'refuses'): Promise<{ number: number; close(): void }> {
  const held = new Set<Socket>()
  const server = createServer((socket) => held.add(socket.on('error', () => undefined)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.close()
    for (const socket of held) socket.destroy()
  }
  if (manner === 'refuses') close()
  return { number: port, close }
}

function three(values: readonly number[]): string[] {
  return [0.5, 0.95, 0.99].map((share) => ms(percentile(values, share)))
}

function ratio(measured: readonly number[], floor: readonly number[]): string {
  return times(percentile(measured, 0.5) / percentile(floor, 0.5))
}
