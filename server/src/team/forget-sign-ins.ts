import { hours, later } from '#server/core/clock.ts'
import type { Desk } from '#server/core/verb.ts'
import { forgetOldTries } from './slow-down.ts'

/** How long a limit of better-auth counts, with room to spare. */
const countedMs = 1 * hours

/**
 * What signing in has left and nobody waits for: sessions that ended, with their addresses and devices;
 * sign-ins that were left half-way; counts by address. The record says who signed in, and no address.
 */
export async function forgetSignIns(desk: Pick<Desk, 'db' | 'clock'>): Promise<void> {
  const { db, clock } = desk
  const now = clock.now()
  await forgetOldTries(desk)
  await db.deleteFrom('auth.session').where('expiresAt', '<', now).execute()
  await db.deleteFrom('auth.verification').where('expiresAt', '<', now).execute()
  const counted = String(later(now, -countedMs).getTime())
  await db.deleteFrom('auth.rateLimit').where('lastRequest', '<', counted).execute()
}
