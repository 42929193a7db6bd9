import { ApproveAction } from '@firstline/contract/approvals'
import type { ActionApproval } from '@firstline/contract/approvals'
import { requirePerson } from '#server/core/actor.ts'
import type { Actor, PersonActor } from '#server/core/actor.ts'
import { Conflict, Refusal } from '#server/core/errors.ts'
import { defineDeed } from '#server/core/verb.ts'
import type { DeedContext } from '#server/core/verb.ts'
import { findActor } from '#server/team/find-actor.ts'
import type { ActionDesk, WithActions } from '#server/actions/desk.ts'
import type { ApprovalRow } from '#server/actions/events.ts'
import { closeApproval } from './expire-approval.ts'
import { hindranceOf } from '#server/actions/run/may-approve.ts'
import type { Order } from '#server/actions/preview/order.ts'
import { findApproval, readApproval } from './read-approval.ts'
import { runAction } from '#server/actions/run/run-action.ts'
import { undoOrder } from '#server/actions/run/undo-action-run.ts'

type Context = DeedContext & WithActions

/**
 * Runs the frozen request, as the one who asked and with the second person on record. All reads,
 * guards and limits are asked anew; a refusal by a limit leaves the request waiting.
 */
export const approveAction = defineDeed({
  permission: 'action:approve',
  input: ApproveAction,
  async run(desk: Context, { approvalId, reason }): Promise<ActionApproval> {
    const approval = await findApproval(desk, approvalId)
    const hindrance = await hindranceOf(desk.db, desk.actor, approval, desk.clock.now())
    if (hindrance) throw hindrance
    const asker = await findAsker(desk, approval)
    if (approval.undoes) await undoOrder(desk, approval.undoes, approval.reason)
    const order = orderOf(approval, requirePerson(desk.actor), reason)
    await runAction(desk, asker, order).catch((error: unknown) => giveUp(desk, approval, error))
    return readApproval(desk, desk.actor, approvalId)
  },
})

/** With the role of today: who may not run actions any more does not run this one either. */
async function findAsker({ db, clock }: ActionDesk, approval: ApprovalRow): Promise<Actor> {
  const asker = await findActor(db, approval.actor, clock.now())
  if (asker) return asker
  throw new Conflict(
    'action-approval.requester-gone',
    'Who asked for it may do nothing here any more. Nothing was done; refuse it.',
  )
}

function orderOf(approval: ApprovalRow, by: PersonActor, reason: string): Order {
  return {
    ticketId: approval.ticket_id,
    accountId: approval.account_id,
    action: approval.action_id,
    input: approval.input,
    reason: approval.reason,
    ...(approval.undoes ? { undoes: approval.undoes } : {}),
    ...(approval.undoes_step > 0 ? { undoesStep: approval.undoes_step } : {}),
    ...(approval.runbook_run_id ? { runbookRunId: approval.runbook_run_id } : {}),
    approval: {
      id: approval.id,
      by,
      reason,
      definition: approval.definition,
      reads: approval.reads_hash,
    },
  }
}

/**
 * What has changed since cannot be approved any more: who asked sees that, and asks anew. Of two who
 * approve at once the later may find what the earlier brought about: then it was approved already.
 */
async function giveUp(desk: Context, { id }: ApprovalRow, error: unknown): Promise<never> {
  if (error instanceof Refusal && error.reason === 'action-approval.stale') {
    await closeApproval(desk, desk.actor, { id, state: 'stale' }).catch(async (late: unknown) => {
      const row = await findApproval(desk, id)
      throw (await hindranceOf(desk.db, desk.actor, row, desk.clock.now())) ?? late
    })
  }
  throw error
}
