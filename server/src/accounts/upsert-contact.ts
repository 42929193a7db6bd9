import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { DB } from '#server/core/db-types.ts'

type Person = { email: string; name: string | null; accountId: string | null }

/** The person behind an address; what is not known now does not overwrite what was known. */
export async function upsertContact(
  tx: Transaction<DB>,
  { email, name, accountId }: Person,
  now: Date,
): Promise<{ id: string; accountId: string | null }> {
  const row = await tx
    .insertInto('contact')
    .values({ email: email.trim(), name, account_id: accountId, created_at: now })
    .onConflict((conflict) =>
      conflict.expression(sql`lower(email)`).doUpdateSet((value) => ({
        name: value.fn.coalesce('excluded.name', 'contact.name'),
        account_id: value.fn.coalesce('excluded.account_id', 'contact.account_id'),
      })),
    )
    .returning(['id', 'account_id'])
    .executeTakeFirstOrThrow()
  return { id: row.id, accountId: row.account_id }
}
