import { CountNotifications, mostUnread } from '@firstline/contract/notifications'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { requirePerson } from '#server/core/actor.ts'
import type { CountTeller } from '#server/core/live-rows.ts'
import { defineQuery } from '#server/core/verb.ts'
import { countForEach } from '#server/database/count-for-each.ts'
import type { DB } from '#server/database/db-types.ts'

/** One's own, and nobody else's. */
export const countNotifications = defineQuery({
  permission: 'ticket:read',
  input: CountNotifications,
  run: async ({ db, actor }) => ({ unread: await countUnread(db, requirePerson(actor).id) }),
})

export function tellNotificationCounts(db: Kysely<DB>): CountTeller<'countNotifications'> {
  return {
    route: 'countNotifications',
    async read(personIds) {
      const unread = await countUnreadOf(db, personIds)
      return (personId) => (personId === null ? undefined : { unread: unread.get(personId) ?? 0 })
    },
  }
}

export async function countUnread(db: Kysely<DB>, person: string): Promise<number> {
  return (await countUnreadOf(db, [person])).get(person) ?? 0
}

/** Of many people by one statement. */
function countUnreadOf(
  db: Kysely<DB>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  return countForEach(
    db,
    personIds,
    sql`select from notification where person_id = its.id and read_at is null
      limit ${sql.lit(mostUnread)}`,
  )
}
