import type { TicketSummary } from '@firstline/contract/tickets'
import { comparePlaces, isInView, orderOf } from '@firstline/contract/ticket-views'
import { TicketOrder, TicketView } from '@firstline/contract/tickets'
import Fastify from 'fastify'
import { pino } from 'pino'
import { afterAll, describe, expect, test } from 'vitest'
import { minutes } from '#server/core/clock.ts'
import type { RowTeller } from '#server/core/live-rows.ts'
import { createLive } from '#server/core/live.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { eventually } from '#server/testing/eventually.ts'
import { createPerson } from '#server/testing/people.ts'
import { assignTicket } from './assign-ticket.ts'
import { setTicketPriority } from './labels/set-ticket-priority.ts'
import { countTickets, listTickets } from './list-tickets.ts'
import { replyToTicket } from './reply-to-ticket.ts'
import { resolveTicket } from './resolve-ticket.ts'
import { setTicketAccount } from './set-ticket-account.ts'
import { snoozeTicket } from './snooze/snooze-ticket.ts'
import { createRowTeller } from './tell-rows.ts'
import { someTicket, ticketDesk } from './testing/factory.ts'
import { voidTicket } from './void-ticket.ts'

const desk = await ticketDesk(await createTestDesk())
const [ada, emil] = [await createPerson(desk), await createPerson(desk)]

/** Tickets in every state, some of them Ada's. */
async function ticketsOfEveryState(): Promise<string[]> {
  const made: string[] = []
  const some = async (...changes: ((ticketId: string) => Promise<unknown>)[]) => {
    desk.clock.advance(minutes)
    const { id: ticketId } = await someTicket(desk, ada)
    for (const change of changes) await change(ticketId)
    made.push(ticketId)
  }
  const reply = (ticketId: string) => replyToTicket(desk, ada, { ticketId, text: 'Which one?' })
  const resolve = (ticketId: string) => resolveTicket(desk, ada, { ticketId, summary: 'Done.' })
  const assign = (person: { id: string }) => (ticketId: string) =>
    assignTicket(desk, ada, { ticketId, personId: person.id })
  const snooze = (ticketId: string) =>
    snoozeTicket(desk, ada, {
      ticketId,
      until: new Date(desk.clock.now().getTime() + 60 * minutes).toISOString(),
    })
  const spam = (ticketId: string) => voidTicket(desk, ada, { ticketId, reason: 'spam' })
  const mark = (ticketId: string) => setTicketPriority(desk, ada, { ticketId, priority: 'urgent' })
  const know = (ticketId: string) =>
    setTicketAccount(desk, ada, { ticketId, externalId: 'acc_north001' })
  await some()
  await some(know)
  await some(mark)
  await some(assign(ada))
  await some(assign(emil), mark)
  await some(reply)
  await some(know, reply)
  await some(assign(ada), snooze)
  await some(resolve)
  await some(know, resolve)
  await some(spam)
  await some(snooze)
  return made
}

test('a ticket stands where the page thinks by its row: in the same views, at the same places', async () => {
  const made = await ticketsOfEveryState()
  const { tickets } = (await createRowTeller(desk.db).readRows(made)) as {
    tickets: TicketSummary[]
  }
  expect(tickets).toHaveLength(made.length)
  let asked = 0
  for (const view of TicketView.options) {
    for (const order of TicketOrder.options) {
      for (const person of [ada, emil]) {
        const { items } = await listTickets(desk, person, { view, order })
        const its = tickets
          .filter((ticket) => isInView(ticket, view, person.id))
          .toSorted((one, other) => comparePlaces(orderOf(view, order), one, other))
        expect(
          its.map(({ number }) => number),
          `${view} by ${order}`,
        ).toEqual(items.map(({ number }) => number))
        asked += items.length
      }
    }
  }
  expect(asked).toBeGreaterThan(50)
})

test('counts are those that are asked for, each person’s own among them', async () => {
  await ticketsOfEveryState()
  const nobody = await createPerson(desk)
  const people = [ada, emil, nobody]
  const countsOf = await createRowTeller(desk.db).readCounts(people.map(({ id }) => id))
  for (const person of people) {
    expect(countsOf(person.id)).toEqual(await countTickets(desk, person, {}))
  }
  expect(countsOf(ada.id)).toMatchObject({ mine: expect.any(Number) })
  expect((countsOf(ada.id) as { mine: number }).mine).toBeGreaterThan(0)
})

type Told = { event: string; data: unknown }

/** A desk's door; each who opens it says whether rows are wanted. */
async function openDoor(teller: RowTeller) {
  const live = await createLive(desk.db, desk.url, pino({ level: 'silent' }), { teller })
  const door = Fastify({ forceCloseConnections: true })
  door.get<{ Querystring: { rows?: string } }>('/events', (request, reply) =>
    live.stream(request, reply, {
      mayWatch: async () => true,
      maySee: () => true,
      rowsFor: request.query.rows ? { personId: ada.id } : undefined,
    }),
  )
  const origin = await door.listen({ port: 0, host: '127.0.0.1' })
  afterAll(async () => {
    await door.close()
    await live.stop()
  })
  return async (query: string) => {
    const told: Told[] = []
    const answer = await fetch(`${origin}/events${query}`)
    const reading = async () => {
      let rest = ''
      for await (const part of answer.body!.pipeThrough(new TextDecoderStream())) {
        const blocks = (rest + part).split('\n\n')
        rest = blocks.pop() ?? ''
        for (const block of blocks) {
          const [, data] = /^data: (.+)$/m.exec(block) ?? []
          const [, event = 'message'] = /^event: (.+)$/m.exec(block) ?? []
          if (data !== undefined) told.push({ event, data: JSON.parse(data) })
        }
      }
    }
    reading().catch(() => undefined) // the door closes
    return {
      told,
      of: (event: string) => told.filter((one) => one.event === event).map(({ data }) => data),
    }
  }
}

describe('who has a list open', () => {
  test('is told the row of a ticket that changed, once for all, and counts; others are told names', async () => {
    let readings = 0
    const teller = createRowTeller(desk.db)
    const counting = {
      ...teller,
      readRows: (ids: readonly string[]) => ((readings += 1), teller.readRows(ids)),
    }
    const open = await openDoor(counting)
    const [one, other, plain] = [await open('?rows=true'), await open('?rows=true'), await open('')]
    const { id } = await someTicket(desk, ada)
    for (const browser of [one, other]) {
      await eventually(() => {
        expect(browser.of('tickets')).toContainEqual({
          tickets: [expect.objectContaining({ id, state: 'open' })],
        })
        expect(browser.of('counts').at(-1)).toEqual(
          expect.objectContaining({ open: expect.any(Number) }),
        )
      })
      expect(browser.of('message')).toContainEqual(
        expect.objectContaining({ name: 'ticket.received', ticketId: id, rowFollows: true }),
      )
    }
    expect(readings).toBe(one.of('tickets').length)
    expect(one.of('counts').at(-1)).toEqual(await countTickets(desk, ada, {}))
    await eventually(() => expect(plain.of('message')).toHaveLength(one.of('message').length))
    expect(plain.told.filter(({ event }) => event !== 'message')).toEqual([])
    expect(JSON.stringify(plain.told)).not.toContain('rowFollows')
  })

  test('reads for themselves where rows cannot be read', async () => {
    const failing = {
      ...createRowTeller(desk.db),
      readRows: () => Promise.reject(new Error('the database is away')),
    }
    const open = await openDoor(failing)
    const browser = await open('?rows=true')
    await someTicket(desk, ada)
    await eventually(() => expect(browser.of('resync').length).toBeGreaterThan(0))
    expect(browser.of('tickets')).toEqual([])
  })

  test('is told that too many changed at once rather than each of them', async () => {
    const open = await openDoor(createRowTeller(desk.db))
    const browser = await open('?rows=true')
    const ids = Array.from({ length: 201 }, () => crypto.randomUUID())
    await desk.pool.query(
      `insert into event (at, name, actor_kind, ticket_id, data)
       select now(), 'ticket.line_changed', 'system', id, '{}' from unnest($1::uuid[]) id`,
      [ids],
    )
    await someTicket(desk, ada)
    await eventually(() => expect(browser.of('tickets')).toContainEqual({ tickets: null }))
  })
})
