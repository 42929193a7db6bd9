import type { signInRoutes } from '@firstline/contract/sign-in'
import type { z } from 'zod'
import { z as schema } from 'zod'
import type { Actor } from '#server/core/actor.ts'
import { requirePerson, requirePermission } from '#server/core/actor.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk, VerbContext } from '#server/core/verb.ts'
import type { Auth } from './auth.ts'
import { requireOwnPassword } from './own-password.ts'
import { endLinks } from './password-link.ts'
import { refuseWeakPassword } from './refuse-weak-password.ts'
import type { NeedsSignIn } from './sign-in-settings.ts'
import { endSessions, storePassword } from './store-password.ts'

type Needs = { auth: Auth } & NeedsSignIn
type Wish = z.input<typeof signInRoutes.changePassword.body>

async function change(
  desk: Desk & Needs,
  actor: Actor,
  { current, next }: Wish,
  promised?: z.ZodType,
): Promise<Record<string, never>> {
  requirePermission(actor, 'self:manage')
  const { userId, email, name } = await requireOwnPassword(desk, actor, current)
  await refuseWeakPassword(next, [name, email, desk.sources.project.current().name])
  return storeOwn(desk, actor, { userId, password: next }, promised)
}

/** The current one is checked before the transaction: a wrong one has to be counted all the same. */
export const changePassword = Object.assign(change, { permission: 'self:manage' as const })

const storeOwn = defineVerb({
  permission: 'self:manage',
  input: schema.object({ userId: schema.string(), password: schema.string() }),
  async run({ tx, actor, clock, auth }: VerbContext & { auth: Auth }, { userId, password }) {
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
