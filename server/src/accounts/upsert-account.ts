import type { Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import type { DirectoryAccount } from './directory.ts'

/**
 * The account of the directory as our row; name and domain follow the directory. Called inside the
 * verb that gives a ticket its account, whose event records it.
 */
export async function upsertAccount(
  tx: Transaction<DB>,
  { externalId, name, domain }: DirectoryAccount,
  now: Date,
): Promise<{ id: string }> {
  return tx
    .insertInto('account')
    .values({ external_id: externalId, name, domain, created_at: now, updated_at: now })
    .onConflict((conflict) =>
      conflict.column('external_id').doUpdateSet({ name, domain, updated_at: now }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
}
