import { present } from '@firstline/contract/present'
import type { Sentence } from '@firstline/contract/sentence'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { Row } from '#server/accounts/read-source.ts'
import { later } from '#server/core/clock.ts'
import type { DB } from '#server/database/db-types.ts'
import type { NewEvent } from '#server/core/events.ts'
import type { NewJob } from '#server/core/jobs.ts'
import { sentence, textOf } from '#server/core/sentence.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Job } from '#server/actions/call/job-of.ts'
import type { CallError, CallOutcome } from '#server/actions/call/call-outcome.ts'
import {
  actionAccepted,
  actionFailed,
  actionUndone,
  actionUnknown,
  actionVerified,
} from '#server/actions/events.ts'
import type { RunRow } from '#server/actions/events.ts'
import { endedStep, isLastStep, keptSteps, withStep } from './chain.ts'
import { change, columnsOf } from './change-run.ts'
import { verifyOf } from './kept-definition.ts'
import { settleJob } from './settle-job.ts'
import { turnBack } from './turn-back.ts'

type State = RunRow['state']

/** `kept`: of a step of a chain, what others name of its answer. */
type Called = { run: RunRow; outcome: CallOutcome; job: Job | null; kept?: Record<string, unknown> }

/** What became of the call. @throws Conflict `action-run.settled` when somebody settled it meanwhile */
export const recordCall = defineVerb({
  permission: 'action:run',
  input: z.custom<Called>(),
  async run({ tx, clock }, { run, outcome, job, kept: answer }: Called) {
    const now = clock.now()
    const { withinMs } = verifyOf(run)
    const [state, eventOf] = afterCall[outcome.kind]
    const called = {
      called_at: now,
      attempts: outcome.attempts,
      answer: outcome.answer && JSON.stringify(outcome.answer),
    }
    if (outcome.kind === 'refused' && run.step > 1) {
      const why = present(outcome.error)
      const step = endedStep({ ...run, ...called, answer: outcome.answer }, 'failed', {
        now,
        error: why,
      })
      return turnBack(tx, run, { step, why, values: called, now })
    }
    const kept = answer && { kept: { answer } }
    const changed = await change(tx, run, ['intended'], {
      state,
      ...called,
      ...(kept && { steps: JSON.stringify(withStep(keptSteps(run), run.step, kept)) }),
      ...columnsOf(outcome.error),
      job: job && JSON.stringify(job),
      verify_until:
        outcome.kind === 'refused' ? null : later(now, Math.max(withinMs, job?.withinMs ?? 0)),
      finished_at: outcome.kind === 'accepted' ? null : now,
    })
    const jobs = outcome.kind === 'refused' ? [] : [settleJob(run.id, now)]
    const all = [...jobs, ...(outcome.kind === 'refused' ? tellChain(run, now) : [])]
    return { result: changed, events: [eventOf(changed)], jobs: all }
  },
})

const afterCall = {
  accepted: ['verifying', actionAccepted],
  refused: ['failed', actionFailed],
  uncertain: ['unknown', actionUnknown],
} as const satisfies Record<CallOutcome['kind'], [State, (run: RunRow) => NewEvent]>

/** Nobody recorded what became of the call: the process that made it, or should have, is gone. */
export const recordInterruption = defineVerb({
  permission: 'action:run',
  input: z.custom<{ run: RunRow; isRestored?: boolean }>(),
  async run({ tx, clock }, { run, isRestored = false }: { run: RunRow; isRestored?: boolean }) {
    const now = clock.now()
    const { withinMs } = verifyOf(run)
    const changed = await change(tx, run, isRestored ? ['intended', 'verifying'] : ['intended'], {
      state: 'unknown',
      // what was done since the backup is not on record: a person has a look before anything is taken back
      ...(isRestored && run.step > 0 ? { going_back: true } : {}),
      ...columnsOf({
        reason: 'run.interrupted',
        detail: sentence`Firstline stopped while the target was being called`,
      }),
      verify_until: later(now, withinMs),
      finished_at: now,
    })
    const jobs = [settleJob(run.id, now), ...tellChain(run, now)]
    return { result: changed, events: [actionUnknown(changed)], jobs }
  },
})

export type Settlement = {
  run: RunRow
  state: 'verified' | 'failed' | 'unknown'
  isTrue: boolean | null
  detail: Sentence
  /** Of a step of a chain: the row that shows it, as it may be kept. */
  seen?: Row | null
  /** Of an unknown one: how long it is still looked for by itself. */
  readUntil?: Date
  /** Why it is not verified. */
  error: CallError | null
}

/** The end of a run, as the system itself was read. */
export const recordSettlement = defineVerb({
  permission: 'action:run',
  input: z.custom<Settlement>(),
  async run({ tx, clock }, settled: Settlement) {
    const { run, state, error } = settled
    const now = clock.now()
    const isStep = run.step > 0 && !run.going_back
    const step = isStep ? endedStep(run, state, { ...settled, now }) : null
    const why = step && whyNoFurther(settled)
    if (step && why) return turnBack(tx, run, { step, why, values: readAt(settled, now), now })
    const changed = await change(tx, run, [run.state], {
      state,
      ...(step && { steps: JSON.stringify(withStep(keptSteps(run), run.step, step)) }),
      ...readAt(settled, now),
      ...(settled.readUntil ? { verify_until: settled.readUntil } : {}),
      finished_at: now,
      ...columnsOf(error),
    })
    const jobs = tellChain(run, now)
    if (state === 'failed') return { result: changed, events: [actionFailed(changed)], jobs }
    if (state === 'unknown') return { result: changed, events: [actionUnknown(changed)], jobs }
    const events = [actionVerified(changed), ...(await undoneBy(tx, changed))] as const
    return { result: changed, events, jobs }
  },
})

/** A chain whose step failed goes no further; nor does one whose step was seen when nobody knew any more. */
function whyNoFurther({ run, state, error }: Settlement): CallError | null {
  if (state === 'failed') return run.step > 1 ? error : null
  if (state === 'unknown' || isLastStep(run)) return null
  const detail = sentence`It was seen only when its outcome had been called unknown`
  return { reason: 'chain.seen-late', detail }
}

function readAt({ isTrue, detail }: Pick<Settlement, 'isTrue' | 'detail'>, now: Date) {
  return {
    reading_at: now,
    reading_is_true: isTrue,
    reading_detail: textOf(detail),
    reading_said: JSON.stringify(detail),
  }
}

/** A chain goes on taking its steps back when one of them has been. */
function tellChain({ undoes, undoes_step: step }: RunRow, now: Date): NewJob[] {
  return undoes !== null && step > 0 ? [settleJob(undoes, now)] : []
}

async function undoneBy(tx: Transaction<DB>, run: RunRow): Promise<NewEvent[]> {
  if (run.undoes === null || run.undoes_step > 0) return []
  const undone = await tx
    .selectFrom('action_run')
    .selectAll()
    .where('id', '=', run.undoes)
    .executeTakeFirstOrThrow()
  return [actionUndone(undone, run)]
}
