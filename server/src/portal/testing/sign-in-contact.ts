import { anonymous, system } from '#server/core/actor.ts'
import type { Desk } from '#server/core/verb.ts'
import { makePortalLink } from '../portal-link.ts'
import { ContactScope } from '../scope.ts'
import { usePortalLink } from '../use-portal-link.ts'

/** Signed in as who was sent a link, without a browser. */
export async function signInContact(
  app: Desk,
  email: string,
): Promise<{ scope: ContactScope; session: string }> {
  const { link } = await makePortalLink(app, system('test'), { email, match: null })
  const token = link.slice(link.lastIndexOf('/') + 1)
  const { session } = await usePortalLink(app, anonymous, { token })
  const scope = await ContactScope.ofSession(app.db, session, app.clock.now())
  if (!scope) throw new Error('Nobody is signed in')
  return { scope, session }
}
