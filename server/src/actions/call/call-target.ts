import { setTimeout as wait } from 'node:timers/promises'
import type { Sources } from '#server/accounts/read-source.ts'
import type { CallOutcome } from './call-outcome.ts'
import { countAttempt } from './count-attempt.ts'
import type { TargetCall } from './target.ts'
import { targetOf } from './targets.ts'
import type { TargetRequest } from './targets.ts'

/** A call that is tried again by its limits. */
export type RetriedCall = TargetCall<TargetRequest> & {
  /** Asked before each attempt: why it may not be made any more. */
  hindrance: (() => Promise<CallOutcome['error']>) | null
}

const firstPauseMs = 100

/** The longest a call can take with all its attempts. */
export function callBudgetMs({ timeoutMs, retry }: RetriedCall['limits']): number {
  return (retry.max + 1) * timeoutMs + firstPauseMs * (2 ** retry.max - 1)
}

/** Never throws for what the target does: that is an outcome. */
export async function callTarget(sources: Sources, call: RetriedCall): Promise<CallOutcome> {
  const target = targetOf(call.request)
  let isCertain = true
  for (let attempts = 1; ; attempts++) {
    const error = await call.hindrance?.()
    if (error) return hindered(error, isCertain, attempts - 1)
    const tried = await countAttempt(sources, call, () => target.attempt(sources, call))
    if (tried.kind === 'accepted') return { ...tried, attempts }
    isCertain &&= tried.kind === 'refused'
    if (tried.mayRetry && attempts <= call.limits.retry.max) {
      await wait(firstPauseMs * 2 ** (attempts - 1))
      continue
    }
    // a refusal after an attempt that may have worked proves nothing about that attempt
    return {
      kind: isCertain ? 'refused' : 'uncertain',
      attempts,
      answer: tried.answer,
      error: tried.error,
    }
  }
}

function hindered(error: CallOutcome['error'], isCertain: boolean, attempts: number): CallOutcome {
  return { kind: isCertain ? 'refused' : 'uncertain', attempts, answer: null, error }
}
