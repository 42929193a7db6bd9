import type { PayloadOf, TaskName } from '@firstline/contract/tasks'
import { sql } from 'kysely'
import type { RawBuilder, Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'

/** Work for later, in the transaction that makes it necessary: committed together or not at all. */
export type NewJobOf<Name extends TaskName> = {
  task: Name
  payload: PayloadOf<Name>
  /** A second job with this key replaces the first while that has not started. */
  key?: string
  runAt?: Date
  maxAttempts?: number
  /** Jobs of one queue are done one after the other. */
  queue?: string
}
/** What the catalogue (contract/src/tasks.ts) knows; another task, or payload, does not compile. */
export type NewJob = { [Name in TaskName]: NewJobOf<Name> }[TaskName]

export async function enqueue(tx: Transaction<DB>, jobs: readonly NewJob[]): Promise<void> {
  if (jobs.length > 0) await addJobs(rowsOf(jobs)).execute(tx)
}

/** @param jobs a query of task, payload, key, run_at, max_attempts, queue */
export function addJobs(jobs: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select count(*) from (
      select array_agg(row(
        task, payload, queue, run_at, max_attempts, key, null, null)::graphile_worker.job_spec) as specs
      from (${jobs}) as job
      having count(*) > 0
    ) as asked, graphile_worker.add_jobs(asked.specs)`
}

export function rowsOf(jobs: readonly NewJob[]): RawBuilder<unknown> {
  const rows = JSON.stringify(
    jobs.map((job) => ({
      task: job.task,
      payload: job.payload,
      key: job.key ?? null,
      run_at: job.runAt?.toISOString() ?? null,
      max_attempts: job.maxAttempts ?? null,
      queue: job.queue ?? null,
    })),
  )
  return sql`
    select task, payload, key, run_at, max_attempts, queue from jsonb_to_recordset(${rows}::jsonb)
      as job(task text, payload json, key text, run_at timestamptz, max_attempts int, queue text)`
}
