import type { Transaction } from 'kysely'
import { sql } from 'kysely'
import { actorRef } from '#server/core/actor.ts'
import type { PersonActor } from '#server/core/actor.ts'
import type { DB } from '#server/database/db-types.ts'
import { Conflict, NotFound } from '#server/core/errors.ts'
import type { NewEvent } from '#server/core/events.ts'
import { findActor } from '#server/team/find-actor.ts'
import { isSame } from '#server/actions/limits/canonical.ts'
import { approvalDecided } from '#server/actions/events.ts'
import type { ApprovalRow } from '#server/actions/events.ts'
import { hindranceOf } from './may-approve.ts'
import type { ApprovalGiven, Order } from '#server/actions/preview/order.ts'

/**
 * Uses up an approval, in the transaction of the intent: of two approvers one wins, and a role that
 * was lost a moment ago counts as lost. What is run must be the record of what was asked for.
 */
export async function takeApproval(
  tx: Transaction<DB>,
  order: Order,
  given: ApprovalGiven,
  now: Date,
): Promise<NewEvent> {
  const waiting = await lockApproval(tx, given.id)
  const approver = await findApprover(tx, given.by, now)
  const hindrance = await hindranceOf(tx, approver, waiting, now)
  if (hindrance) throw hindrance
  if (!isAsAsked(order, given, waiting)) {
    throw new Conflict(
      'action-approval.altered',
      'This is not what was asked for. Nothing was done.',
    )
  }
  const approved = await tx
    .updateTable('action_approval')
    .set({
      state: 'approved',
      decided_at: now,
      decided_by: JSON.stringify(actorRef(approver)),
      decision: given.reason,
    })
    .where('id', '=', given.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return { ...approvalDecided(approved), actor: approver }
}

/** @throws NotFound `action-approval.not-found` */
export async function lockApproval(tx: Transaction<DB>, id: string): Promise<ApprovalRow> {
  const row = await tx
    .selectFrom('action_approval')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row) return row
  throw new NotFound('action-approval.not-found', 'There is no such request for approval')
}

async function findApprover(tx: Transaction<DB>, by: PersonActor, now: Date): Promise<PersonActor> {
  await sql`select 1 from person where id = ${by.id} for share`.execute(tx)
  const approver = await findActor(tx, by, now)
  if (approver?.kind === 'person') return approver
  throw new Conflict('action-approval.role-missing', 'You may not approve any more')
}

function isAsAsked(order: Order, given: ApprovalGiven, asked: ApprovalRow): boolean {
  return (
    order.ticketId === asked.ticket_id &&
    order.accountId === asked.account_id &&
    order.action === asked.action_id &&
    order.reason === asked.reason &&
    (order.undoes ?? null) === asked.undoes &&
    (order.undoesStep ?? 0) === asked.undoes_step &&
    (order.runbookRunId ?? null) === asked.runbook_run_id &&
    given.definition === asked.definition &&
    given.reads === asked.reads_hash &&
    isSame(order.input, asked.input)
  )
}
