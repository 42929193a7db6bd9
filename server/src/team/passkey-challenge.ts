import type { Kysely } from 'kysely'
import { later, minutes } from '#server/core/clock.ts'
import type { Clock } from '#server/core/clock.ts'
import type { Config } from '#server/core/config.ts'
import type { DB } from '#server/database/db-types.ts'

/** What a passkey is made for: it signs in there and nowhere else. */
export type Site = Pick<Config, 'publicUrl' | 'origins'>

const challengeMs = 5 * minutes

type Keeps = { db: Kysely<DB>; clock: Clock }

export async function keepChallenge(
  { db, clock }: Keeps,
  challenge: string,
  person: string | null,
): Promise<void> {
  const now = clock.now()
  await db.deleteFrom('passkey_challenge').where('expires_at', '<', now).execute()
  await db
    .insertInto('passkey_challenge')
    .values({ challenge, person_id: person, expires_at: later(now, challengeMs) })
    .execute()
}

/** Once, whatever follows: a challenge that was answered wrongly is not answered again. */
export async function takeChallenge(
  { db, clock }: Keeps,
  challenge: string,
  person: string | null,
): Promise<boolean> {
  const taken = await db
    .deleteFrom('passkey_challenge')
    .where('challenge', '=', challenge)
    .where('person_id', person === null ? 'is' : '=', person)
    .where('expires_at', '>', clock.now())
    .returning('challenge')
    .executeTakeFirst()
  return taken !== undefined
}
