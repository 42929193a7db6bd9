import type { Transaction } from 'kysely'
import { struckJson } from '#server/accounts/strike-words.ts'
import type { ErasedContact } from '#server/accounts/strike-words.ts'
import type { DB } from '#server/database/db-types.ts'

/** What was found in these tickets stays, without their name and address; in the caller's transaction. */
export async function eraseFindings(
  tx: Transaction<DB>,
  who: ErasedContact,
  tickets: readonly string[],
): Promise<void> {
  await tx
    .updateTable('runbook_run')
    .set({ checks: struckJson(who, 'checks'), picks: struckJson(who, 'picks') })
    .where('ticket_id', 'in', [...tickets])
    .execute()
}
