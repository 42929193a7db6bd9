import { Id } from '@firstline/contract/common'
import { LinkRepeat } from '@firstline/contract/tickets'
import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import { z } from 'zod'
import { system } from '#server/core/actor.ts'
import type { DB } from '#server/database/db-types.ts'
import { Conflict } from '#server/core/errors.ts'
import type { Event, NewEvent } from '#server/core/events.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk } from '#server/core/verb.ts'
import { repeatLinked } from './events.ts'
import { readTicket } from './read-ticket.ts'
import { mattersTo, refuseUnseen } from './refuse-unseen.ts'
import { lockTicket, refuseVoid } from './state.ts'
import type { TicketRow } from './state.ts'
import { planKept } from '#server/database/keep-plan.ts'

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
    if (!broken) throw nothingRepeated()
    return { result: {}, events: [await linkTo(tx, ticket, broken)] }
  },
})

/** What the rule cannot see: another address of the customer, another type, words that tell. */
export const linkRepeatByHand = defineVerb({
  permission: 'ticket:write',
  input: LinkRepeat,
  async run(context, { ticketId, number }) {
    const { tx, clock } = context
    const ticket = await lockTicket(tx, ticketId)
    await refuseUnseen(context, ticketId, mattersTo.standing)
    refuseVoid(ticket)
    const broken = await findNamed(tx, ticketId, number)
    const event = await linkTo(tx, ticket, broken)
    return { result: await readTicket(tx, ticketId, clock.now()), events: [event] }
  },
})

function nothingRepeated(): Conflict {
  return new Conflict(
    'repeat.none',
    'Only a resolved ticket whose resolution stands, and is older than this one, can be repeated',
  )
}

async function linkTo(tx: Transaction<DB>, ticket: TicketRow, broken: Broken): Promise<NewEvent> {
  if (!(await breakResolution(tx, broken))) throw nothingRepeated()
  const linked = await tx
    .updateTable('ticket')
    .set({ repeat_of: broken.ticketId })
    .where('id', '=', ticket.id)
    .where('repeat_of', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!linked)
    throw new Conflict('repeat.linked', 'This ticket is linked to an earlier one already')
  if (broken.isWithin) {
    await tx
      .updateTable('ticket')
      .set((to) => ({ reopen_count: to('reopen_count', '+', 1) }))
      .where('id', '=', broken.ticketId)
      .execute()
  }
  const data = { of: broken.ticketId, number: Number(broken.number), resolution: broken.id }
  return repeatLinked(ticket, data, broken.openedAt)
}

type Broken = {
  id: string
  ticketId: string
  number: string
  openedAt: Date
  /** Within the window: counts as broken, not merely as come back some day. */
  isWithin: boolean
}

/** The standing resolution of a ticket of the same contact and type, if this one came in its window. */
async function findBroken(db: Kysely<DB>, ticketId: string): Promise<Broken | undefined> {
  const found = await db
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
    .modifyEnd(planKept)
    .executeTakeFirst()
  return found && { ...found, isWithin: true }
}

/** @throws Conflict `repeat.none` */
async function findNamed(db: Kysely<DB>, ticketId: string, number: number): Promise<Broken> {
  const found = await db
    .selectFrom('ticket as earlier')
    .innerJoin('resolution', 'resolution.ticket_id', 'earlier.id')
    .innerJoin('ticket as fresh', (join) => join.on('fresh.id', '=', ticketId))
    .select(['resolution.id', 'earlier.id as ticketId', 'earlier.number'])
    .select(['fresh.opened_at as openedAt', 'resolution.window_ends_at as windowEndsAt'])
    .where('earlier.number', '=', String(number))
    .where('earlier.id', '!=', ticketId)
    .where('earlier.state', '=', 'resolved')
    .where('resolution.reopened_at', 'is', null)
    .whereRef('resolution.at', '<=', 'fresh.opened_at')
    .where(
      sql<boolean>`not exists (select 1 from resolution newer
        where newer.ticket_id = earlier.id and newer.at > resolution.at)`,
    )
    .executeTakeFirst()
  if (!found) throw nothingRepeated()
  return { ...found, isWithin: found.openedAt <= found.windowEndsAt }
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
