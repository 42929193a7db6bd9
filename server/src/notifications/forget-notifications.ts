import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { days, later } from '#server/core/clock.ts'
import type { Clock } from '#server/core/clock.ts'
import type { DB } from '#server/database/db-types.ts'

/** An inbox is no archive: what was read is kept so long, and what nobody has read a while longer. */
const keptDays = { read: 30, unread: 90 }

/** What happened stays in the record; a bounded number at a time. */
export async function forgetNotifications(
  desk: { db: Kysely<DB>; clock: Clock },
  batch = 5_000,
): Promise<void> {
  const now = desk.clock.now()
  const before = {
    read: later(now, -keptDays.read * days),
    unread: later(now, -keptDays.unread * days),
  }
  for (let gone = batch; gone === batch;) {
    const { numAffectedRows } = await sql`
      delete from notification where id = any (array(
        select id from notification
        where at < ${before.read} and (read_at is not null or at < ${before.unread})
        order by at limit ${batch}))`.execute(desk.db)
    gone = Number(numAffectedRows)
  }
}
