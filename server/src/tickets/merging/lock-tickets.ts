import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { lockEvenMerged } from '#server/tickets/state.ts'
import type { TicketRow } from '#server/tickets/state.ts'

/** In the order of their ids, so that two who merge crosswise do not wait for each other. */
export async function lockTickets(
  tx: Transaction<DB>,
  ids: readonly string[],
): Promise<Map<string, TicketRow>> {
  const locked = new Map<string, TicketRow>()
  for (const id of [...new Set(ids)].toSorted()) locked.set(id, await lockEvenMerged(tx, id))
  return locked
}

/** Where a ticket goes on, step by step: itself first, the one that stays last. */
export async function wayOf(db: Kysely<DB>, ticketId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive way as (
      select id, joined_to, 1 as step from ticket where id = ${ticketId}
      union all
      select next.id, next.joined_to, step + 1 from way join ticket as next on next.id = way.joined_to
    )
    select id from way order by step`.execute(db)
  return rows.map(({ id }) => id)
}

/** It and all that were merged into it, and into those. */
export async function allMergedInto(db: Kysely<DB>, ticketId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive merged as (
      select ${ticketId}::uuid as id
      union all
      select ticket.id from merged join ticket on ticket.joined_to = merged.id
    )
    select id from merged`.execute(db)
  return rows.map(({ id }) => id)
}

/** The one that stays, locked: where somebody merges it meanwhile, the one that stays then. */
export async function lockGoingOn(tx: Transaction<DB>, ticketId: string): Promise<TicketRow> {
  const id = (await wayOf(tx, ticketId)).at(-1) ?? ticketId
  const ticket = await lockEvenMerged(tx, id)
  return ticket.joinedTo === null ? ticket : lockGoingOn(tx, id)
}
