import type { Problem, ProblemKind } from '@firstline/contract/problem'

type Extra = Pick<Problem, 'errors' | 'reasons' | 'retryAfterSeconds' | 'meanwhile' | 'newer'>

/**
 * An expected refusal. `reason` is dotted and stable (`ticket.not-open`): programs match on it.
 * `detail` is for people: what happened, what is safe, what to do next.
 */
export class Refusal extends Error {
  readonly kind: ProblemKind
  readonly reason: string
  readonly extra: Extra
  constructor(kind: ProblemKind, reason: string, detail: string, extra: Extra = {}) {
    super(detail)
    this.name = new.target.name
    this.kind = kind
    this.reason = reason
    this.extra = extra
  }
}

export class Invalid extends Refusal {
  constructor(reason: string, detail: string, extra?: Extra) {
    super('invalid', reason, detail, extra)
  }
}
export class Forbidden extends Refusal {
  constructor(reason: string, detail: string) {
    super('forbidden', reason, detail)
  }
}
export class NotFound extends Refusal {
  constructor(reason: string, detail: string) {
    super('not-found', reason, detail)
  }
}
export class Conflict extends Refusal {
  constructor(reason: string, detail: string, extra?: Extra) {
    super('conflict', reason, detail, extra)
  }
}
export class Limited extends Refusal {
  constructor(reason: string, detail: string, retryAfterSeconds: number) {
    super('limited', reason, detail, { retryAfterSeconds })
  }
}
export class Unavailable extends Refusal {
  constructor(reason: string, detail: string, extra?: Extra) {
    super('unavailable', reason, detail, extra)
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
