import type { Line } from '@firstline/contract/common'
import type { Actor } from '#server/core/actor.ts'
import type { NewEvent } from '#server/core/events.ts'

/** What the record says of a ticket. Ids and decisions only: the words stay in the messages. */
export type TicketKey = { id: string; accountId: string | null }

function happened(
  ticket: TicketKey,
  name: NewEvent['name'],
  data: NewEvent['data'] = {},
): NewEvent {
  return { name, ticketId: ticket.id, accountId: ticket.accountId, data }
}

export function ticketReceived(
  ticket: TicketKey,
  data: {
    message: string
    channel: string
    line: Line
    type: string | null
    problem_started_at: string | null
  },
): NewEvent {
  return happened(ticket, 'ticket.received', data)
}

export function messageReceived(
  ticket: TicketKey,
  data: { message: string; judged?: 'courtesy' | 'absence' },
): NewEvent {
  return happened(ticket, 'message.received', data)
}

/** Somebody has said that the judgement was wrong; `judged` is what it is now, null: to be read. */
export function messageJudged(
  ticket: TicketKey,
  data: { message: string; judged: 'courtesy' | 'absence' | null },
): NewEvent {
  return happened(ticket, 'message.judged', data)
}

/** The words themselves stay with the phrase. */
export function phraseTaught(
  ticket: TicketKey,
  data: { phrase: string; meaning: string; message: string },
): NewEvent {
  return happened(ticket, 'phrase.taught', data)
}

export function phraseForgotten(phrase: string): NewEvent {
  return { name: 'phrase.forgotten', data: { phrase } }
}

export function messageReplied(ticket: TicketKey, message: string): NewEvent {
  return happened(ticket, 'message.replied', { message })
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

export function messageFailed(ticket: TicketKey, message: string, error: string): NewEvent {
  return happened(ticket, 'message.failed', { message, error })
}

export function noteAdded(ticket: TicketKey, message: string): NewEvent {
  return happened(ticket, 'note.added', { message })
}

export function ticketWaiting(ticket: TicketKey, message: string): NewEvent {
  return happened(ticket, 'ticket.waiting', { message })
}

export function ticketAnswered(ticket: TicketKey, message: string): NewEvent {
  return happened(ticket, 'ticket.answered', { message })
}

export function ticketAssigned(
  ticket: TicketKey,
  data: { person: string | null; name: string | null; previous: string | null },
): NewEvent {
  return happened(ticket, 'ticket.assigned', data)
}

export function accountAssigned(
  ticket: TicketKey,
  data: {
    account: string
    external_id: string
    name: string
    previous: string | null
    /** Later mail of the same sender is this account's too. */
    is_for_good: boolean
  },
): NewEvent {
  return happened(ticket, 'account.assigned', data)
}

export function typeChanged(
  ticket: TicketKey,
  data: { type: string; previous: string | null },
): NewEvent {
  return happened(ticket, 'ticket.type_changed', data)
}

export function problemStarted(
  ticket: TicketKey,
  data: { at: string; previous: string | null },
): NewEvent {
  return happened(ticket, 'ticket.problem_started', data)
}

export function ticketResolved(
  ticket: TicketKey,
  data: {
    resolution: string
    line: Line
    type: string | null
    by: string | null
    runbook: string | null
    runbook_version: string | null
    action_runs: string[]
  },
): NewEvent {
  return happened(ticket, 'ticket.resolved', data)
}

export function ticketReopened(
  ticket: TicketKey,
  data: {
    by: 'customer' | 'agent'
    cause: string
    resolution: string | null
    /** Within the window of that resolution. */
    is_broken: boolean
    message?: string
  },
): NewEvent {
  return happened(ticket, 'ticket.reopened', data)
}

export function reopenDismissed(
  ticket: TicketKey,
  data: { resolution: string; reason: string },
): NewEvent {
  return happened(ticket, 'ticket.reopen_dismissed', data)
}

/** The customer came back when the new ticket was opened, whenever its type became known. */
export function repeatLinked(
  ticket: TicketKey,
  data: { of: string; number: number; resolution: string },
  openedAt: Date,
): NewEvent {
  return { ...happened(ticket, 'ticket.repeat_linked', data), at: openedAt }
}

export function ticketVoided(ticket: TicketKey, reason: string): NewEvent {
  return happened(ticket, 'ticket.voided', { reason })
}

export function ratingRequested(ticket: TicketKey, resolution: string): NewEvent {
  return happened(ticket, 'rating.requested', { resolution })
}

export function ratingGiven(
  ticket: TicketKey,
  data: { resolution: string; value: 'up' | 'down'; previous: string | null },
  by: Actor,
): NewEvent {
  return { ...happened(ticket, 'rating.given', data), actor: by }
}
