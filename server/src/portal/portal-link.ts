import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { DirectoryMatch } from '#server/accounts/directory.ts'
import { upsertAccount } from '#server/accounts/upsert-account.ts'
import { upsertContact } from '#server/accounts/upsert-contact.ts'
import { hours, later } from '#server/core/clock.ts'
import type { DB } from '#server/database/db-types.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { VerbContext } from '#server/core/verb.ts'
import { hashOfToken } from '#server/team/password-link.ts'
import { portalLinkMailed } from './events.ts'

export const linkLifetimeMs = 1 * hours

const Wanted = z.object({
  email: z.string(),
  /** Of who has not written yet, as the company's directory knows them. */
  match: z.custom<DirectoryMatch>().nullable(),
})

/** A new link for a contact; those before it go on working until one is used. The token is kept nowhere. */
export const makePortalLink = defineVerb({
  permission: 'ticket:write',
  input: Wanted,
  async run({ tx, clock, config }: VerbContext, { email, match }) {
    const now = clock.now()
    const account = match ? await upsertAccount(tx, match.account, now) : null
    const name = match?.contactName ?? null
    const known = { email, name, isNameProven: name !== null, accountId: account?.id ?? null }
    const { id: contactId } = await upsertContact(tx, known, now)
    const token = randomBytes(32).toString('base64url')
    const expiresAt = later(now, linkLifetimeMs)
    await tx
      .insertInto('portal_link')
      .values({
        hash: hashOfToken(token),
        contact_id: contactId,
        created_at: now,
        expires_at: expiresAt,
      })
      .execute()
    const link = new URL(`/help/sign-in/${token}`, config.publicUrl).href
    return { result: { link, expiresAt }, events: [portalLinkMailed(contactId)] }
  },
})

/** @returns null where it was used, is too old, or never was */
export async function findPortalLink(
  db: Kysely<DB>,
  token: string,
  now: Date,
): Promise<{ email: string } | null> {
  const found = await db
    .selectFrom('portal_link')
    .innerJoin('contact', 'contact.id', 'portal_link.contact_id')
    .select('contact.email')
    .where('portal_link.hash', '=', hashOfToken(token))
    .where('portal_link.expires_at', '>', now)
    .executeTakeFirst()
  return found ?? null
}
