import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { days, minutes } from '#server/core/clock.ts'
import { Limited, Unavailable } from '#server/core/errors.ts'
import { getTicket, getTimeline } from '#server/tickets/queries.ts'
import { createPerson } from '#server/testing/people.ts'
import { eventsOf } from '#server/tickets/testing/factory.ts'
import { listBesideDesks } from './list-beside-desks.ts'
import { mirror } from './mirror-ticket.ts'
import { besideDesk } from './testing/desk.ts'

const desk = await besideDesk()
const { hands, agent } = desk

const seen = async (ticketId: string) => {
  const [ticket, { items }] = await Promise.all([
    getTicket(desk, agent, { ticketId }),
    getTimeline(desk, agent, { ticketId }),
  ])
  const said = items.flatMap((item) => (item.kind === 'message' ? [item.message] : []))
  return { ticket, said }
}
const named = async (ticketId: string) =>
  (await eventsOf(desk, ticketId))
    .map(({ name }) => name)
    .filter((name) => name !== 'beside.followed')

async function mirrored(text = 'Where is my export?') {
  const id = await hands.begin('Export missing', text)
  await desk.follow()
  return { id, ticketId: await desk.ticketOf(id) }
}

describe('a ticket of the other desk', () => {
  test('is one here, with what was said, by whom, and where it lives', async () => {
    const id = await hands.begin('Export missing', 'Where is my export?')
    desk.clock.advance(minutes)
    await hands.say(id, 'staff', 'We look into it')
    await hands.note(id, 'The queue was stuck')
    desk.clock.advance(minutes)
    await desk.follow()
    const { ticket, said } = await seen(await desk.ticketOf(id))
    expect(ticket).toMatchObject({
      subject: 'Export missing',
      channel: 'redmine',
      state: 'open',
      contact: { email: 'carl@shop.example' },
      outside: { desk: 'redmine', id, address: `https://desk.example/issues/${id}` },
    })
    expect(said.map(({ kind, text, author }) => [kind, text, author.name])).toEqual([
      ['customer', 'Where is my export?', 'Carl Customer'],
      ['reply', 'We look into it', 'Stella Staff'],
      ['note', 'The queue was stuck', 'Stella Staff'],
    ])
    expect(desk.mails).toEqual([])
  })

  test('that was solved there is resolved here, by whoever it is here, and breaks when the customer is back', async () => {
    const { id, ticketId } = await mirrored()
    const stella = await createPerson(desk, { name: 'Stella Staff' })
    await desk.db
      .updateTable('person')
      .set({ email: 'stella@shop.example' })
      .where('id', '=', stella.id)
      .execute()
    desk.clock.advance(minutes)
    await hands.set(id, 'Resolved')
    await desk.follow()
    expect((await seen(ticketId)).ticket).toMatchObject({
      state: 'resolved',
      resolutions: [{ by: { id: stella.id }, line: 'L1', standing: 'pending' }],
    })
    desk.clock.advance(days)
    await hands.say(id, 'customer', 'It is missing again')
    await desk.follow()
    expect((await seen(ticketId)).ticket).toMatchObject({
      state: 'open',
      reopenCount: 1,
      resolutions: [{ standing: 'broken' }],
    })
    await desk.db
      .updateTable('person')
      .set({ email: `${stella.id}@desk.example` })
      .where('id', '=', stella.id)
      .execute()
  })

  test('that the team there opens again is open here, and nothing is broken', async () => {
    const { id, ticketId } = await mirrored()
    await hands.set(id, 'Resolved')
    await hands.set(id, 'In Progress')
    await desk.follow()
    const { ticket } = await seen(ticketId)
    expect(ticket).toMatchObject({ state: 'open', reopenCount: 0 })
    expect(await named(ticketId)).toEqual(['ticket.received', 'ticket.resolved', 'ticket.reopened'])
  })

  test('that nobody has to read stays solved: thanks are thanks there too', async () => {
    const { id, ticketId } = await mirrored()
    await hands.set(id, 'Resolved')
    await hands.say(id, 'customer', 'Thank you!')
    await desk.follow()
    expect((await seen(ticketId)).ticket.state).toBe('resolved')
  })

  test('that is rejected there is out of every rate here, and back when it is opened', async () => {
    const { id, ticketId } = await mirrored()
    await hands.set(id, 'Rejected')
    await desk.follow()
    expect((await seen(ticketId)).ticket).toMatchObject({ state: 'void', voidReason: 'withdrawn' })
    await hands.set(id, 'In Progress')
    await desk.follow()
    expect((await seen(ticketId)).ticket.state).toBe('open')
  })

  test('that was deleted there is withdrawn here, and one that was solved stays counted', async () => {
    const [open, solved] = [await mirrored(), await mirrored()]
    await hands.set(solved.id, 'Resolved')
    await desk.follow()
    desk.clock.advance(11 * minutes)
    await hands.remove(open.id)
    await hands.remove(solved.id)
    await desk.follow()
    expect((await seen(open.ticketId)).ticket.state).toBe('void')
    expect((await seen(solved.ticketId)).ticket.state).toBe('resolved')
    expect(await named(solved.ticketId)).toContain('beside.gone')
  })

  test('has the account that the directory knows its author by', async () => {
    const { ticketId } = await mirrored()
    expect((await seen(ticketId)).ticket.contact?.email).toBe('carl@shop.example')
  })
})

describe('however it is read', () => {
  /** What somebody does there. */
  const step = fc.constantFrom(
    'customer',
    'other',
    'thanks',
    'staff',
    'note',
    'solve',
    'open',
    'void',
  )
  const done = async (id: string, what: string) => {
    if (what === 'thanks') return hands.say(id, 'customer', 'Thanks a lot!')
    if (what === 'customer' || what === 'other' || what === 'staff') {
      return hands.say(id, what, `The export ${what} spoke of fails`)
    }
    if (what === 'note') return hands.note(id, 'For the team')
    return hands.set(
      id,
      what === 'solve' ? 'Resolved' : what === 'void' ? 'Rejected' : 'In Progress',
    )
  }
  const facts = async (ticketId: string) => {
    const { ticket, said } = await seen(ticketId)
    const { state, reopenCount, voidReason, resolutions, openedAt } = ticket
    const events = await desk.db
      .selectFrom('event')
      .select(['name', 'at'])
      .where('ticket_id', '=', ticketId)
      .where('name', '<>', 'beside.followed')
      .orderBy('id')
      .execute()
    return {
      state,
      reopenCount,
      voidReason,
      openedAt,
      resolutions: resolutions.map(({ at, standing, summary }) => ({ at, standing, summary })),
      said: said.map(({ kind, text, at, judged }) => ({ kind, text, at, judged })),
      events: events.map(({ name, at }) => `${at.toISOString()} ${name}`).toSorted(),
    }
  }

  test('in any order and any number of times, the same facts come of it', async () => {
    const history = fc.array(step, { minLength: 1, maxLength: 9 })
    const reads = fc.array(fc.nat(9), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(history, reads, async (steps, order) => {
        const [once, often] = [await hands.begin('A', 'Help'), await hands.begin('A', 'Help')]
        for (const what of steps) {
          desk.clock.advance(minutes)
          await done(once, what)
          await done(often, what)
        }
        desk.clock.advance(minutes)
        const whole = await mirror(desk, 'redmine', desk.readAt(once, steps.length))
        for (const some of [...order, steps.length, ...order]) {
          await mirror(desk, 'redmine', desk.readAt(often, some))
        }
        const other = await desk.ticketOf(often)
        expect(await facts(other)).toEqual(await facts(whole.ticketId))
      }),
      { numRuns: 60 },
    )
  })

  test('by two workers at once, it is there once', async () => {
    const id = await hands.begin('At once', 'Help')
    const read = desk.readAt(id, 0)
    const made = await Promise.all([1, 2, 3].map(() => mirror(desk, 'redmine', read)))
    expect(new Set(made.map(({ ticketId }) => ticketId)).size).toBe(1)
    expect(made.filter(({ isNew }) => isNew)).toHaveLength(1)
  })

  test('page by page, over several turns, nothing is left out', async () => {
    const ids: string[] = []
    for (let count = 0; count < 20; count++) {
      if (count % 4 === 0) desk.clock.advance(1_000)
      ids.push(await hands.begin(`Page ${count}`, 'Help'))
    }
    await desk.catchUp()
    for (const id of ids) await expect(desk.ticketOf(id)).resolves.toBeTypeOf('string')
  })
})

describe('a desk that does not answer', () => {
  const shown = async () => (await listBesideDesks(desk, agent, {})).items[0]

  test('is said to fail once, and the mirror goes on where it stood', async () => {
    await desk.catchUp()
    desk.clock.advance(2 * minutes)
    const id = await hands.begin('While it was away', 'Help')
    desk.faults.push(new Unavailable('beside.unavailable', 'Redmine answers with 500'))
    await desk.follow()
    expect(await shown()).toMatchObject({
      state: 'failing',
      fault: { reason: 'beside.unavailable', detail: 'Redmine answers with 500' },
    })
    await desk.catchUp()
    expect(await shown()).toMatchObject({ state: 'following', fault: null })
    await expect(desk.ticketOf(id)).resolves.toBeTypeOf('string')
  })

  test('and asks for a pause is left alone so long', async () => {
    await desk.catchUp()
    desk.clock.advance(2 * minutes)
    desk.faults.push(new Limited('beside.limited', 'A pause of 300 seconds', 300))
    await desk.follow()
    const id = await hands.begin('During the pause', 'Help')
    desk.clock.advance(4 * minutes)
    await desk.follow()
    await expect(desk.ticketOf(id)).rejects.toThrow('no result')
    desk.clock.advance(2 * minutes)
    await desk.follow()
    await expect(desk.ticketOf(id)).resolves.toBeTypeOf('string')
  })
})
