import { NotificationKind, SetNotificationKind } from '@firstline/contract/notifications'
import type { NotificationKinds } from '@firstline/contract/notifications'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { requirePerson } from '#server/core/actor.ts'
import { Conflict } from '#server/core/errors.ts'
import { defineQuery, defineVerb } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import { kindSet } from './events.ts'

export const getNotificationKinds = defineQuery({
  permission: 'ticket:read',
  input: z.object({}),
  run: ({ db, actor }) => readKinds(db, requirePerson(actor).id),
})

/** From now on: what came before stays where it is. */
export const setNotificationKind = defineVerb({
  permission: 'ticket:read',
  input: SetNotificationKind,
  async run({ tx, actor }, { kind, isOn }) {
    const person = requirePerson(actor).id
    const { changed } = isOn
      ? await tx
          .deleteFrom('notification_off')
          .where('person_id', '=', person)
          .where('kind', '=', kind)
          .executeTakeFirst()
          .then(({ numDeletedRows }) => ({ changed: numDeletedRows }))
      : await tx
          .insertInto('notification_off')
          .values({ person_id: person, kind })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst()
          .then(({ numInsertedOrUpdatedRows }) => ({ changed: numInsertedOrUpdatedRows }))
    if (!changed) throw new Conflict('notification.kind-unchanged', 'It is set like this already')
    return { result: await readKinds(tx, person), events: [kindSet(kind, isOn)] }
  },
})

async function readKinds(db: Kysely<DB>, person: string): Promise<NotificationKinds> {
  const rows = await db
    .selectFrom('notification_off')
    .select('kind')
    .where('person_id', '=', person)
    .orderBy('kind')
    .execute()
  const off = new Set(rows.map(({ kind }) => kind))
  return { items: NotificationKind.options.map((kind) => ({ kind, isOn: !off.has(kind) })) }
}
