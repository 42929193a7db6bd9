import { Id } from '@firstline/contract/common'
import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import { z } from 'zod'
import { system } from '#server/core/actor.ts'
import type { DB } from '#server/core/db-types.ts'
import { Conflict } from '#server/core/errors.ts'
import type { Event } from '#server/core/events.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk } from '#server/core/verb.ts'
import { repeatLinked } from './events.ts'
import { lockTicket } from './state.ts'

/**
 * A new ticket of the same contact and type within the window of a resolution is the same problem
 * back by another door: it breaks that resolution as a reply would have.
 */
export async function linkRepeat(desk: Desk, { ticketId }: Pick<Event, 'ticketId'>): Promise<void> {
  if (!ticketId || !(await findBroken(desk.db, ticketId))) return
  await linkRepeatContact(desk, system('rules'), { ticketId })
}

const linkRepeatContact = defineVerb({
  permission: 'ticket:write',
  input: z.object({ ticketId: Id }),
  async run({ tx }, { ticketId }) {
    const ticket = await lockTicket(tx, ticketId)
    const broken = await findBroken(tx, ticketId)
    const breaking = broken ? await breakResolution(tx, broken) : false
    if (!broken || !breaking) throw new Conflict('repeat.none', 'There is nothing it repeats')
    await tx
      .updateTable('ticket')
      .set({ repeat_of: broken.ticketId })
      .where('id', '=', ticketId)
      .execute()
    await tx
      .updateTable('ticket')
      .set((to) => ({ reopen_count: to('reopen_count', '+', 1) }))
      .where('id', '=', broken.ticketId)
      .execute()
    const data = { of: broken.ticketId, number: Number(broken.number), resolution: broken.id }
    return { result: {}, events: [repeatLinked(ticket, data, broken.openedAt)] }
  },
})

type Broken = { id: string; ticketId: string; number: string; openedAt: Date }

/** The standing resolution of a ticket of the same contact and type, if this one came in its window. */
async function findBroken(db: Kysely<DB>, ticketId: string): Promise<Broken | undefined> {
  return db
    .selectFrom('ticket as fresh')
    .innerJoin('ticket as earlier', (join) =>
      join
        .onRef('earlier.contact_id', '=', 'fresh.contact_id')
        .onRef('earlier.type', '=', 'fresh.type')
        .onRef('earlier.id', '!=', 'fresh.id'),
    )
    .innerJoin('resolution', 'resolution.ticket_id', 'earlier.id')
    .select([
      'resolution.id',
      'earlier.id as ticketId',
      'earlier.number',
      'fresh.opened_at as openedAt',
    ])
    .where('fresh.id', '=', ticketId)
    .where('fresh.repeat_of', 'is', null)
    .where('fresh.state', '!=', 'void')
    .where('earlier.state', '=', 'resolved')
    .where('resolution.reopened_at', 'is', null)
    .where(sql<boolean>`fresh.opened_at between resolution.at and resolution.window_ends_at`)
    .where(
      sql<boolean>`not exists (select 1 from resolution newer
        where newer.ticket_id = earlier.id and newer.at > resolution.at)`,
    )
    .orderBy('resolution.at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

async function breakResolution(tx: Transaction<DB>, { id, openedAt }: Broken): Promise<boolean> {
  const broken = await tx
    .updateTable('resolution')
    .set({ reopened_at: openedAt })
    .where('id', '=', id)
    .where('reopened_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return broken !== undefined
}
