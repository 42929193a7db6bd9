import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { secondsOf } from './figures.ts'
import type { Scratch } from './scratch.ts'
import { cpuMsOfServer } from './server-cpu.ts'

/** What a piece of work costs: how long it took, and the processor time of PostgreSQL and of this process. */
export type Cost = {
  seconds: number
  commits: number
  wal: number
  /** Of 8 KB each that PostgreSQL looked at, and those of them that were not in its own memory. */
  pages: number
  pagesRead: number
  cpuMs: number
  nodeMs: number
}

/** @param owner of the database: who may read the server's counters */
export async function costOf(
  scratch: Scratch,
  owner: pg.Pool,
  work: () => Promise<void>,
): Promise<Cost> {
  const before = await readCounters(scratch, owner)
  const node = process.cpuUsage()
  const seconds = await secondsOf(work)
  const { user, system } = process.cpuUsage(node)
  await wait(1_500) // each connection tells its counts once a second
  const after = await readCounters(scratch, owner)
  return {
    seconds,
    commits: after.commits - before.commits,
    wal: after.wal - before.wal,
    pages: after.pages - before.pages,
    pagesRead: after.pagesRead - before.pagesRead,
    cpuMs: after.cpuMs - before.cpuMs,
    nodeMs: (user + system) / 1000,
  }
}

/** Until no job is due. */
export async function untilDone(owner: pg.Pool): Promise<void> {
  for (;;) {
    const { rows } = await owner.query(
      'select 1 from graphile_worker._private_jobs where run_at <= now() limit 1',
    )
    if (rows.length === 0) return
    await wait(100)
  }
}

async function readCounters(scratch: Scratch, owner: pg.Pool) {
  const { rows } = await owner.query<Record<'commits' | 'pages' | 'pagesRead' | 'wal', number>>(`
    select xact_commit::float8 as commits, (blks_hit + blks_read)::float8 as pages,
      blks_read::float8 as "pagesRead", (pg_current_wal_insert_lsn() - '0/0')::float8 as wal
    from pg_stat_database where datname = current_database()`)
  return { ...rows[0]!, cpuMs: cpuMsOfServer(scratch) }
}
