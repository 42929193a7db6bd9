import { randomUUID } from 'node:crypto'
import { PreviewAction } from '@firstline/contract/actions'
import type { ActionPreview } from '@firstline/contract/actions'
import type { Actor } from '#server/core/actor.ts'
import { later, minutes } from '#server/core/clock.ts'
import { defineDeed } from '#server/core/verb.ts'
import type { DeedContext, QueryContext } from '#server/core/verb.ts'
import { buildRequest, shownRequest } from '#server/actions/call/build-request.ts'
import { accountOf, sentencesOf, wayBackOf } from './describe-action.ts'
import type { WithActions } from '#server/actions/desk.ts'
import {
  approverOf,
  judgeApproval,
  judgeGuards,
  shownGuard,
} from '#server/actions/limits/guards.ts'
import type { Verdict } from '#server/actions/limits/guards.ts'
import { actorKey } from '#server/actions/limits/actor-key.ts'
import { cooldownKeyOf, judgeLimits } from '#server/actions/limits/limits.ts'
import { askTarget } from './ask-target.ts'
import { bindAction } from './bind-action.ts'
import type { BoundAction } from './bind-action.ts'
import { signPreview } from './preview-token.ts'
import { fingerprint } from './read-records.ts'
import { redact } from './redact.ts'
import { stepsAhead } from './steps-ahead.ts'

const lifetimeMs = 5 * minutes

/** Everything a person should know before confirming. Changes nothing, here and at the target. */
export const previewAction = defineDeed({
  permission: 'action:run',
  input: PreviewAction,
  async run(desk: DeedContext & WithActions, wish): Promise<ActionPreview> {
    const prepared = await bindAction(desk, desk.actor, wish)
    const { action, scope, bindings } = prepared
    const redaction = redact(desk, action, prepared.readings)
    const request = redaction.scrub(
      shownRequest(buildRequest(action.run, prepared.called.bindings)),
    )
    const verdicts = [...judgeGuards(action, bindings), ...(await judgeNow(desk, prepared))]
    const dryRun = verdicts.every((v) => v.isPassed)
      ? await askTarget(desk, prepared, redaction)
      : null
    if (dryRun) verdicts.push(dryRun.verdict)
    const isRunnable = verdicts.every((v) => v.isPassed)
    const approver = approverOf(action)
    const approval = judgeApproval(action, desk.actor, bindings)
    const expiresAt = later(desk.clock.now(), lifetimeMs)
    const account = await accountOf(desk, scope.accountId)
    return {
      action: { id: action.id, title: action.title, version: action.version, tier: action.tier },
      account,
      input: prepared.input,
      ...sentencesOf(prepared, account, request),
      request,
      ...stepsAhead(desk, prepared),
      reads: redaction.reads,
      guards: [...verdicts, approval].map(shownGuard),
      verify: {
        source: action.verify.read.source,
        cel: action.verify.cel,
        withinSeconds: action.verify.withinMs / 1_000,
      },
      undo: wayBackOf(action),
      dryRun: dryRun?.shown ?? null,
      needsReason: action.needsReason,
      isRunnable,
      approval: approval.isPassed
        ? null
        : { role: approver.role, ttlSeconds: approver.ttlMs / 1_000 },
      token: isRunnable ? tokenOf(desk, desk.actor, wish.ticketId, prepared, expiresAt) : null,
      expiresAt: isRunnable ? expiresAt.toISOString() : null,
    }
  },
})

function judgeNow(
  desk: QueryContext,
  { action, scope, bindings }: BoundAction,
): Promise<Verdict[]> {
  const cooldownKey = cooldownKeyOf(action, bindings)
  return judgeLimits(desk.db, {
    action,
    scope,
    actor: desk.actor,
    cooldownKey,
    now: desk.clock.now(),
  })
}

function tokenOf(
  { secret }: WithActions,
  actor: Actor,
  ticketId: string,
  prepared: BoundAction,
  expiresAt: Date,
): string {
  const { action, scope, input } = prepared
  return signPreview(secret, {
    id: randomUUID(),
    ticketId,
    accountId: scope.accountId,
    actor: actorKey(actor),
    action: action.id,
    definition: action.definition,
    input,
    reads: fingerprint(prepared),
    expiresAt: expiresAt.toISOString(),
  })
}
