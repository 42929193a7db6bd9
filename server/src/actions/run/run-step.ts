import { z } from 'zod'
import type { Actor } from '#server/core/actor.ts'
import { later } from '#server/core/clock.ts'
import { Refusal, saidOf } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import { callBudgetMs } from '#server/actions/call/call-target.ts'
import { shownRequest } from '#server/actions/call/build-request.ts'
import type { CallError } from '#server/actions/call/call-outcome.ts'
import type { ActionDesk } from '#server/actions/desk.ts'
import { stepIntended, stepVerified } from '#server/actions/events.ts'
import type { RunRow } from '#server/actions/events.ts'
import { callRun } from './call-run.ts'
import { endedStep, keptOf, keptSteps, refOf, withStep } from './chain.ts'
import type { KeptStep } from './chain.ts'
import { change } from './change-run.ts'
import { graceMs } from './intend-action.ts'
import { prepareStep } from './prepare-step.ts'
import type { PreparedStep } from './prepare-step.ts'
import type { Settlement } from './record-outcome.ts'
import { settleJob } from './settle-job.ts'
import { turnBack } from './turn-back.ts'

/**
 * The step of a chain that was just seen to have worked is written down together with the intent of the next,
 * and that is called. Of several who settle a run one writes that intent, and only that one calls.
 */
export async function runNextStep(
  desk: ActionDesk,
  actor: Actor,
  { run, isTrue, detail, seen = null }: Settlement,
): Promise<void> {
  const now = desk.clock.now()
  const step = endedStep(run, 'verified', { now, error: null, isTrue, detail, seen })
  const kept = { ...keptOf(run), [step.id]: step.kept }
  const prepared = await prepareStep(desk, actor, run, kept).catch((error: unknown) => {
    if (error instanceof Refusal) return { reason: error.reason, detail: saidOf(error) }
    throw error
  })
  if ('reason' in prepared)
    return void (await recordNoNext(desk, actor, { run, step, why: prepared }))
  const intended = await intendStep(desk, actor, { run, step, prepared })
  await callRun(desk, actor, intended, prepared)
}

type Next = { run: RunRow; step: KeptStep; prepared: PreparedStep }

/** The intent of a later step is on record before anything of it is called, as the first's. */
const intendStep = defineVerb({
  permission: 'action:run',
  input: z.custom<Next>(),
  async run({ tx, clock }, { run, step, prepared }: Next) {
    const { action, step: next, request, redaction } = prepared
    const now = clock.now()
    const deadline = later(now, callBudgetMs(action.limits) + graceMs)
    const number = run.step + 1
    const done = withStep(keptSteps(run), run.step, step)
    const steps = withStep(done, number, { intendedAt: now.toISOString() })
    const intended = await change(tx, run, ['verifying'], {
      state: 'intended',
      step: number,
      steps: JSON.stringify(steps),
      request: JSON.stringify(redaction.scrub(shownRequest(request))),
      verify: JSON.stringify(next.verify),
      undo: JSON.stringify(next.undo),
      call_deadline: deadline,
      ...nothingYet,
    })
    const seen = step.reading?.detail ?? ''
    const events = [
      stepVerified(intended, refOf(steps, run.step), seen),
      stepIntended(intended, refOf(steps, number)),
    ] as const
    return { result: intended, events, jobs: [settleJob(run.id, deadline)] }
  },
})

const nothingYet = {
  called_at: null,
  attempts: 0,
  answer: null,
  job: null,
  verify_until: null,
  reading_at: null,
  reading_is_true: null,
  reading_detail: null,
  reading_said: null,
}

type NoNext = { run: RunRow; step: KeptStep; why: CallError }

/** The next step may not be sent: what was done is taken back. */
const recordNoNext = defineVerb({
  permission: 'action:run',
  input: z.custom<NoNext>(),
  run: ({ tx, clock }, { run, step, why }: NoNext) =>
    turnBack(tx, run, { step, number: run.step + 1, why, now: clock.now() }),
})
