import { SnoozeTicket } from '@firstline/contract/tickets'
import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import { personIdOf } from '#server/core/actor.ts'
import { days, later } from '#server/core/clock.ts'
import { Conflict, Invalid } from '#server/core/errors.ts'
import type { NewJob } from '#server/core/jobs.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import { ticketSnoozed } from '#server/tickets/events.ts'
import { readTicket } from '#server/tickets/read-ticket.ts'
import { mattersTo, refuseUnseen } from '#server/tickets/refuse-unseen.ts'
import { awake, isUnresolved, lockTicket } from '#server/tickets/state.ts'

/** Out of the way, not out of sight: it keeps its state, its clock runs, and it comes back by itself. */
export const snoozeTicket = defineVerb({
  permission: 'ticket:write',
  input: SnoozeTicket,
  async run(context, { ticketId, until, run }) {
    const { tx, actor, clock } = context
    const now = clock.now()
    const time = until === null ? null : new Date(until)
    refuseTime(time, now)
    const ticket = await lockTicket(tx, ticketId)
    await refuseUnseen(context, ticketId, mattersTo.answering)
    if (!isUnresolved(ticket)) {
      throw new Conflict('ticket.not-open', 'This ticket is resolved or void already')
    }
    if (run !== null) await refuseEnded(tx, ticketId, run)
    const snooze = { snoozed_by: personIdOf(actor), snoozed_until: time, snoozed_run: run }
    await refuseSame(tx, ticketId, snooze)
    await tx
      .updateTable('ticket')
      .set({
        ...awake,
        snoozed_at: now,
        ...snooze,
      })
      .where('id', '=', ticketId)
      .execute()
    return {
      result: await readTicket(tx, ticketId, now),
      events: [ticketSnoozed(ticket, { until, run })],
      jobs: time ? [wakingOf(ticketId, time)] : [],
    }
  },
})

type Snooze = { snoozed_by: string | null; snoozed_until: Date | null; snoozed_run: string | null }

/** Another time, another run, and the word of somebody else take its place. */
async function refuseSame(tx: Transaction<DB>, ticketId: string, wish: Snooze): Promise<void> {
  const same = await tx
    .selectFrom('ticket')
    .select('id')
    .where('id', '=', ticketId)
    .where('snoozed_at', 'is not', null)
    .where('snoozed_by', 'is not distinct from', wish.snoozed_by)
    .where('snoozed_until', 'is not distinct from', wish.snoozed_until)
    .where('snoozed_run', 'is not distinct from', wish.snoozed_run)
    .executeTakeFirst()
  if (same) throw new Conflict('ticket.snoozed-already', 'You have snoozed this ticket so already')
}

/** @throws Invalid `snooze.past`, `snooze.too-far` */
function refuseTime(time: Date | null, now: Date): void {
  if (time === null) return
  if (time <= now) throw new Invalid('snooze.past', 'This time has passed: choose a later one')
  if (time > later(now, 366 * days)) {
    throw new Invalid('snooze.too-far', 'This is more than a year away')
  }
}

/** A later time takes the place of the earlier one. */
export function wakingOf(ticket: string, runAt: Date): NewJob {
  const payload = { ticket, until: runAt.toISOString() }
  return { task: 'wake_ticket', payload, key: `wake_ticket:${ticket}`, runAt }
}

/** What the record says of the run: that of actions is above this domain. */
async function refuseEnded(tx: Transaction<DB>, ticketId: string, run: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select name from event
    where ticket_id = ${ticketId} and data ->> 'run' = ${run}
      and name in ('action.intended', 'action.verified', 'action.failed')`.execute(tx)
  const isRunning = rows.length > 0 && rows.every(({ name }) => name === 'action.intended')
  if (isRunning) return
  throw new Conflict('snooze.no-run', 'No action of this ticket is running under this number')
}
