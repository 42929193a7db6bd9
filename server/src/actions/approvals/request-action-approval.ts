import { randomUUID } from 'node:crypto'
import { RequestApproval, RequestUndoApproval } from '@firstline/contract/approvals'
import type { ActionApproval } from '@firstline/contract/approvals'
import { z } from 'zod'
import { actorRef } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import { later } from '#server/core/clock.ts'
import { Conflict } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { defineDeed, defineVerb } from '#server/core/verb.ts'
import type { DeedContext } from '#server/core/verb.ts'
import { peopleBehind } from '#server/team/people-behind.ts'
import { buildRequest, shownRequest } from '#server/actions/call/build-request.ts'
import { askAll } from '#server/actions/limits/ask-all.ts'
import { orderOf } from '#server/actions/run/confirm-action.ts'
import { notMerged } from '#server/actions/run/order-claims.ts'
import { accountOf, sentencesOf } from '#server/actions/preview/describe-action.ts'
import type { ActionDesk, WithActions } from '#server/actions/desk.ts'
import { approvalRequested } from '#server/actions/events.ts'
import { expireJob } from './expire-approval.ts'
import {
  approverOf,
  judgeApproval,
  judgeGuards,
  requirePassed,
  shownGuard,
} from '#server/actions/limits/guards.ts'
import { actorKey } from '#server/actions/limits/actor-key.ts'
import { cooldownKeyOf, judgeLimits } from '#server/actions/limits/limits.ts'
import type { Order } from '#server/actions/preview/order.ts'
import { stepsAhead } from '#server/actions/preview/steps-ahead.ts'
import type { BoundAction } from '#server/actions/preview/bind-action.ts'
import { stale } from '#server/actions/preview/preview-token.ts'
import { readApproval } from './read-approval.ts'
import type { ShownRequest } from './read-approval.ts'
import { fingerprint } from '#server/actions/preview/read-records.ts'
import { checkOrder } from '#server/actions/run/check-order.ts'
import { redact } from '#server/actions/preview/redact.ts'
import { undoOrder } from '#server/actions/run/undo-action-run.ts'

type Context = DeedContext & WithActions

/** Freezes what a preview showed and waits for a second person; nothing is called. */
export const requestActionApproval = defineDeed({
  permission: 'action:run',
  input: RequestApproval,
  run: (desk: Context, input) => request(desk, orderOf(desk, input)),
})

/** Taking a run back may need a second person as well; it waits no longer than its window. */
export const requestUndoApproval = defineDeed({
  permission: 'action:run',
  input: RequestUndoApproval,
  async run(desk: Context, { runId, reason }) {
    const { order, until } = await undoOrder(desk, runId, reason)
    return request(desk, order, until)
  },
})

async function request(desk: Context, order: Order, until?: Date): Promise<ActionApproval> {
  const prepared = await checkOrder(desk, desk.actor, order)
  const { action, scope, bindings } = prepared
  if (judgeApproval(action, desk.actor, bindings).isPassed) {
    throw new Conflict('action.approval-not-needed', 'This needs no approval: it can be run')
  }
  const now = desk.clock.now()
  const cooldownKey = cooldownKeyOf(action, bindings)
  const subject = { action, scope, actor: desk.actor, cooldownKey, now }
  requirePassed(await judgeLimits(desk.db, subject))
  const ends = [later(now, approverOf(action).ttlMs), ...(until ? [until] : [])]
  const expiresAt = new Date(Math.min(...ends.map((end) => end.getTime())))
  const shown = await shownOf(desk, prepared)
  const asked = { order, prepared, shown, expiresAt }
  return recordRequest(desk, desk.actor, asked, desk.promised)
}

async function shownOf(desk: ActionDesk, prepared: BoundAction): Promise<ShownRequest> {
  const { action, scope, bindings } = prepared
  const redaction = redact(desk, action, prepared.readings)
  const request = redaction.scrub(shownRequest(buildRequest(action.run, prepared.called.bindings)))
  return {
    ...sentencesOf(prepared, await accountOf(desk, scope.accountId), request),
    request,
    ...stepsAhead(desk, prepared),
    reads: redaction.reads,
    guards: judgeGuards(action, bindings).map(shownGuard),
  }
}

type Request = { order: Order; prepared: BoundAction; shown: ShownRequest; expiresAt: Date }

const recordRequest = defineVerb({
  permission: 'action:run',
  input: z.custom<Request>(),
  async run({ tx, actor, clock }, request: Request) {
    requirePassed(await askAll(tx, [notMerged(tx, request.order)]))
    const row = await tx
      .insertInto('action_approval')
      .values({
        ...rowOf(request, actor),
        person_id: (await peopleBehind(tx, actor)).people[0] ?? null,
        requested_at: clock.now(),
      })
      .onConflict((conflict) => conflict.column('preview_id').doNothing())
      .returningAll()
      .executeTakeFirst()
    if (!row) throw stale(sentence`its approval was asked for already`)
    return {
      result: await readApproval({ db: tx, clock }, actor, row.id),
      events: [approvalRequested(row)],
      jobs: [expireJob(row.id, row.expires_at)],
    }
  },
})

function rowOf({ order, prepared, shown, expiresAt }: Request, actor: Actor) {
  const { action, scope, input } = prepared
  return {
    ticket_id: order.ticketId,
    account_id: scope.accountId,
    action_id: action.id,
    action_version: action.version,
    action_title: action.title,
    tier: action.tier,
    definition: action.definition,
    role: approverOf(action).role,
    input: JSON.stringify(input),
    reason: order.reason,
    actor: JSON.stringify(actorRef(actor)),
    actor_id: actorKey(actor),
    preview_id: order.preview?.id ?? randomUUID(),
    undoes: order.undoes ?? null,
    undoes_step: order.undoesStep ?? 0,
    runbook_run_id: order.runbookRunId ?? null,
    reads_hash: fingerprint(prepared),
    shown: JSON.stringify(shown),
    expires_at: expiresAt,
  }
}
