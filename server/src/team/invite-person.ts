import { InvitePerson } from '@firstline/contract/team'
import type { Person } from '@firstline/contract/team'
import { Conflict } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { VerbContext } from '#server/core/verb.ts'
import type { Auth } from './auth.ts'
import { lockManager, requireMayGiveRole } from './may-manage.ts'

/** Adds a person who can sign in with the first password given. */
export const invitePerson = defineVerb({
  permission: 'person:manage',
  input: InvitePerson,
  async run(
    { tx, actor, clock, auth }: VerbContext & { auth: Auth },
    { email, name, role, line, password },
  ) {
    requireMayGiveRole(await lockManager(tx, actor), role)
    const now = clock.now()
    const userId = crypto.randomUUID()
    const user = await tx
      .insertInto('auth.user')
      .values({ id: userId, name, email: email.toLowerCase(), emailVerified: true, updatedAt: now })
      .onConflict((conflict) => conflict.column('email').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!user)
      throw new Conflict('person.email-taken', 'Somebody already signs in with this address')
    await tx
      .insertInto('auth.account')
      .values({
        id: crypto.randomUUID(),
        accountId: userId,
        providerId: 'credential',
        userId,
        password: await (await auth.$context).password.hash(password),
        updatedAt: now,
      })
      .execute()
    const person: Person = await tx
      .insertInto('person')
      .values({ user_id: userId, name, email: email.toLowerCase(), role, line })
      .returning(['id', 'name', 'email'])
      .executeTakeFirstOrThrow()
      .then((row) => ({ ...row, role, line }))
    return {
      result: person,
      events: [{ name: 'person.invited', data: { person: person.id, role, line } }],
    }
  },
})
