import type { EventName, NewDataOf } from '@firstline/contract/events'
import type { NewEvent, NewEventOf } from '#server/core/events.ts'

export type EscalationKey = { id: string; ticketId: string; accountId: string | null }

/** Opens the part of the ticket's life that another line works. */
export function ticketEscalated(
  escalation: EscalationKey,
  data: DataBeside<'ticket.escalated'>,
): NewEvent {
  return about(escalation, 'ticket.escalated', { escalation: escalation.id, ...data })
}

export function escalationAssigned(
  escalation: EscalationKey,
  data: DataBeside<'escalation.assigned'>,
): NewEvent {
  return about(escalation, 'escalation.assigned', { escalation: escalation.id, ...data })
}

export function escalationReturned(
  escalation: EscalationKey,
  data: DataBeside<'escalation.returned'>,
): NewEvent {
  return about(escalation, 'escalation.returned', { escalation: escalation.id, ...data })
}

export function lineChanged(
  escalation: EscalationKey,
  data: DataBeside<'ticket.line_changed'>,
): NewEvent {
  return about(escalation, 'ticket.line_changed', { escalation: escalation.id, ...data })
}

export function escalationClosed(
  escalation: EscalationKey,
  data: DataBeside<'escalation.closed'>,
): NewEvent {
  return about(escalation, 'escalation.closed', { escalation: escalation.id, ...data })
}

type DataBeside<Name extends EventName> = Omit<NewDataOf<Name>, 'escalation'>

function about<Name extends EventName>(
  { ticketId, accountId }: EscalationKey,
  name: Name,
  data: NewDataOf<Name>,
): NewEventOf<Name> {
  return { name, ticketId, accountId, data }
}
