import type { EventName } from '@firstline/contract/events'
import type { Kysely, Transaction } from 'kysely'
import { sql } from 'kysely'
import { z } from 'zod'
import { system } from '#server/core/actor.ts'
import type { Event } from '#server/core/events.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import { notificationRaised, ticketWatched } from './events.ts'
import { tellingsOf } from './tellings.ts'
import type { Telling, ToldEvent } from './tellings.ts'
import { addWatchers } from './watchers.ts'

/** One person is told of one event. */
type Told = Omit<Telling, 'people'> & { person: string }

const teller = system('notifications')

/**
 * Reaction to what concerns somebody. Whoever did it is not told; who was told of this event already is not
 * told again, and what they have not read is brought up to date.
 */
export async function notify(desk: Desk, event: ToldEvent): Promise<void> {
  if (event.ticketId === null) return
  const tellings = await tellingsOf(desk.db, event, event.ticketId)
  const told = await whoIsTold(desk.db, event, tellings)
  const [first] = told
  if (first) await raise(desk, teller, { event, ticket: first.ticket, told })
}

/** Who is named in a note wants to know how it goes on. */
export async function watchWhenMentioned(
  desk: Desk,
  { ticketId, data: { mentions = [] } }: Extract<Event, { name: 'note.added' }>,
): Promise<void> {
  if (ticketId === null || mentions.length === 0) return
  const watching = await desk.db
    .selectFrom('ticket_watch')
    .select('person_id')
    .where('ticket_id', '=', ticketId)
    .where('person_id', 'in', mentions)
    .execute()
  const ids = new Set(watching.map(({ person_id: person }) => person))
  const people = mentions.filter((person) => !ids.has(person))
  if (people.length > 0) await beginWatching(desk, teller, { ticketId, people })
}

const beginWatching = defineVerb({
  permission: 'ticket:read',
  input: z.object({ ticketId: z.string(), people: z.array(z.string()) }),
  async run({ tx, clock }, { ticketId, people }) {
    await addWatchers(tx, { kind: 'ticket', id: ticketId }, people, clock.now())
    return { result: null, events: [ticketWatched(ticketId, people)] }
  },
})

/** Each as the first of what concerns them, unless they want that kind no more. */
async function whoIsTold(
  db: Kysely<DB>,
  { id, actorKind, actorId }: Pick<Event, 'id' | 'actorKind' | 'actorId'>,
  tellings: readonly Telling[],
): Promise<Told[]> {
  const first = new Map<string, Told>()
  for (const { people, ...telling } of tellings) {
    for (const person of people) {
      if (person === null || (actorKind === 'person' && actorId === person)) continue
      if (!first.has(person)) first.set(person, { ...telling, person })
    }
  }
  if (first.size === 0) return []
  const { rows } = await sql<{ person: string; off: string[] }>`
    select person.id as person,
      array(select kind from notification_off where person_id = person.id order by kind) as off
    from person
    where person.id = any (${[...first.keys()]}::uuid[]) and person.disabled_at is null
      and not exists (
        select from notification_event where event_id = ${id} and person_id = person.id)
    order by person.id`.execute(db)
  return rows.flatMap(({ person, off }) => {
    const told = first.get(person)
    return told && !off.includes(told.kind) ? [told] : []
  })
}

type Raising = {
  event: { id: string; name: EventName; at: Date }
  ticket: string
  told: readonly Told[]
}

const raise = defineVerb({
  permission: 'ticket:read',
  input: z.custom<Raising>(),
  async run({ tx }, { event, ticket, told }: Raising) {
    const raised = await putIn(tx, event, told)
    await tx
      .insertInto('notification_event')
      .values(
        raised.map(({ id, person }) => ({
          event_id: event.id,
          person_id: person,
          notification_id: id,
        })),
      )
      .execute()
    const people = raised.map(({ person }) => person)
    return { result: null, events: [notificationRaised(ticket, event.id, people)] }
  },
})

/** An unread one of the ticket and the kind is brought up to date. */
function putIn(tx: Transaction<DB>, { id, name, at }: Raising['event'], told: readonly Told[]) {
  return tx
    .insertInto('notification')
    .values(
      told.map(({ person, kind, ticket, escalation, message }) => ({
        person_id: person,
        kind,
        ticket_id: ticket,
        escalation_id: escalation ?? null,
        message_id: message ?? null,
        event_id: id,
        event_name: name,
        at,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'ticket_id', 'kind'])
        .where('read_at', 'is', null)
        .doUpdateSet((to) => ({
          count: to('notification.count', '+', 1),
          at: sql<Date>`greatest(notification.at, excluded.at)`,
          event_id: to.ref('excluded.event_id'),
          event_name: to.ref('excluded.event_name'),
          escalation_id: to.ref('excluded.escalation_id'),
          message_id: to.ref('excluded.message_id'),
        })),
    )
    .returning(['id', 'person_id as person'])
    .execute()
}
