import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { DB } from '#server/database/db-types.ts'

/**
 * Whether every mail that customers wrote on a ticket is shown to come from whom it names. One that is
 * not is enough: it may be the one that asks. A ticket opened in the desk or by a key is vouched for
 * by whoever opened it.
 */
export async function isSenderVerified(db: Kysely<DB>, ticketId: string): Promise<boolean> {
  const { isVerified } = await db
    .selectNoFrom(senderVerified(sql`${ticketId}::uuid`).as('isVerified'))
    .executeTakeFirstOrThrow()
  return isVerified
}

/** To be read with other things by one statement. */
export function senderVerified(ticketId: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`not exists (
    select from message where ticket_id = ${ticketId} and kind = 'customer' and mail_id is not null
      and sender_verified is not true)`
}
