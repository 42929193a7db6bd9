import { routes } from '@firstline/contract/routes'
import type { LiveEvent } from '@firstline/contract/live'

/** Lists that show things of a kind; the kind is the word before the dot of an event's name. */
const listsOf: Record<string, readonly string[]> = {
  ticket: ['/api/tickets', '/api/ticket-counts', '/api/escalations'],
  rating: ['/api/tickets', '/api/scorecard'],
  account: ['/api/tickets', '/api/ticket-counts'],
  escalation: ['/api/escalations', '/api/tickets', '/api/lessons', '/api/learning'],
  lesson: ['/api/lessons', '/api/learning'],
  runbook: ['/api/runbooks'],
  action: ['/api/actions'],
  person: ['/api/people', '/api/me'],
}

/** Read from the customer's own systems: too dear to read again for every event; they show an age. */
const readsCustomerSystem = /\/(panels|logs|traces|changes|status|telemetry)\b/

/** Whether what a query shows may differ after an event. */
export function isAffected(queryKey: readonly unknown[], event: LiveEvent): boolean {
  const path = pathOf(queryKey[0])
  if (!path || readsCustomerSystem.test(path)) return false
  const ticketId = ticketIdOf(queryKey[1])
  if (ticketId) return ticketId === event.ticketId
  const kind = event.name.split('.')[0] ?? ''
  return (listsOf[kind] ?? []).some((list) => path.startsWith(list))
}

function pathOf(name: unknown): string | undefined {
  return typeof name === 'string'
    ? (routes as Record<string, { path: string }>)[name]?.path
    : undefined
}

function ticketIdOf(input: unknown): string | undefined {
  return (input as { params?: { ticketId?: string } } | undefined)?.params?.ticketId
}
