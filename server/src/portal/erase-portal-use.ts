import type { Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'

/** Signed out everywhere, and no link leads in any more; in the caller's transaction. */
export async function erasePortalUse(tx: Transaction<DB>, contactId: string): Promise<void> {
  await tx.deleteFrom('portal_link').where('contact_id', '=', contactId).execute()
  await tx.deleteFrom('portal_session').where('contact_id', '=', contactId).execute()
}
