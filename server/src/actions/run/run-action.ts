import { z } from 'zod'
import type { Actor } from '#server/core/actor.ts'
import { defineDeed } from '#server/core/verb.ts'
import type { DeedContext } from '#server/core/verb.ts'
import { buildRequest } from '#server/actions/call/build-request.ts'
import type { ActionDesk, WithActions } from '#server/actions/desk.ts'
import type { RunRow } from '#server/actions/events.ts'
import { judgeApproval, requirePassed } from '#server/actions/limits/guards.ts'
import { callRun } from './call-run.ts'
import { intendAction } from './intend-action.ts'
import type { Order } from '#server/actions/preview/order.ts'
import { checkOrder } from './check-order.ts'
import { redact } from '#server/actions/preview/redact.ts'

/**
 * The one way an action runs, whoever asks. Nothing is called before the intent is on record, and
 * nothing is called within a database transaction.
 *
 * Every entry leads here, and to nothing else that calls a target to change something:
 *   confirm-action.ts   a confirmed preview: button, runbook step, REST, command line, AI agent
 *   undo-run.ts         taking a run back: button, key, REST
 *   approve-action.ts   the frozen request of somebody else, approved; also of an undo
 * A retry is an attempt within `callTarget`, with the same key. What is waiting, unknown or was cut
 * off by a crash is settled by settle-run.ts and verify-run.ts, which read. The next step of a chain is
 * sent by run-step.ts when the one before is verified, and one that is to be taken back by go-back.ts.
 * @returns the run as it stands after the call; the settling job verifies it.
 */
export const runAction = defineDeed({
  permission: 'action:run',
  input: z.custom<Order>(),
  run: (desk: DeedContext & WithActions, order) => run(desk, desk.actor, order),
})

async function run(desk: ActionDesk, actor: Actor, order: Order): Promise<RunRow> {
  const prepared = await checkOrder(desk, actor, order)
  const { action, bindings, called } = prepared
  if (!order.approval) requirePassed([judgeApproval(action, actor, bindings)])
  const request = buildRequest(action.run, called.bindings)
  const redaction = redact(desk, action, prepared.readings)

  const intended = await intendAction(desk, actor, { order, prepared, request, redaction })
  return callRun(desk, actor, intended, {
    action,
    step: action.steps[0] ?? action,
    called,
    request,
    redaction,
  })
}
