import { TakeBackIncidentUpdate } from '@firstline/contract/incidents'
import type { Transaction } from 'kysely'
import { personIdOf } from '#server/core/actor.ts'
import { Conflict, NotFound } from '#server/core/errors.ts'
import type { NewEvent } from '#server/core/events.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import { updateTakenBack } from '#server/tickets/events.ts'
import { lockEvenMerged } from '#server/tickets/state.ts'
import { reopenFor, takeBackUnsent } from '#server/tickets/take-back-reply.ts'

/** All its replies that have not left, as one; those that were not written yet are not written. */
export const takeBackIncidentUpdate = defineVerb({
  permission: 'ticket:write',
  input: TakeBackIncidentUpdate,
  async run({ tx, actor, clock }, { updateId }) {
    const update = await lockUpdate(tx, updateId)
    const isOpen = update.takenBackAt === null && update.personId === personIdOf(actor)
    const events: NewEvent[] = []
    let [takenBack, left] = [0, 0]
    for (const { ticketId, messageId } of isOpen ? await readWritten(tx, updateId) : []) {
      const ticket = await lockEvenMerged(tx, ticketId)
      const unsent = await takeBackUnsent(tx, ticket, { messageId, actor })
      if (!unsent) {
        left++
        continue
      }
      takenBack++
      events.push(unsent.event, ...(await reopenFor(tx, ticket, unsent.resolutionId, clock.now())))
    }
    if (!isOpen || (takenBack === 0 && update.leavesAt !== null)) {
      throw new Conflict(
        'update.left',
        'This update has left, or is another’s: it cannot be taken back',
      )
    }
    await tx
      .updateTable('incident_update')
      .set({ taken_back_at: clock.now() })
      .where('id', '=', updateId)
      .execute()
    const { incidentId, title, text, outcome, summary } = update
    return {
      result: { takenBack, left, text, outcome, summary },
      events: [
        updateTakenBack({ id: incidentId, update: updateId, title, taken_back: takenBack, left }),
        ...events,
      ],
    }
  },
})

async function lockUpdate(tx: Transaction<DB>, id: string) {
  const row = await tx
    .selectFrom('incident_update')
    .innerJoin('incident', 'incident.id', 'incident_update.incident_id')
    .select([
      'incident.id as incidentId',
      'incident.title',
      'incident_update.person_id as personId',
      'incident_update.text',
      'incident_update.outcome',
      'incident_update.summary',
      'incident_update.leaves_at as leavesAt',
      'incident_update.taken_back_at as takenBackAt',
    ])
    .where('incident_update.id', '=', id)
    .forUpdate('incident_update')
    .executeTakeFirst()
  if (!row) throw new NotFound('update.not-found', 'There is no such update')
  return row
}

/** In the order of the tickets' ids, as all who lock several do. */
async function readWritten(tx: Transaction<DB>, updateId: string) {
  const rows = await tx
    .selectFrom('incident_answer')
    .innerJoin('message', 'message.id', 'incident_answer.message_id')
    .select(['incident_answer.ticket_id as ticketId', 'message.id as messageId'])
    .where('update_id', '=', updateId)
    .orderBy('incident_answer.ticket_id')
    .execute()
  return rows
}
