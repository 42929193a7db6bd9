import { MarkNotification } from '@firstline/contract/notifications'
import type { Notification } from '@firstline/contract/notifications'
import type { Transaction } from 'kysely'
import { requirePerson } from '#server/core/actor.ts'
import { Conflict, Refusal } from '#server/core/errors.ts'
import { defineDeed, defineVerb } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import { notificationsRead } from './events.ts'
import { readNotification } from './read-notification.ts'

const unchanged = 'notification.unchanged'

/** Read, or to be read again; what is so already stays so. */
export const markNotification = defineDeed({
  permission: 'ticket:read',
  input: MarkNotification,
  async run(context, mark): Promise<Notification> {
    const { db, actor, promised } = context
    try {
      return await recordMark(context, actor, mark, promised)
    } catch (error) {
      if (!(error instanceof Refusal) || error.reason !== unchanged) throw error
      return readNotification(db, { id: mark.id, person: requirePerson(actor).id })
    }
  },
})

const recordMark = defineVerb({
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
      .where('read_at', isRead ? 'is' : 'is not', null)
      .executeTakeFirst()
    const result = await readNotification(tx, key)
    if (numUpdatedRows === 0n)
      throw new Conflict(unchanged, 'This notification is marked so already')
    return { result, events: [notificationsRead(1, isRead)] }
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
