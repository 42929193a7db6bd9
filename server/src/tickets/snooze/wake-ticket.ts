import { WakeTicket } from '@firstline/contract/tickets'
import type { PayloadOf } from '@firstline/contract/tasks'
import { Id, Time } from '@firstline/contract/common'
import { z } from 'zod'
import { system } from '#server/core/actor.ts'
import { Conflict, Refusal } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk } from '#server/core/verb.ts'
import { readTicket } from '#server/tickets/read-ticket.ts'
import { lockTicket } from '#server/tickets/state.ts'
import { wake } from './wake.ts'

/** Somebody wants it back now. */
export const wakeTicket = defineVerb({
  permission: 'ticket:write',
  input: WakeTicket,
  async run({ tx, clock }, { ticketId }) {
    const [woken] = await wake(tx, await lockTicket(tx, ticketId), 'person')
    if (!woken) throw notSnoozed()
    return { result: await readTicket(tx, ticketId, clock.now()), events: [woken] }
  },
})

/** What was waited for has come, unless it is something else by now that is waited for. */
const wakeBy = defineVerb({
  permission: 'ticket:write',
  input: z.object({
    ticketId: Id,
    waitedFor: z.union([z.object({ until: Time }), z.object({ run: Id })]),
  }),
  async run({ tx }, { ticketId, waitedFor }) {
    const ticket = await lockTicket(tx, ticketId)
    const isStill = await tx
      .selectFrom('ticket')
      .select('id')
      .where('id', '=', ticketId)
      .where((where) =>
        'run' in waitedFor
          ? where('snoozed_run', '=', waitedFor.run)
          : where('snoozed_until', '=', new Date(waitedFor.until)),
      )
      .executeTakeFirst()
    const [woken] = isStill ? await wake(tx, ticket, 'run' in waitedFor ? 'run' : 'time') : []
    if (!woken) throw notSnoozed()
    return { result: {}, events: [woken] }
  },
})

const sleeper = system('snooze')

/** The job of the time that was chosen: that it runs says that the time has come. */
export async function wakeInTime(
  desk: Desk,
  { ticket, until }: PayloadOf<'wake_ticket'>,
): Promise<void> {
  await orLeave(wakeBy(desk, sleeper, { ticketId: ticket, waitedFor: { until } }))
}

/** Reaction to the end of an action's run. */
export async function wakeAfterRun(desk: Desk, { run }: { run: string }): Promise<void> {
  const waiting = await desk.db
    .selectFrom('ticket')
    .select('id')
    .where('snoozed_run', '=', run)
    .execute()
  for (const { id } of waiting) {
    await orLeave(wakeBy(desk, sleeper, { ticketId: id, waitedFor: { run } }))
  }
}

const nothingToWake: ReadonlySet<string> = new Set(['ticket.not-snoozed', 'ticket.merged'])

async function orLeave(waking: Promise<unknown>): Promise<void> {
  try {
    await waking
  } catch (error) {
    if (!(error instanceof Refusal) || !nothingToWake.has(error.reason)) throw error
  }
}

function notSnoozed(): Conflict {
  return new Conflict('ticket.not-snoozed', 'This ticket is not snoozed')
}
