import type { DataOf, EventName } from '@firstline/contract/events'

/**
 * The canonical history: what the scorecard reads from the event table, whether a ticket was
 * worked on this desk, generated for the example or imported from another desk.
 * Every other event name is ignored.
 */
export const historyEventNames = [
  'ticket.received',
  'ticket.type_changed',
  'ticket.line_changed',
  'ticket.escalated',
  'ticket.resolved',
  'ticket.reopened',
  'ticket.reopen_dismissed',
  'ticket.repeat_linked',
  'ticket.voided',
  'ticket.problem_started',
  'rating.requested',
  'rating.given',
] as const satisfies readonly EventName[]

export type HistoryEventName = (typeof historyEventNames)[number]

export type HistoryEvent = {
  [Name in HistoryEventName]: {
    ticketId: string
    /** When it happened, in milliseconds since 1970-01-01 UTC. */
    at: number
    name: Name
    data: DataOf<Name>
  }
}[HistoryEventName]

export type Line = 'L1' | 'L2' | 'L3'
