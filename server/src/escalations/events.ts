import type { Line } from '@firstline/contract/common'
import type { WouldHaveHelped } from '@firstline/contract/escalations'
import type { NewEvent } from '#server/core/events.ts'

export type EscalationKey = { id: string; ticketId: string; accountId: string | null }

/** Opens the part of the ticket's life that another line works. */
export function ticketEscalated(
  escalation: EscalationKey,
  data: {
    line: Line
    team: string
    because: string
    runbook: string | null
    runbook_version: number | null
    cause: string | null
  },
): NewEvent {
  return about(escalation, 'ticket.escalated', data)
}

export function escalationAssigned(
  escalation: EscalationKey,
  data: { person: string | null; name: string | null },
): NewEvent {
  return about(escalation, 'escalation.assigned', data)
}

export function escalationReturned(
  escalation: EscalationKey,
  data: {
    /** Whom the lesson is for; null where an AI agent escalated. */
    agent: string | null
    type: string | null
    would_have_helped: WouldHaveHelped
    minutes_spent: number
    draft_runbook: string | null
    draft_version: number | null
  },
): NewEvent {
  return about(escalation, 'escalation.returned', data)
}

export function lineChanged(
  escalation: EscalationKey,
  data: { line: Line; previous: Line },
): NewEvent {
  return about(escalation, 'ticket.line_changed', data)
}

export function escalationClosed(
  escalation: EscalationKey,
  data: {
    how: 'published' | 'waived'
    runbook: string | null
    version: number | null
    reason: string | null
  },
): NewEvent {
  return about(escalation, 'escalation.closed', data)
}

function about(escalation: EscalationKey, name: NewEvent['name'], data: object): NewEvent {
  return {
    name,
    ticketId: escalation.ticketId,
    accountId: escalation.accountId,
    data: { escalation: escalation.id, ...data },
  }
}
