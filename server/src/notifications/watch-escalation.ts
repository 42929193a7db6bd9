import { WatchEscalation } from '@firstline/contract/watching'
import type { Kysely } from 'kysely'
import { requirePerson } from '#server/core/actor.ts'
import { defineQuery, defineVerb } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import { escalationNotFound } from '#server/escalations/read-escalation.ts'
import { escalationUnwatched, escalationWatched } from './events.ts'
import { addWatchers, readWatchers, removeWatcher, watchesAlready } from './watchers.ts'

export const listEscalationWatchers = defineQuery({
  permission: 'escalation:read',
  input: WatchEscalation,
  async run({ db, actor }, { id }) {
    await ticketOf(db, id)
    return readWatchers(db, actor, { kind: 'escalation', id })
  },
})

/** Looks over the shoulder of who works on it. */
export const watchEscalation = defineVerb({
  permission: 'escalation:read',
  input: WatchEscalation,
  async run({ tx, actor, clock }, { id }) {
    const { id: person } = requirePerson(actor)
    const ticket = await ticketOf(tx, id)
    const escalation = { kind: 'escalation', id } as const
    const added = await addWatchers(tx, escalation, [person], clock.now())
    if (added.length === 0) throw watchesAlready()
    return {
      result: await readWatchers(tx, actor, escalation),
      events: [escalationWatched({ id, ticket }, added)],
    }
  },
})

export const unwatchEscalation = defineVerb({
  permission: 'escalation:read',
  input: WatchEscalation,
  async run({ tx, actor }, { id }) {
    const { id: person } = requirePerson(actor)
    const ticket = await ticketOf(tx, id)
    const escalation = { kind: 'escalation', id } as const
    await removeWatcher(tx, escalation, person)
    return {
      result: await readWatchers(tx, actor, escalation),
      events: [escalationUnwatched({ id, ticket }, [person])],
    }
  },
})

/** @throws NotFound `escalation.not-found` */
async function ticketOf(db: Kysely<DB>, id: string): Promise<string> {
  const row = await db
    .selectFrom('escalation')
    .select('ticket_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw escalationNotFound()
  return row.ticket_id
}
