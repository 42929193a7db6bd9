import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { DB } from '#server/core/db-types.ts'

export type ContactKey = { id: string; accountId: string | null }

/** The contact of an address, made when it is new; a name is learned, never forgotten. */
export async function ensureContact(
  tx: Transaction<DB>,
  { email, name }: { email: string; name?: string | null },
): Promise<ContactKey> {
  return tx
    .insertInto('contact')
    .values({ email: email.toLowerCase(), name: name ?? null })
    .onConflict((conflict) =>
      conflict
        .expression(sql`lower(email)`)
        .doUpdateSet({ name: sql`coalesce(contact.name, excluded.name)` }),
    )
    .returning(['id', 'account_id as accountId'])
    .executeTakeFirstOrThrow()
}

type DirectoryAccount = { externalId: string; name: string; domain: string | null }

/** Our row for an account of the directory, with its name of today. */
export async function ensureAccount(
  tx: Transaction<DB>,
  { externalId, name, domain }: DirectoryAccount,
  now: Date,
): Promise<string> {
  const { id } = await tx
    .insertInto('account')
    .values({ external_id: externalId, name, domain, created_at: now, updated_at: now })
    .onConflict((conflict) =>
      conflict.column('external_id').doUpdateSet({ name, domain, updated_at: now }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
