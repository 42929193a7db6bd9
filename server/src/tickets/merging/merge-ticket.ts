import { MergeTicket } from '@firstline/contract/merging'
import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import type { NewEvent } from '#server/core/events.ts'
import { defineVerb } from '#server/core/verb.ts'
import { carryDrafts } from '#server/tickets/drafts/carry-drafts.ts'
import {
  incidentLinked,
  messageJoined,
  problemStarted,
  ticketJoined,
  ticketVoided,
} from '#server/tickets/events.ts'
import { setIncident } from '#server/tickets/incidents/link-incident.ts'
import { readTicket } from '#server/tickets/read-ticket.ts'
import { returnToWork } from '#server/tickets/receive-message.ts'
import { mattersTo, refuseUnseen } from '#server/tickets/refuse-unseen.ts'
import { awake, ticketNotFound } from '#server/tickets/state.ts'
import type { TicketRow } from '#server/tickets/state.ts'
import { tellTurn } from '#server/tickets/tell-turn.ts'
import { keepBefore } from './before-merge.ts'
import { lockTickets } from './lock-tickets.ts'
import { planMerge } from './plan-merge.ts'
import type { MergePlan } from './plan-merge.ts'
import { refuseMerge } from './refuse-merge.ts'

/**
 * The messages of a ticket go on at another one of the same customer and do there what they would have
 * done; what is left is void, outside of every rate, and leads there.
 */
export const mergeTicket = defineVerb({
  permission: 'ticket:write',
  input: MergeTicket,
  async run(context, { ticketId, into }) {
    const { tx, clock } = context
    const now = clock.now()
    const locked = await lockTickets(tx, [ticketId, into])
    const [own, other] = [locked.get(ticketId), locked.get(into)]
    if (!own || !other) throw ticketNotFound()
    await refuseUnseen(context, ticketId, mattersTo.answering)
    await refuseUnseen(context, into, mattersTo.answering)
    await refuseMerge(tx, own, other)
    const plan = await planMerge(tx, own, other)
    const before = await keepBefore(tx, { own, other }, plan)
    await moveMessages(tx, own, other)
    await carryDrafts(tx, ticketId, into)
    await tx
      .updateTable('ticket')
      .set({
        ...awake,
        state: 'void',
        void_reason: 'duplicate',
        joined_to: other.id,
        before_joining: before,
        updated_at: now,
      })
      .where('id', '=', ticketId)
      .execute()
    await tx.updateTable('ticket').set({ updated_at: now }).where('id', '=', into).execute()
    await tellTurn(tx, into)
    const changed = await changeStaying(tx, other, plan, now)
    return {
      result: await readTicket(tx, into, now),
      events: [
        ticketJoined(own, other),
        ticketVoided(own, 'duplicate'),
        messageJoined(other, own, (plan.returns ?? plan.newest)?.id ?? null),
        ...changed,
      ],
    }
  },
})

/** Each says where it came in, through however many tickets it went; then both are found by their words. */
async function moveMessages(tx: Transaction<DB>, own: TicketRow, other: TicketRow): Promise<void> {
  await tx
    .updateTable('message')
    .set({ ticket_id: other.id, joined_from: sql`coalesce(joined_from, ticket_id)` })
    .where('ticket_id', '=', own.id)
    .execute()
  await indexBoth(tx, [own.id, other.id])
}

export async function indexBoth(tx: Transaction<DB>, ids: readonly string[]): Promise<void> {
  await sql`select index_ticket(id) from unnest(${ids.toSorted()}::uuid[]) as id`.execute(tx)
}

async function changeStaying(
  tx: Transaction<DB>,
  other: TicketRow,
  { returns, problemStartedAt, incident }: MergePlan,
  now: Date,
): Promise<NewEvent[]> {
  const events: NewEvent[] = []
  if (problemStartedAt) {
    await tx
      .updateTable('ticket')
      .set({ problem_started_at: problemStartedAt })
      .where('id', '=', other.id)
      .execute()
    const previous = other.problemStartedAt?.toISOString() ?? null
    events.push(problemStarted(other, { at: problemStartedAt.toISOString(), previous }))
  }
  if (incident) {
    await setIncident(tx, [other.id], { incident_id: incident.id, incident_linked_at: now })
    events.push(incidentLinked(other, incident))
  }
  if (!returns) return events
  const returned = await returnToWork(tx, returns.at, other, returns.id)
  // they came back when they wrote, whenever somebody saw that it was the same
  return [...events, ...returned.map((event) => ({ ...event, at: returns.at }))]
}
