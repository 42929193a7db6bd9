import { sentence } from '#server/core/sentence.ts'
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { hours, later, minutes, seconds } from '#server/core/clock.ts'
import type { DB } from '#server/database/db-types.ts'
import { Limited } from '#server/core/errors.ts'
import type { Desk } from '#server/core/verb.ts'

/** What is guessed at: `account:ada@desk.example`; or where mails are asked for, and from where. */
export type GuessedAt =
  `${'account' | 'device' | 'session' | 'code' | 'reset' | 'portal' | 'portal-network' | 'setup' | 'test-mail'}:${string}`

type Pace = { free: number; first: number; longest: number; forgotten: number }

/** A password typed wrong a few times costs nothing; after that every further try waits twice as long. */
const guessing: Pace = {
  free: 5,
  first: 15 * seconds,
  longest: 15 * minutes,
  forgotten: 24 * hours,
}
/** Mails to one address: somebody else's mailbox is not filled from our sign-in page. */
const asking: Pace = { free: 3, first: 1 * hours, longest: 1 * hours, forgotten: 1 * hours }
/** Mails asked for from one network, where a whole office of customers may sit. */
const askingTogether: Pace = {
  free: 30,
  first: 1 * minutes,
  longest: 1 * hours,
  forgotten: 1 * hours,
}

/** The code of a new desk, by everybody together: it is long, and who has it shall not wait for others for long. */
const settingUp: Pace = {
  free: 20,
  first: 15 * seconds,
  longest: 1 * minutes,
  forgotten: 24 * hours,
}

function paceOf(guessedAt: GuessedAt): Pace {
  if (guessedAt.startsWith('setup:')) return settingUp
  if (guessedAt.startsWith('portal-network:')) return askingTogether
  return /^(?:reset|portal):/.test(guessedAt) ? asking : guessing
}

/**
 * Counts a try before it is made, so that many at once do not slip through; in the database, so that
 * all nodes count together and a restart forgets nothing.
 * @throws Limited `sign-in.slowed` when it comes too soon; then it does not count
 */
export async function countTry(
  { db, clock }: Pick<Desk, 'db' | 'clock'>,
  guessedAt: GuessedAt,
): Promise<void> {
  const pace = paceOf(guessedAt)
  const now = clock.now()
  const key = keyOf(guessedAt)
  // not now: of two at once one has read the clock earlier, and other nodes have clocks of their own
  const free = later(now, -pace.forgotten)
  const fresh = sql`sign_in_attempt.attempted_at < ${free}`
  const attempts = sql`case when ${fresh} then 1 else sign_in_attempt.attempts + 1 end`
  const wait = sql`least(${pace.longest}, ${pace.first} * 2.0 ^ least(30, ${attempts} - ${pace.free}))`
  const { rows } = await sql`
    insert into sign_in_attempt (key, attempts, attempted_at, free_at)
    values (${key}, 1, ${now}, ${free})
    on conflict (key) do update set
      attempts = ${attempts},
      attempted_at = ${now},
      free_at = case when ${attempts} < ${pace.free} then ${free}::timestamptz
        else ${now}::timestamptz + ${wait} * interval '1 millisecond' end
    where sign_in_attempt.free_at <= ${now}
    returning attempts`.execute(db)
  if (rows.length > 0) return
  const said = guessedAt.startsWith('setup:') ? tooManyCodes : tooMany
  throw new Limited('sign-in.slowed', said, await waitOf(db, key, now))
}

const tooMany = sentence`Too many tries. Wait a moment; a passkey and open sessions still work`
const tooManyCodes = sentence`Too many tries. Wait a moment, or invite yourself at the server: firstline invite`

/** The right one was given. */
export async function forgetTries({ db }: Pick<Desk, 'db'>, guessedAt: GuessedAt): Promise<void> {
  await db.deleteFrom('sign_in_attempt').where('key', '=', keyOf(guessedAt)).execute()
}

/** Of tries nobody waits for any more. */
export async function forgetOldTries({ db, clock }: Pick<Desk, 'db' | 'clock'>): Promise<void> {
  const since = later(clock.now(), -guessing.forgotten)
  await db.deleteFrom('sign_in_attempt').where('attempted_at', '<', since).execute()
}

async function waitOf(db: Kysely<DB>, key: Buffer, now: Date): Promise<number> {
  const row = await db
    .selectFrom('sign_in_attempt')
    .select('free_at')
    .where('key', '=', key)
    .executeTakeFirst()
  return Math.max(1, ((row?.free_at.getTime() ?? 0) - now.getTime()) / seconds)
}

function keyOf(guessedAt: GuessedAt): Buffer {
  return createHash('sha256').update(guessedAt.toLowerCase()).digest()
}
