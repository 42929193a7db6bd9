import type { Sentence } from '@firstline/contract/sentence'
import type { Actor } from '#server/core/actor.ts'
import { requireAccount } from '#server/accounts/scope.ts'
import { Conflict, Invalid } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import type { ActionDesk } from '#server/actions/desk.ts'
import { judgeGuards, requirePassed } from '#server/actions/limits/guards.ts'
import type { Order } from '#server/actions/preview/order.ts'
import { bindAction } from '#server/actions/preview/bind-action.ts'
import type { BoundAction } from '#server/actions/preview/bind-action.ts'
import { stale } from '#server/actions/preview/preview-token.ts'
import { fingerprint } from '#server/actions/preview/read-records.ts'

/**
 * All that is asked of an order before its limits and its approval, whether it is to be run or to
 * wait for a second person: scope, input, fresh reads, nothing changed, guards.
 */
export async function checkOrder(
  desk: ActionDesk,
  actor: Actor,
  order: Order,
): Promise<BoundAction> {
  // who approves is the one who looks now: whoever asked looked then
  const viewer = order.approval?.by ?? actor
  const wasOffered = Boolean(order.preview ?? order.approval)
  const prepared = await bindAction(desk, viewer, order, { wasOffered })
  requireAccount(prepared.scope, order.accountId)
  requireReason(prepared, order)
  if (order.preview) requireUnchanged(prepared, order.preview, stale)
  if (order.approval) requireUnchanged(prepared, order.approval, approvalStale)
  requirePassed(judgeGuards(prepared.action, prepared.bindings))
  return prepared
}

function requireReason({ action }: BoundAction, { reason }: Order): void {
  if (!action.needsReason || reason.length >= 3) return
  const message = 'Say why, in three characters or more'
  const detail = sentence`“${action.title}” needs a reason. Nothing was done.`
  throw new Invalid('action.reason-missing', detail, { errors: [{ path: 'reason', message }] })
}

/** What was confirmed, or approved, is what is done, or nothing is. */
function requireUnchanged(
  prepared: BoundAction,
  seen: { definition: string; reads: string },
  refusal: (why: Sentence) => Conflict,
): void {
  if (seen.definition !== prepared.action.definition)
    throw refusal(sentence`the action has been changed`)
  if (seen.reads !== fingerprint(prepared)) throw refusal(sentence`the data has changed`)
}

function approvalStale(why: Sentence): Conflict {
  return new Conflict(
    'action-approval.stale',
    sentence`Nothing was done. What was to be approved no longer holds: ${why}. It has to be asked for anew.`,
  )
}
