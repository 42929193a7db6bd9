/**
 * The canonical history: what the scorecard reads from the event table, whether a ticket was
 * worked on this desk, generated for the example or imported from another desk.
 * Every other event name is ignored.
 *
 * `at` is when it happened, in milliseconds since 1970-01-01 UTC.
 */
export type Line = 'L1' | 'L2' | 'L3'

type Happenings = {
  'ticket.received': {
    type?: string | null
    channel?: string | null
    product?: string | null
    line?: Line | null
    /** ISO 8601. When the customer's problem began, if it is known to be before the first report. */
    problem_started_at?: string | null
  }
  'ticket.type_changed': { type: string | null; previous?: string | null }
  'ticket.line_changed': { line: Line; team?: string | null; escalation?: string }
  'ticket.escalated': { line?: Line; team?: string | null; escalation?: string }
  'ticket.resolved': {
    resolution: string
    line?: Line | null
    type?: string | null
    by?: string | null
    runbook_version?: string | null
    action_runs?: string[]
  }
  'ticket.reopened': { by: 'customer' | 'agent'; cause?: string; resolution?: string | null }
  'ticket.reopen_dismissed': { resolution: string }
  /** Happens to the new ticket; breaks `resolution` of the ticket named by `of`; null: its last. */
  'ticket.repeat_linked': { of: string; resolution: string | null }
  'ticket.voided': { reason?: string }
  'ticket.problem_started': { at: string }
  'rating.requested': { resolution: string }
  'rating.given': { resolution: string; value: 'up' | 'down' }
}

export type HistoryEventName = keyof Happenings

export type HistoryEvent = {
  [Name in HistoryEventName]: { ticketId: string; at: number; name: Name; data: Happenings[Name] }
}[HistoryEventName]

export const HISTORY_EVENT_NAMES: readonly HistoryEventName[] = [
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
]
