import { z } from 'zod'
import { Conflict } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk } from '#server/core/verb.ts'
import { hashOfToken } from '#server/team/password-link.ts'
import { signedOut } from './events.ts'
import { Scope } from './scope.ts'

/** The session is gone, not only its cookie. */
export const signOutOfPortal = defineVerb({
  permission: 'public',
  input: z.object({ scope: Scope, session: z.string() }),
  async run({ tx }, { scope, session }) {
    const ended = await tx
      .deleteFrom('portal_session')
      .where('hash', '=', hashOfToken(session))
      .where('contact_id', '=', scope.contact.id)
      .returning('contact_id')
      .executeTakeFirst()
    if (!ended) throw new Conflict('portal.signed-out', 'You were signed out already')
    return { result: null, events: [signedOut(scope.contact.id)] }
  },
})

/** Task: links and sessions by which nobody signs in any more. */
export async function forgetPortalSignIns({ db, clock }: Desk): Promise<void> {
  const now = clock.now()
  await db.deleteFrom('portal_link').where('expires_at', '<', now).execute()
  await db.deleteFrom('portal_session').where('expires_at', '<', now).execute()
}
