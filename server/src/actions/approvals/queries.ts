import { ListApprovals, approvalRoutes } from '@firstline/contract/approvals'
import type { ActionApproval } from '@firstline/contract/approvals'
import { recordLooks } from '#server/accounts/record-look.ts'
import type { Look } from '#server/accounts/record-look.ts'
import type { Actor } from '#server/core/actor.ts'
import { NotFound } from '#server/core/errors.ts'
import { defineDeed } from '#server/core/verb.ts'
import type { Desk } from '#server/core/verb.ts'
import { approvals, readApproval, shownApproval } from './read-approval.ts'

const most = 200

export const listActionApprovals = defineDeed({
  permission: 'action:read',
  input: ListApprovals,
  async run(desk, { state }) {
    const now = desk.clock.now()
    const rows = await (
      state === 'waiting'
        ? approvals(desk)
            .where('approval.state', '=', 'waiting')
            // whose time is over is about to be ended
            .where('approval.expires_at', '>', now)
            .orderBy('approval.requested_at')
        : approvals(desk)
            .where('approval.state', '<>', 'waiting')
            .orderBy('approval.decided_at', 'desc')
    )
      .limit(most)
      .execute()
    await recordLooks(desk, desk.actor, rows.map(lookOf))
    return { items: await Promise.all(rows.map((row) => shownApproval(desk, desk.actor, row))) }
  },
})

export const listTicketApprovals = defineDeed({
  permission: 'action:read',
  input: approvalRoutes.listTicketApprovals.params,
  async run(desk, { ticketId }) {
    const ticket = await desk.db
      .selectFrom('ticket')
      .select('id')
      .where('id', '=', ticketId)
      .executeTakeFirst()
    if (!ticket) throw new NotFound('ticket.not-found', 'There is no such ticket')
    const { looks, show } = await readApprovals(desk, desk.actor, ticketId)
    await recordLooks(desk, desk.actor, looks)
    return { items: await show() }
  },
})

/** What was asked for on a ticket: at whose data it looks, and, once that is on record, what it shows. */
export async function readApprovals(
  reader: Pick<Desk, 'db' | 'clock'>,
  actor: Actor,
  ticketId: string,
): Promise<{ looks: Look[]; show(): Promise<ActionApproval[]> }> {
  const rows = await approvals(reader)
    .where('approval.ticket_id', '=', ticketId)
    .orderBy('approval.requested_at', 'desc')
    .limit(most)
    .execute()
  return {
    looks: rows.map(lookOf),
    show: () => Promise.all(rows.map((row) => shownApproval(reader, actor, row))),
  }
}

export const getActionApproval = defineDeed({
  permission: 'action:read',
  input: approvalRoutes.getActionApproval.params,
  async run(desk, { approvalId }) {
    const approval = await readApproval(desk, desk.actor, approvalId)
    const look = { ticketId: approval.ticket.id, accountId: approval.account.id }
    await recordLooks(desk, desk.actor, [look])
    return approval
  },
})

/** What was read for it is shown with it: who decides on it looks at the account as well. */
function lookOf(row: { ticket_id: string; account_id: string }): Look {
  return { ticketId: row.ticket_id, accountId: row.account_id }
}
