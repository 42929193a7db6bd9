import type { NewEvent } from '#server/core/events.ts'

/** What the record says of mails. No addresses and no words: those stay with the mail itself. */
export function mailReceived(mail: string, sizeBytes: number): NewEvent {
  return { name: 'mail.received', data: { mail, size_bytes: sizeBytes } }
}

/** A copy, a loop or a machine's mail; with its ticket when it belongs to one. */
export function mailIgnored(mail: string, reason: string, ticket: TicketKey | null): NewEvent {
  return { name: 'mail.ignored', ...keysOf(ticket), data: { mail, reason } }
}

export function mailHeld(mail: string, reason: string, ticket: TicketKey | null): NewEvent {
  return { name: 'mail.held', ...keysOf(ticket), data: { mail, reason } }
}

export function mailFailed(mail: string, reason: string): NewEvent {
  return { name: 'mail.failed', data: { mail, reason } }
}

export function mailReleased(mail: string): NewEvent {
  return { name: 'mail.released', data: { mail } }
}

/** Somebody has seen that it is no ticket. */
export function mailChecked(mail: string): NewEvent {
  return { name: 'mail.checked', data: { mail } }
}

export type TicketKey = { id: string; accountId: string | null }

function keysOf(ticket: TicketKey | null) {
  return { ticketId: ticket?.id ?? null, accountId: ticket?.accountId ?? null }
}
