import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { DB } from './db-types.ts'

/** Work for later, in the transaction that makes it necessary: committed together or not at all. */
export type NewJob = {
  task: string
  payload: Record<string, unknown>
  /** A second job with this key replaces the first while that has not started. */
  key?: string
  runAt?: Date
  maxAttempts?: number
}

export async function enqueue(tx: Transaction<DB>, jobs: readonly NewJob[]): Promise<void> {
  if (jobs.length === 0) return
  const rows = JSON.stringify(
    jobs.map((job) => ({
      task: job.task,
      payload: job.payload,
      key: job.key ?? null,
      run_at: job.runAt?.toISOString() ?? null,
      max_attempts: job.maxAttempts ?? null,
    })),
  )
  await sql`
    select graphile_worker.add_job(
      job.task, job.payload,
      run_at := job.run_at, max_attempts := job.max_attempts, job_key := job.key)
    from jsonb_to_recordset(${rows}::jsonb)
      as job(task text, payload json, key text, run_at timestamptz, max_attempts int)
  `.execute(tx)
}
