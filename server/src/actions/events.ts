import type { EventName, NewEvent } from '#server/core/events.ts'
import type { Selectable } from 'kysely'
import type { ActionApproval, ActionRun } from '#server/core/db-types.ts'

export type RunRow = Selectable<ActionRun>
export type ApprovalRow = Selectable<ActionApproval>

/** The intent, before anything is called: no record, no action. */
export function actionIntended(run: RunRow): NewEvent {
  const { definition, input, reason, request, undoes } = run
  return eventOf('action.intended', run, {
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
  return eventOf('action.accepted', run, { attempts: run.attempts, status: statusOf(run) })
}

export function actionVerified(run: RunRow): NewEvent {
  return eventOf('action.verified', run, { reading: run.reading_detail })
}

export function actionFailed(run: RunRow): NewEvent {
  return eventOf('action.failed', run, errorOf(run))
}

/** It may or may not have happened. */
export function actionUnknown(run: RunRow): NewEvent {
  return eventOf('action.unknown', run, errorOf(run))
}

/** @param by the verified run that took it back */
export function actionUndone(run: RunRow, by: RunRow): NewEvent {
  return eventOf('action.undone', run, { by: by.id })
}

/** Asked for: nothing is done until a second person has looked. */
export function approvalRequested(approval: ApprovalRow): NewEvent {
  const { definition, input, reason, role, expires_at, undoes } = approval
  return approvalEvent('action.approval_requested', approval, {
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
  return approvalEvent(
    `action.approval_${approval.state}`,
    approval,
    decision ? { reason: decision } : {},
  )
}

function approvalEvent(
  name: EventName,
  approval: ApprovalRow,
  data: Record<string, unknown>,
): NewEvent {
  return {
    name,
    ticketId: approval.ticket_id,
    accountId: approval.account_id,
    data: {
      approval: approval.id,
      action: approval.action_id,
      version: approval.action_version,
      title: approval.action_title,
      ...data,
    },
  }
}

/** @param action null: all of them */
export function actionStopped(action: string | null, reason: string): NewEvent {
  return { name: 'action.stopped', data: { action, reason } }
}

export function actionResumed(action: string | null, reason: string): NewEvent {
  return { name: 'action.resumed', data: { action, reason } }
}

function eventOf(name: EventName, run: RunRow, data: Record<string, unknown>): NewEvent {
  return {
    name,
    ticketId: run.ticket_id,
    accountId: run.account_id,
    data: {
      run: run.id,
      action: run.action_id,
      version: run.action_version,
      title: run.action_title,
      ...data,
    },
  }
}

function errorOf(run: RunRow): Record<string, unknown> {
  return {
    attempts: run.attempts,
    error: { reason: run.error_reason, detail: run.error_detail },
    status: statusOf(run),
  }
}

/** The answer itself stays with the run: the record is for ever. */
function statusOf(run: RunRow): number | null {
  return (run.answer as { status: number } | null)?.status ?? null
}
