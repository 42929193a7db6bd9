import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import { actorColumns } from './actor.ts'
import type { Actor } from './actor.ts'
import type { DB } from './db-types.ts'

/** `ticket.resolved`: the thing, then what happened to it, in the past tense. */
export type EventName = `${string}.${string}`

export type NewEvent = {
  name: EventName
  ticketId?: string | null
  accountId?: string | null
  data?: Record<string, unknown>
  /** When it happened, if that is not now. */
  at?: Date
  /** Who did it, if that is not the one who called the verb. */
  actor?: Actor
}

export type Event = {
  id: string
  at: Date
  name: EventName
  actorKind: string
  actorId: string | null
  ticketId: string | null
  accountId: string | null
  data: Record<string, unknown>
}

/** Appends to the one record; nothing in the product can change or remove a row of it. */
export async function appendEvents(
  tx: Transaction<DB>,
  actor: Actor,
  now: Date,
  events: readonly NewEvent[],
): Promise<{ id: string; name: EventName }[]> {
  const written = await insertEvents(tx, actor, now, events).execute()
  return written as { id: string; name: EventName }[]
}

/** Of each its id and name. */
export function insertEvents(
  tx: Transaction<DB>,
  actor: Actor,
  now: Date,
  events: readonly NewEvent[],
) {
  const rows = events.map((event) => ({
    at: event.at ?? now,
    name: event.name,
    ...actorColumns(event.actor ?? actor),
    ticket_id: event.ticketId ?? null,
    account_id: event.accountId ?? null,
    data: JSON.stringify(event.data ?? {}),
  }))
  return tx.insertInto('event').values(rows).returning(['id', 'name'])
}

export const eventColumns = [
  'id',
  'at',
  'name',
  sql<string>`actor_kind`.as('actorKind'),
  sql<string | null>`actor_id`.as('actorId'),
  sql<string | null>`ticket_id`.as('ticketId'),
  sql<string | null>`account_id`.as('accountId'),
  'data',
] as const
