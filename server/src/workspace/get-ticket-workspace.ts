import { workspaceRoutes } from '@firstline/contract/workspace'
import { panelsOf } from '#server/accounts/queries.ts'
import { recordLooks } from '#server/accounts/record-look.ts'
import type { WithActions } from '#server/actions/desk.ts'
import { readApprovals } from '#server/actions/approvals/queries.ts'
import { readAvailable } from '#server/actions/queries.ts'
import { can } from '#server/core/actor.ts'
import { defineDeed } from '#server/core/verb.ts'
import type { DeedContext } from '#server/core/verb.ts'
import { readWatchers } from '#server/notifications/watchers.ts'
import { readTicket } from '#server/tickets/read-ticket.ts'
import { readTimeline } from '#server/tickets/queries.ts'

/** All that is ours of a ticket, for whoever opens it: what its routes answer one by one. */
export const getTicketWorkspace = defineDeed({
  permission: 'ticket:read',
  input: workspaceRoutes.getTicketWorkspace.params,
  async run(desk: DeedContext & WithActions, { ticketId }) {
    const { actor, clock } = desk
    const reading = { ...desk, db: desk.readDb }
    const [ticket, timeline, approvals, watchers] = await Promise.all([
      readTicket(reading.db, ticketId, clock.now()),
      readTimeline(reading.db, actor, ticketId),
      can(actor, 'action:read') ? readApprovals(reading, actor, ticketId) : null,
      readWatchers(reading.db, actor, { kind: 'ticket', id: ticketId }),
    ])
    const { account } = ticket
    const mayLook = can(actor, 'account:read')
    const look = mayLook && account ? [{ ticketId, accountId: account.id }] : []
    const [available] = await Promise.all([
      approvals && account ? readAvailable(reading, account.id) : null,
      recordLooks(desk, actor, [...look, ...(approvals?.looks ?? [])]),
    ])
    return {
      ticket,
      timeline,
      panels: mayLook ? { account, panels: panelsOf(desk.sources) } : null,
      approvals: approvals && { items: await approvals.show() },
      actions: available && { items: available },
      watchers,
    }
  },
})
