import type { ActionRequest } from '@firstline/contract/actions'
import type { Sentence } from '@firstline/contract/sentence'
import type { Sources } from '#server/accounts/read-source.ts'
import type { ScopeOn } from '#server/accounts/scope.ts'
import type { Limits } from '#server/actions/compile/action.ts'
import type { Bindings } from '#server/connections/mapping.ts'
import type { Attempt } from './call-outcome.ts'

/**
 * What an action can call. `Call`: as its file says it; `Request`: with its values filled in, without
 * credential and idempotency key, so that it is safe to keep.
 */
export type Target<Call, Request> = {
  /** @throws MissingValue | UnfitValues | RangeError */
  build(call: Call, bindings: Bindings): Request
  /** As people see it, of one whose values are not all there: texts stand in their places. @throws MissingValue */
  draft(call: Call, bindings: Bindings): ActionRequest
  /** Of one that lacks a value, or has one that does not fit. */
  cannotBeMade(why: string | Sentence): Sentence
  /** As people see it: where the secrets stand, not what they are. */
  shown(request: Request): ActionRequest
  /** What will be asked, as the one who confirms it reads it. */
  said(call: Call, shown: ActionRequest): Sentence
  /** What of its credential must not come back into the record. */
  secrets(sources: Sources, call: Call): readonly string[]
  /** One try. Never throws for what the target does: that is an outcome. */
  attempt(sources: Sources, call: TargetCall<Request>): Promise<Attempt>
}

export type TargetCall<Request> = {
  action: string
  scope: ScopeOn
  request: Request
  /** The same for every attempt, so that a target which honours it acts once. */
  idempotencyKey: string | null
  limits: Pick<Limits, 'timeoutMs' | 'retry'>
}
