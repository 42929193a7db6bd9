import { setTimeout as wait } from 'node:timers/promises'
import { seconds } from './clock.ts'
import { messageOf } from './errors.ts'
import { startRunner } from './job-runner.ts'
import type { JobRunner } from './job-runner.ts'
import type { Logger } from './log.ts'
import { taskListOf } from './task-list.ts'
import type { WorkerConfig } from './worker-config.ts'
import { keepWorkerLife } from './worker-life.ts'

export type WorkerState = 'running' | 'starting' | 'hung'
export type Worker = { state(): WorkerState; stop(): Promise<void> }

/**
 * Runs jobs; a job that was being run when the process died is run again by another. The database
 * may go away and return: then the library gives up, or waits for ever for what will not come.
 * Either way its runner is dropped with its connections, its jobs go back, and a new one is started.
 */
export async function startWorker(config: WorkerConfig): Promise<Worker> {
  const life = keepWorkerLife(config.url, config.log)
  const stopping = new AbortController()
  const stopped = Promise.withResolvers<string>()
  const tasks = taskListOf(config, stopping.signal)
  const start = async () => {
    const runner = await startRunner(config, tasks, stopping.signal)
    life.begin(runner.pool, () => runner.isAtWork())
    return runner
  }
  let running: JobRunner | null = await start().catch(async (error: unknown) => {
    await life.stop()
    throw error
  })

  async function keepRunning(): Promise<void> {
    while (running) {
      const why = await Promise.race([running.ended, stopped.promise])
      if (stopping.signal.aborted) await running.stop()
      else config.log.warn({ why }, 'jobs are not run for now; trying to go on')
      running.drop()
      life.end(running.pool)
      running = null
      running = await startAgain(start, config.log, stopping.signal)
    }
  }

  const kept = keepRunning()
  return {
    state: () => (running ? (running.isAtWork() ? 'running' : 'hung') : 'starting'),
    async stop() {
      stopping.abort()
      stopped.resolve('it is stopped')
      await kept
      await life.stop()
    },
  }
}

/** @returns null when stopped before the database was back */
async function startAgain(
  start: () => Promise<JobRunner>,
  log: Logger,
  signal: AbortSignal,
): Promise<JobRunner | null> {
  while (!signal.aborted) {
    try {
      const running = await start()
      log.warn('jobs are run again')
      return running
    } catch (error) {
      log.debug({ err: messageOf(error) }, 'jobs cannot be run yet')
      await wait(seconds, undefined, { signal }).catch(() => undefined)
    }
  }
  return null
}
