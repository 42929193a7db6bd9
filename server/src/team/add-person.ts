import { InvitePerson } from '@firstline/contract/team'
import type { Person } from '@firstline/contract/team'
import { z } from 'zod'
import { Forbidden } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { VerbContext } from '#server/core/verb.ts'
import type { WithAuth } from './auth.ts'
import { insertPerson } from './invite-person.ts'
import { storePassword } from './store-password.ts'

/** A person with a password that is known already: the example company's, whose sign-ins it shows. */
export const addPerson = defineVerb({
  permission: 'person:manage',
  input: InvitePerson.extend({ password: z.string().min(1) }),
  async run({ tx, clock, actor, auth }: VerbContext & WithAuth, { password, ...wish }) {
    if (actor.kind !== 'system') {
      throw new Forbidden('password.own', 'Nobody sets the password of somebody else')
    }
    const now = clock.now()
    const { userId, ...person } = await insertPerson(tx, now, wish)
    await storePassword(tx, auth, { userId, password, now })
    const { id, role, line } = person
    const result: Person = person
    return {
      result,
      events: [{ name: 'person.invited', data: { person: id, role, line } }],
    }
  },
})
