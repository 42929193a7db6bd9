import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { days, hours, later } from '#server/core/clock.ts'

export type LinkPurpose = 'first' | 'reset'

const lifetimes: Record<LinkPurpose, number> = { first: 3 * days, reset: 1 * hours }

export type WantedLink = {
  personId: string
  purpose: LinkPurpose
  /** Who is shown the link; null where it goes to the person by mail. */
  shownTo: string | null
}

/** A new link; an older one of the same purpose no longer works. The token is kept nowhere. */
export async function makeLink(
  tx: Transaction<DB>,
  { personId, purpose, shownTo }: WantedLink,
  { now, publicUrl }: { now: Date; publicUrl: string },
): Promise<{ link: string; expiresAt: Date }> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = later(now, lifetimes[purpose])
  await endLinks(tx, personId, now, purpose)
  await tx
    .insertInto('password_link')
    .values({
      person_id: personId,
      purpose,
      hash: hashOfToken(token),
      shown_to: shownTo,
      created_at: now,
      expires_at: expiresAt,
    })
    .execute()
  // behind the #: browsers send it to no server, so it is in no log of a proxy
  return { link: `${new URL('/set-password', publicUrl).href}#${token}`, expiresAt }
}

export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** @param purpose only links of this one; all unless told */
export async function endLinks(
  tx: Transaction<DB>,
  personId: string,
  now: Date,
  purpose?: LinkPurpose,
): Promise<void> {
  await tx
    .updateTable('password_link')
    .set({ ended_at: now })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where(purpose ? sql<boolean>`purpose = ${purpose}` : sql<boolean>`true`)
    .execute()
}

/** By which a reader can tell how long a mailed link will live, before it is made. */
export function expiryOf(purpose: LinkPurpose, now: Date): Date {
  return later(now, lifetimes[purpose])
}
