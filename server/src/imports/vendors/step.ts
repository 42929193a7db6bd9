import type { Named, Part } from './vendor.ts'

/**
 * Who did it, as far as the record says: a kind where it is known, else an id whose role may be
 * known from elsewhere (`Named` of kind `role`).
 */
export type StepActor = { kind?: 'customer' | 'agent' | 'system' | undefined; id?: string | null }

/** What a status of another desk means; `closed` is the end of what is resolved. */
export type StepStatus = 'open' | 'resolved' | 'closed' | 'void'

/** What the other desk knows of a ticket as it is now, for tickets whose history is missing. */
export type Snapshot = {
  status: StepStatus
  /** Milliseconds; the last time. */
  resolvedAt: number | null
  /** How often it was reopened, and the last time, as far as the desk counts that. */
  reopens: number
  reopenedAt: number | null
  team: string | null
  /** How many teams had it. */
  teams: number
}

/** One thing that another desk's record says about one ticket. Teams are names or ids. */
export type Step = { by?: StepActor | undefined } & (
  | {
      kind: 'received'
      type: string | null
      channel: string | null
      product: string | null
      contact: string | null
      /** The closed ticket this one takes up. */
      followsUp?: string | null
    }
  /** `from` where the desk says what it was before. */
  | { kind: 'status'; to: StepStatus; from?: StepStatus | undefined }
  | { kind: 'team'; team: string; from?: string | undefined }
  | { kind: 'type'; type: string }
  | { kind: 'asked' }
  | { kind: 'rated'; value: 'up' | 'down' }
  | ({ kind: 'snapshot' } & Snapshot)
  /** Counts that come apart from the ticket. */
  | ({ kind: 'counts' } & Pick<Snapshot, 'resolvedAt' | 'reopens' | 'teams'>)
)

export type StepPart = Part<Step>

export type StepFound = StepPart | Named

/** A record that cannot be used; becomes a refusal with its line. */
export class BadRecord extends Error {
  readonly reason: string
  constructor(reason: string, detail: string) {
    super(detail)
    this.reason = reason
  }
}
