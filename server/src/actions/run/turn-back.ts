import type { Transaction, Updateable } from 'kysely'
import { sentence } from '#server/core/sentence.ts'
import type { ActionRun, DB } from '#server/database/db-types.ts'
import type { CallError } from '#server/actions/call/call-outcome.ts'
import { actionFailed, stepFailed } from '#server/actions/events.ts'
import type { RunRow } from '#server/actions/events.ts'
import { keptSteps, nextToUndo, ofStep, refOf, saidError, withStep } from './chain.ts'
import type { KeptStep } from './chain.ts'
import { change, columnsOf } from './change-run.ts'
import { settleJob } from './settle-job.ts'

type Turn = {
  /** The step under way, as it has ended. */
  step: KeptStep
  /** The one that it does not go beyond, where that is another. */
  number?: number
  why: CallError
  values?: Updateable<ActionRun>
  now: Date
}

/**
 * A chain goes no further: what was done is taken back next, by its job. It lets go of the account for
 * that, and blocks itself there until it has come to an end.
 */
export async function turnBack(
  tx: Transaction<DB>,
  run: RunRow,
  { step, number = run.step, why, values = {}, now }: Turn,
) {
  const ended = withStep(keptSteps(run), run.step, step)
  const steps = withStep(ended, number, { error: saidError(why) })
  const said = ofStep(steps, number, why.detail)
  const isOver = nextToUndo(steps) === null
  const error = isOver
    ? {
        reason: 'chain.stays',
        detail: sentence`${said}. What was done before stays: none of it needs a way back.`,
      }
    : { reason: 'chain.going-back', detail: sentence`${said}. What was done is taken back.` }
  const changed = await change(tx, run, [run.state], {
    ...values,
    state: isOver ? 'failed' : 'verifying',
    going_back: true,
    lock_key: null,
    job: null,
    verify_until: null,
    finished_at: isOver ? now : null,
    steps: JSON.stringify(steps),
    ...columnsOf(error),
  })
  const failed = stepFailed(changed, refOf(steps, number), saidError(why))
  const events = isOver ? ([failed, actionFailed(changed)] as const) : ([failed] as const)
  return { result: changed, events, jobs: [settleJob(run.id, now)] }
}
