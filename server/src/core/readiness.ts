import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { seconds } from './clock.ts'
import { isDatabaseGone } from '#server/database/database-gone.ts'
import type { DB } from '#server/database/db-types.ts'
import { Unavailable, messageOf } from './errors.ts'
import { sentence } from './sentence.ts'
import { reactionsAskedFor } from './unknown-jobs.ts'
import { within } from './within.ts'
import type { Worker } from './worker.ts'

export type Readiness = {
  /** @throws Unavailable with every reason */
  read(known: KnownJobs): Promise<{ status: 'ready' }>
  /** A worker of this node, where it has any. */
  watch(worker: Pick<Worker, 'state'>): void
}
type KnownJobs = { tasks: readonly string[]; reactions: readonly string[] }
type Reason = { reason: string; detail: string }

const latestSeconds = 60
const longestLook = 5 * seconds
/** Whoever asks more often is given the last answer: a look writes. */
const keptFor = 2 * seconds

/** Whether this node and what it stands on do their work; every fault is said, not the first only. */
export function createReadiness(db: Kysely<DB>): Readiness {
  const workers: Pick<Worker, 'state'>[] = []
  let last: { at: number; reasons: Promise<Reason[]> } | null = null

  async function look(known: KnownJobs): Promise<Reason[]> {
    const jobs = await within(longestLook, readJobs(db)).catch((error: unknown) => {
      if (isDatabaseGone(error)) throw error
      throw new Unavailable('database.unavailable', sentence`The database: ${messageOf(error)}`)
    })
    return [...(await refusedWrite(db)), ...faultsOfJobs(jobs, known)]
  }

  return {
    watch: (running) => void workers.push(running),
    async read(known) {
      if (!last || performance.now() - last.at > keptFor) {
        last = { at: performance.now(), reasons: look(known) }
      }
      const reasons = [...workers.flatMap(faultsOfWorker), ...(await last.reasons)]
      if (reasons.length === 0) return { status: 'ready' }
      const words = reasons.map(({ detail }) => detail).join(' ')
      throw new Unavailable('desk.not-ready', words, { reasons })
    },
  }
}

function faultsOfWorker(worker: Pick<Worker, 'state'>): Reason[] {
  const state = worker.state()
  if (state === 'running') return []
  return [
    state === 'hung'
      ? {
          reason: 'worker.hung',
          detail: 'The worker of this node does nothing; it is being dropped.',
        }
      : { reason: 'worker.starting', detail: 'The worker of this node is being started again.' },
  ]
}

/**
 * A full disk reads well, and takes a small change into a page that is there. A new table needs new
 * pages, and its rows in the catalogue are written to the log like any other.
 */
async function refusedWrite(db: Kysely<DB>): Promise<Reason[]> {
  const probe = sql`
    create temp table readiness_probe on commit drop as
    select repeat('x', 1000) as filler from generate_series(1, 64)`
  try {
    await within(longestLook, probe.execute(db))
    return []
  } catch (error) {
    return [{ reason: 'database.no-writes', detail: `A write fails: ${messageOf(error)}.` }]
  }
}

type Jobs = { task: string; reaction: string | null; waitingSeconds: number | null }

/** Due, and not in the hands of a worker that lives; what waits in a queue of its own waits for what is before it. */
async function readJobs(db: Kysely<DB>): Promise<Jobs[]> {
  const { rows } = await sql<Jobs>`
    select task.identifier as task,
      reacting.reaction,
      extract(epoch from now() - min(job.run_at) filter (where job.run_at <= now() and job.job_queue_id is null and (
        job.locked_at is null or not exists (
          select from worker_life life
          where life.pool = job.locked_by and life.seen_at > now() - interval '1 minute'))))::int
        as "waitingSeconds"
    from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id
    left join lateral ${reactionsAskedFor} reacting on task.identifier = 'react'
    where job.attempts < job.max_attempts
    group by 1, 2`.execute(db)
  return rows
}

function faultsOfJobs(jobs: Jobs[], { tasks, reactions }: KnownJobs): Reason[] {
  const unknown = jobs.flatMap(({ task, reaction }) => {
    if (!tasks.includes(task)) return [task]
    return reaction !== null && !reactions.includes(reaction) ? [reaction] : []
  })
  const oldest = Math.max(0, ...jobs.map(({ waitingSeconds }) => waitingSeconds ?? 0))
  return [
    ...unknown.map((name) => ({
      reason: 'jobs.unknown-task',
      detail: `Nobody here knows the work of a waiting job: ${name}.`,
    })),
    ...(oldest > latestSeconds
      ? [{ reason: 'jobs.late', detail: `The oldest due job waits for ${oldest} seconds.` }]
      : []),
  ]
}
