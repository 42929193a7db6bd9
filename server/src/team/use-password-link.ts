import { signInRoutes } from '@firstline/contract/sign-in'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { NotFound } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { defineDeed, defineQuery, defineVerb } from '#server/core/verb.ts'
import type { DeedContext, VerbContext } from '#server/core/verb.ts'
import type { WithAuth } from './auth.ts'
import { personActorOf } from './authenticate.ts'
import { endLinks, hashOfToken } from './password-link.ts'
import { refuseWeakPassword } from './refuse-weak-password.ts'
import type { WithSignIn } from './sign-in-section.ts'
import { forgetTries } from './slow-down.ts'
import { endSessions, storePassword } from './store-password.ts'

/** Opening the link does not use it up: mail scanners open links too. */
export const readPasswordLink = defineQuery({
  permission: 'public',
  input: signInRoutes.readPasswordLink.body,
  async run({ db, clock }, { token }) {
    const { name, email, purpose, expires_at } = await findLink(db, token, clock.now())
    return { name, email, purpose, expiresAt: expires_at.toISOString() }
  },
})

/** The password is judged before the transaction, which no other process may hold up. */
export const usePasswordLink = defineDeed({
  permission: 'public',
  input: signInRoutes.usePasswordLink.body,
  async run(context: DeedContext & WithAuth & WithSignIn, { token, password }) {
    const { actor, db, clock, sources, promised } = context
    const { name, email } = await findLink(db, token, clock.now())
    await refuseWeakPassword(password, [name, email, sources.project.current().name])
    return setPassword(context, actor, { token, password }, promised)
  },
})

/** Who could sign in before, by whatever way, can do so no longer. */
const setPassword = defineVerb({
  permission: 'public',
  input: signInRoutes.usePasswordLink.body,
  async run(
    { tx, db, clock, auth }: VerbContext & WithAuth & { db: Kysely<DB> },
    { token, password },
  ) {
    const now = clock.now()
    const link = await findLink(tx, token, now, { isLocked: true })
    const { person_id: personId, user_id: userId, purpose, email } = link
    await storePassword(tx, auth, { userId, password, now })
    await endLinks(tx, personId, now)
    const sessions = await endSessions(tx, userId)
    await forgetTries({ db }, `account:${email}`)
    const actor = personActorOf(link)
    return {
      result: {},
      events: [
        { name: 'person.password_set', actor, data: { person: personId, purpose, sessions } },
      ],
    }
  },
})

/** @throws NotFound `password-link.ended` */
async function findLink(
  db: Kysely<DB>,
  token: string,
  now: Date,
  { isLocked = false }: { isLocked?: boolean } = {},
) {
  const query = db
    .selectFrom('password_link')
    .innerJoin('person', 'person.id', 'password_link.person_id')
    .select(['person_id', 'purpose', 'expires_at', 'user_id', 'person.id'])
    .select(['name', 'email', 'role', 'line'])
    .where('hash', '=', hashOfToken(token))
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .where('disabled_at', 'is', null)
  const row = await (isLocked ? query.forUpdate() : query).executeTakeFirst()
  if (!row) {
    const detail = sentence`This link was used, replaced by a newer one, or is too old`
    throw new NotFound('password-link.ended', detail)
  }
  return row
}
