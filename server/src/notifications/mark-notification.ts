import { MarkNotification } from '@firstline/contract/notifications'
import type { Transaction } from 'kysely'
import { requirePerson } from '#server/core/actor.ts'
import { Conflict } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import { notificationsRead } from './events.ts'
import { notificationNotFound, readNotification } from './read-notification.ts'

/** Read, or to be read again. */
export const markNotification = defineVerb({
  permission: 'ticket:read',
  input: MarkNotification,
  async run({ tx, actor, clock }, { id, isRead }) {
    const key = { id, person: requirePerson(actor).id }
    if (!isRead) await refuseNewer(tx, key)
    const { numUpdatedRows } = await tx
      .updateTable('notification')
      .set({ read_at: isRead ? clock.now() : null, reading: null })
      .where('id', '=', id)
      .where('person_id', '=', key.person)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw notificationNotFound()
    return { result: await readNotification(tx, key), events: [notificationsRead(1, isRead)] }
  },
})

/** What has come since says what this one said, and is unread as well. */
async function refuseNewer(tx: Transaction<DB>, { id, person }: { id: string; person: string }) {
  const newer = await tx
    .selectFrom('notification')
    .innerJoin('notification as newer', (join) =>
      join
        .onRef('newer.person_id', '=', 'notification.person_id')
        .onRef('newer.ticket_id', '=', 'notification.ticket_id')
        .onRef('newer.kind', '=', 'notification.kind')
        .onRef('newer.id', '<>', 'notification.id')
        .on('newer.read_at', 'is', null),
    )
    .select('newer.id')
    .where('notification.id', '=', id)
    .where('notification.person_id', '=', person)
    .executeTakeFirst()
  if (!newer) return
  throw new Conflict(
    'notification.newer',
    'The same has happened again since, and that is unread: go by the newer one',
  )
}
