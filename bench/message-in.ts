/**
 * From a mail at the SMTP door to a ticket an agent sees: the live stream tells of it, and the list
 * of tickets, read by HTTP as the browser does then, has it. One after another, as many at once as
 * the door lets one address have, and by as many connections that stay open, as those of a relay do.
 * The floor, measured in the same run, is an SMTP server that only inserts the mail into a table.
 * Processor time of each: of this process, which sends and reads the list too, and of PostgreSQL.
 *
 *   node bench/message-in.ts [mails]
 */
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
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
import { withScratch } from './scratch.ts'
import { cpuMsOfServer } from './server-cpu.ts'
import type { Scratch } from './scratch.ts'

const mails = Number(process.argv[2] ?? 200)
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
  const agent = await watch(desk.url, desk.key)
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
  const permissions = ['ticket:read', 'event:stream'] as const
  const { key } = await createApiKey(desk.app, system('bench'), {
    name: 'agent',
    permissions: [...permissions],
  })
  return { url: `http://127.0.0.1:${port}`, smtpPort, key, stop: () => desk.stop() }
}

/** What an agent's browser does: it listens, and reads the list anew when told of a ticket. */
async function watch(url: string, key: string) {
  const headers = { authorization: `Bearer ${key}` }
  const leaving = new AbortController()
  const waiting = new Map<string, () => void>()
  const stream = await fetch(`${url}/api/events`, { headers, signal: leaving.signal })
  if (!stream.ok || !stream.body) throw new Error(`The live stream answers ${stream.status}`)
  let isReading = false
  let isTold = false

  function unlessLeaving(error: unknown): void {
    if (!leaving.signal.aborted) throw error
  }

  async function readList(): Promise<void> {
    isTold = true
    if (isReading) return
    isReading = true
    while (isTold) {
      isTold = false
      const answer = await fetch(`${url}/api/tickets?view=new&order=newest&limit=${2 * burst}`, {
        headers,
        signal: leaving.signal,
      })
      if (!answer.ok) throw new Error(`The list of tickets answers ${answer.status}`)
      const { items } = (await answer.json()) as { items: { subject: string }[] }
      for (const { subject } of items) waiting.get(subject)?.()
    }
    isReading = false
  }

  async function listen(body: NonNullable<typeof stream.body>): Promise<void> {
    let lines = ''
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
      lines += chunk
      const end = lines.lastIndexOf('\n')
      if (lines.slice(0, end).includes('"name":"ticket.received"')) readList().catch(unlessLeaving)
      lines = lines.slice(end + 1)
    }
  }

  listen(stream.body).catch(unlessLeaving)
  return {
    sees: (subject: string) =>
      new Promise<void>((resolve) => {
        waiting.set(subject, () => {
          waiting.delete(subject)
          resolve()
        })
      }),
    leave: () => leaving.abort(),
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
