import { tasks } from '@firstline/contract/tasks'
import { sql } from 'kysely'
import type { Desk } from './verb.ts'

/** Of a job of the task `react`; an earlier version asked for one. */
export const reactionsAskedFor = sql`(
  select json_array_elements_text(
    coalesce(job.payload -> 'reactions', json_build_array(job.payload -> 'reaction'))) as reaction)`

/**
 * The library leaves a job alone whose task it does not know, as after a step back to an older
 * version: it waits without a word. Here it is said in the log, and in /readyz (readiness.ts).
 */
export async function sayUnknownJobs(
  { db, log }: Pick<Desk, 'db' | 'log'>,
  reactions: readonly string[],
): Promise<void> {
  const { rows } = await sql<{ task: string; reaction: string | null; jobs: number }>`
    select task.identifier as task, reacting.reaction, count(*)::int as jobs
    from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id
    left join lateral ${reactionsAskedFor} reacting on task.identifier = 'react'
    where job.attempts < job.max_attempts and (
      task.identifier <> all(${Object.keys(tasks)}::text[])
      or reacting.reaction <> all(${[...reactions]}::text[]))
    group by 1, 2 order by 1, 2`.execute(db)
  for (const { task, reaction, jobs } of rows) {
    log.error(
      { task, ...(reaction && { reaction }), jobs },
      'nobody here knows the work of waiting jobs',
    )
  }
}
