/**
 * From a mail at the SMTP door to a ticket an agent sees: the live stream tells its row, as an open list
 * shows it. One after another, as many at once as
 * the door lets one address have, and by as many connections that stay open, as those of a relay do.
 * The floor, measured in the same run, is an SMTP server that only inserts the mail into a table.
 * Processor time of each: of this process, which sends and listens too, and of PostgreSQL. More browsers
 * than one are in a process of their own, which counts what they are told.
 *
 *   node bench/message-in.ts [mails] [browsers]
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { callbackify } from 'node:util'
import { createTransport } from 'nodemailer'
import type { Transporter } from 'nodemailer'
import pg from 'pg'
import { SMTPServer } from 'smtp-server'
import type { SMTPServerDataStream } from 'smtp-server'
import { connectionLimits } from '../server/src/channels/connection-limits.ts'
import { system } from '../server/src/core/actor.ts'
import { startDesk } from '../server/src/start.ts'
import { createApiKey } from '../server/src/team/create-api-key.ts'
import { ms, percentile, print, timeEach, times } from './figures.ts'
import { openList } from './open-list.ts'
import { withScratch } from './scratch.ts'
import { cpuMsOfServer } from './server-cpu.ts'
import type { Scratch } from './scratch.ts'

const [mails = 200, browsers = 1] = process.argv.slice(2).map(Number)
/** One key has so many streams at most. */
const streamsOfKey = 20
const burst = connectionLimits.perAddress
const support = 'support@acme.example'
const projectFile = `apiVersion: firstline/v1
kind: Project
name: Acme
support: { address: ${support}, name: Acme Support }
`
const text =
  'We asked for an export this morning, and the email with the link never came.\n'.repeat(5)

let senders = 0

await withScratch(async (scratch) => {
  const floorDoor = await openFloor(scratch)
  const desk = await openWholeDesk(scratch)
  try {
    await measure(scratch, desk, floorDoor.port)
  } finally {
    await desk.stop()
    await floorDoor.stop()
  }
})

async function measure(scratch: Scratch, desk: WholeDesk, floorPort: number): Promise<void> {
  const agent = await watch(desk.url, await desk.newKey())
  const others = await openBrowsers(desk, browsers - 1)
  let sinceAccepted: number[] = []
  const throughDesk = (send: Send) => async (index: number) => {
    const subject = `Export email missing ${index}`
    const isVisible = agent.sees(subject)
    await send(desk.smtpPort, subject)
    const accepted = performance.now()
    await isVisible
    sinceAccepted.push(performance.now() - accepted)
  }
  const throughFloor = (send: Send) => (index: number) => send(floorPort, `Floor ${index}`)
  await timeEach(20, 1, (index) => throughDesk(sendMail)(-1 - index))
  await timeEach(20, 1, throughFloor(sendMail))
  const kept = keepConnections()
  const rows: string[][] = []
  for (const [manner, concurrency, send] of [
    ['one after another', 1, sendMail],
    [`${burst} at once`, burst, sendMail],
    [`${burst} at once, kept open`, burst, kept.send],
  ] as const) {
    const floor = await costOf(scratch, () => timeEach(mails, concurrency, throughFloor(send)))
    const first = rows.length * mails
    sinceAccepted = []
    const own = await costOf(scratch, () =>
      timeEach(mails, concurrency, (index) => throughDesk(send)(first + index)),
    )
    rows.push([
      manner,
      String(mails),
      (mails / own.seconds).toFixed(0),
      ...two(own.times),
      ...two(sinceAccepted),
      ms(own.nodeMs / mails),
      ms(own.serverMs / mails),
      (mails / floor.seconds).toFixed(0),
      ...two(floor.times),
      ms(floor.nodeMs / mails),
      ms(floor.serverMs / mails),
      ratio(own.times, floor.times),
    ])
  }
  kept.close()
  agent.leave()
  const told = others ? await others.close() : null
  const header = [
    'mails',
    'count',
    'handled/s',
    'p50',
    'p95',
    'from “250” p50',
    'p95',
    'Node',
    'PostgreSQL',
    'floor/s',
    'p50',
    'p95',
    'Node',
    'PostgreSQL',
    'p50 ratio',
  ]
  print('mail in to ticket visible', header, rows)
  if (told === null) return
  console.log(
    `  each of ${browsers - 1} browsers more was told rows ${told.least} to ${told.most} times`,
  )
}

/** As many open lists more, in a process of their own. */
async function openBrowsers(desk: WholeDesk, count: number) {
  if (count <= 0) return null
  const keys: string[] = []
  for (let left = count; left > 0; left -= streamsOfKey) keys.push(await desk.newKey())
  const child = fork(fileURLToPath(new URL('open-lists.ts', import.meta.url)))
  child.send({ url: desk.url, keys, count })
  await once(child, 'message') // all are open
  return {
    async close(): Promise<{ least: number; most: number }> {
      child.send('close')
      const [told] = (await once(child, 'message')) as [{ least: number; most: number }]
      await once(child, 'exit')
      return told
    },
  }
}

type WholeDesk = Awaited<ReturnType<typeof openWholeDesk>>

/** Web, mail and jobs in this one process, as `npm start` runs them. */
async function openWholeDesk({ folder, cluster }: Scratch) {
  const project = join(folder, 'project')
  mkdirSync(project)
  writeFileSync(join(project, 'firstline.yaml'), projectFile)
  const [port, smtpPort] = [await freePort(), await freePort()]
  const desk = await startDesk({
    DATABASE_URL: await cluster.database('desk'),
    FIRSTLINE_HOME: folder,
    FIRSTLINE_PROJECT: project,
    PORT: String(port),
    SMTP_IN_PORT: String(smtpPort),
    LOG_LEVEL: 'warn',
  })
  return {
    url: `http://127.0.0.1:${port}`,
    smtpPort,
    async newKey() {
      const permissions = ['ticket:read', 'event:stream'] as const
      const { key } = await createApiKey(desk.app, system('bench'), {
        name: 'agent',
        permissions: [...permissions],
      })
      return key
    },
    stop: () => desk.stop(),
  }
}

/** What an agent's browser does: it listens, and shows the rows that it is told. */
async function watch(url: string, key: string) {
  const waiting = new Map<string, () => void>()
  const list = await openList(url, key, (rows) => {
    for (const { subject } of rows) waiting.get(subject)?.()
  })
  return {
    sees: (subject: string) =>
      new Promise<void>((resolve) => {
        waiting.set(subject, () => {
          waiting.delete(subject)
          resolve()
        })
      }),
    leave: list.close,
  }
}

type Send = (port: number, subject: string) => Promise<void>

async function sendMail(port: number, subject: string): Promise<void> {
  const transport = createTransport(at(port))
  await transport.sendMail(mailOf(subject))
  transport.close()
}

function keepConnections(): { send: Send; close(): void } {
  const kept = new Map<number, Transporter>()
  const keep = (port: number) => {
    const made = createTransport({
      ...at(port),
      pool: true,
      maxConnections: burst,
      maxMessages: Infinity,
    })
    kept.set(port, made)
    return made
  }
  return {
    async send(port, subject) {
      await (kept.get(port) ?? keep(port)).sendMail(mailOf(subject))
    },
    close() {
      for (const transport of kept.values()) transport.close()
    },
  }
}

function at(port: number) {
  return { host: '127.0.0.1', port, secure: false, ignoreTLS: true }
}

/** Each from another customer: many from one would be held as a flood. */
function mailOf(subject: string) {
  const from = `customer-${senders++}@company-${senders % 97}.example`
  return { from, to: support, subject, text }
}

async function costOf(scratch: Scratch, work: () => Promise<number[]>) {
  const [node, server, began] = [process.cpuUsage(), cpuMsOfServer(scratch), performance.now()]
  const each = await work()
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(node)
  return {
    times: each,
    seconds,
    nodeMs: (user + system) / 1000,
    serverMs: cpuMsOfServer(scratch) - server,
  }
}

async function openFloor({ cluster }: Scratch): Promise<{ port: number; stop(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: await cluster.database('floor'), max: 10 })
  pool.on('error', () => undefined) // where something failed, the database stops before us
  await pool.query(
    'create table mail (id bigint generated always as identity primary key, raw bytea)',
  )
  const insert = callbackify(async (stream: SMTPServerDataStream) => {
    await pool.query('insert into mail (raw) values ($1)', [await buffer(stream)])
  })
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onData(stream, _session, done) {
      insert(stream, done)
    },
  })
  server.on('error', () => undefined) // a client that was killed says no goodbye
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    port: (server.server.address() as AddressInfo).port,
    async stop() {
      await new Promise<void>((resolve) => server.close(() => resolve()))
      await pool.end()
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

function two(values: readonly number[]): string[] {
  return [ms(percentile(values, 0.5)), ms(percentile(values, 0.95))]
}

function ratio(measured: readonly number[], floor: readonly number[]): string {
  return times(percentile(measured, 0.5) / percentile(floor, 0.5))
}
