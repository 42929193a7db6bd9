import type { TicketSummary } from '@firstline/contract/tickets'
import { LiveCounts } from '@firstline/contract/live'
import { comparePlaces, isInView, orderOf } from '@firstline/contract/ticket-views'
import { TicketOrder, TicketView } from '@firstline/contract/tickets'
import Fastify from 'fastify'
import { pino } from 'pino'
import { afterAll, describe, expect, test } from 'vitest'
import { minutes } from '#server/core/clock.ts'
import type { Teller } from '#server/core/live-rows.ts'
import { createLive } from '#server/core/live.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { eventually } from '#server/testing/eventually.ts'
import { tellNotificationCounts } from '#server/notifications/count-notifications.ts'
import { createPerson } from '#server/testing/people.ts'
import { assignTicket } from './assign-ticket.ts'
import { setTicketPriority } from './labels/set-ticket-priority.ts'
import { countTickets, listTickets } from './list-tickets.ts'
import { replyToTicket } from './reply-to-ticket.ts'
import { resolveTicket } from './resolve-ticket.ts'
import { setTicketAccount } from './set-ticket-account.ts'
import { snoozeTicket } from './snooze/snooze-ticket.ts'
import { createRowTeller, tellTicketCounts } from './tell-rows.ts'
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
  const countsOf = await tellTicketCounts(desk.db).read(people.map(({ id }) => id))
  for (const person of people) {
    expect(countsOf(person.id)).toEqual(await countTickets(desk, person, {}))
  }
  expect(countsOf(ada.id)).toMatchObject({ mine: expect.any(Number) })
  expect(countsOf(ada.id)?.mine).toBeGreaterThan(0)
})

function unreadIn(counts: unknown): number[] {
  const { countNotifications: own } = LiveCounts.parse(counts)
  return own ? [own.unread] : []
}

type Told = { event: string; data: unknown }

function createTeller(): Teller {
  return { ...createRowTeller(desk.db), counts: { countTickets: tellTicketCounts(desk.db) } }
}

/** A desk's door; each who opens it says whether rows are wanted. */
async function openDoor(teller: Teller) {
  const live = await createLive(desk.db, desk.url, pino({ level: 'silent' }), { teller })
  const door = Fastify({ forceCloseConnections: true })
  door.get<{ Querystring: { rows?: string; as?: string } }>('/events', (request, reply) =>
    live.stream(request, reply, {
      mayWatch: async () => true,
      maySee: () => true,
      rowsFor: request.query.rows ? { personId: request.query.as ?? ada.id } : undefined,
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
    const teller = createTeller()
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
        expect(browser.of('counts').at(-1)).toEqual({
          countTickets: expect.objectContaining({ open: expect.any(Number) }),
        })
      })
      expect(browser.of('message')).toContainEqual(
        expect.objectContaining({
          name: 'ticket.received',
          ticketId: id,
          rowFollows: true,
          countsFollow: true,
        }),
      )
    }
    expect(readings).toBe(one.of('tickets').length)
    expect(one.of('counts').at(-1)).toEqual({ countTickets: await countTickets(desk, ada, {}) })
    await eventually(() => expect(plain.of('message')).toHaveLength(one.of('message').length))
    expect(plain.told.filter(({ event }) => event !== 'message')).toEqual([])
    expect(JSON.stringify(plain.told)).not.toContain('Follow')
  })

  test('is told what is counted for them alone, and only where it is another now', async () => {
    const counts = {
      countTickets: tellTicketCounts(desk.db),
      countNotifications: tellNotificationCounts(desk.db),
    }
    const { id: ticketId } = await someTicket(desk, ada)
    const open = await openDoor({ ...createRowTeller(desk.db), counts })
    const told = async (person: { id: string }) => {
      const browser = await open(`?rows=true&as=${person.id}`)
      return { ...browser, unread: () => browser.of('counts').flatMap(unreadIn) }
    }
    const [hers, his] = [await told(ada), await told(emil)]
    const notify = (personId: string, kind: 'assigned' | 'mentioned') =>
      desk.pool.query(
        `with event as (
           insert into event (at, name, actor_kind, data) values (now(), 'notification.raised', 'system', '{}')
           returning id)
         insert into notification (person_id, kind, at, event_id, event_name, ticket_id)
         select $1, $3, now(), id, 'ticket.assigned', $2 from event`,
        [personId, ticketId, kind],
      )
    await notify(emil.id, 'assigned')
    await eventually(() => expect([hers.unread(), his.unread()]).toEqual([[0], [1]]))
    await notify(emil.id, 'mentioned')
    await eventually(() => expect(his.unread()).toEqual([1, 2]))
    await notify(ada.id, 'assigned')
    await eventually(() => expect(hers.unread()).toEqual([0, 1]))
    expect(his.unread()).toEqual([1, 2])
    expect(his.of('counts').filter((one) => JSON.stringify(one).includes('countTickets'))).toEqual(
      [],
    )
  })

  test('is told a row again once its ticket was matched: it shows the runbook', () => {
    const { isTold } = createTeller()
    const of = (name: string) => ({ name, ticketId: ada.id, accountId: null, actorId: null })
    expect(isTold(of('runbook.matched'))).toBe(true)
    expect(isTold(of('runbook.started'))).toBe(false)
  })

  test('reads for themselves where rows cannot be read', async () => {
    const failing = {
      ...createTeller(),
      readRows: () => Promise.reject(new Error('the database is away')),
    }
    const open = await openDoor(failing)
    const browser = await open('?rows=true')
    await someTicket(desk, ada)
    await eventually(() => expect(browser.of('resync').length).toBeGreaterThan(0))
    expect(browser.of('tickets')).toEqual([])
  })

  test('is told that too many changed at once rather than each of them', async () => {
    const open = await openDoor(createTeller())
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
