import type { Problem, ProblemKind } from '@firstline/contract/problem'
import type { Sentence } from '@firstline/contract/sentence'
import { textOf } from './sentence.ts'

type Extra = Pick<
  Problem,
  'errors' | 'reasons' | 'retryAfterSeconds' | 'meanwhile' | 'newer' | 'draft'
>

/**
 * An expected refusal. `reason` is dotted and stable (`ticket.not-open`): programs match on it.
 * `detail` is for people: what happened, what is safe, what to do next.
 */
export class Refusal extends Error {
  readonly kind: ProblemKind
  readonly reason: string
  /** The detail with the values in it, for who reads in another language. */
  readonly said: Sentence | null
  readonly extra: Extra
  constructor(kind: ProblemKind, reason: string, detail: string | Sentence, extra: Extra = {}) {
    super(typeof detail === 'string' ? detail : textOf(detail))
    this.said = typeof detail === 'string' ? null : detail
    this.name = new.target.name
    this.kind = kind
    this.reason = reason
    this.extra = extra
  }
}

export class Invalid extends Refusal {
  constructor(reason: string, detail: string | Sentence, extra?: Extra) {
    super('invalid', reason, detail, extra)
  }
}
export class Forbidden extends Refusal {
  constructor(reason: string, detail: string | Sentence) {
    super('forbidden', reason, detail)
  }
}
export class NotFound extends Refusal {
  constructor(reason: string, detail: string | Sentence) {
    super('not-found', reason, detail)
  }
}
export class Conflict extends Refusal {
  constructor(reason: string, detail: string | Sentence, extra?: Extra) {
    super('conflict', reason, detail, extra)
  }
}
export class Limited extends Refusal {
  constructor(reason: string, detail: string | Sentence, retryAfterSeconds: number) {
    super('limited', reason, detail, { retryAfterSeconds })
  }
}
export class Unavailable extends Refusal {
  constructor(reason: string, detail: string | Sentence, extra?: Extra) {
    super('unavailable', reason, detail, extra)
  }
}

/** @returns the message with the values in it, where it is a refusal of ours */
export function saidOf(error: unknown): Sentence {
  return (error instanceof Refusal && error.said) || { words: messageOf(error), values: [] }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
