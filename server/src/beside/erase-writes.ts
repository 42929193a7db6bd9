import type { Transaction } from 'kysely'
import { struck } from '#server/accounts/strike-words.ts'
import type { ErasedContact } from '#server/accounts/strike-words.ts'
import type { DB } from '#server/database/db-types.ts'

/** What waits for the desk beside this one is without their name and address, too; in the caller's transaction. */
export async function eraseWrites(
  tx: Transaction<DB>,
  who: ErasedContact,
  tickets: readonly string[],
): Promise<void> {
  await tx
    .updateTable('beside_write')
    .set({ words: struck(who, 'words'), why: struck(who, 'why') })
    .where('ticket_id', 'in', [...tickets])
    .execute()
}
