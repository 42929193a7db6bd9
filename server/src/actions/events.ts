import type { EventName, NewEvent } from '#server/core/events.ts'
import type { Selectable } from 'kysely'
import type { ActionRun } from '#server/core/db-types.ts'

export type RunRow = Selectable<ActionRun>

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
