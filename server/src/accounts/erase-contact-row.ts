import type { Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import type { ErasedContact } from './strike-words.ts'

/** The row stays, for all that names it; a mail they write afterwards is of a new contact. */
export async function eraseContactRow(
  tx: Transaction<DB>,
  { contactId, standIn }: ErasedContact,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('contact')
    .set({ email: standIn, name: null, erased_at: now })
    .where('id', '=', contactId)
    .execute()
}
