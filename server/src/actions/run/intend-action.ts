import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { actorRef } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import { later, seconds } from '#server/core/clock.ts'
import { defineVerb } from '#server/core/verb.ts'
import { shownRequest } from '#server/actions/call/build-request.ts'
import type { TargetRequest } from '#server/actions/call/targets.ts'
import { callBudgetMs } from '#server/actions/call/call-target.ts'
import { actionIntended } from '#server/actions/events.ts'
import { requirePassed } from '#server/actions/limits/guards.ts'
import { actorKey } from '#server/actions/limits/actor-key.ts'
import { askAll } from '#server/actions/limits/ask-all.ts'
import { claimsOf } from './order-claims.ts'
import { cooldownKeyOf, limitsOf } from '#server/actions/limits/limits.ts'
import type { BoundAction } from '#server/actions/preview/bind-action.ts'
import type { Redaction } from '#server/actions/preview/redact.ts'
import type { Order } from '#server/actions/preview/order.ts'
import type { Action } from '#server/actions/compile/action.ts'
import { newSteps } from './chain.ts'
import { settleJob } from './settle-job.ts'
import { takeTurn } from '#server/actions/limits/stops.ts'
import { takeApproval } from './take-approval.ts'

type Intent = { order: Order; prepared: BoundAction; request: TargetRequest; redaction: Redaction }

/** Time beyond the call's own before somebody else may settle the run. */
export const graceMs = 10 * seconds

/**
 * The limits, and the intent on record, in one transaction: of two who press at once, one wins.
 * The job that settles the run is enqueued here already, for the case that this process dies.
 */
export const intendAction = defineVerb({
  permission: 'action:run',
  input: z.custom<Intent>(),
  async run({ tx, actor, clock }, intent: Intent) {
    const { order, prepared } = intent
    const { action, scope } = prepared
    const now = clock.now()
    const cooldownKey = cooldownKeyOf(action, prepared.bindings)
    const claims = claimsOf(tx, order)
    const limits = limitsOf(tx, { action, scope, actor, cooldownKey, now })
    const [, judged] = await Promise.all([
      takeTurn(tx, [action.id, scope.accountId, actorKey(actor)]),
      // put together during the wait, sent when that is over: a transaction has one connection
      askAll(tx, [...claims, ...limits]),
    ])
    requirePassed(judged.slice(0, claims.length))
    const approved = order.approval ? [await takeApproval(tx, order, order.approval, now)] : []
    requirePassed(judged.slice(claims.length))
    const deadline = later(now, callBudgetMs(action.limits) + graceMs)
    const run = await tx
      .insertInto('action_run')
      .values({
        ...rowOf(intent, actor),
        cooldown_key: cooldownKey,
        intended_at: now,
        call_deadline: deadline,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    const events = [actionIntended(run), ...approved] as const
    return { result: run, events, jobs: [settleJob(run.id, deadline)] }
  },
})

function rowOf({ order, prepared, request, redaction }: Intent, actor: Actor) {
  const { action, scope, input } = prepared
  return {
    id: randomUUID(),
    ticket_id: order.ticketId,
    account_id: scope.accountId,
    action_id: action.id,
    action_version: action.version,
    action_title: action.title,
    definition: action.definition,
    state: 'intended' as const,
    lock_key: action.limits.isLocking ? scope.accountId : null,
    input: JSON.stringify(input),
    reason: order.reason,
    actor: JSON.stringify(actorRef(actor)),
    actor_id: actorKey(actor),
    preview_id: order.preview?.id ?? null,
    undoes: order.undoes ?? null,
    approval_id: order.approval?.id ?? null,
    runbook_run_id: order.runbookRunId ?? null,
    request: JSON.stringify(redaction.scrub(shownRequest(request))),
    reads: JSON.stringify(redaction.reads),
    verify: JSON.stringify(action.verify),
    undo: JSON.stringify(action.undo),
    ...chainOf(action),
    undoes_step: order.undoesStep ?? 0,
  }
}

function chainOf(action: Action) {
  return action.steps.length === 0 ? {} : { steps: JSON.stringify(newSteps(action)), step: 1 }
}
