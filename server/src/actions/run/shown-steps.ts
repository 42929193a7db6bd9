import type { ActionRunStep } from '@firstline/contract/actions'
import { undoOf } from '#server/actions/preview/describe-action.ts'
import type { RunRow } from '#server/actions/events.ts'
import { keptSteps, stepUnderWay } from './chain.ts'
import type { KeptStep } from './chain.ts'

/** The steps of a chain, as they stand: of the one under way its run's columns say it. */
export function shownSteps(run: RunRow): ActionRunStep[] {
  const steps = keptSteps(run)
  const isUnderWay = !run.going_back && run.state !== 'verified'
  return steps.map((step, i) =>
    shownStep(isUnderWay && i === run.step - 1 ? stepUnderWay(run) : step),
  )
}

function shownStep({ verify, reading, error, undo, undoError, ...step }: KeptStep): ActionRunStep {
  const { id, title, state, request, intendedAt, calledAt, finishedAt } = step
  const { attempts, answer, undoneBy } = step
  return {
    id,
    title,
    state,
    request,
    intendedAt,
    calledAt,
    finishedAt,
    attempts,
    answer,
    error: error && shownError(error),
    verification: {
      cel: verify.cel,
      at: reading?.at ?? null,
      isTrue: reading?.isTrue ?? null,
      detail: reading?.detail ?? null,
      ...(reading?.said && { said: reading.said }),
    },
    undo: undoOf(undo),
    undoneBy,
    undoError: undoError && shownError(undoError),
  }
}

function shownError({ reason, detail, said }: NonNullable<KeptStep['error']>) {
  return { reason, detail, ...(said && { said }) }
}
