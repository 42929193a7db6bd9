import { z } from 'zod'
import type { Actor } from '#server/core/actor.ts'
import { Refusal } from '#server/core/errors.ts'
import { defineDeed } from '#server/core/verb.ts'
import type { DeedContext } from '#server/core/verb.ts'
import { buildRequest } from '#server/actions/call/build-request.ts'
import { callTarget } from '#server/actions/call/call-target.ts'
import { jobOf } from '#server/actions/call/job-of.ts'
import type { Job } from '#server/actions/call/job-of.ts'
import type { CallOutcome } from '#server/actions/call/call-outcome.ts'
import type { ActionDesk, WithActions } from '#server/actions/desk.ts'
import type { RunRow } from '#server/actions/events.ts'
import { judgeApproval, requirePassed } from '#server/actions/limits/guards.ts'
import { intendAction } from './intend-action.ts'
import type { Order } from '#server/actions/preview/order.ts'
import { checkOrder } from './check-order.ts'
import { recordCall } from './record-outcome.ts'
import { redact } from '#server/actions/preview/redact.ts'
import { readStops, stopOf, stoppedBecause } from '#server/actions/limits/stops.ts'

/**
 * The one way an action runs, whoever asks. Nothing is called before the intent is on record, and
 * nothing is called within a database transaction.
 *
 * Every entry leads here, and to nothing else that calls a target to change something:
 *   confirm-action.ts   a confirmed preview: button, runbook step, REST, command line, AI agent
 *   undo-run.ts         taking a run back: button, key, REST
 *   approve-action.ts   the frozen request of somebody else, approved; also of an undo
 * A retry is an attempt within `callTarget`, with the same key. What is waiting, unknown or was cut
 * off by a crash is settled by settle-run.ts and verify-run.ts, which read and never call.
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
  await desk.at?.('intended')
  if (desk.clock.now() >= intended.call_deadline) return intended // slept: the settling job has it now
  const outcome = await callTarget(desk.sources, {
    action: action.id,
    scope: called.scope,
    request,
    idempotencyKey: intended.id,
    limits: action.limits,
    hindrance: () => stoppedMeanwhile(desk, action.id),
  })
  await desk.at?.('called')
  const { http } = desk.sources.connections
  const job = jobOf(action, { request, bindings: called.bindings, outcome }, http)
  return record(desk, actor, intended, { outcome: redaction.scrub(outcome), job })
}

/** Somebody may have stopped it between the intent and the call, or between two attempts. */
async function stoppedMeanwhile(desk: ActionDesk, action: string): Promise<CallOutcome['error']> {
  const stop = stopOf(await readStops(desk.db), action)
  return stop ? { reason: 'action.stopped', detail: stoppedBecause(stop) } : null
}

async function record(
  desk: ActionDesk,
  actor: Actor,
  run: RunRow,
  called: { outcome: CallOutcome; job: Job | null },
): Promise<RunRow> {
  try {
    return await recordCall(desk, actor, { run, ...called })
  } catch (error) {
    // the target took longer than anybody should: the run is settled by what the system shows
    if (error instanceof Refusal && error.reason === 'action-run.settled') return run
    throw error
  }
}
