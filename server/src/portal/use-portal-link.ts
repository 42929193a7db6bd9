import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { days, later } from '#server/core/clock.ts'
import { NotFound } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import { hashOfToken } from '#server/team/password-link.ts'
import { signedIn } from './events.ts'

/** How long a contact stays signed in, whatever they do. */
export const sessionLifetimeMs = 7 * days

/** The link is gone with it, and all others of the contact. Of two who use one at once, one is signed in. */
export const usePortalLink = defineVerb({
  permission: 'public',
  input: z.object({ token: z.string() }),
  async run({ tx, clock }, { token }) {
    const now = clock.now()
    const used = await tx
      .deleteFrom('portal_link')
      .where('hash', '=', hashOfToken(token))
      .where('expires_at', '>', now)
      .returning('contact_id as contactId')
      .executeTakeFirst()
    if (!used) {
      throw new NotFound(
        'portal.link-ended',
        'This link was used or is too old: have a new one sent to you',
      )
    }
    const { contactId } = used
    await tx.deleteFrom('portal_link').where('contact_id', '=', contactId).execute()
    const session = randomBytes(32).toString('base64url')
    await tx
      .insertInto('portal_session')
      .values({
        hash: hashOfToken(session),
        contact_id: contactId,
        created_at: now,
        expires_at: later(now, sessionLifetimeMs),
      })
      .execute()
    const { email, name } = await tx
      .selectFrom('contact')
      .select(['email', 'name'])
      .where('id', '=', contactId)
      .executeTakeFirstOrThrow()
    const actor = { kind: 'customer', id: contactId, name: name ?? email } as const
    return { result: { session }, events: [{ ...signedIn(contactId), actor }] }
  },
})
