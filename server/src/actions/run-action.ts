import { requirePermission } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import { Invalid, Refusal } from '#server/core/errors.ts'
import { buildRequest } from './build-request.ts'
import { callTarget } from './call-target.ts'
import type { ActionDesk } from './desk.ts'
import type { RunRow } from './events.ts'
import { judgeGuards, requirePassed } from './guards.ts'
import { intendAction } from './intend-action.ts'
import type { Order } from './order.ts'
import { prepareAction, requireAccount } from './prepare-action.ts'
import type { Prepared } from './prepare-action.ts'
import { stale } from './preview-token.ts'
import type { PreviewClaims } from './preview-token.ts'
import { fingerprint } from './read-records.ts'
import { recordCall } from './record-outcome.ts'
import { redact } from './redact.ts'

/**
 * The one way an action runs, whether from a button, a runbook, the API or to undo. Nothing is
 * called before the intent is on record, and nothing is called within a database transaction.
 * @returns the run as it stands after the call; the settling job verifies it.
 */
export async function runAction(desk: ActionDesk, actor: Actor, order: Order): Promise<RunRow> {
  requirePermission(actor, 'action:run')
  const prepared = await prepareAction(desk, order)
  requireAccount(prepared.scope, order.accountId)
  requireReason(prepared, order)
  if (order.preview) requireUnchanged(prepared, order.preview)
  requirePassed(judgeGuards(prepared.action, prepared.bindings))
  const request = buildRequest(prepared.action.run, prepared.bindings)
  const redaction = redact(desk, prepared.action, prepared.readings)

  const run = await intendAction(desk, actor, { order, prepared, request, redaction })
  await desk.at?.('intended')
  if (desk.clock.now() >= run.call_deadline) return run // slept: the settling job has it now
  const call = { request, idempotencyKey: run.id, limits: prepared.action.limits }
  const outcome = await callTarget(desk.sources, call)
  await desk.at?.('called')
  return record(desk, actor, run, redaction.scrub(outcome))
}

function requireReason({ action }: Prepared, { reason }: Order): void {
  if (!action.needsReason || reason.length >= 3) return
  const message = 'Say why, in three characters or more'
  throw new Invalid(
    'action.reason-missing',
    `“${action.title}” needs a reason. Nothing was done.`,
    {
      errors: [{ path: 'reason', message }],
    },
  )
}

/** What was confirmed is what is done, or nothing is. */
function requireUnchanged(prepared: Prepared, preview: PreviewClaims): void {
  if (preview.definition !== prepared.action.definition) throw stale('the action has been changed')
  if (preview.reads !== fingerprint(prepared.readings)) throw stale('the data has changed')
}

async function record(
  desk: ActionDesk,
  actor: Actor,
  run: RunRow,
  outcome: Awaited<ReturnType<typeof callTarget>>,
): Promise<RunRow> {
  try {
    return await recordCall(desk, actor, { run, outcome })
  } catch (error) {
    // the target took longer than anybody should: the run is settled by what the system shows
    if (error instanceof Refusal && error.reason === 'action-run.settled') return run
    throw error
  }
}
