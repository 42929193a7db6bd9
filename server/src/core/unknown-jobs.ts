import { tasks } from '@firstline/contract/tasks'
import { sql } from 'kysely'
import type { Desk } from './verb.ts'

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
    cross join lateral (select
      case when task.identifier = 'react' then job.payload ->> 'reaction' end as reaction) reacting
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
