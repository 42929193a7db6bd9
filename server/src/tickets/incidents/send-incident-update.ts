import { Id } from '@firstline/contract/common'
import type { LeftOut } from '@firstline/contract/incidents'
import type { PayloadOf } from '@firstline/contract/tasks'
import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import { system } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import { later, seconds } from '#server/core/clock.ts'
import { Conflict, Refusal } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk, VerbContext } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import { personActorOf } from '#server/team/authenticate.ts'
import { answerRefused, updateSent } from '#server/tickets/events.ts'
import { sendingOf, writeReply } from '#server/tickets/reply-to-ticket.ts'
import { writeResolution } from '#server/tickets/resolve-ticket.ts'
import { lockEvenMerged, lockTicket } from '#server/tickets/state.ts'
import { readAnswerable } from './read-answerable.ts'
import type { WithProject } from '#server/project/project.ts'

/** For how long all of them can be taken back together, once the last is written. */
const heldSeconds = 30

/**
 * Writes each ticket's own reply as its writer, one transaction each: the reply and that it is written are
 * one. No mail leaves before all are written; then all are held together. A process that is killed
 * leaves the job to the next one, which goes on where it was.
 */
export async function sendIncidentUpdate(
  desk: Desk & WithProject,
  { update: updateId }: PayloadOf<'send_incident_update'>,
): Promise<void> {
  const writer = await readWriter(desk, updateId)
  const waiting = await readWaiting(desk, updateId)
  for (const { ticketId, seen } of waiting) {
    if (!(await answer(desk, writer, { updateId, ticketId }, seen))) return
  }
  await unlessDone(releaseUpdate(desk, writer ?? sender, { updateId }))
}

const sender = system('incident')

/**
 * After a restore: answers of an update that was being written may have been written since the backup
 * was made, and have left. They are refused, each with its number, and the update is at its end.
 * @returns how many answers
 */
export async function withholdUpdates(desk: Desk, actor: Actor): Promise<number> {
  const updates = await desk.db
    .selectFrom('incident_update')
    .select('id')
    .where('leaves_at', 'is', null)
    .where('taken_back_at', 'is', null)
    .orderBy('id')
    .execute()
  let answers = 0
  for (const { id: updateId } of updates) {
    const waiting = await readWaiting(desk, updateId)
    for (const { ticketId } of waiting) {
      await unlessDone(refuseAnswer(desk, actor, { updateId, ticketId, why: 'other' }))
    }
    await unlessDone(releaseUpdate(desk, actor, { updateId }))
    answers += waiting.length
  }
  return answers
}

function readWaiting({ db }: Desk, updateId: string) {
  return db
    .selectFrom('incident_answer')
    .select(['ticket_id as ticketId', 'seen'])
    .where('update_id', '=', updateId)
    .where('message_id', 'is', null)
    .where('refused', 'is', null)
    .orderBy('place')
    .execute()
}

/** @returns null when they were disabled meanwhile */
async function readWriter({ db }: Desk, updateId: string): Promise<Actor | null> {
  const row = await db
    .selectFrom('incident_update')
    .innerJoin('person', 'person.id', 'incident_update.person_id')
    .select(['person.id', 'person.name', 'person.role', 'person.line'])
    .where('incident_update.id', '=', updateId)
    .where('person.disabled_at', 'is', null)
    .executeTakeFirst()
  return row ? personActorOf(row) : null
}

type Which = { updateId: string; ticketId: string }

/** @returns false when the update was taken back, or another process has done it all */
async function answer(
  desk: Desk & WithProject,
  writer: Actor | null,
  which: Which,
  seen: string,
): Promise<boolean> {
  try {
    if (!writer) throw new Conflict('update.writer-left', 'Its writer has left the team')
    await answerWithUpdate(desk, writer, which, { answer: z.object({}), seen })
    return true
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.reason === 'update.taken-back') return false
    if (error.reason === 'update.answered') return true
    await unlessDone(refuseAnswer(desk, sender, { ...which, why: whyOf(error) }))
    return true
  }
}

/** Of a ticket of the update, as `leftOut` said in the preview. */
class LeftOutNow extends Conflict {
  readonly why: LeftOut
  constructor(why: LeftOut) {
    super('update.left-out', why)
    this.why = why
  }
}

function whyOf(refusal: Refusal): LeftOut {
  if (refusal instanceof LeftOutNow) return refusal.why
  if (refusal.reason === 'ticket.changed-meanwhile') return 'changed'
  if (refusal.reason === 'update.writer-left') return 'writer_left'
  if (refusal.reason === 'ticket.no-contact') return 'no_contact'
  return refusal.reason === 'ticket.not-open' ? 'resolved' : 'other'
}

const Which = z.object({ updateId: Id, ticketId: Id })

/** The reply, or the resolution with its reply, as if its writer had typed it on the ticket. */
const answerWithUpdate = defineVerb({
  permission: 'ticket:resolve',
  input: Which,
  async run(context: VerbContext & WithProject, { updateId, ticketId }) {
    const { tx, clock } = context
    const update = await lockUnanswered(tx, { updateId, ticketId })
    await lockTicket(tx, ticketId)
    const [ticket] = await readAnswerable(tx, update.incidentId, { ticketIds: [ticketId] })
    if (!ticket) throw new LeftOutNow('unlinked')
    if (ticket.leftOut !== null) throw new LeftOutNow(ticket.leftOut)
    const hold = { leavesAt: later(clock.now(), heldSeconds * seconds) }
    const { outcome, text, summary } = update
    const written =
      outcome === 'resolve'
        ? await writeResolution(context, { ticketId, summary: summary ?? text, reply: text }, hold)
        : await writeReply(context, { ticketId, text, wait: outcome === 'wait' }, hold)
    await tx
      .updateTable('incident_answer')
      .set({ message_id: written.messageId })
      .where('update_id', '=', updateId)
      .where('ticket_id', '=', ticketId)
      .execute()
    return { result: {}, events: written.events, jobs: written.jobs }
  },
})

/** @throws Conflict `update.taken-back`, `update.answered` */
async function lockUnanswered(tx: Transaction<DB>, { updateId, ticketId }: Which) {
  const update = await tx
    .selectFrom('incident_update')
    .select(['incident_id as incidentId', 'outcome', 'summary', 'taken_back_at as takenBackAt'])
    .where('id', '=', updateId)
    .forShare()
    .executeTakeFirstOrThrow()
  if (update.takenBackAt) throw new Conflict('update.taken-back', 'This update was taken back')
  const row = await tx
    .selectFrom('incident_answer')
    .select('text')
    .where('update_id', '=', updateId)
    .where('ticket_id', '=', ticketId)
    .where('message_id', 'is', null)
    .where('refused', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw answered()
  return { ...update, text: row.text }
}

function answered(): Conflict {
  return new Conflict('update.answered', 'This was done by another process')
}

/** It is said with its number, and on the ticket. */
const refuseAnswer = defineVerb({
  permission: 'ticket:resolve',
  input: Which.extend({ why: z.string() }),
  async run({ tx }, { updateId, ticketId, why }) {
    const row = await tx
      .updateTable('incident_answer')
      .set({ refused: why })
      .where('update_id', '=', updateId)
      .where('ticket_id', '=', ticketId)
      .where('message_id', 'is', null)
      .where('refused', 'is', null)
      .returning('place')
      .executeTakeFirst()
    if (!row) throw answered()
    const { incidentId } = await tx
      .selectFrom('incident_update')
      .select('incident_id as incidentId')
      .where('id', '=', updateId)
      .executeTakeFirstOrThrow()
    const ticket = await lockEvenMerged(tx, ticketId)
    return {
      result: {},
      events: [answerRefused(ticket, { incident: incidentId, update: updateId, why })],
    }
  },
})

/** All are written: from here on their mails are held together, and then leave. */
const releaseUpdate = defineVerb({
  permission: 'ticket:resolve',
  input: z.object({ updateId: Id }),
  async run({ tx, clock }, { updateId }) {
    const leavesAt = later(clock.now(), heldSeconds * seconds)
    const update = await tx
      .updateTable('incident_update')
      .set({ leaves_at: leavesAt })
      .where('id', '=', updateId)
      .where('leaves_at', 'is', null)
      .where('taken_back_at', 'is', null)
      .returning(['incident_id as incidentId'])
      .executeTakeFirst()
    if (!update) throw answered()
    const held = await tx
      .updateTable('message')
      .set({ leaves_at: leavesAt })
      .where(
        sql<boolean>`message.id in (
          select message_id from incident_answer where update_id = ${updateId} and message_id is not null)`,
      )
      .where('delivery', '=', 'queued')
      .returning('id')
      .execute()
    const { title, refused } = await tx
      .selectFrom('incident')
      .select([
        'title',
        sql<number>`(select count(*)::int from incident_answer
          where update_id = ${updateId} and refused is not null)`.as('refused'),
      ])
      .where('id', '=', update.incidentId)
      .executeTakeFirstOrThrow()
    const said = { id: update.incidentId, update: updateId, title, written: held.length, refused }
    return {
      result: {},
      events: [updateSent(said)],
      jobs: held.map(({ id }) => sendingOf(id, leavesAt)),
    }
  },
})

async function unlessDone(doing: Promise<unknown>): Promise<void> {
  try {
    await doing
  } catch (error) {
    if (!(error instanceof Refusal) || error.reason !== 'update.answered') throw error
  }
}
