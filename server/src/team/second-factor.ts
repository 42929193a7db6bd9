import type { Role } from '@firstline/contract/permissions'
import type { Kysely, Transaction } from 'kysely'
import type { Actor, PersonActor } from '#server/core/actor.ts'
import { requirePerson } from '#server/core/actor.ts'
import type { DB } from '#server/database/db-types.ts'
import { Forbidden } from '#server/core/errors.ts'
import type { SignInSettings } from './sign-in-section.ts'

type Shown = {
  personId: string
  role: Role
  hasCodes: boolean
  /** How the session was made. */
  proof: string | null
}

/**
 * Why a session is to be kept to the person's own sign-in, where their role needs a second factor. Of
 * who comes by an identity provider, the provider asks for it.
 * Who has codes gave one to come in; who has a passkey only has to come in by it, as the password
 * alone would otherwise be enough to add another one.
 */
export async function confinementOf(
  db: Kysely<DB>,
  settings: SignInSettings,
  { personId, role, hasCodes, proof }: Shown,
): Promise<PersonActor['confined']> {
  if (!settings.secondFactor.includes(role) || hasCodes) return undefined
  if (proof === 'passkey' || proof === 'provider') return undefined
  const passkey = await db
    .selectFrom('passkey')
    .select('id')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return passkey ? 'use-passkey' : 'set-up'
}

/** @throws Forbidden `passkey.needed`: a password alone changes nothing here */
export function requireShown(actor: Actor): PersonActor {
  const person = requirePerson(actor)
  if (person.confined !== 'use-passkey') return person
  throw new Forbidden('passkey.needed', 'Sign in by your passkey to change how you sign in')
}

/** @returns whether there was one */
export async function dropSecondFactor(
  tx: Transaction<DB>,
  userId: string,
  personId: string,
): Promise<boolean> {
  const codes = await tx
    .deleteFrom('auth.twoFactor')
    .where('userId', '=', userId)
    .executeTakeFirst()
  await tx
    .updateTable('auth.user')
    .set({ twoFactorEnabled: false })
    .where('id', '=', userId)
    .execute()
  await tx.deleteFrom('passkey_challenge').where('person_id', '=', personId).execute()
  const passkeys = await tx
    .deleteFrom('passkey')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return codes.numDeletedRows + passkeys.numDeletedRows > 0n
}
