import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import { struck } from '#server/accounts/strike-words.ts'
import type { ErasedContact } from '#server/accounts/strike-words.ts'
import type { DB } from '#server/database/db-types.ts'

/** A win that was told stays one, without their name and address; in the caller's transaction. */
export async function eraseStories(
  tx: Transaction<DB>,
  who: ErasedContact,
  tickets: readonly string[],
): Promise<void> {
  await sql`
    update win set
      name = ${struck(who, 'name')},
      story = ${struck(who, 'story')},
      declined_because = ${struck(who, 'declined_because')}
    where id in (select id from resolution where ticket_id = any (${[...tickets]}::uuid[]))`.execute(
    tx,
  )
}
