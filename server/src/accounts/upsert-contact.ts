import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { planKept } from '#server/database/keep-plan.ts'

type Person = {
  email: string
  name: string | null
  accountId: string | null
  /** The customer's own directory says the name; a mail only claims one. */
  isNameProven?: boolean
}

/**
 * The person behind an address; what is not known now does not overwrite what was known, and a name
 * that somebody claims does not overwrite one at all.
 */
export async function upsertContact(
  tx: Transaction<DB>,
  { email, name, accountId, isNameProven = false }: Person,
  now: Date,
): Promise<{ id: string; accountId: string | null }> {
  const row = await tx
    .insertInto('contact')
    .values({ email: email.trim(), name, account_id: accountId, created_at: now })
    .onConflict((conflict) =>
      conflict.expression(sql`lower(email)`).doUpdateSet((value) => ({
        name: isNameProven
          ? value.fn.coalesce('excluded.name', 'contact.name')
          : value.fn.coalesce('contact.name', 'excluded.name'),
        account_id: value.fn.coalesce('excluded.account_id', 'contact.account_id'),
      })),
    )
    .returning(['id', 'account_id'])
    .modifyEnd(planKept)
    .executeTakeFirstOrThrow()
  return { id: row.id, accountId: row.account_id }
}

/**
 * The contact's next mail finds its account at once; a contact that has one keeps it. A mail only
 * claims who wrote it: said by an agent for one ticket, it holds for that one.
 */
export async function learnAccount(
  tx: Transaction<DB>,
  contactId: string,
  accountId: string,
  contactName: string | null,
): Promise<void> {
  await tx
    .updateTable('contact')
    .set({ account_id: accountId, ...(contactName ? { name: contactName } : {}) })
    .where('id', '=', contactId)
    .where('account_id', 'is', null)
    .execute()
}
