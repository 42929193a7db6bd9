import { setTimeout as wait } from 'node:timers/promises'
import { tasks as catalogue } from '@firstline/contract/tasks'
import type { TaskName } from '@firstline/contract/tasks'
import type { JobHelpers, TaskList } from 'graphile-worker'
import { seconds } from './clock.ts'
import { isDatabaseGone } from '#server/database/database-gone.ts'
import { reactionsByOneJob } from './react.ts'
import type { WorkerConfig } from './worker-config.ts'

type Run = (payload: unknown, helpers: Pick<JobHelpers, 'job'>) => Promise<void>

/** Longer than PostgreSQL needs to come back after a crash, most of the time. */
const mostTries = 30

/** What the library runs by name. @param stopping ends the waiting for a database that is away */
export function taskListOf(config: WorkerConfig, stopping: AbortSignal): TaskList {
  const once = runEachOnce()
  const { reactions } = config
  const reacting = reactions && { react: reactionsByOneJob({ ...config, reactions }) }
  const known = Object.entries({ ...config.tasks, ...reacting })
  const tasks = known.map(([name, task]): [string, Run] => {
    const run = (payload: unknown) => task(payloadOf(name as TaskName, payload) as never)
    return [
      name,
      (payload, { job }) => once(job.id, () => whileDatabaseIsAway(() => run(payload), stopping)),
    ]
  })
  return Object.fromEntries(tasks)
}

/** @throws ZodError for what nobody enqueues today; then the job fails, and says so */
function payloadOf(name: TaskName, payload: unknown): unknown {
  return catalogue[name].parse(payload)
}

/**
 * A job whose runner was dropped goes back to the queue while its work may still be under way here.
 * Whoever takes it in this process waits for that work and does not begin it a second time beside it.
 */
function runEachOnce() {
  const underWay = new Map<string, Promise<void>>()
  return (id: string, begin: () => Promise<void>): Promise<void> => {
    const before = underWay.get(id)
    if (before) return before
    const running = begin().finally(() => underWay.delete(id))
    underWay.set(id, running)
    return running
  }
}

/**
 * A job that met a dying database has not failed: the queue would let it wait for minutes after a
 * few of these. It is begun again as soon as the database answers.
 */
async function whileDatabaseIsAway(
  begin: () => Promise<void>,
  stopping: AbortSignal,
): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await begin()
    } catch (error) {
      if (!isDatabaseGone(error) || tries === mostTries || stopping.aborted) throw error
      await wait(seconds, undefined, { signal: stopping, ref: false }).catch(() => undefined)
    }
  }
}
