import type {
  ActionGuard,
  ActionPreviewStep,
  ActionRead,
  ActionRequest,
} from '@firstline/contract/actions'
import type { ActionApproval } from '@firstline/contract/approvals'
import type { Kysely, Transaction } from 'kysely'
import type { Actor } from '#server/core/actor.ts'
import type { Sentence } from '@firstline/contract/sentence'
import type { Clock } from '#server/core/clock.ts'
import type { DB } from '#server/database/db-types.ts'
import { NotFound } from '#server/core/errors.ts'
import type { ApprovalRow } from '#server/actions/events.ts'
import { actorKey } from '#server/actions/limits/actor-key.ts'
import { hindranceOf } from '#server/actions/run/may-approve.ts'

/** What is shown of a request: as it was when it was asked for, without secrets, masks kept. */
export type ShownRequest = {
  sentences: string[]
  /** Requests of before this was kept have none. */
  said?: Sentence[]
  request: ActionRequest
  /** Of a chain. */
  steps?: ActionPreviewStep[]
  reads: ActionRead[]
  guards: ActionGuard[]
}

type Reader = { db: Kysely<DB> | Transaction<DB>; clock: Clock }

/** @throws NotFound `action-approval.not-found` */
export async function findApproval({ db }: Reader, id: string): Promise<ApprovalRow> {
  const row = await db
    .selectFrom('action_approval')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** @throws NotFound `action-approval.not-found` */
export async function readApproval(
  reader: Reader,
  actor: Actor,
  id: string,
): Promise<ActionApproval> {
  const row = await approvals(reader).where('approval.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return shownApproval(reader, actor, row)
}

function notFound(): NotFound {
  return new NotFound('action-approval.not-found', 'There is no such request for approval')
}

export function approvals({ db }: Reader) {
  return db
    .selectFrom('action_approval as approval')
    .innerJoin('account', 'account.id', 'approval.account_id')
    .innerJoin('ticket', 'ticket.id', 'approval.ticket_id')
    .leftJoin('action_run as run', 'run.approval_id', 'approval.id')
    .selectAll('approval')
    .select([
      'account.external_id as account_external_id',
      'account.name as account_name',
      'account.domain as account_domain',
      'ticket.number as ticket_number',
      'ticket.subject as ticket_subject',
      'run.id as run_id',
    ])
}

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof approvals>['executeTakeFirst']>>>

export async function shownApproval(
  { db, clock }: Reader,
  actor: Actor,
  row: Row,
): Promise<ActionApproval> {
  const hindrance = await hindranceOf(db, actor, row, clock.now())
  return {
    id: row.id,
    state: row.state,
    ticket: { id: row.ticket_id, number: Number(row.ticket_number), subject: row.ticket_subject },
    account: {
      id: row.account_id,
      externalId: row.account_external_id,
      name: row.account_name,
      domain: row.account_domain,
    },
    action: {
      id: row.action_id,
      title: row.action_title,
      version: row.action_version,
      tier: row.tier,
    },
    role: row.role,
    input: row.input,
    reason: row.reason,
    by: row.actor,
    runbookRunId: row.runbook_run_id,
    undoes: row.undoes,
    ...(row.shown as unknown as ShownRequest),
    requestedAt: row.requested_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    decision: row.decided_at && {
      by: row.decided_by,
      at: row.decided_at.toISOString(),
      reason: row.decision,
    },
    runId: row.run_id,
    hindrance: hindrance && {
      reason: hindrance.reason,
      say: hindrance.message,
      ...(hindrance.said && { said: hindrance.said }),
    },
    mayWithdraw: row.state === 'waiting' && row.actor_id === actorKey(actor),
  }
}
