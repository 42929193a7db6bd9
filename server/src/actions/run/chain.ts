import { ActionRequest, ActionStepState, TargetAnswer } from '@firstline/contract/actions'
import { Sentence } from '@firstline/contract/sentence'
import { z } from 'zod'
import { present } from '@firstline/contract/present'
import { sentence, textOf } from '#server/core/sentence.ts'
import type { Action, Step, Undo, Verify } from '#server/actions/compile/action.ts'
import type { CallError } from '#server/actions/call/call-outcome.ts'
import type { RunRow, StepRef } from '#server/actions/events.ts'
import { setAt, valueAt } from '#server/connections/mapping.ts'
import type { Bindings } from '#server/connections/mapping.ts'
import { isSame } from '#server/actions/limits/canonical.ts'

const said = z.object({ reason: z.string(), detail: z.string(), said: Sentence.nullable() })
const time = z.string().nullable()

const KeptStep = z.object({
  id: z.string(),
  title: z.string(),
  state: ActionStepState,
  /** As the file said when the run began. */
  verify: z.custom<Verify>(),
  undo: z.custom<Undo>(),
  request: ActionRequest.nullable(),
  intendedAt: time,
  calledAt: time,
  finishedAt: time,
  attempts: z.int(),
  answer: TargetAnswer.nullable(),
  error: said.nullable(),
  reading: z
    .object({
      at: time,
      isTrue: z.boolean().nullable(),
      detail: z.string(),
      said: Sentence.nullable(),
    })
    .nullable(),
  /** What later steps name: of its answer, and of what its verification saw. */
  kept: z.record(z.string(), z.unknown()),
  undoneBy: z.string().nullable(),
  undoError: said.nullable(),
})
/** What is kept of one step of a chain. Of the one under way it is the run's own columns that count. */
export type KeptStep = z.infer<typeof KeptStep>

/** None for a run that is no chain. */
export function keptSteps({ steps }: Pick<RunRow, 'steps'>): KeptStep[] {
  return steps === null ? [] : z.array(KeptStep).parse(steps)
}

/** How a chain begins. */
export function newSteps(action: Action): KeptStep[] {
  return action.steps.map(({ id, title, verify, undo }) => ({
    id,
    title,
    state: 'waiting',
    verify,
    undo,
    request: null,
    intendedAt: null,
    calledAt: null,
    finishedAt: null,
    attempts: 0,
    answer: null,
    error: null,
    reading: null,
    kept: {},
    undoneBy: null,
    undoError: null,
  }))
}

/** The step under way, as its run's columns say it. */
export function stepUnderWay(run: RunRow): KeptStep {
  const kept = present(keptSteps(run)[run.step - 1])
  const { error_reason: reason, error_detail: detail, error_said: errorSaid } = run
  return {
    ...kept,
    state: run.state,
    request: run.request,
    intendedAt: kept.intendedAt ?? run.intended_at.toISOString(),
    calledAt: run.called_at?.toISOString() ?? null,
    finishedAt: run.finished_at?.toISOString() ?? null,
    attempts: run.attempts,
    answer: run.answer,
    error: reason === null ? null : { reason, detail: detail ?? '', said: errorSaid },
    reading:
      run.reading_at === null
        ? null
        : {
            at: run.reading_at.toISOString(),
            isTrue: run.reading_is_true,
            detail: run.reading_detail ?? '',
            said: run.reading_said,
          },
  }
}

type Ending = {
  now: Date
  error: CallError | null
  isTrue?: boolean | null
  detail?: Sentence
  seen?: unknown
}

/** The step under way, as it has ended. */
export function endedStep(run: RunRow, state: KeptStep['state'], ending: Ending): KeptStep {
  const { now, error, isTrue = null, detail, seen } = ending
  const step = stepUnderWay(run)
  return {
    ...step,
    state,
    finishedAt: now.toISOString(),
    error: error && saidError(error),
    kept: seen ? { ...step.kept, seen } : step.kept,
    ...(detail && {
      reading: { at: now.toISOString(), isTrue, detail: textOf(detail), said: detail },
    }),
  }
}

export function saidError({ reason, detail }: CallError): NonNullable<KeptStep['error']> {
  return { reason, detail: textOf(detail), said: detail }
}

export function refOf(steps: readonly KeptStep[], number: number): StepRef {
  return { step: number, of: steps.length, stepTitle: steps[number - 1]?.title ?? '' }
}

/** Its steps with this one changed; `number` counts from 1. */
export function withStep(
  steps: readonly KeptStep[],
  number: number,
  change: Partial<KeptStep>,
): KeptStep[] {
  return steps.map((step, i) => (i === number - 1 ? { ...step, ...change } : step))
}

/** The last that is done and has a way back. */
export function nextToUndo(
  steps: readonly KeptStep[],
): { number: number; step: KeptStep; undo: Extract<Undo, { action: string }> } | null {
  const number = steps.findLastIndex(({ state, undo }) => state === 'verified' && !('none' in undo))
  const step = steps[number]
  return step && !('none' in step.undo) ? { number: number + 1, step, undo: step.undo } : null
}

export function isLastStep(run: RunRow): boolean {
  return run.step >= keptSteps(run).length
}

/** What later steps, conditions and ways back may name of those that were sent. */
export function keptOf(run: RunRow): Bindings {
  return Object.fromEntries(keptSteps(run).map(({ id, kept }) => [id, kept]))
}

/**
 * What others name of an answer, and nothing else of it. What the record may not show is not there: it
 * would be another value that is sent.
 */
export function keptAnswer(
  { kept }: Pick<Step, 'kept'>,
  { raw, shown }: { raw: unknown; shown: unknown },
): Record<string, unknown> {
  const answer: Record<string, unknown> = {}
  for (const path of kept) {
    const value = valueAt(`answer.${path}`, { answer: raw })
    if (value === undefined) continue
    if (isSame(value, valueAt(`answer.${path}`, { answer: shown })))
      setAt(answer, path.split('.'), value)
  }
  return answer
}

/** Which step it was, before why. */
export function ofStep(steps: readonly KeptStep[], number: number, why: Sentence): Sentence {
  return sentence`Step ${number} of ${steps.length}, “${steps[number - 1]?.title ?? ''}”: ${why}`
}

/** Which step it did not go beyond, and why; null: there is none. */
export function whyOf(steps: readonly KeptStep[]): Sentence | null {
  const i = steps.findIndex(({ error }) => error !== null)
  const error = steps[i]?.error
  return error ? ofStep(steps, i + 1, error.said ?? sentence`${error.detail}`) : null
}
