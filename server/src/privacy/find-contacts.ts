import { FindContacts } from '@firstline/contract/privacy'
import type { FoundContact } from '@firstline/contract/privacy'
import type { Kysely } from 'kysely'
import { NotFound } from '#server/core/errors.ts'
import { defineQuery } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'

/** By the whole address: whoever asks about themselves says it. */
export const findContacts = defineQuery({
  permission: 'privacy:manage',
  input: FindContacts,
  async run({ db }, { q }): Promise<{ items: FoundContact[] }> {
    const rows = await selectContacts(db)
      .where((where) => where(where.fn('lower', ['contact.email']), '=', q.trim().toLowerCase()))
      .execute()
    return { items: rows.map(foundOf) }
  },
})

/** @throws NotFound `contact.not-found` */
export async function readContact(db: Kysely<DB>, contactId: string): Promise<FoundContact> {
  const row = await selectContacts(db).where('contact.id', '=', contactId).executeTakeFirst()
  if (!row) throw new NotFound('contact.not-found', 'There is no such contact')
  return foundOf(row)
}

function selectContacts(db: Kysely<DB>) {
  return db
    .selectFrom('contact')
    .leftJoin('account', 'account.id', 'contact.account_id')
    .select([
      'contact.id',
      'contact.email',
      'contact.name',
      'contact.created_at as createdAt',
      'contact.erased_at as erasedAt',
      'account.id as accountId',
      'account.external_id as externalId',
      'account.name as accountName',
      'account.domain',
    ])
}

function foundOf({
  id,
  email,
  name,
  createdAt,
  erasedAt,
  accountId,
  externalId,
  accountName,
  domain,
}: Awaited<ReturnType<ReturnType<typeof selectContacts>['execute']>>[number]): FoundContact {
  const account =
    accountId === null || externalId === null || accountName === null
      ? null
      : { id: accountId, externalId, name: accountName, domain }
  return {
    id,
    email,
    name,
    account,
    createdAt: createdAt.toISOString(),
    erasedAt: erasedAt?.toISOString() ?? null,
  }
}
