import type { ActionPreview } from '@firstline/contract/actions'
import type { WithSources } from '#server/accounts/read-source.ts'
import { buildRequest } from '#server/actions/call/build-request.ts'
import { callTarget } from '#server/actions/call/call-target.ts'
import { passed, refused } from '#server/actions/limits/guards.ts'
import type { Verdict } from '#server/actions/limits/guards.ts'
import { Unavailable } from '#server/core/errors.ts'
import { saying, sentence, textOf } from '#server/core/sentence.ts'
import type { BoundAction } from './bind-action.ts'
import type { Redaction } from './redact.ts'

export type DryRun = { verdict: Verdict; shown: NonNullable<ActionPreview['dryRun']> }

/** The target's own word on what it would do; without it nothing can be confirmed. */
export async function askTarget(
  desk: WithSources,
  prepared: BoundAction,
  redaction: Redaction,
): Promise<DryRun | null> {
  const { action, called } = prepared
  if (!action.preview) return null
  const request = buildRequest(action.preview, called.bindings)
  const limits = {
    timeoutMs: action.limits.timeoutMs,
    retry: { max: 0, onTimeout: false, on5xx: false },
  }
  const call = { action: action.id, scope: called.scope, request, limits }
  const outcome = redaction.scrub(
    await callTarget(desk.sources, { ...call, idempotencyKey: null, hindrance: null }),
  )
  const isAccepted = outcome.kind === 'accepted'
  const error = outcome.error?.detail ?? null
  const guard = { id: 'target-agrees', kind: 'guard' as const, cel: null }
  const said = isAccepted
    ? sentence`The target says it would do it`
    : sentence`The target would not do it. ${error ?? ''}`
  return {
    shown: { answer: outcome.answer, isAccepted, error: error && textOf(error) },
    verdict: isAccepted
      ? passed({ ...guard, ...saying(said) })
      : refused({ ...guard, ...saying(said) }, new Unavailable('action.target-disagrees', said)),
  }
}
