/**
 * What the desk adds to a search in logs that other systems keep: one customer's newest 100 lines, and those with a
 * word, through each adapter, over the same requests sent directly and read as text, by turns. ClickHouse is a real
 * one where FIRSTLINE_TEST_CHDB names a folder with chdb; the others are the stand-ins of the tests, and what they
 * answer is kept and answered again at once, so that their own work is in neither figure.
 *
 *   node bench/log-search.ts [rounds]
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { createSources } from '../server/src/accounts/create-sources.ts'
import { lookAtAccount } from '../server/src/accounts/scope.ts'
import { startFakeCloudwatch } from '../server/src/connections/testing/fake-cloudwatch.ts'
import { startFakeDatadog } from '../server/src/connections/testing/fake-datadog.ts'
import { startFakeElasticsearch } from '../server/src/connections/testing/fake-elasticsearch.ts'
import { startFakeLoki } from '../server/src/connections/testing/fake-loki.ts'
import { startFakeVictorialogs } from '../server/src/connections/testing/fake-victorialogs.ts'
import {
  exporterTables,
  isClickhouseHere,
} from '../server/src/connections/testing/real-clickhouse.ts'
import { system } from '../server/src/core/actor.ts'
import { openProject } from '../server/src/open-project.ts'
import { createPostgresStore } from '../server/src/telemetry/adapters/postgres-store.ts'
import { createTelemetryReader } from '../server/src/telemetry/telemetry-reader.ts'
import { endsWith } from '../server/src/testing/end-process.ts'
import { freePort } from '../server/src/testing/free-port.ts'
import { createPool } from '../server/src/database/database.ts'
import { ms, percentile, print, times } from './figures.ts'
import { openDesk, silent, withScratch } from './scratch.ts'
import type { BenchDesk } from './scratch.ts'

const rounds = Number(process.argv[2] ?? 200)
const account = 'acc_bench'
const lines = 2_000
const agent = new Agent({ keepAlive: true })
const end = Date.parse('2026-03-02T12:00:00Z')
const moments = Array.from({ length: lines }, (_, n) => end - (lines - n) * 1_000)
const messageOf = (n: number) =>
  `request ${n} of the export took its time: ${n % 10 === 0 ? 'timeout' : 'done'} in queue ${n % 7}`
const ownerOf = (n: number) => (n % 2 === 0 ? account : `acc_${n % 50}`)

type Started = { url: string; stop(): Promise<void> }
/** A system that keeps the lines, and what the project says of it. */
type Kind = {
  name: string
  isReal: boolean
  connection: string
  logs: string
  start(): Promise<Started>
}

const own = 'account_fields: [account.id]'
const jsonOf = (at: number, n: number) => ({
  time: new Date(at).toISOString(),
  message: messageOf(n),
  level: 'info',
  service: 'exports',
  account: { id: ownerOf(n) },
  order: { id: `ord_${n}`, total: n },
})
const keeping = <T>(to: { keep(all: readonly T[]): void }, make: (at: number, n: number) => T) =>
  to.keep(moments.map(make))

const kinds: readonly Kind[] = [
  {
    name: 'Loki',
    isReal: false,
    connection: 'kind: loki',
    logs: `streams: { app: shop }, ${own}`,
    async start() {
      const loki = await startFakeLoki()
      keeping(loki, (at, n) => {
        const written = JSON.stringify(jsonOf(at, n))
        return { at: BigInt(at) * 1_000_000n, labels: { app: 'shop' }, text: written }
      })
      return loki
    },
  },
  {
    name: 'Elasticsearch',
    isReal: false,
    connection: 'kind: elasticsearch',
    logs: own,
    async start() {
      const elastic = await startFakeElasticsearch()
      const documents = moments.map((at, n) => ({
        ...jsonOf(at, n),
        '@timestamp': new Date(at).toISOString(),
      }))
      elastic.keep(documents)
      return elastic
    },
  },
  {
    name: 'VictoriaLogs',
    isReal: false,
    connection: 'kind: victorialogs',
    logs: `streams: { app: shop }, ${own}`,
    async start() {
      const victoria = await startFakeVictorialogs()
      keeping(victoria, (at, n) => {
        const fields = {
          _msg: messageOf(n),
          level: 'info',
          'account.id': ownerOf(n),
          order: `ord_${n}`,
        }
        return { at: BigInt(at) * 1_000_000n, stream: { app: 'shop' }, fields }
      })
      return victoria
    },
  },
  {
    name: 'Datadog',
    isReal: false,
    connection: 'kind: datadog',
    logs: own,
    async start() {
      const datadog = await startFakeDatadog()
      keeping(datadog, (at, n) => {
        const { account: owner, order } = jsonOf(at, n)
        const timestamp = new Date(at).toISOString()
        const log = { id: `AwAA${n}`, timestamp, message: messageOf(n), service: 'exports' }
        return { ...log, status: 'info', attributes: { account: owner, order } }
      })
      return datadog
    },
  },
  {
    name: 'CloudWatch',
    isReal: false,
    connection: 'kind: cloudwatch, region: eu-central-1, credential: env:KEY',
    logs: `log_groups: [/shop/production], ${own}`,
    async start() {
      const cloud = await startFakeCloudwatch({ credential: 'id:secret' })
      keeping(cloud, (at, n) => ({ at, stream: 'shop', message: JSON.stringify(jsonOf(at, n)) }))
      return cloud
    },
  },
  {
    name: 'ClickHouse',
    isReal: true,
    connection: 'kind: clickhouse',
    logs: own,
    async start() {
      const clickhouse = await startChdb()
      for (const table of exporterTables) await clickhouse.run(table)
      const rows = moments.map((at, n) =>
        JSON.stringify({
          Timestamp: new Date(at).toISOString().slice(0, -1),
          ServiceName: 'exports',
          SeverityNumber: 9,
          Body: messageOf(n),
          LogAttributes: { 'account.id': ownerOf(n), 'order.id': `ord_${n}` },
        }),
      )
      await clickhouse.run(`insert into otel_logs format JSONEachRow ${rows.join('\n')}`)
      return clickhouse
    },
  },
]

await withScratch(async (scratch) => {
  const desk = await openDesk(scratch, { connections: 4 })
  const ticketId = await openTicket(desk)
  const rows: string[][] = []
  for (const kind of kinds) {
    if (kind.isReal && !isClickhouseHere) continue
    const kept = await kind.start()
    const between = await standBetween(kept.url, !kind.isReal)
    const folder = writeProject(join(scratch.folder, kind.name), kind)
    const project = await openProject(folder, silent)
    if (project.problems().length > 0) throw new Error(JSON.stringify(project.problems()))
    const env = { SYSTEM_URL: between.url, KEY: 'id:secret' }
    const sources = createSources(desk, project, {}, env)
    const pool = createPool(desk.url, silent)
    const reader = createTelemetryReader(createPostgresStore(desk.db, pool), sources)
    const scope = await lookAtAccount(desk, system('bench'), ticketId)
    for (const words of [[], ['timeout']]) {
      const search = async () => {
        const window = { from: new Date(end - 7_200_000), to: new Date(end) }
        const wish = { ...window, words, level: null, service: null, limit: 100, cursor: null }
        const { items } = await reader.searchLogs(scope, wish)
        if (items.length !== 100) throw new Error(`${kind.name}: ${items.length} lines`)
      }
      between.forget()
      await search()
      const asked = between.taken()
      const figures = await byTurns(() => repeat(between.url, asked), search)
      rows.push(row(`${kind.name}, ${words[0] ?? 'the newest 100'}`, asked.length, figures))
    }
    await pool.end()
    project.stop()
    await Promise.all([sources.connections.stop(), between.stop(), kept.stop()])
  }
  await desk.close()
  const header = [
    '',
    'requests',
    'directly p50',
    'p95',
    'through the desk p50',
    'p95',
    'ratio',
    'over 1.5 ×',
  ]
  print(`100 lines of one customer, ${rounds} times each`, header, rows)
})

function row(
  name: string,
  requests: number,
  { floor, whole }: { floor: number[]; whole: number[] },
) {
  const [direct, ours] = [percentile(floor, 0.5), percentile(whole, 0.5)]
  return [
    name,
    String(requests),
    ms(direct),
    ms(percentile(floor, 0.95)),
    ms(ours),
    ms(percentile(whole, 0.95)),
    times(ours / direct),
    ms(ours - 1.5 * direct),
  ]
}

/** So that what else the machine does falls on both. */
async function byTurns(direct: () => Promise<void>, through: () => Promise<void>) {
  const [floor, whole]: [number[], number[]] = [[], []]
  for (let n = 0; n < 10; n++) await Promise.all([direct(), through()])
  for (let n = 0; n < rounds; n++) {
    floor.push(await timed(direct))
    whole.push(await timed(through))
  }
  return { floor, whole }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

type Asked = { method: string; path: string; headers: Record<string, string>; body: string }

/** The same requests, one after the other, and nothing done with what they answer. */
async function repeat(url: string, asked: readonly Asked[]): Promise<void> {
  for (const each of asked) await send(url, each)
}

function send(url: string, { method, path, headers, body }: Asked) {
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const outgoing = request(new URL(path, url), { method, headers, agent }, (answer) => {
      text(answer).then((read) => resolve({ status: answer.statusCode ?? 0, body: read }), reject)
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

/** Writes down what is asked; what was answered once is answered again without asking, where that is told. */
async function standBetween(url: string, isKept: boolean) {
  const answers = new Map<string, { status: number; body: string }>()
  let asked: Asked[] = []
  const server = createServer((incoming, response) => {
    const answer = async () => {
      const { host: _, connection: __, 'content-length': ___, ...headers } = incoming.headers
      const { method = '', url: path = '' } = incoming
      const sent = {
        method,
        path,
        headers: headers as Record<string, string>,
        body: await text(incoming),
      }
      const key = JSON.stringify([path, headers['x-amz-target'], sent.body])
      const given =
        answers.get(key) ??
        (await send(url, { ...sent, headers: { ...sent.headers, host: host() } }))
      if (isKept) answers.set(key, given)
      asked.push(sent)
      response.writeHead(given.status).end(given.body)
    }
    answer().catch((error: unknown) => response.writeHead(502).end(String(error)))
  })
  // what is signed is signed for the address that was called
  const host = () => `127.0.0.1:${(server.address() as AddressInfo).port}`
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://${host()}`,
    forget: () => void (asked = []),
    taken: () => asked.splice(0),
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** ClickHouse as a library, behind HTTP, in a process of its own. */
async function startChdb() {
  const folder = process.env.FIRSTLINE_TEST_CHDB ?? ''
  const data = mkdtempSync(join(tmpdir(), 'firstline-bench-chdb-'))
  const port = await freePort()
  const program = new URL('../server/src/testing/chdb-server.ts', import.meta.url).pathname
  const running = spawn(process.execPath, [program, folder, String(port), data], {
    stdio: 'ignore',
  })
  const stop = endsWith(data, running)
  const url = `http://127.0.0.1:${port}`
  const run = async (sql: string) => {
    const answer = await fetch(url, { method: 'POST', body: sql })
    const body = await answer.text()
    if (!answer.ok) throw new Error(body)
  }
  const isUp = () =>
    run('select 1').then(
      () => true,
      () => false,
    )
  for (let tries = 0; tries < 300 && !(await isUp()); tries++) await pause(100)
  return { url, run, stop }
}

async function openTicket({ db }: BenchDesk): Promise<string> {
  const { id } = await db
    .insertInto('account')
    .values({ external_id: account, name: 'Bench' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const now = new Date()
  const ticket = { subject: 'Where?', channel: 'email' as const, account_id: id }
  const made = await db
    .insertInto('ticket')
    .values({ ...ticket, address_token: 'bench', opened_at: now, updated_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return made.id
}

function writeProject(folder: string, { connection, logs }: Kind): string {
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'firstline.yaml'),
    `apiVersion: firstline/v1
kind: Project
name: Bench
support: { address: support@bench.example, name: Bench }
connections:
  system: { ${connection}, base_url: env:SYSTEM_URL }
logs: { connection: system, ${logs} }
`,
  )
  return folder
}
