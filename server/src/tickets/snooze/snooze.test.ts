import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { days, hours, later } from '#server/core/clock.ts'
import { appendEvents } from '#server/core/events.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { addNote } from '#server/tickets/add-note.ts'
import { countTickets, listTickets } from '#server/tickets/list-tickets.ts'
import { getTicket } from '#server/tickets/queries.ts'
import { continueTicket } from '#server/tickets/receive-message.ts'
import { replyToTicket } from '#server/tickets/reply-to-ticket.ts'
import { resolveTicket } from '#server/tickets/resolve-ticket.ts'
import { eventsOf, someTicket, ticketDesk } from '#server/tickets/testing/factory.ts'
import { voidTicket } from '#server/tickets/void-ticket.ts'
import { snoozeTicket } from './snooze-ticket.ts'
import { wakeAfterRun, wakeInTime, wakeTicket } from './wake-ticket.ts'

const desk = await ticketDesk(await createTestDesk())
const ada = await createPerson(desk, { name: 'Ada' })

const read = (ticketId: string) => getTicket(desk, ada, { ticketId })
const lastOf = async (ticketId: string) => (await eventsOf(desk, ticketId)).at(-1)!
const inThreeHours = () => later(desk.clock.now(), 3 * hours).toISOString()

async function snoozed(wish: { until?: string; run?: string } = {}) {
  const { id: ticketId } = await someTicket(desk, ada)
  if (wish.run) await happen(ticketId, 'action.intended', wish.run)
  await snoozeTicket(desk, ada, { ticketId, ...wish })
  return ticketId
}

async function happen(ticketId: string, name: 'action.intended' | 'action.verified', run: string) {
  const data = {
    run,
    action: 'export.requeue',
    version: 1,
    title: 'Requeue',
    reading: null,
    definition: {},
    input: {},
    reason: null,
    request: {},
  }
  await sql`
    insert into event (at, name, actor_kind, ticket_id, data)
    values (${desk.clock.now()}, ${name}, 'system', ${ticketId}, ${JSON.stringify(data)}::jsonb)`.execute(
    desk.db,
  )
}

async function writes(ticketId: string, text = 'Still nothing here') {
  const ticket = await read(ticketId)
  const subject = text.startsWith('I am out') ? 'Automatic reply: out of office' : 'Re'
  await desk.db.transaction().execute(async (tx) => {
    const contact = { id: ticket.contact!.id, accountId: null }
    const arrival = { channel: 'email', contact, subject, text } as const
    const { events } = await continueTicket(tx, desk.clock.now(), ticketId, arrival)
    await appendEvents(tx, ada, desk.clock.now(), events)
  })
}

async function viewsOf(ticketId: string) {
  const views = ['new', 'open', 'unknown', 'snoozed'] as const
  const lists = await Promise.all(
    views.map(async (view) => {
      const { items } = await listTickets(desk, ada, { view, order: 'newest', limit: 100 })
      return items.some(({ id }) => id === ticketId) ? view : null
    }),
  )
  return lists.filter((view) => view !== null)
}

test('a snoozed ticket leaves the views of work for its own, keeps its state, and comes back in time', async () => {
  const before = await countTickets(desk, ada, {})
  const until = inThreeHours()
  const ticketId = await snoozed({ until })
  expect(await viewsOf(ticketId)).toEqual(['snoozed'])
  expect(await countTickets(desk, ada, {})).toEqual({ ...before, snoozed: before.snoozed + 1 })
  expect(await read(ticketId)).toMatchObject({
    state: 'open',
    snoozed: { until, run: null, by: 'Ada' },
    woken: null,
  })
  expect(await lastOf(ticketId)).toMatchObject({
    name: 'ticket.snoozed',
    data: { until, run: null },
  })
  await wakeInTime(desk, { ticket: ticketId, until })
  expect(await viewsOf(ticketId)).not.toContain('snoozed')
  expect(await viewsOf(ticketId)).toContain('open')
  expect(await read(ticketId)).toMatchObject({ snoozed: null, woken: 'time' })
  expect(await lastOf(ticketId)).toMatchObject({ name: 'ticket.woken', data: { because: 'time' } })
})

test('its job waits for the time; another time takes the place of the first, whose job does nothing', async () => {
  const first = inThreeHours()
  const ticketId = await snoozed({ until: first })
  const second = later(desk.clock.now(), 2 * days)
  await snoozeTicket(desk, ada, { ticketId, until: second.toISOString() })
  const { rows } = await sql<{ run_at: Date }>`
    select run_at from graphile_worker.jobs where key = ${`wake_ticket:${ticketId}`}`.execute(
    desk.db,
  )
  expect(rows).toEqual([{ run_at: second }])
  await wakeInTime(desk, { ticket: ticketId, until: first })
  expect((await read(ticketId)).snoozed).not.toBeNull()
  await wakeInTime(desk, { ticket: ticketId, until: second.toISOString() })
  await wakeInTime(desk, { ticket: ticketId, until: second.toISOString() })
  const woken = (await eventsOf(desk, ticketId)).filter(({ name }) => name === 'ticket.woken')
  expect(woken).toHaveLength(1)
})

test('what the customer writes brings it back, a notice of absence does not, a note of the team neither', async () => {
  const ticketId = await snoozed({ until: inThreeHours() })
  await addNote(desk, ada, { ticketId, text: 'They are away until Monday' })
  await writes(ticketId, 'I am out of the office until 9 March and will answer after my return.')
  expect((await read(ticketId)).snoozed).not.toBeNull()
  await writes(ticketId)
  expect(await read(ticketId)).toMatchObject({ snoozed: null, woken: 'reply', state: 'open' })
  await replyToTicket(desk, ada, { ticketId, text: 'On it' })
  expect((await read(ticketId)).woken).toBeNull()
})

test('the end of the action that was waited for brings it back, that of another one not', async () => {
  const run = crypto.randomUUID()
  const ticketId = await snoozed({ run })
  await wakeAfterRun(desk, { run: crypto.randomUUID() })
  expect((await read(ticketId)).snoozed).toMatchObject({ run })
  await wakeAfterRun(desk, { run })
  expect(await read(ticketId)).toMatchObject({ snoozed: null, woken: 'run' })
  await wakeAfterRun(desk, { run })
  const woken = (await eventsOf(desk, ticketId)).filter(({ name }) => name === 'ticket.woken')
  expect(woken).toHaveLength(1)
})

test('an action that has ended, or is another ticket’s, cannot be waited for', async () => {
  const run = crypto.randomUUID()
  const ticketId = await snoozed({ run })
  const noRun = { kind: 'conflict', reason: 'snooze.no-run' }
  const { id: other } = await someTicket(desk, ada)
  await expect(snoozeTicket(desk, ada, { ticketId: other, run })).rejects.toMatchObject(noRun)
  await happen(ticketId, 'action.verified', run)
  await expect(snoozeTicket(desk, ada, { ticketId, run })).rejects.toMatchObject(noRun)
})

test('somebody brings it back now, once', async () => {
  const ticketId = await snoozed()
  expect(await wakeTicket(desk, ada, { ticketId })).toMatchObject({ snoozed: null, woken: null })
  await expect(wakeTicket(desk, ada, { ticketId })).rejects.toMatchObject({
    kind: 'conflict',
    reason: 'ticket.not-snoozed',
  })
})

test('what is resolved or set aside does not come back by itself', async () => {
  const ends = [
    (ticketId: string) => resolveTicket(desk, ada, { ticketId, summary: 'Done' }),
    (ticketId: string) => voidTicket(desk, ada, { ticketId, reason: 'spam' }),
  ]
  for (const end of ends) {
    const until = inThreeHours()
    const ticketId = await snoozed({ until })
    expect(await end(ticketId)).toMatchObject({ snoozed: null, woken: null })
    await wakeInTime(desk, { ticket: ticketId, until })
    expect((await lastOf(ticketId)).name).not.toBe('ticket.woken')
    await expect(snoozeTicket(desk, ada, { ticketId, until })).rejects.toMatchObject({
      kind: 'conflict',
      reason: 'ticket.not-open',
    })
  }
})

test('a time that has passed or is years away is refused, and so is who may not write', async () => {
  const { id: ticketId } = await someTicket(desk, ada)
  const at = (ms: number) => later(desk.clock.now(), ms).toISOString()
  const times = [
    ['snooze.past', at(0)],
    ['snooze.past', at(-1)],
    ['snooze.too-far', at(367 * days)],
  ] as const
  for (const [reason, until] of times) {
    await expect(snoozeTicket(desk, ada, { ticketId, until })).rejects.toMatchObject({ reason })
  }
  const auditor = await createPerson(desk, { role: 'auditor' })
  await expect(snoozeTicket(desk, auditor, { ticketId })).rejects.toMatchObject({
    kind: 'forbidden',
  })
})

test('the same snooze 25 times at once is one; another time, and the word of somebody else, take its place', async () => {
  const ticketId = await snoozed()
  const until = inThreeHours()
  const settled = await Promise.allSettled(
    Array.from({ length: 25 }, () => snoozeTicket(desk, ada, { ticketId, until })),
  )
  const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason.reason] : []))
  expect(refused).toEqual(Array.from({ length: 24 }, () => 'ticket.snoozed-already'))
  await snoozeTicket(desk, await createPerson(desk, { name: 'Kim' }), { ticketId, until })
  expect((await read(ticketId)).snoozed).toMatchObject({ until, by: 'Kim' })
  const names = (await eventsOf(desk, ticketId)).map(({ name }) => name)
  expect(names.filter((name) => name === 'ticket.snoozed')).toHaveLength(3)
})
