import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import type { ContactScope } from './scope.ts'

/** By what number the contact finds a ticket of theirs, or the one it was merged into; null: it is not theirs. */
export async function findNumber(
  db: Kysely<DB>,
  { contact }: ContactScope,
  ticketId: string,
): Promise<string | null> {
  const found = await db
    .selectFrom('ticket')
    .leftJoin('ticket as into', 'into.id', 'ticket.joined_to')
    .select(({ fn }) => fn.coalesce('into.number', 'ticket.number').as('number'))
    .where('ticket.id', '=', ticketId)
    .where('ticket.contact_id', '=', contact.id)
    .executeTakeFirst()
  return found?.number ?? null
}
