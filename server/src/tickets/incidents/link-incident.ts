import { LinkIncident, UnlinkIncident } from '@firstline/contract/incidents'
import type { Transaction } from 'kysely'
import { Conflict } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import { incidentLinked, incidentUnlinked } from '#server/tickets/events.ts'
import { readTicket } from '#server/tickets/read-ticket.ts'
import { lockTicket, refuseVoid } from '#server/tickets/state.ts'
import { findIncident } from './read-incident.ts'
import type { Named } from './read-incident.ts'

/** The ticket is part of what is broken, and of nothing else: a link to another incident is taken off. */
export const linkIncident = defineVerb({
  permission: 'ticket:write',
  input: LinkIncident,
  async run({ tx, clock }, { ticketId, incidentId }) {
    const now = clock.now()
    const ticket = await lockTicket(tx, ticketId)
    refuseVoid(ticket)
    const incident = await findIncident(tx, incidentId)
    const before = await linkOf(tx, ticketId)
    if (before?.id === incidentId) {
      throw new Conflict('incident.linked', 'This ticket is part of this incident already')
    }
    await setIncident(tx, [ticketId], { incident_id: incidentId, incident_linked_at: now })
    const linked = incidentLinked(ticket, incident)
    return {
      result: await readTicket(tx, ticketId, now),
      events: before ? [incidentUnlinked(ticket, before), linked] : [linked],
    }
  },
})

export const unlinkIncident = defineVerb({
  permission: 'ticket:write',
  input: UnlinkIncident,
  async run({ tx, clock }, { ticketId }) {
    const ticket = await lockTicket(tx, ticketId)
    const before = await linkOf(tx, ticketId)
    if (!before) {
      throw new Conflict('incident.not-linked', 'This ticket is part of no incident')
    }
    await setIncident(tx, [ticketId], { incident_id: null, incident_linked_at: null })
    return {
      result: await readTicket(tx, ticketId, clock.now()),
      events: [incidentUnlinked(ticket, before)],
    }
  },
})

async function linkOf(tx: Transaction<DB>, ticketId: string): Promise<Named | undefined> {
  return tx
    .selectFrom('ticket')
    .innerJoin('incident', 'incident.id', 'ticket.incident_id')
    .select(['incident.id', 'incident.title'])
    .where('ticket.id', '=', ticketId)
    .executeTakeFirst()
}

type Link = { incident_id: string | null; incident_linked_at: Date | null }

/** No work on the ticket: whose turn it is, and its place in the lists, stay as they are. */
export async function setIncident(
  tx: Transaction<DB>,
  ids: readonly string[],
  link: Link,
): Promise<void> {
  await tx.updateTable('ticket').set(link).where('id', 'in', ids).execute()
}
