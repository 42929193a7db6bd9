import { z } from 'zod'
import { Incident } from './changes.ts'
import { ActorRef, Id, Mailbox, PageQuery, PersonRef, Time, pageOf } from './common.ts'
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

/** What becomes of each ticket with its reply, as when one answers it by hand. */
export const UpdateOutcome = z.enum(['answer', 'wait', 'resolve'])
export type UpdateOutcome = z.infer<typeof UpdateOutcome>

/** Why a ticket gets no reply: as the preview sees it, or as it was when its turn came. */
export const LeftOut = z.enum([
  'resolved',
  'no_contact',
  /** A mail on it is not shown to come from whom it names. */
  'unproven',
  /** The customer wrote after it was linked, or answered last. */
  'wrote_since',
  /** Something happened on it that the writer had not seen. */
  'changed',
  /** It is part of the incident no more. */
  'unlinked',
  /** Its writer has left the team. */
  'writer_left',
  'other',
])
export type LeftOut = z.infer<typeof LeftOut>

/** One text that answers the tickets of an incident. */
export const IncidentUpdate = z
  .object({
    id: Id,
    at: Time,
    by: PersonRef,
    /** As it was written, with its variables. */
    text: z.string(),
    outcome: UpdateOutcome,
    /** When its mails leave; null while replies are still being written: until then none does. */
    leavesAt: Time.nullable(),
    takenBackAt: Time.nullable(),
    tickets: z.object({ all: z.int(), written: z.int(), takenBack: z.int(), sent: z.int() }),
    refused: z.array(z.object({ ticketId: Id, number: z.int(), why: LeftOut })),
  })
  .meta({ id: 'IncidentUpdate' })
export type IncidentUpdate = z.infer<typeof IncidentUpdate>

export const IncidentDetail = IncidentSummary.extend({
  course: z.array(IncidentStep),
  /** The newest twenty, newest first. */
  updates: z.array(IncidentUpdate),
}).meta({ id: 'IncidentDetail' })
export type IncidentDetail = z.infer<typeof IncidentDetail>

const incidentId = z.object({ incidentId: Id })
/** As many as one update answers. */
export const mostTickets = 500

export const ListIncidents = PageQuery.extend({ state: IncidentState.default('open') })
export const LinkTickets = incidentId.extend({
  ticketIds: z.array(Id).min(1).max(mostTickets),
})
/** `{first_name}` and `{ticket_number}` are of the customer whom each reply is for. */
const UpdateText = z.string().trim().min(1).max(20_000)
export const PreviewIncidentUpdate = incidentId.extend({
  text: UpdateText,
  outcome: UpdateOutcome.default('answer'),
})
/** A reply as it would be sent. */
export const PreviewedAnswer = z
  .object({
    ticketId: Id,
    number: z.int(),
    contact: z.string().nullable(),
    /** The last event of the ticket: to be said when it is sent. */
    seen: z.string(),
    leftOut: LeftOut.nullable(),
    /** Null: there is none. */
    mail: z
      .object({
        to: z.array(Mailbox),
        cc: z.array(Mailbox),
        subject: z.string(),
        /** All of it, with signature and what is quoted. */
        text: z.string(),
      })
      .nullable(),
  })
  .meta({ id: 'PreviewedAnswer' })
export type PreviewedAnswer = z.infer<typeof PreviewedAnswer>

export const CreateIncidentUpdate = PreviewIncidentUpdate.extend({
  /** Of each resolution; where the tickets are resolved. */
  summary: z.string().trim().min(1).max(2_000).optional(),
  /** Those that the preview answers, each with what was seen of it. */
  tickets: z
    .array(z.object({ ticketId: Id, seen: z.string().regex(/^\d{1,18}$/) }))
    .min(1)
    .max(mostTickets),
})
export const TakeBackIncidentUpdate = z.object({ updateId: Id })

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
    errors: [
      'ticket.not-found',
      'ticket.merged',
      'ticket.void',
      'incident.not-found',
      'incident.linked',
    ],
  },
  unlinkIncident: {
    method: 'DELETE',
    path: '/api/tickets/{ticketId}/incident',
    summary: 'Say that a ticket is part of no incident after all',
    permission: 'ticket:write',
    params: UnlinkIncident,
    response: Ticket,
    errors: ['ticket.not-found', 'ticket.merged', 'incident.not-linked'],
  },
  previewIncidentUpdate: {
    method: 'POST',
    path: '/api/incidents/{incidentId}/update-previews',
    summary:
      'What an update would send to the customer of each ticket, and who would be left out and why; changes nothing',
    permission: 'ticket:write',
    repeated: { is: 'anew', because: 'it changes nothing' },
    params: incidentId,
    body: PreviewIncidentUpdate.omit({ incidentId: true }),
    response: z.object({
      /** At most 500. */
      items: z.array(PreviewedAnswer),
    }),
    errors: ['incident.not-found', 'update.variable-unknown'],
  },
  createIncidentUpdate: {
    method: 'POST',
    path: '/api/incidents/{incidentId}/updates',
    summary:
      'Answer the tickets of an incident with one text, each by its own reply; their mails are held for 30 seconds once all are written',
    permission: 'ticket:resolve',
    params: incidentId,
    body: CreateIncidentUpdate.omit({ incidentId: true }),
    response: IncidentUpdate,
    errors: [
      'incident.not-found',
      'update.variable-unknown',
      'update.no-summary',
      'update.not-linked',
      'update.running',
    ],
  },
  takeBackIncidentUpdate: {
    method: 'DELETE',
    path: '/api/incident-updates/{updateId}',
    summary:
      'Take back an update of one’s own before its mails leave, with the resolutions it told of; answers with what it said',
    permission: 'ticket:write',
    params: TakeBackIncidentUpdate,
    response: z.object({
      takenBack: z.int(),
      /** Their mails had left by then, or their writer was another. */
      left: z.int(),
      text: z.string(),
      outcome: UpdateOutcome,
      summary: z.string().nullable(),
    }),
    errors: ['update.not-found', 'update.left', 'ticket.not-found'],
  },
} as const satisfies RouteTable
