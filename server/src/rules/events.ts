import type { NewDataOf } from '@firstline/contract/events'
import type { NewEvent } from '#server/core/events.ts'

type Ticket = { id: string; accountId: string | null }

export function ruleActed(ticket: Ticket, data: NewDataOf<'rule.acted'>): NewEvent {
  return { name: 'rule.acted', ticketId: ticket.id, accountId: ticket.accountId, data }
}

/** For those outside who asked to be told. */
export function ruleTold(ticket: Ticket, data: NewDataOf<'rule.told'>): NewEvent {
  return { name: 'rule.told', ticketId: ticket.id, accountId: ticket.accountId, data }
}

export function ruleStopped(data: NewDataOf<'rule.stopped'>): NewEvent {
  return { name: 'rule.stopped', data }
}

export function ruleResumed(rule: string | null, reason: string): NewEvent {
  return { name: 'rule.resumed', data: { rule, reason } }
}
