import type { Notification } from '@firstline/contract/notifications'
import { ownProperty } from '@firstline/contract/own-property'
import type { TFunction } from 'i18next'

/** What moved on what one watches; an event that is told since is a movement like others. */
const movements = {
  'note.added': 'moved.note',
  'message.received': 'moved.received',
  'message.replied': 'moved.replied',
  'ticket.assigned': 'moved.assigned',
  'ticket.escalated': 'moved.escalated',
  'ticket.resolved': 'moved.resolved',
  'ticket.reopened': 'moved.reopened',
  'ticket.repeat_linked': 'moved.repeat',
  'ticket.voided': 'moved.voided',
  'ticket.joined': 'moved.joined',
  'escalation.assigned': 'moved.taken',
  'escalation.returned': 'moved.returned',
  'escalation.closed': 'moved.closed',
} as const
type Movement = (typeof movements)[keyof typeof movements]

/** In one sentence. */
export function wordsOf(
  { kind, event, by }: Pick<Notification, 'kind' | 'event' | 'by'>,
  t: TFunction<'notifications'>,
): string {
  if (kind !== 'watched_moved') return t(`told.${kind}`, { name: by.name })
  return t(ownProperty<Movement>(movements, event) ?? 'moved.other', { name: by.name })
}

type Place =
  | { to: '/tickets/$ticketId'; params: { ticketId: string } }
  | { to: '/escalations/$escalationId'; params: { escalationId: string } }
  | { to: '/actions' }
  | { to: '/rules' }

/** Where it is looked at. */
export function placeOf({ kind, ticket, escalationId }: Notification): Place {
  if (kind === 'approval_asked') return { to: '/actions' }
  if (kind === 'rule_off') return { to: '/rules' }
  if (escalationId !== null && kind !== 'mentioned') {
    return { to: '/escalations/$escalationId', params: { escalationId } }
  }
  return { to: '/tickets/$ticketId', params: { ticketId: ticket.id } }
}
