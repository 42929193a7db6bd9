import type { TargetAnswer } from '@firstline/contract/actions'
import type { Sentence } from '@firstline/contract/sentence'

/** Why it did not come about, or nobody knows; `reason` is stable. */
export type CallError = { reason: string; detail: Sentence }

/**
 * accepted: the target said yes · refused: surely nothing was changed · uncertain: it may have been.
 */
export type CallOutcome = {
  kind: 'accepted' | 'refused' | 'uncertain'
  attempts: number
  answer: TargetAnswer | null
  error: CallError | null
  /** Of an accepted call of an API, whole: by what its job is found. Not for the record. */
  said?: { location: string | null; body: unknown }
}

/** One try, and whether another may follow. */
export type Attempt = Omit<CallOutcome, 'attempts'> & { mayRetry: boolean }
