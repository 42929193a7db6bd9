import type { Kysely, Transaction } from 'kysely'
import { Conflict } from '#server/core/errors.ts'
import type { DB } from '#server/database/db-types.ts'
import { mayUsePassword } from './sign-in-section.ts'
import type { SignInSettings } from './sign-in-section.ts'

export type NoPassword = 'by-provider' | 'off'

/** Why a password would not let somebody in; null: it would. */
export async function whyNoPassword(
  db: Kysely<DB> | Transaction<DB>,
  settings: SignInSettings,
  personId: string,
): Promise<NoPassword | null> {
  const { email, identity } = await db
    .selectFrom('person')
    .leftJoin('identity', 'identity.person_id', 'person.id')
    .select(['email', 'identity.id as identity'])
    .where('person.id', '=', personId)
    .executeTakeFirstOrThrow()
  if (identity !== null) return 'by-provider'
  return mayUsePassword(settings, email) ? null : 'off'
}

/** @throws Conflict `person.by-provider` | `password.off` */
export async function requirePasswordPerson(
  tx: Transaction<DB>,
  settings: SignInSettings,
  personId: string,
): Promise<void> {
  const why = await whyNoPassword(tx, settings, personId)
  if (why === 'off') throw passwordOff()
  if (why === null) return
  throw new Conflict(
    'person.by-provider',
    'This person signs in by an identity provider alone; release them from it first, on Team',
  )
}

/** @throws Conflict `password.off` */
export function requirePasswordUse(settings: SignInSettings, email: string): void {
  if (!mayUsePassword(settings, email)) throw passwordOff()
}

function passwordOff(): Conflict {
  return new Conflict(
    'password.off',
    'A password does not let this person in: firstline.yaml says by password_only_for whom it does',
  )
}
