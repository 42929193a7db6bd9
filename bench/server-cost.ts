import { readFileSync, readdirSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { secondsOf } from './figures.ts'

/** What a piece of work costs PostgreSQL; the seconds are those it took. */
export type Cost = { seconds: number; commits: number; wal: number; cpuMs: number }

/** @param owner of the database: who may read the server's counters */
export async function costOf(owner: pg.Pool, work: () => Promise<void>): Promise<Cost> {
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

/** Until no job is left. */
export async function untilDone(owner: pg.Pool): Promise<void> {
  for (;;) {
    const { rows } = await owner.query(
      'select 1 from graphile_worker._private_jobs where run_at <= now() limit 1',
    )
    if (rows.length === 0) return
    await wait(100)
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
