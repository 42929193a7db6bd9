import type { Line } from '@firstline/contract/common'
import type { Role } from '@firstline/contract/permissions'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { NewEvent } from '#server/core/events.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { VerbContext } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import { personActorOf } from '../authenticate.ts'
import { isLastAdmin } from '../disable-person.ts'
import { insertPerson } from '../invite-person.ts'
import { bindIdentity } from './bind-identity.ts'
import type { Provider } from './provider-section.ts'
import { SignInRefused } from './sign-in-refused.ts'
import type { Vouched } from './vouched.ts'

type Admission = { provider: Provider; vouched: Vouched }
type Standing = { role: Role; line: Line }
type Found = Standing & { id: string; name: string; user_id: string; disabled_at: Date | null }

/**
 * Somebody for whom a provider vouches: who they are here, with what role, in one transaction with what
 * is on record of it. @throws SignInRefused
 */
export const admitPerson = defineVerb({
  permission: 'person:manage',
  input: z.custom<Admission>(),
  async run(context: VerbContext, admission) {
    const { tx, clock } = context
    const { provider, vouched } = admission
    const known = await findBound(tx, admission)
    const { person, events } = known
      ? { person: known, events: [] }
      : await meetPerson(context, admission)
    if (person.disabled_at) throw new SignInRefused('disabled', person.user_id)
    const standing = standingOf(admission, person.user_id) ?? person
    const changed = await changeStanding(tx, provider, person, standing)
    await tx
      .updateTable('identity')
      .set({ used_at: clock.now() })
      .where('person_id', '=', person.id)
      .execute()
    const { role, line } = standing
    const actor = personActorOf({ ...person, role, line })
    const data = { person: person.id, method: 'provider', provider: provider.id } as const
    return {
      result: { userId: person.user_id, personId: person.id, subject: vouched.subject },
      events: [{ name: 'person.signed_in', actor, data }, ...events, ...changed],
    }
  },
})

async function findBound(
  tx: Transaction<DB>,
  { provider, vouched }: Admission,
): Promise<Found | undefined> {
  const bound = await tx
    .selectFrom('identity')
    .select('person_id')
    .where('issuer', '=', provider.issuer)
    .where('subject', '=', vouched.subject)
    .executeTakeFirst()
  return bound && findPerson(tx, 'id', bound.person_id)
}

function findPerson(tx: Transaction<DB>, by: 'id' | 'email', value: string) {
  return tx
    .selectFrom('person')
    .select(['id', 'name', 'role', 'line', 'user_id', 'disabled_at'])
    .where(by, '=', value)
    .forUpdate()
    .executeTakeFirst()
}

type Met = { person: Found; events: NewEvent[] }

/** The first time: by an address the provider vouches for, of a domain it answers for. */
async function meetPerson(context: VerbContext, admission: Admission): Promise<Met> {
  const { provider, vouched } = admission
  const { email, isVerified } = vouched
  if (email === null || !isVerified) throw new SignInRefused('unverified')
  if (!provider.domains.includes(email.slice(email.indexOf('@') + 1))) {
    throw new SignInRefused('foreign-domain')
  }
  const person = await findPerson(context.tx, 'email', email)
  if (!person) return addPerson(context, admission, email)
  if (person.disabled_at) throw new SignInRefused('disabled', person.user_id)
  standingOf(admission, person.user_id)
  const events = await bindIdentity(context, admission, { person, by: 'email' })
  return { person, events }
}

async function addPerson(context: VerbContext, admission: Admission, email: string): Promise<Met> {
  const { provider, vouched } = admission
  const standing = provider.addsPeople ? standingOf(admission, null) : null
  if (!standing) throw new SignInRefused('uninvited')
  const name = (vouched.name ?? email).slice(0, 120)
  const added = await insertPerson(context.tx, context.clock.now(), { email, name, ...standing })
  const person: Found = { ...added, user_id: added.userId, disabled_at: null }
  const data = { person: person.id, ...standing, provider: provider.id }
  const bound = await bindIdentity(context, admission, { person, by: 'joining' })
  return { person, events: [{ name: 'person.joined', data }, ...bound] }
}

/**
 * What the groups say; null where the provider has no say.
 * @throws SignInRefused `no-group`
 */
function standingOf({ provider, vouched }: Admission, userId: string | null): Standing | null {
  if (!provider.roles) return null
  const found = provider.roles.find(({ group }) => vouched.groups.includes(group))
  if (!found) throw new SignInRefused('no-group', userId)
  return { role: found.role, line: found.line }
}

async function changeStanding(
  tx: Transaction<DB>,
  provider: Provider,
  person: Found,
  { role, line }: Standing,
): Promise<NewEvent[]> {
  if (role === person.role && line === person.line) return []
  if (role !== 'admin' && (await isLastAdmin(tx, person.id, person))) {
    throw new SignInRefused('last-admin', person.user_id)
  }
  await tx.updateTable('person').set({ role, line }).where('id', '=', person.id).execute()
  const was = { role: person.role, line: person.line }
  const data = { person: person.id, role, line, was, provider: provider.id }
  return [{ name: 'person.role_changed', data }]
}
