// `npm start` with the example company, stopped in every way and at every moment: within ten seconds
// no process is left, no port is kept and no PostgreSQL runs; on a busy machine another process may
// still be ending PostgreSQL then. FUZZ_PORT is where its ports begin, FUZZ_ROWS a word of the rows to run.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { startEmbedded } from '../../server/src/database/postgres/embedded.ts'
import { demoSignIns } from '../../server/src/team/demo-sign-ins.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const port = Number(process.env.FUZZ_PORT ?? 4610)
const limitMs = 10_000
const patientMs = 60_000
const patienceMs = 1_800_000

const npmStart = ['npm', 'start'] as const

/** What is started, and whom the signal is sent to. */
const starts = {
  'npm start': { command: npmStart, to: (pid: number) => [pid] },
  'what npm start runs': { command: npmStart, to: childrenOf },
  'the group of npm start': { command: npmStart, to: (pid: number) => [-pid] },
  'node cli/src/main.ts start': {
    command: [process.execPath, 'cli/src/main.ts', 'start'],
    to: (pid: number) => [pid],
  },
} as const

/** One process on a PostgreSQL of somebody else, as under systemd or in a container. */
const nodes = {
  'a web node alone': { role: 'web', health: port },
  'a worker node alone': { role: 'worker', health: port + 1 },
  'a node of both alone': { role: 'all', health: port },
} as const

type Run = { child: ChildProcess; home: string; said(): string }

/** Waits for the moment, and makes it. */
const moments = {
  'when ready': (run: Run) => saying(run, 'Ctrl-C stops'),
  'in the middle of its start': (run: Run) => saying(run, 'PostgreSQL'),
  async 'with the database dead'(run: Run) {
    await saying(run, 'Ctrl-C stops')
    const pid = postmasterOf(run.home)
    if (pid !== null) process.kill(pid, 'SIGKILL')
  },
  async 'with open live streams'(run: Run) {
    await saying(run, 'Ctrl-C stops')
    await openStreams()
  },
}

export async function run(): Promise<{ findings: number }> {
  const home = mkdtempSync(join(tmpdir(), 'firstline-stops-'))
  let findings = 0
  try {
    for (const [how, start] of chosenOf(starts)) {
      for (const [when, moment] of Object.entries(moments)) {
        for (const signal of ['SIGTERM', 'SIGINT'] as const) {
          const { late, seconds } = await stop(home, start, { moment, signal })
          if (late.length > 0) findings++
          const there = late.length > 0 ? `after 10 s there were ${late.join(', ')}; ` : ''
          console.log(`  ${how}, ${signal} ${when}: ${there}ended after ${seconds.toFixed(1)} s`)
        }
      }
    }
    for (const [how, { role, health }] of chosenOf(nodes)) {
      for (const [when, moment] of Object.entries(nodeMoments)) {
        for (const signal of ['SIGTERM', 'SIGINT'] as const) {
          const seconds = await stopNode(home, { role, health }, { moment, signal })
          const isLate = seconds > limitMs / 1000
          if (isLate) findings++
          console.log(
            `  ${how}, ${signal} ${when}: ended after ${seconds.toFixed(1)} s${isLate ? ', too late' : ''}`,
          )
        }
      }
    }
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
  return { findings }
}

/** Of which the name has the words asked for. */
function chosenOf<Row>(rows: Record<string, Row>): [string, Row][] {
  const words = process.env.FUZZ_ROWS ?? ''
  return Object.entries(rows).filter(([name]) => name.includes(words))
}

type Node = { health: number; url: string; database: number | null; child: ChildProcess }

const nodeMoments = {
  async 'when ready'({ health }: Node) {
    await answers(health)
  },
  /** It has a connection to the database, and is not ready. */
  async 'in the middle of its start'({ health, url, child }: Node) {
    const watch = new pg.Client(url)
    await watch.connect()
    try {
      await until(() => isConnected(watch), child)
      if (await isReady(health)) throw new Error('the node was ready before it was stopped')
    } finally {
      await watch.end()
    }
  },
  async 'under load'({ health }: Node) {
    await answers(health)
    const answered = { count: 0 }
    for (let count = 0; count < 40; count++) void keepAsking(health, answered)
    await until(async () => answered.count >= 200)
  },
  async 'with the database dead'({ health, database }: Node) {
    await answers(health)
    if (database !== null) process.kill(database, 'SIGKILL')
    await wait(1_000) // so that it has seen it
  },
}

type NodeStop = { moment(node: Node): Promise<void>; signal: NodeJS.Signals }

/** @returns after how many seconds its process had ended, and all that it had started */
async function stopNode(
  home: string,
  { role, health }: { role: string; health: number },
  { moment, signal }: NodeStop,
): Promise<number> {
  const folder = join(home, 'postgres-of-nodes')
  const nodeHome = join(home, 'node')
  const cluster = await startEmbedded(folder)
  const url = await cluster.database('desk')
  const child = spawn(process.execPath, ['server/src/main.ts', '--role', role], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      HEALTH_PORT: String(port + 1),
      SMTP_IN_PORT: String(port + 25),
      FIRSTLINE_HOME: nodeHome,
      DATABASE_URL: url,
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const exit = once(child, 'exit')
  try {
    await moment({ health, url, database: postmasterIn(folder), child })
    const began = performance.now()
    child.kill(signal)
    const late = setTimeout(() => child.kill('SIGKILL'), patientMs)
    await exit
    clearTimeout(late)
    // what it had started goes with it
    while (processesOf(nodeHome).length > 0 && performance.now() - began < patientMs) await wait(20)
    return (performance.now() - began) / 1000
  } finally {
    child.kill('SIGKILL')
    await cluster.leave()
  }
}

async function answers(at: number): Promise<void> {
  await until(() => isReady(at))
}

async function isReady(at: number): Promise<boolean> {
  return (await fetch(`http://127.0.0.1:${at}/readyz`).catch(() => null))?.ok ?? false
}

async function until(isSo: () => Promise<boolean>, child?: ChildProcess): Promise<void> {
  const end = performance.now() + patienceMs
  while (!(await isSo())) {
    if (child && child.exitCode !== null)
      throw new Error(`the node ended by itself: ${child.exitCode}`)
    if (performance.now() > end) throw new Error('the node does not become ready')
    await wait(20)
  }
}

async function isConnected(watch: pg.Client): Promise<boolean> {
  const { rows } = await watch.query<{ others: number }>(
    `select count(*)::int as others from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  )
  return rows[0]!.others > 0
}

/** One of the many who ask at once, again and again until nobody answers. */
async function keepAsking(at: number, answered: { count: number }): Promise<void> {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${at}/readyz`).catch(() => null)
    if (!answer) return
    await answer.text().catch(() => '')
    answered.count++
  }
}

type Stop = { moment(run: Run): Promise<void>; signal: NodeJS.Signals }

/** @returns what was left after ten seconds and should not be; what is left after a minute is killed */
async function stop(
  home: string,
  { command, to }: (typeof starts)[keyof typeof starts],
  { moment, signal }: Stop,
): Promise<{ late: string[]; seconds: number }> {
  const [name, ...args] = command
  const child = spawn(name, args, {
    cwd: root,
    env: { ...process.env, PORT: String(port), FIRSTLINE_HOME: home, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => (said += text.toString()))
  }
  await moment({ child, home, said: () => said })
  const began = performance.now()
  for (const pid of to(child.pid!)) process.kill(pid, signal)
  let left = await leftOf(home)
  let late: string[] | undefined
  while (left.length > 0 && performance.now() - began < patientMs) {
    await wait(50)
    left = await leftOf(home)
    if (performance.now() - began > limitMs) late ??= isLeaving(left) ? [] : left
  }
  const seconds = (performance.now() - began) / 1000
  for (const pid of processesOf(home)) process.kill(pid, 'SIGKILL')
  const server = postmasterOf(home)
  if (left.length > 0 && server !== null && isRunning(server)) process.kill(server, 'SIGINT')
  while ((await leftOf(home)).length > 0) await wait(50)
  return { late: late ?? [], seconds }
}

async function saying({ child, said }: Run, words: string): Promise<void> {
  const until = performance.now() + patienceMs
  while (!said().includes(words)) {
    if (child.exitCode !== null || performance.now() > until) throw new Error(said())
    await wait(20)
  }
}

async function openStreams(): Promise<void> {
  const [person] = demoSignIns
  const origin = `http://localhost:${port}`
  const answer = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email: person!.email, password: person!.password }),
  })
  const cookie = answer.headers.getSetCookie().map((each) => each.split(';')[0])
  for (let count = 0; count < 3; count++) {
    const stream = await fetch(`${origin}/api/events`, { headers: { cookie: cookie.join('; ') } })
    if (!stream.ok) throw new Error(`no stream: ${stream.status} ${await stream.text()}`)
  }
}

/** Nothing but what ends PostgreSQL for a desk that had no more time. */
function isLeaving(left: readonly string[]): boolean {
  return left.every((each) => /leave-later|PostgreSQL/.test(each))
}

async function leftOf(home: string): Promise<string[]> {
  const open = await Promise.all(
    [port, port + 25, port + 100, port + 125].map(async (each) =>
      (await isOpen(each)) ? each : [],
    ),
  )
  const pid = postmasterOf(home)
  return [
    ...processesOf(home).map((each) => `process ${each} (${readOf(each, 'cmdline')})`),
    ...open.flat().map((each) => `port ${each}`),
    ...(pid !== null && isRunning(pid) ? [`PostgreSQL ${pid}`] : []),
  ]
}

function isOpen(at: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(at, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

/** Everything that was started with this home, by what it was started with. */
function processesOf(home: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid && hasHome(pid, home))
}

function hasHome(pid: number, home: string): boolean {
  return readOf(pid, 'environ').includes(`FIRSTLINE_HOME=${home} `)
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && readOf(pid, 'status').includes(`\nPPid:\t${parent}\n`))
}

function readOf(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return '' // it has ended
  }
}

function postmasterOf(home: string): number | null {
  return postmasterIn(join(home, 'postgres'))
}

function postmasterIn(folder: string): number | null {
  const file = join(folder, 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
