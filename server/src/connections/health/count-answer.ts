import type { AnswerFault } from '@firstline/contract/connections'
import type { Clock } from '#server/core/clock.ts'
import type { AnswerCounts, Asked } from './count-answers.ts'
import { faultOf } from './fault-of.ts'

type Counting = { answers: AnswerCounts; clock: Clock }
type Judging<T> = {
  /** What is wrong with what came: nothing, unless somebody says so. */
  ofAnswer?: (answer: T) => AnswerFault | null
  /** Why nothing came; undefined where that is not the system's fault, and is not counted. */
  ofError?: (error: unknown) => AnswerFault | undefined
}

/**
 * Asks a connected system, and counts how it answered and how long that took.
 * @param asked null: what the desk answers itself is asked of no connection
 */
export async function countAnswer<T>(
  { answers, clock }: Counting,
  asked: Asked | null,
  ask: () => Promise<T>,
  { ofAnswer = () => null, ofError = faultOf }: Judging<T> = {},
): Promise<{ answer: T; at: Date; durationMs: number }> {
  const at = clock.now()
  const started = performance.now()
  const count = (fault: AnswerFault | null | undefined) => {
    const durationMs = performance.now() - started
    if (asked && fault !== undefined) answers.count(asked, { at, durationMs, fault })
    return { at, durationMs }
  }
  let answer: T
  try {
    answer = await ask()
  } catch (error) {
    count(ofError(error))
    throw error
  }
  return { answer, ...count(ofAnswer(answer)) }
}
