/**
 * What one new ticket costs with everything it leads to: the verb, and the job of its reactions (type,
 * runbook, repeat, facts, sums). Commits, WAL and PostgreSQL's own processor time for each, beside the
 * same INSERTs issued directly in the same PostgreSQL.
 *
 *   node bench/ticket-handled.ts [tickets] [clients]
 */
import { randomUUID } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { createApp } from '../server/src/create-app.ts'
import { system } from '../server/src/core/actor.ts'
import { readConfig } from '../server/src/core/config.ts'
import { startWorker } from '../server/src/core/worker.ts'
import { reactionsOf, reactionsTo, reactionsTogether } from '../server/src/reactions.ts'
import { createTicket } from '../server/src/tickets/create-ticket.ts'
import { ms, print, secondsOf, timeEach, times } from './figures.ts'
import { insertTicket, text } from './insert-ticket.ts'
import { openDesk, withScratch } from './scratch.ts'

const [tickets = 300, clients = 8] = process.argv.slice(2).map(Number)

await withScratch(async (scratch) => {
  const desk = await openDesk(scratch, { connections: 1, reactionsTo })
  const owner = new pg.Pool({ connectionString: desk.ownerUrl, max: clients })
  owner.on('error', () => undefined) // the query under way fails with it
  const config = readConfig({ ...process.env, LOG_LEVEL: 'silent', FIRSTLINE_HOME: scratch.folder })
  const app = await createApp(config, desk.url)
  const working = { ...app, db: app.jobDb }
  const worker = await startWorker({
    url: desk.url,
    db: working.db,
    log: app.log,
    tasks: {},
    reactions: reactionsOf(working),
    together: reactionsTogether(working),
    schedule: [],
  })
  const byDesk = async () => {
    await timeEach(tickets, clients, () =>
      createTicket(app, system('bench'), {
        contactEmail: `${randomUUID()}@customer.example`,
        subject: 'Export email missing',
        text,
      }),
    )
    await untilDone(owner)
  }
  const directly = async () =>
    void (await timeEach(tickets, clients, () => insertTicket(owner, [])))
  await byDesk()
  await directly()
  const floor = await costOf(owner, directly)
  const handled = await costOf(owner, byDesk)
  const row = (name: string, cost: Cost) => [
    name,
    ms((cost.seconds * 1000) / tickets),
    (cost.commits / tickets).toFixed(1),
    `${(cost.wal / tickets / 1024).toFixed(1)} KB`,
    ms(cost.cpuMs / tickets),
  ]
  print(
    `a new ticket with all it leads to, ${tickets} by ${clients} clients`,
    ['each', 'time', 'commits', 'WAL', 'CPU of PostgreSQL'],
    [
      row('desk', handled),
      row('same INSERTs', floor),
      [
        'ratio',
        times(handled.seconds / floor.seconds),
        times(handled.commits / floor.commits),
        times(handled.wal / floor.wal),
        times(handled.cpuMs / floor.cpuMs),
      ],
    ],
  )
  await worker.stop()
  await app.close()
  await owner.end()
  await desk.close()
})

type Cost = { seconds: number; commits: number; wal: number; cpuMs: number }

async function untilDone(owner: pg.Pool): Promise<void> {
  for (;;) {
    const { rows } = await owner.query('select 1 from graphile_worker._private_jobs limit 1')
    if (rows.length === 0) return
    await wait(100)
  }
}

async function costOf(owner: pg.Pool, work: () => Promise<void>): Promise<Cost> {
  const before = await readCounters(owner)
  const seconds = await secondsOf(work)
  await wait(1_500) // each connection tells its counts once a second
  const after = await readCounters(owner)
  return {
    seconds,
    commits: after.commits - before.commits,
    wal: after.wal - before.wal,
    cpuMs: after.cpuMs - before.cpuMs,
  }
}

async function readCounters(owner: pg.Pool) {
  const { rows } = await owner.query<{ commits: number; wal: number; pid: number }>(`
    select (select xact_commit::float8 from pg_stat_database where datname = current_database()) as commits,
      (pg_current_wal_insert_lsn() - '0/0')::float8 as wal, pg_backend_pid() as pid`)
  const { commits, wal, pid } = rows[0]!
  return { commits, wal, cpuMs: cpuMsOfServer(parentOf(pid)) }
}

/** Of the server's process, of all that it has begun, and of those that have ended since. */
function cpuMsOfServer(pid: number): number {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const begun = processes.map(Number).filter((each) => parentOf(each) === pid)
  return sum([pid, ...begun].flatMap((each) => timesOf(each)))
}

/** Time in user and system mode, own and of ended children, which Linux counts in hundredths of a second. */
function timesOf(pid: number): number[] {
  return statOf(pid)
    .slice(11, 15)
    .map((hundredths) => Number(hundredths) * 10)
}

function parentOf(pid: number): number {
  return Number(statOf(pid)[1])
}

/** From the state on: its name before it may have spaces. Nothing of one that has ended. */
function statOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  } catch {
    return []
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
