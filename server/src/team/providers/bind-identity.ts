import type { NewEvent } from '#server/core/events.ts'
import type { VerbContext } from '#server/core/verb.ts'
import { endLinks } from '../password-link.ts'
import { dropSecondFactor } from '../second-factor.ts'
import { endSessions } from '../store-password.ts'
import type { Provider } from './provider-section.ts'
import { SignInRefused } from './sign-in-refused.ts'
import type { Vouched } from './vouched.ts'

type Binding = { provider: Provider; vouched: Vouched }
type Bound = { person: { id: string; user_id: string }; by: 'email' | 'joining' }

/**
 * A person has one way in: whoever knew their password, or still has a session of theirs, would
 * otherwise have what their groups give them from now on.
 * @throws SignInRefused `bound-elsewhere`: they come by another account of this or another provider
 */
export async function bindIdentity(
  { tx, clock }: VerbContext,
  { provider, vouched }: Binding,
  { person, by }: Bound,
): Promise<NewEvent[]> {
  const now = clock.now()
  const { issuer, id } = provider
  const { subject } = vouched
  const bound = await tx
    .insertInto('identity')
    .values({ person_id: person.id, issuer, subject, created_at: now, used_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!bound) throw new SignInRefused('bound-elsewhere', person.user_id)
  await tx
    .updateTable('auth.account')
    .set({ password: null, updatedAt: now })
    .where('userId', '=', person.user_id)
    .execute()
  await dropSecondFactor(tx, person.user_id, person.id)
  await endLinks(tx, person.id, now)
  await endSessions(tx, person.user_id)
  const data = { person: person.id, issuer, subject, provider: id, by }
  return [{ name: 'person.identity_bound', data }]
}
