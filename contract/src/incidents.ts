import { z } from 'zod'
import { Incident } from './changes.ts'
import { ActorRef, Id, PageQuery, Time, pageOf } from './common.ts'
import type { RouteTable } from './route.ts'
import { Ticket, TicketSummary } from './tickets.ts'

export const IncidentState = z.enum(['open', 'past'])
export type IncidentState = z.infer<typeof IncidentState>

export const IncidentSummary = Incident.extend({
  /** The hook that tells it, by its name in firstline.yaml. */
  sender: z.string(),
  endedAt: Time.nullable(),
  /** Linked to it; counted up to 1,000. */
  tickets: z.int(),
  /** Of these, those that are not resolved. */
  unresolved: z.int(),
}).meta({ id: 'IncidentSummary' })
export type IncidentSummary = z.infer<typeof IncidentSummary>

/** What its sender told of it, oldest first. */
export const IncidentStep = z
  .object({
    id: z.string(),
    /** When the desk was told. */
    at: Time,
    name: z.enum(['incident.opened', 'incident.updated', 'incident.ended']),
    title: z.string(),
    by: ActorRef,
  })
  .meta({ id: 'IncidentStep' })
export type IncidentStep = z.infer<typeof IncidentStep>

export const IncidentDetail = IncidentSummary.extend({ course: z.array(IncidentStep) }).meta({
  id: 'IncidentDetail',
})
export type IncidentDetail = z.infer<typeof IncidentDetail>

const incidentId = z.object({ incidentId: Id })
/** As many as one update answers. */
export const mostTickets = 500

export const ListIncidents = PageQuery.extend({ state: IncidentState.default('open') })
export const LinkTickets = incidentId.extend({
  ticketIds: z.array(Id).min(1).max(mostTickets),
})
export const LinkIncident = z.object({ ticketId: Id, incidentId: Id })
export const UnlinkIncident = z.object({ ticketId: Id })

export const incidentRoutes = {
  listIncidents: {
    method: 'GET',
    path: '/api/incidents',
    summary:
      'Incidents that go on, or that ended, with how many tickets are part of each; newest first',
    permission: 'change:read',
    changedBy: ['incidents', 'tickets'],
    query: ListIncidents,
    errors: ['cursor.invalid'],
    response: pageOf(IncidentSummary).extend({
      /** Counted up to 1,000. */
      counts: z.object({ open: z.int(), past: z.int() }),
    }),
  },
  getIncident: {
    method: 'GET',
    path: '/api/incidents/{incidentId}',
    summary: 'One incident and its course',
    permission: 'change:read',
    changedBy: ['incidents', 'tickets'],
    params: incidentId,
    response: IncidentDetail,
    errors: ['incident.not-found'],
  },
  listAffectedTickets: {
    method: 'GET',
    path: '/api/incidents/{incidentId}/affected-tickets',
    summary:
      'Unresolved tickets that are part of no incident, are about a service it touches, and began in its time',
    permission: 'ticket:read',
    changedBy: ['incidents', 'tickets'],
    params: incidentId,
    response: z.object({
      /** Newest first, at most 500. */
      items: z.array(TicketSummary),
      /** There are more. */
      truncated: z.boolean(),
    }),
    errors: ['incident.not-found'],
  },
  linkTickets: {
    method: 'POST',
    path: '/api/incidents/{incidentId}/tickets',
    summary:
      'Say of several tickets that they are part of the incident; those that cannot be are left',
    permission: 'ticket:write',
    params: incidentId,
    body: LinkTickets.omit({ incidentId: true }),
    response: z.object({ added: z.int(), left: z.int() }),
    errors: ['incident.not-found', 'incident.none-linked'],
  },
  linkIncident: {
    method: 'PUT',
    path: '/api/tickets/{ticketId}/incident',
    summary: 'Say that a ticket is part of an incident; it takes the place of another one',
    permission: 'ticket:write',
    params: LinkIncident.pick({ ticketId: true }),
    body: LinkIncident.omit({ ticketId: true }),
    response: Ticket,
    errors: ['ticket.not-found', 'ticket.void', 'incident.not-found', 'incident.linked'],
  },
  unlinkIncident: {
    method: 'DELETE',
    path: '/api/tickets/{ticketId}/incident',
    summary: 'Say that a ticket is part of no incident after all',
    permission: 'ticket:write',
    params: UnlinkIncident,
    response: Ticket,
    errors: ['ticket.not-found', 'incident.not-linked'],
  },
} as const satisfies RouteTable
