import { z } from 'zod'
import type { Actor } from '#server/core/actor.ts'
import { hours } from '#server/core/clock.ts'
import type { Clock } from '#server/core/clock.ts'
import { Conflict, Forbidden, Refusal } from '#server/core/errors.ts'
import type { NewEvent } from '#server/core/events.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk } from '#server/core/verb.ts'

/** One ticket, and the account whose data is seen there. */
export type Look = { ticketId: string; accountId: string }

const onRecord = 'account.view-recorded'

/**
 * Puts on record who sees which account's data by which ticket: people, API keys and AI agents, once
 * an hour. Whoever answers with such data waits for this first: no record, no look. What the product
 * reads for itself, as to verify a run, is on record with what it is read for.
 */
export async function recordLooks(desk: Desk, actor: Actor, looks: readonly Look[]): Promise<void> {
  if (actor.kind === 'system' || looks.length === 0) return
  if (await areOnRecord(desk, actor, looks)) return
  try {
    await recordNewLooks(desk, actor, { looks: [...looks] })
  } catch (error) {
    if (error instanceof Refusal && error.reason === onRecord) return
    throw error
  }
}

/** Mostly so: then nothing is written, and nobody waits for anybody. */
async function areOnRecord(
  { db, clock }: Desk,
  actor: Actor,
  looks: readonly Look[],
): Promise<boolean> {
  const rows = await db
    .selectFrom('account_view')
    .select(['ticket_id', 'account_id'])
    .where('viewer_id', '=', viewerOf(actor))
    .where('hour', '=', hourOf(clock))
    .where('ticket_id', 'in', [...new Set(looks.map(({ ticketId }) => ticketId))])
    .execute()
  const known = new Set(rows.map((row) => `${row.ticket_id} ${row.account_id}`))
  return looks.every(({ ticketId, accountId }) => known.has(`${ticketId} ${accountId}`))
}

/** Of two at once the later waits until the earlier is on record, and then finds it so. */
const recordNewLooks = defineVerb({
  // whoever comes here was let in by what they asked for: an auditor reads runs, a key reads logs
  permission: 'public',
  input: z.object({ looks: z.custom<Look[]>() }),
  async run({ tx, actor, clock }, { looks }) {
    const about = { viewer_id: viewerOf(actor), hour: hourOf(clock) }
    const rows = await tx
      .insertInto('account_view')
      .values(distinct(looks).map((look) => ({ ...about, ...columnsOf(look) })))
      .onConflict((conflict) => conflict.doNothing())
      .returning(['ticket_id as ticketId', 'account_id as accountId'])
      .execute()
    const [first, ...rest]: NewEvent[] = rows.map(viewed)
    if (!first) throw new Conflict(onRecord, 'This look is on record already')
    return { result: null, events: [first, ...rest] }
  },
})

function viewed({ ticketId, accountId }: Look): NewEvent {
  return { name: 'account.viewed', ticketId, accountId, data: {} }
}

/** In one order everywhere, so that two who record the same looks do not wait for each other. */
function distinct(looks: readonly Look[]): Look[] {
  const byName = new Map(looks.map((look) => [`${look.ticketId} ${look.accountId}`, look]))
  return [...byName].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, look]) => look)
}

function columnsOf({ ticketId, accountId }: Look) {
  return { ticket_id: ticketId, account_id: accountId }
}

function hourOf(clock: Clock): Date {
  return new Date(Math.floor(clock.now().getTime() / hours) * hours)
}

/** @throws Forbidden for whoever has no name on the record: nobody, or a customer */
function viewerOf(actor: Actor): string {
  if (actor.kind !== 'anonymous' && actor.kind !== 'customer') return actor.id
  throw new Forbidden('permission.missing', 'Only who is known by name looks into an account')
}
