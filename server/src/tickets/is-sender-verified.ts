import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'

/**
 * Whether every mail that customers wrote on a ticket is shown to come from whom it names. One that is
 * not is enough: it may be the one that asks. A ticket opened in the desk or by a key is vouched for
 * by whoever opened it.
 */
export async function isSenderVerified(db: Kysely<DB>, ticketId: string): Promise<boolean> {
  const unproven = await db
    .selectFrom('message')
    .select('id')
    .where('ticket_id', '=', ticketId)
    .where('kind', '=', 'customer')
    .where('mail_id', 'is not', null)
    .where(sql<boolean>`sender_verified is not true`)
    .limit(1)
    .executeTakeFirst()
  return unproven === undefined
}
