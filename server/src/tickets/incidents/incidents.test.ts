import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { hours, later, minutes } from '#server/core/clock.ts'
import { listAffectedTickets } from '#server/runbooks/list-affected-tickets.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { listTickets } from '#server/tickets/list-tickets.ts'
import { resolveTicket } from '#server/tickets/resolve-ticket.ts'
import { eventsOf, someIncident, someTicket, ticketDesk } from '#server/tickets/testing/factory.ts'
import { voidTicket } from '#server/tickets/void-ticket.ts'
import { createIncidentUpdate } from './create-incident-update.ts'
import { getIncident } from './get-incident.ts'
import { linkIncident, unlinkIncident } from './link-incident.ts'
import { linkTickets } from './link-tickets.ts'
import { listIncidents } from './list-incidents.ts'

const desk = await ticketDesk(await createTestDesk())
const ada = await createPerson(desk, { name: 'Ada' })

const namesOf = async (ticketId: string) =>
  (await eventsOf(desk, ticketId)).map(({ name, data }) => [name, data.title] as const).slice(1)

test('a ticket is part of one incident, which takes the place of another and can be taken off', async () => {
  const { id: ticketId } = await someTicket(desk, ada)
  const first = await someIncident(desk, { title: 'Exports fail' })
  const second = await someIncident(desk, { title: 'The queue stands still' })
  const linked = await linkIncident(desk, ada, { ticketId, incidentId: first })
  expect(linked.incident).toEqual({ id: first, title: 'Exports fail', endedAt: null })
  await expect(linkIncident(desk, ada, { ticketId, incidentId: first })).rejects.toMatchObject({
    reason: 'incident.linked',
  })
  const moved = await linkIncident(desk, ada, { ticketId, incidentId: second })
  expect(moved.incident?.id).toBe(second)
  expect((await unlinkIncident(desk, ada, { ticketId })).incident).toBeNull()
  await expect(unlinkIncident(desk, ada, { ticketId })).rejects.toMatchObject({
    reason: 'incident.not-linked',
  })
  expect(await namesOf(ticketId)).toEqual([
    ['ticket.incident_linked', 'Exports fail'],
    ['ticket.incident_unlinked', 'Exports fail'],
    ['ticket.incident_linked', 'The queue stands still'],
    ['ticket.incident_unlinked', 'The queue stands still'],
  ])
})

test('an incident that there is not, and a void ticket, are refused and nothing is stored', async () => {
  const { id: ticketId } = await someTicket(desk, ada)
  const nobody = crypto.randomUUID()
  const refused = { reason: 'incident.not-found' }
  await expect(linkIncident(desk, ada, { ticketId, incidentId: nobody })).rejects.toMatchObject(
    refused,
  )
  await expect(
    linkTickets(desk, ada, { incidentId: nobody, ticketIds: [ticketId] }),
  ).rejects.toMatchObject(refused)
  await expect(getIncident(desk, ada, { incidentId: nobody })).rejects.toMatchObject(refused)
  await voidTicket(desk, ada, { ticketId, reason: 'spam' })
  const incidentId = await someIncident(desk)
  await expect(linkIncident(desk, ada, { ticketId, incidentId })).rejects.toMatchObject({
    reason: 'ticket.void',
  })
  await expect(linkTickets(desk, ada, { incidentId, ticketIds: [ticketId] })).rejects.toMatchObject(
    { reason: 'incident.none-linked' },
  )
})

test('several are linked at once, and those that are linked or void by then are left', async () => {
  const incidentId = await someIncident(desk)
  const other = await someIncident(desk)
  const [one, two, taken] = [
    await someTicket(desk, ada),
    await someTicket(desk, ada),
    await someTicket(desk, ada),
  ].map(({ id }) => id)
  await linkIncident(desk, ada, { ticketId: taken!, incidentId: other })
  const ticketIds = [one!, two!, taken!, one!]
  expect(await linkTickets(desk, ada, { incidentId, ticketIds })).toEqual({ added: 2, left: 1 })
  const { items } = await listTickets(desk, ada, { incident: incidentId, order: 'newest' })
  expect(new Set(items.map(({ id }) => id))).toEqual(new Set([one, two]))
  await resolveTicket(desk, ada, { ticketId: one!, summary: 'It was started again' })
  expect(await getIncident(desk, ada, { incidentId })).toMatchObject({ tickets: 2, unresolved: 1 })
  const both = await listTickets(desk, ada, { incident: incidentId })
  expect(both.items).toHaveLength(2)
})

test('incidents come in pages, those that go on apart from those that ended', async () => {
  const now = desk.clock.now()
  const past = { ended_at: now, opened_at: later(now, -2 * hours) }
  const older = await someIncident(desk, { ...past, opened_at: later(now, -9 * hours) })
  const newer = await someIncident(desk, { ...past, origin: 'pagerduty: Q1' })
  const open = await someIncident(desk, { opened_at: later(now, 5 * minutes) })
  const first = await listIncidents(desk, ada, { state: 'past', limit: 1 })
  expect(first.items).toMatchObject([{ id: newer, sender: 'pagerduty', tickets: 0 }])
  const second = await listIncidents(desk, ada, { state: 'past', limit: 1, cursor: first.next! })
  expect(second).toMatchObject({ items: [{ id: older }], next: null })
  const now2 = await listIncidents(desk, ada, {})
  expect(now2.items[0]).toMatchObject({ id: open, endedAt: null })
  expect(now2.counts).toMatchObject({ past: 2, open: now2.items.length })
})

test('a ticket looks affected that is open, about its service, began in its time and is part of none', async () => {
  const now = desk.clock.now()
  const incidentId = await someIncident(desk, { services: ['outbox'], opened_at: now })
  const asked = async () =>
    (await listAffectedTickets(desk, ada, { incidentId })).items.map(({ id }) => id)
  expect(await asked()).toEqual([])
  await desk.db.insertInto('runbook').values({ id: 'email-missing', created_at: now }).execute()
  await desk.db
    .insertInto('runbook_version')
    .values({
      runbook_id: 'email-missing',
      version: 1,
      state: 'published',
      origin: 'browser',
      title: 'Email missing',
      type: 'exports.email-missing',
      owner: 'exports',
      source: '',
      sha256: '',
      author: JSON.stringify({ kind: 'system', id: 'test', name: 'Test' }),
      created_at: now,
      verified_against: JSON.stringify({ sources: {}, actions: {}, services: ['outbox'] }),
    })
    .execute()
  const type = 'exports.email-missing'
  const { id: affected } = await someTicket(desk, ada, { type })
  const { id: linked } = await someTicket(desk, ada, { type })
  const { id: resolved } = await someTicket(desk, ada, { type })
  const earlier = later(now, -3 * hours).toISOString()
  await someTicket(desk, ada, { type, problemStartedAt: earlier })
  await someTicket(desk, ada, { type: 'how-to' })
  await linkIncident(desk, ada, { ticketId: linked, incidentId })
  await resolveTicket(desk, ada, { ticketId: resolved, summary: 'It was started again' })
  expect(await asked()).toEqual([affected])
  desk.clock.advance(3 * hours)
  await desk.db
    .updateTable('incident')
    .set({ ended_at: later(now, 2 * hours) })
    .where('id', '=', incidentId)
    .execute()
  await someTicket(desk, ada, { type })
  expect(await asked()).toEqual([affected])
})

test('an update waits for nobody who links a ticket meanwhile, as that waits for it', async () => {
  const incidentId = await someIncident(desk)
  const [linked, other] = [await someTicket(desk, ada), await someTicket(desk, ada)]
  await linkIncident(desk, ada, { ticketId: linked.id, incidentId })
  const update = {
    incidentId,
    text: 'It works again',
    tickets: [{ ticketId: linked.id, seen: '0' }],
  }
  await desk.db.transaction().execute(async (tx) => {
    await linkIncident({ ...desk, db: tx }, ada, { ticketId: other.id, incidentId })
    await desk.db.transaction().execute(async (second) => {
      await sql`set local lock_timeout = '5s'`.execute(second)
      const { text } = await createIncidentUpdate({ ...desk, db: second }, ada, update)
      expect(text).toBe(update.text)
    })
  })
})
