import type { Transaction } from 'kysely'
import { erasedWords } from '#server/accounts/strike-words.ts'
import type { DB } from '#server/database/db-types.ts'

/** That they tried, and how it ended, stays for the figures; in the caller's transaction. */
export async function eraseAttempts(tx: Transaction<DB>, contactId: string): Promise<void> {
  await tx
    .updateTable('self_service_attempt')
    .set({ subject: erasedWords, text: erasedWords, shown: null, checks: '[]', picks: '[]' })
    .where('contact_id', '=', contactId)
    .execute()
}
