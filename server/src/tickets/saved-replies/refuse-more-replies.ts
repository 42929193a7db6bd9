import { mostSavedReplies } from '@firstline/contract/saved-replies'
import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import { Conflict } from '#server/core/errors.ts'
import type { DB } from '#server/database/db-types.ts'

const turnOfSavedReplies = 7_461_674

/**
 * Whoever adds one at the same time waits: there are never more than may be.
 * @throws Conflict `saved-replies.full`
 */
export async function refuseMoreReplies(tx: Transaction<DB>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${turnOfSavedReplies})`.execute(tx)
  const { count } = await tx
    .selectFrom('saved_reply')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('archived_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (count < mostSavedReplies) return
  throw new Conflict(
    'saved-replies.full',
    'The desk has 1,000 saved replies: archive one that is not used',
  )
}
