import { CreateFirstAdmin } from '@firstline/contract/setup'
import { sql } from 'kysely'
import { system } from '#server/core/actor.ts'
import { defineDeed, defineVerb } from '#server/core/verb.ts'
import type { DeedContext, VerbContext } from '#server/core/verb.ts'
import type { WithAuth } from './auth.ts'
import { personActorOf } from './authenticate.ts'
import { insertPerson } from './invite-person.ts'
import { refuseWeakPassword } from './refuse-weak-password.ts'
import { requirePasswordUse } from './requires-password.ts'
import { dropSetupCode, refuseOnceThere, requireSetupCode } from './setup-code.ts'
import type { WithSignIn } from './sign-in-section.ts'
import { countTry, forgetTries } from './slow-down.ts'
import { storePassword } from './store-password.ts'

/** Whoever can read what the start printed; then nobody again, whatever becomes of that person. */
export const createFirstAdmin = defineDeed({
  permission: 'public',
  input: CreateFirstAdmin,
  async run(context: DeedContext & WithAuth & WithSignIn, wish) {
    const { actor, db, clock, sources, promised } = context
    await refuseOnceThere(db)
    await countTry(context, 'setup:code')
    await requireSetupCode(db, wish.code, clock.now())
    await forgetTries(context, 'setup:code')
    const { name: organisation, signIn } = sources.project.current()
    requirePasswordUse(signIn, wish.email)
    await refuseWeakPassword(wish.password, [wish.name, wish.email, organisation])
    return addFirst(context, actor, wish, promised)
  },
})

const addFirst = defineVerb({
  permission: 'public',
  input: CreateFirstAdmin,
  async run({ tx, clock, auth }: VerbContext & WithAuth, { code, password, ...wish }) {
    // of two at once the other finds somebody there; nor is anybody invited meanwhile
    await sql`lock table person in share row exclusive mode`.execute(tx)
    await refuseOnceThere(tx)
    const now = clock.now()
    await requireSetupCode(tx, code, now)
    const added = await insertPerson(tx, now, { ...wish, role: 'admin', line: 'L1' })
    const { userId, id, name, role, line } = added
    await storePassword(tx, auth, { userId, password, now })
    await dropSetupCode(tx)
    return {
      result: {},
      events: [
        { name: 'person.invited', actor: system('setup'), data: { person: id, role, line } },
        {
          name: 'person.password_set',
          actor: personActorOf({ id, name, role, line }),
          data: { person: id, purpose: 'first', sessions: 0 },
        },
      ],
    }
  },
})
