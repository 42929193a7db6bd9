import { changeRoutes } from '@firstline/contract/changes'
import type { WithSources } from '#server/accounts/read-source.ts'
import { readChangesAround, readOpenIncidents } from '#server/changes/queries.ts'
import type { ChangeAround } from '#server/changes/queries.ts'
import { defineDeed } from '#server/core/verb.ts'
import type { DeedContext } from '#server/core/verb.ts'
import { readProblemStart } from '#server/tickets/read-problem-start.ts'
import { servicesOfTicket } from './publish/services-of-ticket.ts'

/** Deploys and status changes around the beginning of a ticket's problem, and which of them concern it. */
export const listChanges = defineDeed({
  permission: 'change:read',
  input: changeRoutes.listChanges.params,
  async run(context: DeedContext & WithSources, { ticketId }) {
    const { startedAt, isKnown } = await readProblemStart(context.db, ticketId)
    const [{ items, status }, services, open] = await Promise.all([
      readChangesAround(context, startedAt),
      servicesOfTicket(context.db, ticketId),
      readOpenIncidents(context.db),
    ])
    return {
      problemStartedAt: startedAt.toISOString(),
      isProblemStartKnown: isKnown,
      items: items.map((change) => ({
        ...change,
        concernsTicket: services.has(serviceOf(change)),
      })),
      status,
      incidents: open.filter((incident) => incident.services.some((name) => services.has(name))),
    }
  },
})

/** A component of the status page is a service by its name there. */
function serviceOf(change: ChangeAround): string {
  return change.kind === 'status' ? change.component : change.service
}
