import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'

const columns = [
  'ticket_id as ticketId',
  'external_id as externalId',
  'desk',
  'last_entry as lastEntry',
  'version',
  'is_settled as isSettled',
  'gone_at as goneAt',
] as const

/** What is known of a ticket of the other desk. */
export type Mirrored = {
  ticketId: string
  externalId: string
  desk: string
  lastEntry: string
  version: string
  isSettled: boolean
  goneAt: Date | null
}

export function findMirrored(
  db: Kysely<DB>,
  desk: string,
  externalId: string,
): Promise<Mirrored | undefined> {
  return db
    .selectFrom('beside_ticket')
    .select(columns)
    .where('desk', '=', desk)
    .where('external_id', '=', externalId)
    .executeTakeFirst()
}

/** Those of a page that are known, by what they are called there. */
export async function findAllMirrored(
  db: Kysely<DB>,
  desk: string,
  externalIds: readonly string[],
): Promise<Map<string, Mirrored>> {
  if (externalIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('beside_ticket')
    .select(columns)
    .where('desk', '=', desk)
    .where('external_id', 'in', [...externalIds])
    .execute()
  return new Map(rows.map((row) => [row.externalId, row]))
}

export function mirroredBy(db: Kysely<DB>, ticketId: string): Promise<Mirrored | undefined> {
  return db
    .selectFrom('beside_ticket')
    .select(columns)
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst()
}
