import { UnmarkNotifications } from '@firstline/contract/notifications'
import { sql } from 'kysely'
import { requirePerson } from '#server/core/actor.ts'
import { NotFound } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import { notificationsRead } from './events.ts'

/** Undoes that all were marked; of what has happened again since, the newer one is unread already. */
export const unmarkNotifications = defineVerb({
  permission: 'ticket:read',
  input: UnmarkNotifications,
  async run({ tx, actor }, { readingId }) {
    const { numAffectedRows } = await sql`
      update notification set read_at = null, reading = null
      where reading = ${readingId} and person_id = ${requirePerson(actor).id}
        and not exists (
          select from notification as newer
          where newer.person_id = notification.person_id and newer.ticket_id = notification.ticket_id
            and newer.kind = notification.kind and newer.read_at is null)`.execute(tx)
    const count = Number(numAffectedRows ?? 0)
    if (count === 0) {
      throw new NotFound('notification.not-found', 'Nothing was marked under this number')
    }
    return { result: { count }, events: [notificationsRead(count, false)] }
  },
})
