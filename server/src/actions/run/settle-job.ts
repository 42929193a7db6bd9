import type { NewJob } from '#server/core/jobs.ts'

/** One job a run: a new one takes the place of the one that waits. */
export function settleJob(run: string, runAt: Date): NewJob {
  return { task: 'settle_action_run', payload: { run }, key: `action-run:${run}`, runAt }
}
