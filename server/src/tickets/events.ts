import type { EventName, NewDataOf } from '@firstline/contract/events'
import type { Actor } from '#server/core/actor.ts'
import type { NewEvent, NewEventOf } from '#server/core/events.ts'

/** What the record says of a ticket. Ids and decisions only: the words stay in the messages. */
export type TicketKey = { id: string; accountId: string | null }

function happened<Name extends EventName>(
  ticket: TicketKey,
  name: Name,
  data: NewDataOf<Name>,
): NewEventOf<Name> {
  return { name, ticketId: ticket.id, accountId: ticket.accountId, data }
}

export function ticketReceived(ticket: TicketKey, data: NewDataOf<'ticket.received'>): NewEvent {
  return happened(ticket, 'ticket.received', data)
}

export function messageReceived(ticket: TicketKey, data: NewDataOf<'message.received'>): NewEvent {
  return happened(ticket, 'message.received', data)
}

/** Somebody has said that the judgement was wrong; `judged` is what it is now, null: to be read. */
export function messageJudged(ticket: TicketKey, data: NewDataOf<'message.judged'>): NewEvent {
  return happened(ticket, 'message.judged', data)
}

/** The words themselves stay with the phrase. */
export function phraseTaught(ticket: TicketKey, data: NewDataOf<'phrase.taught'>): NewEvent {
  return happened(ticket, 'phrase.taught', data)
}

export function phraseForgotten(phrase: string): NewEvent {
  return { name: 'phrase.forgotten', data: { phrase } }
}

type SavedWords = Omit<NewDataOf<'saved_reply.created'>, 'saved_reply'>

export function savedReplyCreated(id: string, words: SavedWords): NewEvent {
  return { name: 'saved_reply.created', data: { saved_reply: id, ...words } }
}

export function savedReplyChanged(id: string, words: SavedWords): NewEvent {
  return { name: 'saved_reply.changed', data: { saved_reply: id, ...words } }
}

export function savedReplyArchived(id: string, title: string): NewEvent {
  return { name: 'saved_reply.archived', data: { saved_reply: id, title } }
}

export function savedReplyRestored(id: string, title: string): NewEvent {
  return { name: 'saved_reply.restored', data: { saved_reply: id, title } }
}

export function messageReplied(ticket: TicketKey, message: string): NewEvent {
  return happened(ticket, 'message.replied', { message })
}

/** It had not left. */
export function messageTakenBack(
  ticket: TicketKey,
  data: NewDataOf<'message.taken_back'>,
): NewEvent {
  return happened(ticket, 'message.taken_back', data)
}

export function messageRetried(ticket: TicketKey, message: string): NewEvent {
  return happened(ticket, 'message.retried', { message })
}

export function messageSent(ticket: TicketKey, message: string): NewEvent {
  return happened(ticket, 'message.sent', { message })
}

export function messageDelayed(ticket: TicketKey, message: string, error: string): NewEvent {
  return happened(ticket, 'message.delayed', { message, error })
}

export function messageDelayedThere(ticket: TicketKey, message: string, error: string): NewEvent {
  return happened(ticket, 'message.delayed_there', { message, error })
}

export function messageGivenUp(ticket: TicketKey, message: string, error: string): NewEvent {
  return happened(ticket, 'message.given_up', { message, error })
}

export function messageFailed(ticket: TicketKey, message: string, error: string): NewEvent {
  return happened(ticket, 'message.failed', { message, error })
}

export function noteAdded(
  ticket: TicketKey,
  message: string,
  mentions: readonly string[],
): NewEvent {
  const named = mentions.length > 0 ? { mentions: [...mentions] } : {}
  return happened(ticket, 'note.added', { message, ...named })
}

export function ticketWaiting(ticket: TicketKey, message: string): NewEvent {
  return happened(ticket, 'ticket.waiting', { message })
}

export function ticketSnoozed(ticket: TicketKey, data: NewDataOf<'ticket.snoozed'>): NewEvent {
  return happened(ticket, 'ticket.snoozed', data)
}

export function ticketWoken(
  ticket: TicketKey,
  because: NewDataOf<'ticket.woken'>['because'],
): NewEvent {
  return happened(ticket, 'ticket.woken', { because })
}

export function ticketAnswered(ticket: TicketKey, message: string): NewEvent {
  return happened(ticket, 'ticket.answered', { message })
}

export function ticketAssigned(ticket: TicketKey, data: NewDataOf<'ticket.assigned'>): NewEvent {
  return happened(ticket, 'ticket.assigned', data)
}

export function accountAssigned(ticket: TicketKey, data: NewDataOf<'account.assigned'>): NewEvent {
  return happened(ticket, 'account.assigned', data)
}

export function typeChanged(ticket: TicketKey, data: NewDataOf<'ticket.type_changed'>): NewEvent {
  return happened(ticket, 'ticket.type_changed', data)
}

export function priorityChanged(
  ticket: TicketKey,
  data: NewDataOf<'ticket.priority_changed'>,
): NewEvent {
  return happened(ticket, 'ticket.priority_changed', data)
}

export function ticketTagged(ticket: TicketKey, data: NewDataOf<'ticket.tagged'>): NewEvent {
  return happened(ticket, 'ticket.tagged', data)
}

export function problemStarted(
  ticket: TicketKey,
  data: NewDataOf<'ticket.problem_started'>,
): NewEvent {
  return happened(ticket, 'ticket.problem_started', data)
}

export function ticketResolved(ticket: TicketKey, data: NewDataOf<'ticket.resolved'>): NewEvent {
  return happened(ticket, 'ticket.resolved', data)
}

export function ticketReopened(ticket: TicketKey, data: NewDataOf<'ticket.reopened'>): NewEvent {
  return happened(ticket, 'ticket.reopened', data)
}

export function reopenDismissed(
  ticket: TicketKey,
  data: NewDataOf<'ticket.reopen_dismissed'>,
): NewEvent {
  return happened(ticket, 'ticket.reopen_dismissed', data)
}

/** The customer came back when the new ticket was opened, whenever its type became known. */
export function repeatLinked(
  ticket: TicketKey,
  data: NewDataOf<'ticket.repeat_linked'>,
  openedAt: Date,
): NewEvent {
  return { ...happened(ticket, 'ticket.repeat_linked', data), at: openedAt }
}

export function ticketVoided(ticket: TicketKey, reason: string): NewEvent {
  return happened(ticket, 'ticket.voided', { reason })
}

/** Its messages go on at the other one. */
export function ticketJoined(ticket: TicketKey, to: TicketKey & { number: string }): NewEvent {
  return happened(ticket, 'ticket.joined', { to: to.id, number: Number(to.number) })
}

export function ticketParted(ticket: TicketKey, from: TicketKey & { number: string }): NewEvent {
  return happened(ticket, 'ticket.parted', { from: from.id, number: Number(from.number) })
}

export function messageJoined(
  ticket: TicketKey,
  from: TicketKey & { number: string },
  message: string | null,
): NewEvent {
  return happened(ticket, 'message.joined', { from: from.id, number: Number(from.number), message })
}

export function messageParted(
  ticket: TicketKey,
  to: TicketKey & { number: string },
  message: string | null,
): NewEvent {
  return happened(ticket, 'message.parted', { to: to.id, number: Number(to.number), message })
}

export function incidentLinked(
  ticket: TicketKey,
  { id, title }: { id: string; title: string },
): NewEvent {
  return happened(ticket, 'ticket.incident_linked', { incident: id, title })
}

export function incidentUnlinked(
  ticket: TicketKey,
  { id, title }: { id: string; title: string },
): NewEvent {
  return happened(ticket, 'ticket.incident_unlinked', { incident: id, title })
}

export function answerRefused(
  ticket: TicketKey,
  data: NewDataOf<'ticket.update_refused'>,
): NewEvent {
  return happened(ticket, 'ticket.update_refused', data)
}

export function updateWritten(data: NewDataOf<'incident.update_written'>): NewEvent {
  return { name: 'incident.update_written', data }
}

export function updateSent(data: NewDataOf<'incident.update_sent'>): NewEvent {
  return { name: 'incident.update_sent', data }
}

export function updateTakenBack(data: NewDataOf<'incident.update_taken_back'>): NewEvent {
  return { name: 'incident.update_taken_back', data }
}

export function ratingRequested(ticket: TicketKey, resolution: string): NewEvent {
  return happened(ticket, 'rating.requested', { resolution })
}

export function ratingGiven(
  ticket: TicketKey,
  data: NewDataOf<'rating.given'>,
  by: Actor,
): NewEvent {
  return { ...happened(ticket, 'rating.given', data), actor: by }
}
