import { createHash } from 'node:crypto'
import { later, minutes } from '#server/core/clock.ts'
import type { Desk } from '#server/core/verb.ts'

/** Longer than a code is right: its half minute, and those before and after it. */
const rememberedMs = 2 * minutes

type Place = Pick<Desk, 'db' | 'clock'>
export type Code = { userId: string; code: string }

/**
 * A code of an app signs in once: who looked over a shoulder comes too late (RFC 6238, 5.2). It is taken
 * before it is tried, so that of many at once one is.
 * @returns false where it was taken of late
 */
export async function takeCode({ db, clock }: Place, code: Code): Promise<boolean> {
  const now = clock.now()
  const taken = await db
    .insertInto('sign_in_attempt')
    .values({ key: keyOf(code), attempts: 1, attempted_at: now, free_at: now })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({ attempted_at: now })
        .where('sign_in_attempt.attempted_at', '<', later(now, -rememberedMs)),
    )
    .returning('key')
    .executeTakeFirst()
  return taken !== undefined
}

/** It let nobody in. */
export async function giveCodeBack({ db }: Place, code: Code): Promise<void> {
  await db.deleteFrom('sign_in_attempt').where('key', '=', keyOf(code)).execute()
}

function keyOf({ userId, code }: Code): Buffer {
  return createHash('sha256').update(`used-code:${userId}:${code}`).digest()
}
