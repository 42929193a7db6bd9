import type { PersonActor } from '#server/core/actor.ts'
import type { PreviewClaims } from './preview-token.ts'

/** What somebody wants done, on which ticket's account. */
export type Wish = { ticketId: string; action: string; input: Record<string, unknown> }

/** A confirmed wish, whoever it comes from. */
export type Order = Wish & {
  accountId: string
  reason: string
  /** What the person saw and confirmed. */
  preview?: PreviewClaims
  /** The run this one takes back. */
  undoes?: string
  /** Of a chain, which of its steps, counted from 1. */
  undoesStep?: number
  runbookRunId?: string
  /** The second person's word. The record of the request is compared when the intent is written. */
  approval?: ApprovalGiven
}

export type ApprovalGiven = {
  id: string
  by: PersonActor
  reason: string
  /** What was approved: the definition, and the fingerprint of what was read. */
  definition: string
  reads: string
}
