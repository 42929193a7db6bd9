import { ownProperty } from '@firstline/contract/own-property'
import { routes } from '@firstline/contract/routes'
import type { LiveEvent } from '@firstline/contract/live'

/** Lists that show things of a kind; the kind is the word before the dot of an event's name. */
const listsOf: Record<string, readonly string[]> = {
  ticket: ['/api/tickets', '/api/ticket-counts', '/api/escalations'],
  message: ['/api/tickets', '/api/ticket-counts'],
  note: ['/api/tickets'],
  account: ['/api/tickets', '/api/ticket-counts'],
  rating: ['/api/tickets'],
  runbook: [
    '/api/runbooks',
    '/api/runbook-runs',
    '/api/opportunities',
    '/api/escalation-loop',
    '/api/lessons',
    '/api/runbook-health',
    '/api/scorecard/impact',
  ],
  action: [
    '/api/action-runs',
    '/api/action-approvals',
    '/api/actions',
    '/api/tickets/{ticketId}/actions',
  ],
  escalation: [
    '/api/escalations',
    '/api/tickets',
    '/api/opportunities',
    '/api/escalation-loop',
    '/api/lessons',
    '/api/runbook-health',
  ],
  lesson: ['/api/lessons'],
  win: ['/api/wins'],
  opportunity: ['/api/opportunities'],
  mail: ['/api/inbound-mails', '/api/inbound-mail-counts'],
  phrase: ['/api/learned-phrases'],
  deploy: ['/api/system-status', '/api/tickets/{ticketId}/changes'],
  status: ['/api/system-status', '/api/tickets/{ticketId}/changes'],
  person: ['/api/people', '/api/me'],
  history: ['/api/scorecard', '/api/tickets', '/api/ticket-counts'],
}

/** Read from the customer's own systems: too dear to read again for every event; they show an age. */
const readsCustomerSystem = /\/(panels|logs|traces|choices)\b/

/** After these the customer's systems, or the part of them that is looked at, are different. */
const changesWhatIsRead = new Set(['account.assigned', 'action.verified', 'ticket.problem_started'])

/** Whether what a query shows may differ after an event. */
export function isAffected(queryKey: readonly unknown[], event: LiveEvent): boolean {
  const path = pathOf(queryKey[0])
  if (!path) return false
  if (readsCustomerSystem.test(path) && !changesWhatIsRead.has(event.name)) return false
  const ticketId = ticketIdOf(queryKey[1])
  if (ticketId && event.ticketId) return ticketId === event.ticketId
  const kind = event.name.split('.')[0] ?? ''
  return (ownProperty(listsOf, kind) ?? []).some((list) => path.startsWith(list))
}

function pathOf(name: unknown): string | undefined {
  return typeof name === 'string'
    ? ownProperty(routes as Record<string, { path: string }>, name)?.path
    : undefined
}

function ticketIdOf(input: unknown): string | undefined {
  return (input as { params?: { ticketId?: string } } | undefined)?.params?.ticketId
}
