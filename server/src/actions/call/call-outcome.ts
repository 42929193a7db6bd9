import type { TargetAnswer } from '@firstline/contract/actions'

/**
 * accepted: the target said yes · refused: surely nothing was changed · uncertain: it may have been.
 */
export type CallOutcome = {
  kind: 'accepted' | 'refused' | 'uncertain'
  attempts: number
  answer: TargetAnswer | null
  error: { reason: string; detail: string } | null
  /** Of an accepted call of an API, whole: by what its job is found. Not for the record. */
  said?: { location: string | null; body: unknown }
}

/** One try, and whether another may follow. */
export type Attempt = Omit<CallOutcome, 'attempts'> & { mayRetry: boolean }
