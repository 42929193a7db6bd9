import { ListNotifications } from '@firstline/contract/notifications'
import { sql } from 'kysely'
import type { SqlBool } from 'kysely'
import { requirePerson } from '#server/core/actor.ts'
import { decodeCursor, encodeCursor, pageOf } from '#server/core/cursor.ts'
import { defineQuery } from '#server/core/verb.ts'
import { countUnread } from './count-notifications.ts'
import { notificationOf, selectNotifications } from './read-notification.ts'

/** One's own, and nobody else's. */
export const listNotifications = defineQuery({
  permission: 'ticket:read',
  input: ListNotifications,
  async run({ db, actor }, { state, cursor, limit }) {
    const person = requirePerson(actor).id
    const after = cursor ? decodeCursor(cursor) : null
    const [rows, unread] = await Promise.all([
      selectNotifications(db, person)
        .$if(state === 'unread', (query) => query.where('notification.read_at', 'is', null))
        .$if(after !== null, (query) =>
          query.where(
            sql<SqlBool>`(notification.at, notification.id) < (${after?.at}, ${after?.id}::uuid)`,
          ),
        )
        .orderBy('notification.at', 'desc')
        .orderBy('notification.id', 'desc')
        .limit(limit + 1)
        .execute(),
      countUnread(db, person),
    ])
    const { page, last } = pageOf(rows, limit)
    return {
      items: page.map(notificationOf),
      next: last ? encodeCursor(last) : null,
      unread,
    }
  },
})
