import { randomUUID } from 'node:crypto'
import { MarkAllNotifications } from '@firstline/contract/notifications'
import { requirePerson } from '#server/core/actor.ts'
import { Conflict } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import { notificationsRead } from './events.ts'

/** Under a number by which it is undone. */
export const markAllNotifications = defineVerb({
  permission: 'ticket:read',
  input: MarkAllNotifications,
  async run({ tx, actor, clock }) {
    const readingId = randomUUID()
    const { numUpdatedRows } = await tx
      .updateTable('notification')
      .set({ read_at: clock.now(), reading: readingId })
      .where('person_id', '=', requirePerson(actor).id)
      .where('read_at', 'is', null)
      .executeTakeFirst()
    const count = Number(numUpdatedRows)
    if (count === 0) {
      throw new Conflict('notification.none-unread', 'Nothing in your inbox is unread')
    }
    return { result: { readingId, count }, events: [notificationsRead(count, true)] }
  },
})
