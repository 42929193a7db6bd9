import { UnmergeTicket } from '@firstline/contract/merging'
import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { EventName } from '@firstline/contract/events'
import type { DB } from '#server/database/db-types.ts'
import { Conflict } from '#server/core/errors.ts'
import type { NewEvent } from '#server/core/events.ts'
import type { NewJob } from '#server/core/jobs.ts'
import { defineVerb } from '#server/core/verb.ts'
import {
  incidentUnlinked,
  messageParted,
  problemStarted,
  ticketParted,
  ticketReopened,
  ticketSnoozed,
  ticketWaiting,
} from '#server/tickets/events.ts'
import { setIncident } from '#server/tickets/incidents/link-incident.ts'
import { readTicket } from '#server/tickets/read-ticket.ts'
import { mattersTo, refuseUnseen } from '#server/tickets/refuse-unseen.ts'
import { wakingOf } from '#server/tickets/snooze/snooze-ticket.ts'
import { ticketNotFound } from '#server/tickets/state.ts'
import type { TicketRow } from '#server/tickets/state.ts'
import { takeBack } from '#server/tickets/take-as-courtesy.ts'
import { tellTurn } from '#server/tickets/tell-turn.ts'
import { readBefore } from './before-merge.ts'
import type { BeforeMerge, Snooze } from './before-merge.ts'
import { allMergedInto, lockTickets, wayOf } from './lock-tickets.ts'
import { indexBoth } from './merge-ticket.ts'

type Undone = { events: NewEvent[]; jobs: NewJob[] }
type Undoing = { own: TicketRow; other: TicketRow; before: BeforeMerge | null; now: Date }

/**
 * The messages of a merged ticket go back, and what they did at the other one is taken back. What came in
 * since stays there: nobody can tell which of the two it was for.
 */
export const unmergeTicket = defineVerb({
  permission: 'ticket:write',
  input: UnmergeTicket,
  async run(context, { ticketId }) {
    const { tx, clock } = context
    const now = clock.now()
    const way = await wayOf(tx, ticketId)
    const locked = await lockTickets(tx, [ticketId, ...way])
    const own = locked.get(ticketId)
    const next = locked.get(own?.joinedTo ?? '')
    const stays = locked.get(way.at(-1) ?? '')
    if (!own) throw ticketNotFound()
    await refuseUnseen(context, ticketId, mattersTo.standing)
    if (!next || !stays || stays.joinedTo !== null) {
      throw new Conflict('merge.none', 'This ticket is merged into no other one')
    }
    const before = await readBefore(tx, ticketId)
    await moveBack(tx, own, stays)
    const back = await openAgain(tx, { own, other: next, before, now })
    const isLast = next.id === stays.id
    const undone = isLast ? await changeBack(tx, { own, other: stays, before, now }) : nothing
    await tx.updateTable('ticket').set({ updated_at: now }).where('id', '=', stays.id).execute()
    await tellTurn(tx, stays.id)
    await tellTurn(tx, ticketId)
    return {
      result: await readTicket(tx, ticketId, now),
      events: [
        ticketParted(own, stays),
        ...back.events,
        messageParted(stays, own, before?.stays.returned ?? null),
        ...undone.events,
      ],
      jobs: [...back.jobs, ...undone.jobs],
    }
  },
})

const nothing: Undone = { events: [], jobs: [] }

/** Those of the tickets that were merged into it first come with it. */
async function moveBack(tx: Transaction<DB>, own: TicketRow, stays: TicketRow): Promise<void> {
  await tx
    .updateTable('message')
    .set({ ticket_id: own.id, joined_from: sql`nullif(joined_from, ${own.id}::uuid)` })
    .where('ticket_id', '=', stays.id)
    .where('joined_from', 'in', await allMergedInto(tx, own.id))
    .execute()
  await indexBoth(tx, [own.id, stays.id])
}

async function openAgain(tx: Transaction<DB>, { own, before, now }: Undoing): Promise<Undone> {
  const asked = before?.state === 'waiting' ? await lastReply(tx, own.id) : null
  await tx
    .updateTable('ticket')
    .set({
      state: asked ? 'waiting' : 'open',
      void_reason: null,
      joined_to: null,
      before_joining: null,
      updated_at: now,
    })
    .where('id', '=', own.id)
    .execute()
  const reopened = ticketReopened(own, {
    by: 'agent',
    cause: 'Its merge was undone',
    resolution: null,
    is_broken: false,
  })
  const slept = await snoozeAgain(tx, own, before?.snooze ?? null, now)
  return {
    events: [reopened, ...(asked ? [ticketWaiting(own, asked)] : []), ...slept.events],
    jobs: slept.jobs,
  }
}

async function lastReply(tx: Transaction<DB>, ticketId: string): Promise<string | null> {
  const reply = await tx
    .selectFrom('message')
    .select('id')
    .where('ticket_id', '=', ticketId)
    .where('kind', '=', 'reply')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return reply?.id ?? null
}

/** Unless its time has come meanwhile: then it is back, and says so. */
async function snoozeAgain(
  tx: Transaction<DB>,
  ticket: TicketRow,
  snooze: Snooze | null,
  now: Date,
): Promise<Undone> {
  if (snooze === null) return nothing
  const until = snooze.until === null ? null : new Date(snooze.until)
  const isOver = until !== null && until <= now
  const again = { snoozed_at: new Date(snooze.at), snoozed_by: snooze.by, snoozed_until: until }
  await tx
    .updateTable('ticket')
    .set(isOver ? { woken: 'time' } : { ...again, woken: null })
    .where('id', '=', ticket.id)
    .execute()
  if (isOver) return nothing
  return {
    events: [ticketSnoozed(ticket, { until: snooze.until, run: null })],
    jobs: until ? [wakingOf(ticket.id, until)] : [],
  }
}

/** What the merge changed at the one that stays, and nobody has changed since. */
async function changeBack(tx: Transaction<DB>, undoing: Undoing): Promise<Undone> {
  const { other, before, now } = undoing
  if (!before) return nothing
  const { problemStart, incident, snooze } = before.stays
  const events = [
    ...(problemStart ? await startAsBefore(tx, other, problemStart) : []),
    ...(incident ? await leaveIncident(tx, other, incident) : []),
    ...(await stateAsBefore(tx, undoing)),
  ]
  const isStill = snooze !== null && other.snoozedAt === null && !(await hasGoneOn(tx, undoing))
  const slept = isStill ? await snoozeAgain(tx, other, snooze, now) : nothing
  return { events: [...events, ...slept.events], jobs: slept.jobs }
}

async function startAsBefore(
  tx: Transaction<DB>,
  other: TicketRow,
  { was, is }: { was: string | null; is: string },
): Promise<NewEvent[]> {
  const changed = await tx
    .updateTable('ticket')
    .set({ problem_started_at: was === null ? null : new Date(was) })
    .where('id', '=', other.id)
    .where('problem_started_at', '=', new Date(is))
    .returning('opened_at as openedAt')
    .executeTakeFirst()
  if (!changed) return []
  const at = was ?? changed.openedAt.toISOString()
  return [problemStarted(other, { at, previous: is })]
}

async function leaveIncident(
  tx: Transaction<DB>,
  other: TicketRow,
  incidentId: string,
): Promise<NewEvent[]> {
  const incident = await tx
    .selectFrom('ticket')
    .innerJoin('incident', 'incident.id', 'ticket.incident_id')
    .select(['incident.id', 'incident.title'])
    .where('ticket.id', '=', other.id)
    .where('incident.id', '=', incidentId)
    .executeTakeFirst()
  if (!incident) return []
  await setIncident(tx, [other.id], { incident_id: null, incident_linked_at: null })
  return [incidentUnlinked(other, incident)]
}

async function stateAsBefore(tx: Transaction<DB>, undoing: Undoing): Promise<NewEvent[]> {
  const { other, before, now } = undoing
  const returned = before?.stays.returned ?? null
  if (returned === null) return []
  if (before?.stays.state === 'resolved') {
    // what broke it before the merge is not taken back with it
    if (before.stays.isBroken) return []
    return takeBack(tx, other, { messageId: returned, now, reason: 'The merge was undone' })
  }
  if (before?.stays.state !== 'waiting' || other.state !== 'open') return []
  if (await hasGoneOn(tx, undoing)) return []
  await tx.updateTable('ticket').set({ state: 'waiting' }).where('id', '=', other.id).execute()
  return [ticketWaiting(other, returned)]
}

const goingOn = [
  'message.received',
  'message.replied',
  'ticket.waiting',
  'ticket.snoozed',
  'ticket.resolved',
] as const satisfies readonly EventName[]

/** Whether somebody has worked on the one that stays since, or the customer has written. */
async function hasGoneOn(tx: Transaction<DB>, { own, other }: Undoing): Promise<boolean> {
  const { rows } = await sql`
    select from event where ticket_id = ${other.id} and name = any(${[...goingOn]})
      and id > (
        select max(id) from event
        where ticket_id = ${other.id} and name = 'message.joined' and data ->> 'from' = ${own.id})
    limit 1`.execute(tx)
  return rows.length > 0
}
