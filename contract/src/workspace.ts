import { z } from 'zod'
import { accountRoutes } from './accounts.ts'
import { actionRoutes } from './actions.ts'
import { approvalRoutes } from './approvals.ts'
import type { RouteTable } from './route.ts'
import { ticketRoutes } from './tickets.ts'
import { watchingRoutes } from './watching.ts'

export const workspaceRoutes = {
  getTicketWorkspace: {
    method: 'GET',
    path: '/api/tickets/{ticketId}/workspace',
    summary:
      'All that opening a ticket shows and no connected system is asked for: what the routes of its parts answer; null is what the caller may not read, or needs an account',
    permission: 'ticket:read',
    changedBy: ['ticket', 'actions', 'customer_systems', 'watchers'],
    params: ticketRoutes.getTicket.params,
    response: z.object({
      ticket: ticketRoutes.getTicket.response,
      timeline: ticketRoutes.getTimeline.response,
      panels: accountRoutes.listPanels.response.nullable(),
      approvals: approvalRoutes.listTicketApprovals.response.nullable(),
      actions: actionRoutes.listActions.response.nullable(),
      watchers: watchingRoutes.listTicketWatchers.response,
    }),
    errors: ['ticket.not-found'],
  },
} as const satisfies RouteTable
