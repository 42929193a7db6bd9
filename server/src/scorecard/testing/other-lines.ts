import type { NewEventOf } from '#server/core/events.ts'

/** A ticket of a type that came to the second line at once, and was resolved there. */
export function receivedByOthers(ticketId: string, type: string): NewEventOf<'ticket.received'> {
  const message = crypto.randomUUID()
  const data = { message, type, channel: 'email', line: 'L2', problem_started_at: null } as const
  return { name: 'ticket.received', ticketId, data }
}

export function resolvedByOthers(ticketId: string, type: string): NewEventOf<'ticket.resolved'> {
  const unknown = { by: null, runbook: null, runbook_version: null, action_runs: [] }
  const data = { resolution: crypto.randomUUID(), line: 'L2', type, ...unknown } as const
  return { name: 'ticket.resolved', ticketId, data: { ...data, action_runs: [] } }
}
