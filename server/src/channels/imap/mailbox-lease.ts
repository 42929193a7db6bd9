import { sql } from 'kysely'
import type { Desk } from '#server/core/verb.ts'

/**
 * One worker fetches a mailbox. It says every few seconds that it does, and only as it works; who was
 * silent for so long has lost it to the next one. Two at once would store nothing twice all the same.
 */
const leaseSeconds = 90

export type Lease = { key: string; holder: string }
type Needs = Pick<Desk, 'db' | 'clock'>

const until = sql<Date>`clock_timestamp() + make_interval(secs => ${leaseSeconds})`

/** @returns whether it is ours now */
export async function takeMailbox({ db, clock }: Needs, { key, holder }: Lease): Promise<boolean> {
  const now = clock.now()
  await db
    .insertInto('mailbox')
    .values({ key, state_since: now, begun_at: now })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
  const taken = await db
    .updateTable('mailbox')
    .set({ holder, held_until: until })
    .where('key', '=', key)
    .where((where) =>
      where.or([
        where('holder', 'is', null),
        where('holder', '=', holder),
        where('held_until', '<', sql<Date>`clock_timestamp()`),
      ]),
    )
    .executeTakeFirst()
  return taken.numUpdatedRows > 0n
}

/** @throws NotHeld when another worker has taken it */
export async function keepMailbox({ db }: Needs, { key, holder }: Lease): Promise<void> {
  const kept = await db
    .updateTable('mailbox')
    .set({ held_until: until })
    .where('key', '=', key)
    .where('holder', '=', holder)
    .executeTakeFirst()
  if (kept.numUpdatedRows === 0n) throw new NotHeld()
}

export async function leaveMailbox({ db }: Needs, { key, holder }: Lease): Promise<void> {
  await db
    .updateTable('mailbox')
    .set({ holder: null, held_until: null })
    .where('key', '=', key)
    .where('holder', '=', holder)
    .execute()
}

export class NotHeld extends Error {}
