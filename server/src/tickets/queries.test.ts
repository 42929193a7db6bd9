import { ListTickets, TicketOrder, TicketPriority, TicketView } from '@firstline/contract/tickets'
import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { minutes } from '#server/core/clock.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { addNote } from './add-note.ts'
import { assignTicket } from './assign-ticket.ts'
import { eventsOf, someTicket, ticketDesk } from './testing/factory.ts'
import { countTickets, listTickets, selectPage } from './list-tickets.ts'
import { getTicket, getTimeline, listTicketTypes } from './queries.ts'
import { continueTicket } from './receive-message.ts'
import { recordFailure, recordSent, retryDelivery } from './retry-delivery.ts'
import { replyToTicket } from './reply-to-ticket.ts'
import { resolveTicket } from './resolve-ticket.ts'
import { findAccountOfSender, setTicketAccount } from './set-ticket-account.ts'
import { setProblemStart } from './set-problem-start.ts'
import { setTicketType } from './set-ticket-type.ts'
import { voidTicket } from './void-ticket.ts'

const desk = await ticketDesk(await createTestDesk())
const agent = await createPerson(desk)

describe('views', () => {
  test('are paged by activity, newest first, without gap or repeat', async () => {
    const contactName = `Pager ${crypto.randomUUID()}`
    const made: string[] = []
    for (let i = 0; i < 7; i++) {
      // pairs share an instant, so that the id has to break the tie
      if (i % 2 === 0) desk.clock.advance(minutes)
      made.push((await someTicket(desk, agent, { contactName })).id)
    }
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listTickets(desk, agent, {
        view: 'open',
        order: 'newest',
        q: contactName,
        limit: 2,
        cursor,
      })
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(new Set(seen)).toEqual(new Set(made))
    expect(seen).toHaveLength(7)
    expect(seen[0]).toBe(made.at(-1))
  })

  test('begin with who has waited longest: each turn since its first message, then those who are asked', async () => {
    const contactName = `Waiter ${crypto.randomUUID()}`
    const [first, second, third, asked] = await inTurn(4, () =>
      someTicket(desk, agent, { contactName }),
    )
    await replyToTicket(desk, agent, { ticketId: first!.id, text: 'On it' })
    desk.clock.advance(minutes)
    await replyToTicket(desk, agent, { ticketId: asked!.id, text: 'Which one?' })
    await customerWrites(second!.id, 'Anybody there?')
    await addNote(desk, agent, { ticketId: third!.id, text: 'Looked at it' })
    await customerWrites(first!.id, 'And now?')
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listTickets(desk, agent, { q: contactName, limit: 1, cursor })
      seen.push(...page.items.map(({ id, spoke }) => `${id} ${spoke.last}`))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(seen).toEqual([
      `${second!.id} customer`,
      `${third!.id} customer`,
      `${first!.id} customer`,
      `${asked!.id} team`,
    ])
    const [waiting] = (await listTickets(desk, agent, { q: contactName })).items
    expect(waiting).toMatchObject({
      preview: 'Anybody there?',
      spoke: { last: 'customer', since: second!.openedAt, by: contactName },
    })
  })

  test('hold what their names say', async () => {
    const me = await createPerson(desk)
    const ticket = await someTicket(desk, agent)
    const holds = async (view: 'mine' | 'new' | 'waiting' | 'unknown') =>
      (await listTickets(desk, me, { view })).items.some(({ id }) => id === ticket.id)
    expect([await holds('mine'), await holds('new'), await holds('unknown')]).toEqual([
      false,
      true,
      true,
    ])
    await assignTicket(desk, me, { ticketId: ticket.id, personId: me.id })
    await replyToTicket(desk, me, { ticketId: ticket.id, text: 'Which export?', wait: true })
    expect([await holds('mine'), await holds('new'), await holds('waiting')]).toEqual([
      true,
      false,
      true,
    ])
    expect(await countTickets(desk, me, {})).toMatchObject({ mine: 1 })
  })

  test('find by number, subject, contact; and take no wildcard from the searcher', async () => {
    const ticket = await someTicket(desk, agent, { subject: 'Rate is 100%_sure' })
    const find = async (q: string) =>
      (await listTickets(desk, agent, { q })).items.map(({ id }) => id)
    expect(await find(`#${ticket.number}`)).toEqual([ticket.id])
    expect(await find('100%_sure')).toEqual([ticket.id])
    expect(await find('%_')).toEqual([])
    expect(await find(ticket.contact!.email)).toEqual([ticket.id])
    expect(await find("'; drop table ticket; --")).toEqual([])
  })

  test('new empties: who answers a ticket that nobody has takes it, and nobody takes it from another', async () => {
    const [me, other] = [await createPerson(desk), await createPerson(desk)]
    const contactName = `Taken ${crypto.randomUUID()}`
    const ticket = await someTicket(desk, agent, { contactName })
    const found = async (view: 'new' | 'mine') =>
      (await listTickets(desk, me, { view, q: contactName })).items.length
    await addNote(desk, me, { ticketId: ticket.id, text: 'Only looked' })
    expect([await found('new'), await found('mine')]).toEqual([1, 0])
    await replyToTicket(desk, me, { ticketId: ticket.id, text: 'On it' })
    expect([await found('new'), await found('mine')]).toEqual([0, 1])
    await replyToTicket(desk, other, { ticketId: ticket.id, text: 'A word of mine' })
    const assigned = (await eventsOf(desk, ticket.id)).filter((e) => e.name === 'ticket.assigned')
    expect(assigned).toMatchObject([{ data: { person: me.id, previous: null } }])
    const resolving = { ticketId: (await someTicket(desk, agent)).id, summary: 'Done', reply: 'So' }
    expect((await resolveTicket(desk, other, resolving)).assignee?.id).toBe(other.id)
  })

  test('a cursor of another list is refused', async () => {
    const listing = listTickets(desk, agent, { cursor: 'nonsense' })
    await expect(listing).rejects.toMatchObject({ reason: 'cursor.invalid' })
  })

  test('types are those of the project', async () => {
    const { items } = await listTicketTypes(desk, agent, {})
    expect(items.map(({ id }) => id)).toEqual(['exports.email-missing', 'how-to'])
  })
})

test('a list says of each ticket the last event on record, as its timeline does: a change can say what was seen', async () => {
  const contactName = `Seen ${crypto.randomUUID()}`
  const first = await someTicket(desk, agent, { contactName })
  const second = await someTicket(desk, agent, { contactName })
  await assignTicket(desk, agent, { ticketId: first.id, personId: agent.id })
  const { items } = await listTickets(desk, agent, { view: 'open', q: contactName })
  expect(items).toHaveLength(2)
  for (const { id, lastEvent } of items) {
    const timeline = await getTimeline(desk, agent, { ticketId: id })
    expect(lastEvent).toBe(timeline.lastEvent)
    expect(Number(lastEvent)).toBeGreaterThan(0)
  }
  expect(items.map(({ id }) => id).toSorted()).toEqual([first.id, second.id].toSorted())
})

test('the timeline tells messages and events in order, with the names of who did them', async () => {
  const ticket = await someTicket(desk, agent)
  desk.clock.advance(minutes)
  await addNote(desk, agent, { ticketId: ticket.id, text: 'Asked the exports team' })
  desk.clock.advance(minutes)
  await assignTicket(desk, agent, { ticketId: ticket.id, personId: agent.id })
  const { items, truncated } = await getTimeline(desk, agent, { ticketId: ticket.id })
  const told = items.map((item) =>
    item.kind === 'message'
      ? [item.message.kind, item.message.author.kind]
      : [item.name, item.actor.name],
  )
  expect(told).toEqual([
    ['customer', 'customer'],
    ['ticket.received', 'Ada Agent'],
    ['note', 'person'],
    ['ticket.assigned', 'Ada Agent'],
  ])
  expect(truncated).toBe(false)
})

/** Each a minute after the one before. */
async function inTurn<T>(count: number, make: () => Promise<T>): Promise<T[]> {
  const made: T[] = []
  for (let i = 0; i < count; i++) {
    desk.clock.advance(minutes)
    made.push(await make())
  }
  desk.clock.advance(minutes)
  return made
}

/** So many tickets in each state that reading all of them would be the wrong way. */
async function fillTable() {
  const owner = new pg.Client({ connectionString: desk.ownerUrl })
  await owner.connect()
  await owner.query('alter table ticket disable trigger user')
  await owner.query(
    `insert into ticket (subject, channel, state, void_reason, assignee_id, address_token, opened_at,
       updated_at, spoke_since, spoke_last, priority, snoozed_at)
     select 'Filled ' || n, 'email', state, case state when 'void' then 'spam' end,
       case when n % 3 = 0 then $1::uuid end, gen_random_uuid(), at, at, at,
       case when n % 2 = 0 then 'team' else 'customer' end,
       case when n % 20 = 1 then 1 when n % 20 < 4 then 2 when n % 20 = 19 then 4 else 3 end,
       case when n % 4 = 2 and state in ('open', 'waiting') then at end
     from generate_series(1, 1000) as n,
       unnest(array['open', 'waiting', 'resolved', 'void']) as state,
       lateral (select timestamptz '2020-01-01' + n * interval '1 minute') as t (at)`,
    [agent.id],
  )
  await owner.query('alter table ticket enable trigger user')
  await owner.query('vacuum analyze ticket')
  await owner.end()
}

/** Names are looked up row by row, as where there are many of them. */
async function planOf(asked: Parameters<typeof selectPage>[2]): Promise<string> {
  return desk.db.transaction().execute(async (tx) => {
    await sql`set local enable_hashjoin = off`.execute(tx)
    await sql`set local enable_mergejoin = off`.execute(tx)
    return JSON.stringify(await selectPage(tx, agent, asked).explain('text'))
  })
}

async function customerWrites(ticketId: string, text: string) {
  desk.clock.advance(minutes)
  const { contact } = await getTicket(desk, agent, { ticketId })
  await desk.db.transaction().execute((tx) =>
    continueTicket(tx, desk.clock.now(), ticketId, {
      channel: 'email',
      contact: contact && { id: contact.id, accountId: null },
      subject: 'Re: export',
      text,
    }),
  )
}

describe('account of a ticket', () => {
  test('is found by the directory, and the contact is remembered', async () => {
    const contactEmail = 'dana@northwind.example'
    const ticket = await someTicket(desk, agent, { contactEmail })
    expect(ticket.account).toBeNull()
    await findAccountOfSender(desk, { ticketId: ticket.id, accountId: null })
    await findAccountOfSender(desk, { ticketId: ticket.id, accountId: null })
    const assigned = (await eventsOf(desk, ticket.id)).filter((e) => e.name === 'account.assigned')
    expect(assigned).toMatchObject([
      { actor_kind: 'system', data: { external_id: 'acc_north001' } },
    ])
    const next = await someTicket(desk, agent, { contactEmail })
    expect(next.account).toMatchObject({ name: 'Northwind Ltd', domain: 'northwind.example' })
  })

  test('is set by an agent from the directory only', async () => {
    const ticket = await someTicket(desk, agent)
    const set = (externalId: string) =>
      setTicketAccount(desk, agent, { ticketId: ticket.id, externalId })
    await expect(set('acc_unknown0')).rejects.toMatchObject({ reason: 'account.not-found' })
    expect((await set('acc_north001')).account).toMatchObject({ externalId: 'acc_north001' })
    await expect(set('acc_north001')).rejects.toMatchObject({ reason: 'account.assigned-already' })
  })

  test('a directory that does not answer fails the job, to be tried again', async () => {
    const ticket = await someTicket(desk, agent)
    const nobodyListens = 'postgres://desk@127.0.0.1:1/nothing'
    const cutOff = await ticketDesk(desk, nobodyListens)
    await expect(
      findAccountOfSender(cutOff, { ticketId: ticket.id, accountId: null }),
    ).rejects.toMatchObject({
      reason: 'account.directory-unavailable',
    })
    // whose account is known is not asked about
    await findAccountOfSender(cutOff, { ticketId: ticket.id, accountId: ticket.id })
  })
})

describe('refusals', () => {
  test('a void ticket is not answered, a ticket nobody can be reached for neither', async () => {
    const ticket = await someTicket(desk, agent)
    const reply = () => replyToTicket(desk, agent, { ticketId: ticket.id, text: 'Hello' })
    await voidTicket(desk, agent, { ticketId: ticket.id, reason: 'withdrawn' })
    await expect(reply()).rejects.toMatchObject({ reason: 'ticket.void' })
    await desk.db
      .updateTable('ticket')
      .set({ state: 'open', void_reason: null, contact_id: null })
      .where('id', '=', ticket.id)
      .execute()
    await expect(reply()).rejects.toMatchObject({ reason: 'ticket.no-contact' })
    const resolving = resolveTicket(desk, agent, {
      ticketId: ticket.id,
      summary: 'Done',
      reply: 'Done',
    })
    await expect(resolving).rejects.toMatchObject({ reason: 'ticket.no-contact' })
    expect((await getTicket(desk, agent, { ticketId: ticket.id })).state).toBe('open')
  })

  test('what is no ticket has no page, timeline or note', async () => {
    const ticketId = crypto.randomUUID()
    const missing = { reason: 'ticket.not-found' }
    await expect(getTicket(desk, agent, { ticketId })).rejects.toMatchObject(missing)
    await expect(getTimeline(desk, agent, { ticketId })).rejects.toMatchObject(missing)
    await expect(addNote(desk, agent, { ticketId, text: 'x' })).rejects.toMatchObject(missing)
  })

  test('a ticket of an unknown type or of the future is not opened', async () => {
    await expect(someTicket(desk, agent, { type: 'nonsense' })).rejects.toMatchObject({
      reason: 'type.not-found',
    })
    const problemStartedAt = '2099-01-01T00:00:00Z'
    await expect(someTicket(desk, agent, { problemStartedAt })).rejects.toMatchObject({
      reason: 'problem-start.in-future',
    })
  })
})

describe('corrections', () => {
  test('an unknown type is refused with the nearest spelling', async () => {
    const ticket = await someTicket(desk, agent)
    const setting = setTicketType(desk, agent, {
      ticketId: ticket.id,
      type: 'exports.email-mising',
    })
    await expect(setting).rejects.toThrow('did you mean “exports.email-missing”?')
  })

  test('a problem begins in the past; cleared, it began with the first report', async () => {
    const ticket = await someTicket(desk, agent)
    const set = (at: string | null) => setProblemStart(desk, agent, { ticketId: ticket.id, at })
    await expect(set('2050-01-01T00:00:00Z')).rejects.toMatchObject({
      reason: 'problem-start.in-future',
    })
    expect((await set('2026-03-01T23:30:00+02:00')).problemStartedAt).toBe(
      '2026-03-01T21:30:00.000Z',
    )
    await set(null)
    expect((await eventsOf(desk, ticket.id)).at(-1)).toMatchObject({
      name: 'ticket.problem_started',
      data: { at: ticket.openedAt },
    })
  })

  test('assigning to nobody known, or as it is already, is refused', async () => {
    const ticket = await someTicket(desk, agent)
    const assign = (personId: string | null) =>
      assignTicket(desk, agent, { ticketId: ticket.id, personId })
    await expect(assign(crypto.randomUUID())).rejects.toMatchObject({ reason: 'person.not-found' })
    await expect(assign(null)).rejects.toMatchObject({ reason: 'ticket.assigned-already' })
  })
})

describe('delivery', () => {
  test('goes queued, failed, queued again, sent; and never from there', async () => {
    const ticket = await someTicket(desk, agent)
    const { id: messageId } = await replyToTicket(desk, agent, {
      ticketId: ticket.id,
      text: 'Hello',
    })
    await expect(retryDelivery(desk, agent, { messageId })).rejects.toMatchObject({
      reason: 'message.not-failed',
    })
    await recordFailure(desk, agent, { messageId, error: '550 no such mailbox' })
    expect(await retryDelivery(desk, agent, { messageId })).toMatchObject({
      delivery: 'queued',
      deliveryError: null,
    })
    await recordSent(desk, agent, { messageId })
    await expect(recordSent(desk, agent, { messageId })).rejects.toMatchObject({
      reason: 'message.not-queued',
    })
    const names = (await eventsOf(desk, ticket.id)).map(({ name }) => name)
    expect(names.slice(1)).toEqual([
      'ticket.assigned',
      'message.replied',
      'message.failed',
      'message.retried',
      'message.sent',
    ])
  })
})

test('views are read by an index in each order, never by the whole table, all of it or one priority', async () => {
  await fillTable()
  for (const priority of [undefined, ...TicketPriority.options]) {
    for (const view of TicketView.options) {
      for (const order of TicketOrder.options) {
        const of = { view, order, priority }
        const first = await listTickets(desk, agent, { ...of, limit: 2 })
        const asked = ListTickets.parse({ ...of, limit: 20, cursor: first.next ?? undefined })
        const plan = await planOf(asked)
        const named = `${view} ${order} ${priority}`
        expect(plan, named).toMatch(/Index (?:Only )?Scan.* on ticket\b/)
        expect(plan, named).not.toMatch(/(?:Seq|Bitmap Heap) Scan on ticket\b/)
        // those of one priority may be put in order where they are found by it
        const isFoundByIt = priority !== undefined && /Index Cond: [^"]*priority = /.test(plan)
        if (!isFoundByIt) expect(plan, named).not.toMatch(/Sort Key: ticket\b/)
      }
    }
  }
})
