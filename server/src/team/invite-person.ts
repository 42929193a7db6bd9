import { InvitePerson } from '@firstline/contract/team'
import type { Invitation, Person } from '@firstline/contract/team'
import type { Transaction } from 'kysely'
import type { z } from 'zod'
import type { DB } from '#server/database/db-types.ts'
import { Conflict } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { VerbContext } from '#server/core/verb.ts'
import { lockManager, requireMayGiveRole } from './may-manage.ts'
import { offerLink } from './offer-link.ts'
import { mayUsePassword } from './sign-in-section.ts'
import type { WithSignIn } from './sign-in-section.ts'
import type { WithMailer } from '#server/outbound/mailer.ts'

/**
 * Adds a person, who sets their first password by a link: nobody else ever knows it. Whom a password does
 * not let in gets none: they come by their identity provider, known by their address.
 */
export const invitePerson = defineVerb({
  permission: 'person:manage',
  input: InvitePerson,
  async run(context: VerbContext & WithMailer & WithSignIn, { language, ...wish }) {
    requireMayGiveRole(await lockManager(context.tx, context.actor), wish.role)
    const person = await insertPerson(context.tx, context.clock.now(), wish)
    const { id, role, line } = person
    const invited = { name: 'person.invited', data: { person: id, role, line } } as const
    const { signIn } = context.sources.project.current()
    if (!mayUsePassword(signIn, person.email)) {
      const result: Invitation = { ...person, link: null, expiresAt: null }
      return { result, events: [invited] }
    }
    const offered = await offerLink(context, { personId: id, purpose: 'first', language })
    const result: Invitation = { ...person, ...offered.result }
    return { result, events: [invited, ...offered.events], jobs: offered.jobs }
  },
})

/** @throws Conflict `person.email-taken` */
export async function insertPerson(
  tx: Transaction<DB>,
  now: Date,
  { email: address, name, role, line }: Omit<z.output<typeof InvitePerson>, 'language'>,
): Promise<Person & { userId: string }> {
  const userId = crypto.randomUUID()
  const email = address.toLowerCase()
  const user = await tx
    .insertInto('auth.user')
    .values({ id: userId, name, email, emailVerified: true, updatedAt: now })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!user) throw new Conflict('person.email-taken', 'Somebody already signs in with this address')
  const { id } = await tx
    .insertInto('person')
    .values({ user_id: userId, name, email, role, line })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, name, email, role, line, userId }
}
