/**
 * OTLP/HTTP log lines a second, by protobuf and by JSON: the whole route with a sender in a process of
 * its own. The floor, by turns in the same run: COPY in binary of the same rows into the same table.
 *
 *   node bench/otlp-ingest.ts [lines] [senders]
 */
import { once } from 'node:events'
import { fork } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { telemetryRoutes } from '@firstline/contract/telemetry'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { createHttp } from '../server/src/core/http.ts'
import { createPool } from '../server/src/database/database.ts'
import { answerOtlp } from '../server/src/telemetry/answer-otlp.ts'
import { createPostgresStore } from '../server/src/telemetry/adapters/postgres-store.ts'
import { createRoom } from '../server/src/telemetry/room.ts'
import { encodeLogs } from '../server/src/telemetry/testing/encode-logs.ts'
import type { LogsJson } from '../server/src/telemetry/testing/encode-logs.ts'
import { perSecond, print, secondsOf, timeEach } from './figures.ts'
import { openDesk, silent, withScratch } from './scratch.ts'

type Encoding = 'protobuf' | 'protobuf, gzip' | 'JSON' | 'JSON, gzip'
type Sending = { url: string; encoding: Encoding; requests: number; senders: number }

/** What a collector sends at once unless told. */
const linesOfRequest = 1_000
const turns = 3
const columns = 'at, account_key, service, severity, message, trace_id, span_id, attributes'

if (process.send) process.once('message', (sending) => prepare(sending as Sending))
else await measureAll()

async function measureAll(): Promise<void> {
  const [lines = 100_000, senders = 4] = process.argv.slice(2).map(Number)
  const requests = Math.ceil(lines / linesOfRequest / turns)
  await withScratch(async (scratch) => {
    const desk = await openDesk(scratch, { connections: 16 })
    const owner = new pg.Pool({ connectionString: desk.ownerUrl, max: 2 })
    owner.on('error', () => undefined) // the query under way fails with it
    const pool = createPool(desk.url, silent, { max: 3 })
    const receiver = {
      ...desk,
      telemetry: createPostgresStore(desk.db, pool),
      telemetryRoom: createRoom(64 * 1024 * 1024),
    }
    const http = await createHttp({
      log: silent,
      routes: { receiveLogs: telemetryRoutes.receiveLogs },
      handlers: {
        receiveLogs: {
          permission: 'telemetry:write',
          handle: (_actor, _input, incoming) => answerOtlp(receiver, 'logs', incoming),
        },
      },
      authenticate: async () => ({
        kind: 'integration',
        id: 'bench',
        name: 'Collector',
        permissions: ['telemetry:write'],
      }),
      origins: [],
      version: '0',
      rateLimit: 1_000_000,
    })
    const url = `${await http.listen({ port: 0, host: '127.0.0.1' })}/v1/logs`
    const byDesk = (encoding: Encoding) => () => startSender({ url, encoding, requests, senders })
    await (
      await byDesk('protobuf')()
    )()
    const rows = await copyOut(owner)
    const works = new Map<string, () => Promise<() => Promise<void>>>([
      ['COPY of the same rows', async () => () => copyIn(owner, rows, requests)],
      ...(['protobuf', 'protobuf, gzip', 'JSON', 'JSON, gzip'] as const).map(
        (encoding) => [encoding, byDesk(encoding)] as const,
      ),
    ])
    const costs = new Map<string, Cost>()
    for (let turn = -1; turn < turns; turn++) {
      for (const [name, work] of works) {
        await owner.query('truncate telemetry_log')
        const begin = await work()
        const cost = await costOf(scratch.folder, begin)
        const { rows: counted } = await owner.query<{ count: number }>(
          'select count(*)::int as count from telemetry_log',
        )
        if (counted[0]!.count !== requests * linesOfRequest) throw new Error(`${name}: lines lost`)
        // the first turn warms up
        if (turn >= 0) costs.set(name, sumOf(costs.get(name), cost))
      }
    }
    const sent = requests * linesOfRequest * turns
    const floor = costs.get('COPY of the same rows')!
    print(
      `${sent.toLocaleString('en')} log lines, ${linesOfRequest} a request, ${senders} senders`,
      ['', 'lines', '÷ floor', 'CPU of Node', 'CPU of PostgreSQL', 'CPU ÷ floor'],
      [...costs].map(([name, cost]) => [
        name,
        perSecond(sent, cost.seconds),
        (floor.seconds / cost.seconds).toFixed(2),
        `${((cost.nodeMs * 1000) / sent).toFixed(1)} µs`,
        `${((cost.databaseMs * 1000) / sent).toFixed(1)} µs`,
        (
          (name === 'COPY of the same rows' ? cost.databaseMs : cost.nodeMs + cost.databaseMs) /
          floor.databaseMs
        ).toFixed(1),
      ]),
    )
    await http.close()
    await Promise.all([pool.end(), owner.end(), desk.close()])
  })
}

type Cost = { seconds: number; nodeMs: number; databaseMs: number }

function sumOf(one: Cost | undefined, other: Cost): Cost {
  if (!one) return other
  return {
    seconds: one.seconds + other.seconds,
    nodeMs: one.nodeMs + other.nodeMs,
    databaseMs: one.databaseMs + other.databaseMs,
  }
}

async function costOf(folder: string, work: () => Promise<void>): Promise<Cost> {
  const [node, database] = [process.cpuUsage(), databaseMs(folder)]
  const seconds = await secondsOf(work)
  const { user, system } = process.cpuUsage(node)
  return {
    seconds,
    nodeMs: (user + system) / 1000,
    databaseMs: databaseMs(folder) - database,
  }
}

/** Processor time of PostgreSQL and its processes, also of those that have ended; only Linux tells. */
function databaseMs(folder: string): number {
  if (process.platform !== 'linux') return Number.NaN
  const [postmaster] = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .flatMap((pid) => {
      const [, parent, ...times] = statOf(pid)
      if (pid === postmaster) return times.slice(9, 13)
      return parent === postmaster ? times.slice(9, 11) : []
    })
    .reduce((sum, hundredths) => sum + Number(hundredths) * 10, 0)
}

/** State, parent and what follows them. */
function statOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  } catch {
    return [] // has ended
  }
}

/** The rows of one request as COPY takes them in. */
async function copyOut(owner: pg.Pool): Promise<Buffer> {
  const client = await owner.connect()
  const out = client.query(
    copyTo(
      `copy (select ${columns} from telemetry_log order by id limit ${linesOfRequest}) to stdout (format binary)`,
    ),
  )
  const chunks: Buffer[] = []
  for await (const chunk of out) chunks.push(chunk as Buffer)
  client.release()
  return Buffer.concat(chunks)
}

async function copyIn(owner: pg.Pool, rows: Buffer, count: number): Promise<void> {
  const client = await owner.connect()
  for (let index = 0; index < count; index++) {
    const into = client.query(
      copyFrom(`copy telemetry_log (${columns}) from stdin (format binary)`),
    )
    await pipeline(Readable.from([rows]), into)
  }
  client.release()
}

/** @returns what makes a sender that stands ready begin, and waits until all is sent */
async function startSender(sending: Sending): Promise<() => Promise<void>> {
  const sender = fork(fileURLToPath(import.meta.url), { execArgv: [] })
  sender.send(sending)
  await once(sender, 'message')
  return async () => {
    const ended = once(sender, 'exit')
    sender.send('begin')
    const [code] = await ended
    if (code !== 0) throw new Error('the sender was refused')
  }
}

function prepare(sending: Sending): void {
  const body = bodyOf(sending.encoding)
  process.once('message', () => void sendAll(sending, body).then(() => process.exit()))
  process.send?.('ready')
}

function bodyOf(encoding: Encoding): Buffer {
  const request = someLogs(linesOfRequest)
  const plain = encoding.startsWith('JSON')
    ? Buffer.from(JSON.stringify(request))
    : encodeLogs(request)
  return encoding.endsWith('gzip') ? gzipSync(plain) : plain
}

async function sendAll({ url, encoding, requests, senders }: Sending, body: Buffer): Promise<void> {
  const isJson = encoding.startsWith('JSON')
  await timeEach(requests, senders, async () => {
    const answer = await fetch(url, {
      method: 'POST',
      body: new Uint8Array(body),
      headers: {
        'content-type': isJson ? 'application/json' : 'application/x-protobuf',
        ...(encoding.endsWith('gzip') ? { 'content-encoding': 'gzip' } : {}),
      },
    })
    const text = await answer.text()
    if (answer.status !== 200 || (isJson && text !== '{}')) throw new Error(text)
  })
}

/** Lines as services of a web shop write them: some ten attributes, a third of them with a trace. */
function someLogs(count: number): LogsJson {
  const now = Date.now()
  const string = (key: string, value: string) => ({ key, value: { stringValue: value } })
  const number = (key: string, value: number) => ({ key, value: { intValue: String(value) } })
  return {
    resourceLogs: ['exports', 'checkout', 'mail', 'billing'].map((service, index) => ({
      resource: {
        attributes: [
          string('service.name', service),
          string('service.version', `4.${index}.0`),
          string('host.name', `node-${index}`),
          string('deployment.environment.name', 'production'),
        ],
      },
      scopeLogs: [
        {
          logRecords: Array.from({ length: count / 4 }, (_, line) => ({
            timeUnixNano: `${now - line}123456`,
            observedTimeUnixNano: `${now}000000`,
            severityNumber: line % 20 === 0 ? 17 : 9,
            severityText: line % 20 === 0 ? 'ERROR' : 'INFO',
            body: {
              stringValue: `export ${line} of account acc_${line % 200} finished in ${line * 3} ms; 18 files were written to the store`,
            },
            attributes: [
              string('account.id', `acc_${line % 200}`),
              string('export.id', `exp_${line}`),
              string('http.request.method', 'POST'),
              string('url.path', `/api/exports/${line}`),
              string('user_agent.original', 'Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101'),
              number('http.response.status_code', 200),
              number('thread.id', line % 16),
              { key: 'duration', value: { doubleValue: line / 7 } },
              { key: 'is_retry', value: { boolValue: line % 9 === 0 } },
            ],
            ...(line % 3 === 0 && {
              traceId: (line + 1).toString(16).padStart(32, 'a'),
              spanId: (line + 1).toString(16).padStart(16, 'b'),
            }),
          })),
        },
      ],
    })),
  }
}
