import { Conflict } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import type { Undo } from '#server/actions/compile/action.ts'
import type { RunRow } from '#server/actions/events.ts'
import { inWords } from '#server/actions/limits/in-words.ts'
import { keptSteps, nextToUndo } from './chain.ts'
import { undoOf } from './kept-definition.ts'

export function undoClosed(withinMs: number): Conflict {
  return new Conflict(
    'action-run.undo-closed',
    sentence`It could be taken back for ${inWords(withinMs)}; that time is over. Nothing was done.`,
  )
}

type WayBack = { undo: Undo; isDone: boolean; finishedAt: Date | null; step: number }

/** Of a chain, that of its last step that is still done; also where it did not come to its end. */
export function wayBackOf(run: RunRow): WayBack {
  const isVerified = run.state === 'verified'
  const steps = keptSteps(run)
  if (steps.length === 0) {
    return { undo: undoOf(run), isDone: isVerified, finishedAt: run.finished_at, step: 0 }
  }
  const next = nextToUndo(steps)
  const none = { none: 'nothing of it is left that needs one' }
  if (!next) return { undo: none, isDone: isVerified, finishedAt: run.finished_at, step: 0 }
  const { finishedAt } = next.step
  return {
    undo: next.undo,
    isDone: isVerified || run.going_back,
    finishedAt: finishedAt === null ? null : new Date(finishedAt),
    step: next.number,
  }
}
