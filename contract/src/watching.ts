import { z } from 'zod'
import { Id, PersonRef } from './common.ts'
import type { RouteTable } from './route.ts'

/** Who looks on: oneself, then the others, longest first; at most 100. */
export const Watchers = z
  .object({ items: z.array(PersonRef), /** Of who asks. */ isWatching: z.boolean() })
  .meta({ id: 'Watchers' })
export type Watchers = z.infer<typeof Watchers>

export const WatchTicket = z.object({ ticketId: Id })
export const WatchEscalation = z.object({ id: Id })

/** For people: a key has no inbox, and an AI agent is told nothing. */
export const watchingRoutes = {
  listTicketWatchers: {
    method: 'GET',
    path: '/api/tickets/{ticketId}/watchers',
    summary: 'Who watches a ticket, and whether I do',
    permission: 'ticket:read',
    changedBy: ['watchers'],
    params: WatchTicket,
    response: Watchers,
    errors: ['ticket.not-found'],
  },
  watchTicket: {
    method: 'PUT',
    path: '/api/tickets/{ticketId}/watching',
    summary: 'Be told in my inbox whenever a ticket moves',
    permission: 'ticket:read',
    params: WatchTicket,
    response: Watchers,
    errors: ['ticket.not-found', 'watching.already'],
  },
  unwatchTicket: {
    method: 'DELETE',
    path: '/api/tickets/{ticketId}/watching',
    summary: 'Watch a ticket no more',
    permission: 'ticket:read',
    params: WatchTicket,
    response: Watchers,
    errors: ['ticket.not-found', 'watching.not'],
  },
  listEscalationWatchers: {
    method: 'GET',
    path: '/api/escalations/{id}/watchers',
    summary: 'Who watches an escalation, and whether I do',
    permission: 'escalation:read',
    changedBy: ['watchers'],
    params: WatchEscalation,
    response: Watchers,
    errors: ['escalation.not-found'],
  },
  watchEscalation: {
    method: 'PUT',
    path: '/api/escalations/{id}/watching',
    summary: 'Look over the shoulder of who works on an escalation: be told whenever it moves',
    permission: 'escalation:read',
    params: WatchEscalation,
    response: Watchers,
    errors: ['escalation.not-found', 'watching.already'],
  },
  unwatchEscalation: {
    method: 'DELETE',
    path: '/api/escalations/{id}/watching',
    summary: 'Watch an escalation no more',
    permission: 'escalation:read',
    params: WatchEscalation,
    response: Watchers,
    errors: ['escalation.not-found', 'watching.not'],
  },
} as const satisfies RouteTable
