import { CreateIncidentUpdate } from '@firstline/contract/incidents'
import type { Transaction } from 'kysely'
import { requirePerson } from '#server/core/actor.ts'
import { Conflict, Invalid } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import { updateWritten } from '#server/tickets/events.ts'
import { fillUpdate, refuseUnknownVariables } from './fill-update.ts'
import { readAnswerable } from './read-answerable.ts'
import { findIncident } from './read-incident.ts'
import { readUpdate } from './read-updates.ts'

/** One text for the tickets of an incident; the job writes each customer's reply from here. */
export const createIncidentUpdate = defineVerb({
  permission: 'ticket:resolve',
  input: CreateIncidentUpdate,
  async run({ tx, actor, clock }, { incidentId, text, outcome, summary, tickets }) {
    const person = requirePerson(actor)
    refuseUnknownVariables(text)
    if (outcome === 'resolve' && summary === undefined) {
      throw new Invalid(
        'update.no-summary',
        'Say in a sentence what it was: each resolution has it',
      )
    }
    const incident = await lockIncident(tx, incidentId)
    await refuseRunning(tx, incidentId)
    const seen = new Map(tickets.map(({ ticketId, seen: last }) => [ticketId, last]))
    const linked = await readAnswerable(tx, incidentId, { ticketIds: [...seen.keys()] })
    if (linked.length < seen.size) {
      throw new Conflict(
        'update.not-linked',
        'One of these tickets is not part of the incident any more. Nothing was sent: look at the preview again',
      )
    }
    const now = clock.now()
    const { id } = await tx
      .insertInto('incident_update')
      .values({
        incident_id: incidentId,
        person_id: person.id,
        at: now,
        text,
        outcome,
        summary: outcome === 'resolve' ? (summary ?? null) : null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('incident_answer')
      .values(
        linked.map(({ id: ticketId, number, contactName }, place) => ({
          update_id: id,
          ticket_id: ticketId,
          place,
          text: fillUpdate(text, { contactName, ticketNumber: Number(number) }),
          // asked for by the keys of this map
          seen: seen.get(ticketId)!,
        })),
      )
      .execute()
    return {
      result: await readUpdate(tx, id),
      events: [
        updateWritten({
          id: incidentId,
          update: id,
          title: incident.title,
          outcome,
          tickets: linked.length,
        }),
      ],
      jobs: [
        {
          task: 'send_incident_update',
          payload: { update: id },
          key: `send_incident_update:${id}`,
        },
      ],
    }
  },
})

/**
 * Two who write at once: the second sees that the first one's is being sent. Who links a ticket, whose
 * lock this waits for next, is not made to wait for it.
 */
async function lockIncident(tx: Transaction<DB>, id: string) {
  await findIncident(tx, id)
  return tx
    .selectFrom('incident')
    .select('title')
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
}

async function refuseRunning(tx: Transaction<DB>, incidentId: string): Promise<void> {
  const running = await tx
    .selectFrom('incident_update')
    .select('id')
    .where('incident_id', '=', incidentId)
    .where('leaves_at', 'is', null)
    .where('taken_back_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  if (!running) return
  throw new Conflict(
    'update.running',
    'Another update of this incident is being written: wait for it',
  )
}
