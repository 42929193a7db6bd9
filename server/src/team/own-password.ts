import type { Actor } from '#server/core/actor.ts'
import { Forbidden } from '#server/core/errors.ts'
import type { Desk } from '#server/core/verb.ts'
import type { WithAuth } from './auth.ts'
import { requireShown } from './second-factor.ts'
import { countTry, forgetTries } from './slow-down.ts'

/**
 * An open session is not enough to change how one signs in: a screen left alone would be. Guesses
 * count for this session, so that nobody elsewhere is slowed down.
 * @throws Forbidden `password.wrong`, Limited `sign-in.slowed`
 */
export async function requireOwnPassword(
  desk: Desk & WithAuth,
  actor: Actor,
  password: string,
): Promise<{ userId: string; email: string; name: string }> {
  const { id, sessionId } = requireShown(actor)
  const guessedAt = `session:${sessionId ?? id}` as const
  await countTry(desk, guessedAt)
  const person = await desk.db
    .selectFrom('person')
    .innerJoin('auth.account', 'auth.account.userId', 'person.user_id')
    .select(['person.user_id as userId', 'email', 'name', 'password'])
    .where('person.id', '=', id)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()
  const { verify } = (await desk.auth.$context).password
  if (!person?.password || !(await verify({ hash: person.password, password }))) {
    throw new Forbidden('password.wrong', 'This is not your password')
  }
  await forgetTries(desk, guessedAt)
  return person
}
