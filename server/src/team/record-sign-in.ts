import { providerRefusals } from '@firstline/contract/sign-in'
import { z } from 'zod'
import { system } from '#server/core/actor.ts'
import { defineVerb } from '#server/core/verb.ts'
import { personActorOf } from './authenticate.ts'

const methods = ['password', 'code', 'backup_code', 'passkey', 'provider'] as const
export type SignInMethod = (typeof methods)[number]

/** What better-auth does, as the record names it. */
const signInHappenings = {
  signedIn: { name: 'person.signed_in' },
  refused: { name: 'person.sign_in_failed' },
  signedOut: { name: 'person.signed_out' },
  codesSet: { name: 'person.codes_set' },
  codesRemoved: { name: 'person.codes_removed' },
  backupCodesMade: { name: 'person.backup_codes_made' },
} as const
export type SignInHappening = keyof typeof signInHappenings

export const signInPart = system('sign-in')

/** A failure is on record as the product's own doing: who it was is exactly what is not known. */
export const recordSignIn = defineVerb({
  permission: 'person:manage',
  input: z.object({
    what: z.enum(Object.keys(signInHappenings) as SignInHappening[]),
    userId: z.string(),
    method: z.enum(methods).optional(),
    provider: z.string().optional(),
    refusal: z.enum(providerRefusals).optional(),
  }),
  async run({ tx }, { what, userId, ...how }) {
    const person = await tx
      .selectFrom('person')
      .select(['id', 'name', 'role', 'line'])
      .where('user_id', '=', userId)
      .executeTakeFirstOrThrow()
    const actor = what === 'refused' ? signInPart : personActorOf(person)
    const data = { person: person.id, ...how }
    return { result: { person: person.id }, events: [{ ...signInHappenings[what], actor, data }] }
  },
})
