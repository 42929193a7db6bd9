import type { TargetAnswer } from '@firstline/contract/actions'

/**
 * accepted: the target said yes · refused: surely nothing was changed · uncertain: it may have been.
 */
export type CallOutcome = {
  kind: 'accepted' | 'refused' | 'uncertain'
  attempts: number
  answer: TargetAnswer | null
  error: { reason: string; detail: string } | null
}

/** One try, and whether another may follow. */
export type Attempt = Omit<CallOutcome, 'attempts'> & { mayRetry: boolean }
