import { UndoAction } from '@firstline/contract/actions'
import type { ActionRun } from '@firstline/contract/actions'
import { ownProperty } from '@firstline/contract/own-property'
import { later } from '#server/core/clock.ts'
import { sentence } from '#server/core/sentence.ts'
import { Conflict, Invalid } from '#server/core/errors.ts'
import { defineDeed } from '#server/core/verb.ts'
import type { DeedContext } from '#server/core/verb.ts'
import { MissingValue, fill } from '#server/connections/mapping.ts'
import type { Mapping } from '#server/connections/mapping.ts'
import { answerRun } from './answer-run.ts'
import type { ActionDesk, WithActions } from '#server/actions/desk.ts'
import type { RunRow } from '#server/actions/events.ts'
import type { Order } from '#server/actions/preview/order.ts'
import { keptOf } from './chain.ts'
import { findRun } from './read-run.ts'
import { beforeOf } from './read-verification.ts'
import { undoClosed, wayBackOf } from './way-back.ts'

/** Takes a verified run back, in its own context, by an action with all the guards of its own. */
export const undoActionRun = defineDeed({
  permission: 'action:run',
  input: UndoAction,
  async run(desk: DeedContext & WithActions, { runId, reason }): Promise<ActionRun> {
    const { order } = await undoOrder(desk, runId, reason)
    return answerRun(desk, order)
  },
})

/**
 * What takes the run back, in its own context.
 * @throws Conflict when there is no way back, or none any more
 */
export async function undoOrder(
  desk: ActionDesk,
  runId: string,
  reason: string,
): Promise<{ order: Order & { undoes: string }; until: Date }> {
  return orderBack(desk, await findRun(desk, runId), reason)
}

/** Of a chain, what takes the last step back that is still done. */
export function orderBack(
  desk: ActionDesk,
  run: RunRow,
  reason: string,
): { order: Order & { undoes: string }; until: Date } {
  const { action: id, mapping, until, step } = requireWayBack(desk, run)
  const action = desk.actions.get(id)
  const given = { ...run.input, ...putBack(run, mapping) }
  const input = action.input.fields
    .filter(({ name }) => Object.hasOwn(given, name))
    .map(({ name }) => [name, ownProperty(given, name)])
  const order = {
    ticketId: run.ticket_id,
    accountId: run.account_id,
    action: action.id,
    input: Object.fromEntries(input),
    reason,
    undoes: run.id,
    ...(step > 0 ? { undoesStep: step } : {}),
    ...(run.runbook_run_id ? { runbookRunId: run.runbook_run_id } : {}),
  }
  return { order, until }
}

/** What the file says to put back, as it was when the run began. */
function putBack(run: RunRow, mapping: Mapping): Record<string, unknown> {
  try {
    return fill(mapping, { ...keptOf(run), input: run.input, before: beforeOf(run) })
  } catch (error) {
    if (!(error instanceof MissingValue)) throw error
    const said = sentence`What was there before is not known: ${error.message}. Nothing was done.`
    throw new Invalid('action.request-incomplete', said)
  }
}

/** @returns the action that takes it back, what it is told, and until when it may */
function requireWayBack(
  { clock }: ActionDesk,
  run: RunRow,
): { action: string; mapping: Mapping; until: Date; step: number } {
  const { undo, isDone, finishedAt, step } = wayBackOf(run)
  if ('none' in undo) {
    throw new Conflict(
      'action-run.no-undo',
      sentence`“${run.action_title}” has no way back: ${undo.none}`,
    )
  }
  if (!isDone || !finishedAt) {
    throw new Conflict(
      'action-run.not-verified',
      'Only a verified run can be taken back. Nothing was done.',
    )
  }
  const until = later(finishedAt, undo.withinMs)
  if (clock.now() > until) throw undoClosed(undo.withinMs)
  return { action: undo.action, mapping: undo.with ?? {}, until, step }
}
