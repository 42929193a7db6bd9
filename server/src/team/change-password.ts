import { signInRoutes } from '@firstline/contract/sign-in'
import { z } from 'zod'
import { requirePerson } from '#server/core/actor.ts'
import { defineDeed, defineVerb } from '#server/core/verb.ts'
import type { DeedContext, VerbContext } from '#server/core/verb.ts'
import type { WithAuth } from './auth.ts'
import { requireOwnPassword } from './own-password.ts'
import { endLinks } from './password-link.ts'
import { refuseWeakPassword } from './refuse-weak-password.ts'
import type { WithSignIn } from './sign-in-section.ts'
import { endSessions, storePassword } from './store-password.ts'

/** The current one is checked before the transaction: a wrong one has to be counted all the same. */
export const changePassword = defineDeed({
  permission: 'self:manage',
  input: signInRoutes.changePassword.body,
  async run(context: DeedContext & WithAuth & WithSignIn, { current, next }) {
    const { actor, sources, promised } = context
    const { userId, email, name } = await requireOwnPassword(context, actor, current)
    await refuseWeakPassword(next, [name, email, sources.project.current().name])
    return storeOwn(context, actor, { userId, password: next }, promised)
  },
})

const storeOwn = defineVerb({
  permission: 'self:manage',
  input: z.object({ userId: z.string(), password: z.string() }),
  async run({ tx, actor, clock, auth }: VerbContext & WithAuth, { userId, password }) {
    const { id, sessionId } = requirePerson(actor)
    const now = clock.now()
    await storePassword(tx, auth, { userId, password, now })
    await endLinks(tx, id, now)
    const sessions = await endSessions(tx, userId, sessionId)
    return {
      result: {},
      events: [{ name: 'person.password_changed', data: { person: id, sessions } }],
    }
  },
})
