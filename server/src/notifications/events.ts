import type { NotificationKind } from '@firstline/contract/notifications'
import type { NewEvent } from '#server/core/events.ts'

/** Of no ticket, as far as the record goes: to look on, or to read, is no work on it. */
export function ticketWatched(ticket: string, people: string[]): NewEvent {
  return { name: 'ticket.watched', data: { ticket, people } }
}

export function ticketUnwatched(ticket: string, people: string[]): NewEvent {
  return { name: 'ticket.unwatched', data: { ticket, people } }
}

type EscalationKey = { id: string; ticket: string }

export function escalationWatched({ id, ticket }: EscalationKey, people: string[]): NewEvent {
  return { name: 'escalation.watched', data: { escalation: id, ticket, people } }
}

export function escalationUnwatched({ id, ticket }: EscalationKey, people: string[]): NewEvent {
  return { name: 'escalation.unwatched', data: { escalation: id, ticket, people } }
}

export function notificationRaised(ticket: string, event: string, people: string[]): NewEvent {
  return { name: 'notification.raised', data: { ticket, event, people } }
}

export function notificationsRead(count: number, isRead: boolean): NewEvent {
  return { name: 'notification.read', data: { count, is_read: isRead } }
}

export function kindSet(kind: NotificationKind, isOn: boolean): NewEvent {
  return { name: 'notification.kind_set', data: { kind, is_on: isOn } }
}
