import { FindContacts } from '@firstline/contract/privacy'
import type { FoundContact } from '@firstline/contract/privacy'
import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import { NotFound } from '#server/core/errors.ts'
import { defineQuery } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'

/** By the whole address: whoever asks about themselves says it. */
export const findContacts = defineQuery({
  permission: 'privacy:manage',
  input: FindContacts,
  async run({ db }, { q }): Promise<{ items: FoundContact[] }> {
    return { items: await readContacts(db, sql`lower(contact.email) = ${q.trim().toLowerCase()}`) }
  },
})

/** @throws NotFound `contact.not-found` */
export async function readContact(db: Kysely<DB>, contactId: string): Promise<FoundContact> {
  const [found] = await readContacts(db, sql`contact.id = ${contactId}`)
  if (!found) throw new NotFound('contact.not-found', 'There is no such contact')
  return found
}

type Row = Omit<FoundContact, 'createdAt' | 'erasedAt'> & { createdAt: Date; erasedAt: Date | null }

async function readContacts(db: Kysely<DB>, which: RawBuilder<unknown>): Promise<FoundContact[]> {
  const { rows } = await sql<Row>`
    select contact.id, contact.email, contact.name, contact.created_at as "createdAt",
      contact.erased_at as "erasedAt",
      case when account.id is not null then json_build_object('id', account.id,
        'externalId', account.external_id, 'name', account.name, 'domain', account.domain) end as account
    from contact left join account on account.id = contact.account_id
    where ${which}`.execute(db)
  return rows.map(({ createdAt, erasedAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    erasedAt: erasedAt?.toISOString() ?? null,
  }))
}
