import { signInRoutes } from '@firstline/contract/sign-in'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { requirePerson } from '#server/core/actor.ts'
import type { DB } from '#server/database/db-types.ts'
import { Invalid, NotFound, messageOf } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { defineDeed, defineVerb } from '#server/core/verb.ts'
import type { DeedContext, VerbContext } from '#server/core/verb.ts'
import type { WithAuth } from './auth.ts'
import { requireOwnPassword } from './own-password.ts'
import { keepChallenge, takeChallenge } from './passkey-challenge.ts'
import { requireShown } from './second-factor.ts'
import type { WithSignIn } from './sign-in-section.ts'

/** A challenge is no change of anything: what is made with it is on record. */
export const startPasskey = defineDeed({
  permission: 'self:manage',
  input: signInRoutes.startPasskey.body,
  async run(desk: DeedContext & WithAuth & WithSignIn, { password }) {
    const { email, name, userId } = await requireOwnPassword(desk, desk.actor, password)
    const { id } = requirePerson(desk.actor)
    const known = await desk.db
      .selectFrom('passkey')
      .select('credential_id as id')
      .where('person_id', '=', id)
      .execute()
    const options = await generateRegistrationOptions({
      rpName: desk.sources.project.current().name,
      rpID: new URL(desk.config.publicUrl).hostname,
      userName: email,
      userDisplayName: name,
      userID: new TextEncoder().encode(userId),
      excludeCredentials: known,
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    await keepChallenge(desk, options.challenge, id)
    return { options: { ...options } }
  },
})

/** Of no person in particular: the browser offers the passkeys it has for this site. */
export const startPasskeySignIn = defineDeed({
  permission: 'public',
  input: z.object({}),
  async run(desk: DeedContext & WithAuth & WithSignIn) {
    const options = await generateAuthenticationOptions({
      rpID: new URL(desk.config.publicUrl).hostname,
      userVerification: 'required',
    })
    await keepChallenge(desk, options.challenge, null)
    return { options: { ...options } }
  },
})

export const addPasskey = defineVerb({
  permission: 'self:manage',
  input: signInRoutes.addPasskey.body,
  async run({ tx, db, actor, clock, config }: VerbContext & { db: Kysely<DB> }, { name, answer }) {
    const { id } = requireShown(actor)
    const made = await verifyRegistrationResponse({
      // the library checks what came, field by field
      response: answer as unknown as RegistrationResponseJSON,
      expectedChallenge: (challenge) => takeChallenge({ db, clock }, challenge, id),
      expectedOrigin: config.origins,
      expectedRPID: new URL(config.publicUrl).hostname,
      requireUserVerification: true,
    }).catch((error: unknown) => {
      throw new Invalid(
        'passkey.refused',
        sentence`The passkey could not be checked: ${messageOf(error)}`,
      )
    })
    if (!made.verified) throw new Invalid('passkey.refused', 'The passkey could not be checked')
    const { credential } = made.registrationInfo
    const added = await tx
      .insertInto('passkey')
      .values({
        person_id: id,
        name,
        credential_id: credential.id,
        public_key: Buffer.from(credential.publicKey),
        counter: credential.counter,
        transports: credential.transports ?? [],
        created_at: clock.now(),
      })
      .onConflict((conflict) => conflict.column('credential_id').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!added) throw new Invalid('passkey.refused', 'This passkey is known already')
    const data = { person: id, passkey: added.id, called: name }
    return { result: {}, events: [{ name: 'person.passkey_added', data }] }
  },
})

/** The password is checked before the transaction: a wrong one has to be counted all the same. */
export const removePasskey = defineDeed({
  permission: 'self:manage',
  input: signInRoutes.removePasskey.params.extend(signInRoutes.removePasskey.body.shape),
  async run(desk: DeedContext & WithAuth & WithSignIn, { passkeyId, password }) {
    await requireOwnPassword(desk, desk.actor, password)
    return dropPasskey(desk, desk.actor, { passkeyId }, desk.promised)
  },
})

const dropPasskey = defineVerb({
  permission: 'self:manage',
  input: z.object({ passkeyId: z.uuid() }),
  async run({ tx, actor }, { passkeyId }) {
    const { id } = requireShown(actor)
    const gone = await tx
      .deleteFrom('passkey')
      .where('id', '=', passkeyId)
      .where('person_id', '=', id)
      .returning('name')
      .executeTakeFirst()
    if (!gone) throw new NotFound('passkey.not-found', 'You have no such passkey')
    const data = { person: id, passkey: passkeyId, called: gone.name }
    return { result: {}, events: [{ name: 'person.passkey_removed', data }] }
  },
})
