import type { ActionRun } from '@firstline/contract/actions'
import type { ActorRef } from '@firstline/contract/common'
import type { Kysely } from 'kysely'
import { later } from '#server/core/clock.ts'
import type { Clock } from '#server/core/clock.ts'
import type { DB } from '#server/database/db-types.ts'
import { NotFound } from '#server/core/errors.ts'
import type { RunRow } from '#server/actions/events.ts'
import { verifyOf } from './kept-definition.ts'
import { shownSteps } from './shown-steps.ts'
import { wayBackOf } from './way-back.ts'

type Reader = { db: Kysely<DB>; clock: Clock }

/** @throws NotFound `action-run.not-found` */
export async function findRun({ db }: Reader, id: string): Promise<RunRow> {
  const run = await db.selectFrom('action_run').selectAll().where('id', '=', id).executeTakeFirst()
  if (!run) throw notFound()
  return run
}

/** @throws NotFound `action-run.not-found` */
export async function readRun(reader: Reader, id: string): Promise<ActionRun> {
  const row = await runs(reader).where('run.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return shownRun(row, reader.clock.now())
}

/** Newest first. */
export async function readRunsOfTicket(reader: Reader, ticketId: string): Promise<ActionRun[]> {
  const rows = await runs(reader)
    .where('run.ticket_id', '=', ticketId)
    .orderBy('run.intended_at', 'desc')
    .orderBy('run.id', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => shownRun(row, reader.clock.now()))
}

/** A run that was recorded just now, so that nothing refers to it yet; without reading it again. */
export function justRun(run: RunRow, account: ActionRun['account'], now: Date): ActionRun {
  const { externalId, name, domain } = account
  const ofAccount = {
    account_external_id: externalId,
    account_name: name,
    account_domain: domain,
  }
  const none = { undone_by: null, approved_by: null, approved_at: null }
  return shownRun({ ...run, ...ofAccount, ...none }, now)
}

function notFound(): NotFound {
  return new NotFound('action-run.not-found', 'There is no such run of an action')
}

function runs({ db }: Reader) {
  return db
    .selectFrom('action_run as run')
    .innerJoin('account', 'account.id', 'run.account_id')
    .leftJoin('action_run as back', (join) =>
      join
        .onRef('back.undoes', '=', 'run.id')
        .on('back.undoes_step', '=', 0)
        .on('back.state', '<>', 'failed'),
    )
    .leftJoin('action_approval as approval', 'approval.id', 'run.approval_id')
    .selectAll('run')
    .select([
      'account.external_id as account_external_id',
      'account.name as account_name',
      'account.domain as account_domain',
      'back.id as undone_by',
      'approval.decided_by as approved_by',
      'approval.decided_at as approved_at',
    ])
}

type ShownRow = RunRow & {
  account_external_id: string
  account_name: string
  account_domain: string | null
  undone_by: string | null
  approved_by: ActorRef | null
  approved_at: Date | null
}

function shownRun(row: ShownRow, now: Date): ActionRun {
  const verify = verifyOf(row)
  return {
    id: row.id,
    ticketId: row.ticket_id,
    account: {
      id: row.account_id,
      externalId: row.account_external_id,
      name: row.account_name,
      domain: row.account_domain,
    },
    action: { id: row.action_id, title: row.action_title, version: row.action_version },
    state: row.state,
    input: row.input,
    reason: row.reason,
    by: row.actor,
    runbookRunId: row.runbook_run_id,
    request: row.request,
    reads: row.reads,
    intendedAt: row.intended_at.toISOString(),
    calledAt: row.called_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
    attempts: row.attempts,
    answer: row.answer,
    error:
      row.error_reason === null
        ? null
        : {
            reason: row.error_reason,
            detail: row.error_detail ?? '',
            ...(row.error_said && { said: row.error_said }),
          },
    verification: {
      cel: verify.cel,
      until: row.verify_until?.toISOString() ?? null,
      at: row.reading_at?.toISOString() ?? null,
      isTrue: row.reading_is_true,
      detail: row.reading_detail,
      ...(row.reading_said && { said: row.reading_said }),
    },
    undo: shownUndo(row, now),
    ...(row.step > 0 ? { steps: shownSteps(row), isGoingBack: row.going_back } : {}),
    undoes: row.undoes,
    ...(row.undoes_step > 0 ? { undoesStep: row.undoes_step } : {}),
    approval: approvalOf(row),
  }
}

function approvalOf({
  approval_id: id,
  approved_by,
  approved_at,
}: ShownRow): ActionRun['approval'] {
  if (id === null || approved_by === null || approved_at === null) return null
  return { id, by: approved_by, at: approved_at.toISOString() }
}

function shownUndo(row: ShownRow, now: Date): ActionRun['undo'] {
  const { undo, isDone, finishedAt } = wayBackOf(row)
  if ('none' in undo) return null
  const until = isDone && finishedAt ? later(finishedAt, undo.withinMs) : null
  return {
    action: undo.action,
    title: undo.title,
    until: until?.toISOString() ?? null,
    isOpen: until !== null && now <= until && row.undone_by === null,
    runId: row.undone_by,
  }
}
