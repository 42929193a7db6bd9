import { ActionApprovalState } from '@firstline/contract/approvals'
import type { EventName, NewDataOf } from '@firstline/contract/events'
import type { NewEvent, NewEventOf } from '#server/core/events.ts'
import type { Selectable } from 'kysely'
import type { ActionApproval, ActionRun } from '#server/database/db-types.ts'

export type RunRow = Selectable<ActionRun>
export type ApprovalRow = Selectable<ActionApproval>

/** The intent, before anything is called: no record, no action. */
export function actionIntended(run: RunRow): NewEvent {
  const { definition, input, reason, request, undoes } = run
  return eventOf(run, 'action.intended', {
    ...keyOfRun(run),
    definition,
    input,
    reason,
    request,
    ...(undoes ? { undoes } : {}),
    ...(run.runbook_run_id ? { runbookRun: run.runbook_run_id } : {}),
    ...(run.approval_id ? { approval: run.approval_id } : {}),
  })
}

/** The target said yes; whether it is so is still being verified. */
export function actionAccepted(run: RunRow): NewEvent {
  return eventOf(run, 'action.accepted', {
    ...keyOfRun(run),
    attempts: run.attempts,
    status: statusOf(run),
  })
}

export function actionVerified(run: RunRow): NewEvent {
  return eventOf(run, 'action.verified', {
    ...keyOfRun(run),
    reading: run.reading_detail,
  })
}

export function actionFailed(run: RunRow): NewEvent {
  return eventOf(run, 'action.failed', errorOf(run))
}

/** It may or may not have happened. */
export function actionUnknown(run: RunRow): NewEvent {
  return eventOf(run, 'action.unknown', errorOf(run))
}

/** @param by the verified run that took it back */
export function actionUndone(run: RunRow, by: Pick<RunRow, 'id'>): NewEvent {
  return eventOf(run, 'action.undone', {
    ...keyOfRun(run),
    by: by.id,
  })
}

/** Of a chain, of the step that it has come to. */
export function stepIntended(run: RunRow, step: StepRef): NewEvent {
  return eventOf(run, 'action.step_intended', {
    ...keyOfRun(run),
    ...step,
    request: run.request,
  })
}

export function stepVerified(run: RunRow, step: StepRef, reading: string): NewEvent {
  return eventOf(run, 'action.step_verified', { ...keyOfRun(run), ...step, reading })
}

export function stepFailed(run: RunRow, step: StepRef, error: ErrorSaid): NewEvent {
  return eventOf(run, 'action.step_failed', { ...keyOfRun(run), ...step, error })
}

/** @param by the verified run that took it back */
export function stepUndone(run: RunRow, step: StepRef, by: string): NewEvent {
  return eventOf(run, 'action.step_undone', { ...keyOfRun(run), ...step, by })
}

export function stepNotUndone(run: RunRow, step: StepRef, error: ErrorSaid): NewEvent {
  return eventOf(run, 'action.step_not_undone', { ...keyOfRun(run), ...step, error })
}

export type StepRef = { step: number; of: number; stepTitle: string }
type ErrorSaid = { reason: string; detail: string }

/** Asked for: nothing is done until a second person has looked. */
export function approvalRequested(approval: ApprovalRow): NewEvent {
  const { definition, input, reason, role, expires_at, undoes } = approval
  return eventOf(approval, 'action.approval_requested', {
    ...keyOfApproval(approval),
    definition,
    input,
    reason,
    role,
    expiresAt: expires_at.toISOString(),
    ...(undoes ? { undoes } : {}),
  })
}

/** `action.approval_approved`, `_refused`, `_withdrawn`, `_expired`, `_stale` */
export function approvalDecided(approval: ApprovalRow): NewEvent {
  const { decision } = approval
  const name = `action.approval_${Decided.parse(approval.state)}` as const
  const data = { ...keyOfApproval(approval), ...(decision ? { reason: decision } : {}) }
  return eventOf(approval, name, data)
}

const Decided = ActionApprovalState.exclude(['waiting'])

/** @param action null: all of them */
export function actionStopped(action: string | null, reason: string): NewEvent {
  return { name: 'action.stopped', data: { action, reason } }
}

export function actionResumed(action: string | null, reason: string): NewEvent {
  return { name: 'action.resumed', data: { action, reason } }
}

function eventOf<Name extends EventName>(
  { ticket_id: ticketId, account_id: accountId }: RunRow | ApprovalRow,
  name: Name,
  data: NewDataOf<Name>,
): NewEventOf<Name> {
  return { name, ticketId, accountId, data }
}

function keyOfRun({ id, action_id: action, action_version: version, action_title: title }: RunRow) {
  return { run: id, action, version, title }
}

function keyOfApproval(approval: ApprovalRow) {
  const { id, action_id: action, action_version: version, action_title: title } = approval
  return { approval: id, action, version, title }
}

function errorOf(run: RunRow): NewDataOf<'action.failed'> {
  return {
    ...keyOfRun(run),
    attempts: run.attempts,
    error: { reason: run.error_reason, detail: run.error_detail },
    status: statusOf(run),
  }
}

/** The answer itself stays with the run: the record is for ever. */
function statusOf(run: RunRow): number | null {
  return run.answer?.status ?? null
}
