import { z } from 'zod'
import type { Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { lastResolution } from '#server/tickets/state.ts'
import type { TicketRow } from '#server/tickets/state.ts'
import type { MergePlan } from './plan-merge.ts'

const Snooze = z.object({
  at: z.iso.datetime(),
  by: z.uuid().nullable(),
  until: z.iso.datetime().nullable(),
})
export type Snooze = z.infer<typeof Snooze>

/** What a merge ends or changes, as undoing it needs it. */
const BeforeMerge = z.object({
  state: z.enum(['open', 'waiting']),
  snooze: Snooze.nullable(),
  /** Of the ticket that stays. */
  stays: z.object({
    state: z.enum(['open', 'waiting', 'resolved']),
    snooze: Snooze.nullable(),
    problemStart: z.object({ was: z.iso.datetime().nullable(), is: z.iso.datetime() }).nullable(),
    incident: z.uuid().nullable(),
    /** The message that brought it back. */
    returned: z.uuid().nullable(),
    /** The customer had come back on its last resolution already, as by a ticket of its own. */
    isBroken: z.boolean(),
  }),
})
export type BeforeMerge = z.infer<typeof BeforeMerge>

/** Of both tickets, locked. */
export async function keepBefore(
  tx: Transaction<DB>,
  { own, other }: { own: TicketRow; other: TicketRow },
  plan: MergePlan,
): Promise<string> {
  const kept: BeforeMerge = BeforeMerge.parse({
    state: own.state,
    snooze: await readSnooze(tx, own),
    stays: {
      state: other.state,
      snooze: await readSnooze(tx, other),
      problemStart: plan.problemStartedAt && {
        was: other.problemStartedAt?.toISOString() ?? null,
        is: plan.problemStartedAt.toISOString(),
      },
      incident: plan.incident?.id ?? null,
      returned: plan.returns?.id ?? null,
      isBroken: (await lastResolution(tx, other.id))?.reopenedAt instanceof Date,
    },
  })
  return JSON.stringify(kept)
}

/** @returns null of one that was joined by a version that kept nothing */
export async function readBefore(
  tx: Transaction<DB>,
  ticketId: string,
): Promise<BeforeMerge | null> {
  const { before } = await tx
    .selectFrom('ticket')
    .select('before_joining as before')
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow()
  return BeforeMerge.nullable().parse(before)
}

async function readSnooze(tx: Transaction<DB>, ticket: TicketRow): Promise<Snooze | null> {
  if (ticket.snoozedAt === null) return null
  const { by, until } = await tx
    .selectFrom('ticket')
    .select(['snoozed_by as by', 'snoozed_until as until'])
    .where('id', '=', ticket.id)
    .executeTakeFirstOrThrow()
  return { at: ticket.snoozedAt.toISOString(), by, until: until?.toISOString() ?? null }
}
