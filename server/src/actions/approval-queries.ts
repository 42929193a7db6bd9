import { ListApprovals, approvalRoutes } from '@firstline/contract/approvals'
import { NotFound } from '#server/core/errors.ts'
import { defineQuery } from '#server/core/verb.ts'
import { approvals, readApproval, shownApproval } from './read-approval.ts'

const most = 200

export const listActionApprovals = defineQuery({
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
    return { items: rows.map((row) => shownApproval(row, desk.actor, now)) }
  },
})

export const listTicketApprovals = defineQuery({
  permission: 'action:read',
  input: approvalRoutes.listTicketApprovals.params,
  async run(desk, { ticketId }) {
    const ticket = await desk.db
      .selectFrom('ticket')
      .select('id')
      .where('id', '=', ticketId)
      .executeTakeFirst()
    if (!ticket) throw new NotFound('ticket.not-found', 'There is no such ticket')
    const rows = await approvals(desk)
      .where('approval.ticket_id', '=', ticketId)
      .orderBy('approval.requested_at', 'desc')
      .limit(most)
      .execute()
    const now = desk.clock.now()
    return { items: rows.map((row) => shownApproval(row, desk.actor, now)) }
  },
})

export const getActionApproval = defineQuery({
  permission: 'action:read',
  input: approvalRoutes.getActionApproval.params,
  run: (desk, { approvalId }) => readApproval(desk, desk.actor, approvalId),
})
