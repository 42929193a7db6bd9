import type { DataOf, EventName, NewDataOf } from '@firstline/contract/events'
import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import { actorColumns } from './actor.ts'
import type { Actor } from './actor.ts'
import type { DB } from '#server/database/db-types.ts'

export type NewEventOf<Name extends EventName> = {
  name: Name
  ticketId?: string | null
  accountId?: string | null
  data: NewDataOf<Name>
  /** When it happened, if that is not now. */
  at?: Date
  /** Who did it, if that is not the one who called the verb. */
  actor?: Actor
}
/** What the catalogue (contract/src/events.ts) knows; another name, or other data, does not compile. */
export type NewEvent = { [Name in EventName]: NewEventOf<Name> }[EventName]

/** As it was read from the record. */
export type EventOf<Name extends EventName> = {
  id: string
  at: Date
  name: Name
  actorKind: string
  actorId: string | null
  ticketId: string | null
  accountId: string | null
  data: DataOf<Name>
}
export type Event = { [Name in EventName]: EventOf<Name> }[EventName]

/** As it was just recorded. */
export type HeardEvent = { id: string; name: EventName }

/** Appends to the one record; nothing in the product can change or remove a row of it. */
export async function appendEvents(
  tx: Transaction<DB>,
  actor: Actor,
  now: Date,
  events: readonly NewEvent[],
): Promise<HeardEvent[]> {
  const written = await insertEvents(tx, actor, now, events).execute()
  return written as HeardEvent[]
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
    data: JSON.stringify(event.data),
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
