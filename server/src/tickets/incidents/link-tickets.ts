import { LinkTickets } from '@firstline/contract/incidents'
import type { Transaction } from 'kysely'
import { Conflict } from '#server/core/errors.ts'
import type { NewEvent } from '#server/core/events.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import { incidentLinked } from '#server/tickets/events.ts'
import type { TicketKey } from '#server/tickets/events.ts'
import { setIncident } from './link-incident.ts'
import { findIncident } from './read-incident.ts'

/** What somebody looked at as a list; one that is void by now, or part of an incident, is left. */
export const linkTickets = defineVerb({
  permission: 'ticket:write',
  input: LinkTickets,
  async run({ tx, clock }, { incidentId, ticketIds }) {
    const incident = await findIncident(tx, incidentId)
    const tickets = await lockFree(tx, ticketIds)
    const [first, ...others] = tickets.map((ticket): NewEvent => incidentLinked(ticket, incident))
    if (!first) {
      throw new Conflict(
        'incident.none-linked',
        'None of these tickets can be linked: they are void, or part of an incident already',
      )
    }
    const ids = tickets.map(({ id }) => id)
    await setIncident(tx, ids, { incident_id: incidentId, incident_linked_at: clock.now() })
    const asked = new Set(ticketIds).size
    return {
      result: { added: tickets.length, left: asked - tickets.length },
      events: [first, ...others],
    }
  },
})

/** In the order of their ids, so that two who link the same do not wait for each other. */
async function lockFree(tx: Transaction<DB>, ids: readonly string[]): Promise<TicketKey[]> {
  return tx
    .selectFrom('ticket')
    .select(['id', 'account_id as accountId'])
    .where('id', 'in', [...new Set(ids)])
    .where('incident_id', 'is', null)
    .where('state', '!=', 'void')
    .orderBy('id')
    .forUpdate()
    .execute()
}
