import type { Ticket } from '@firstline/contract/tickets'
import { describe, expect, test } from 'vitest'
import { days, minutes } from '#server/core/clock.ts'
import { system } from '#server/core/actor.ts'
import { appendEvents } from '#server/core/events.ts'
import type { NewEvent } from '#server/core/events.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { dismissReopen } from './dismiss-reopen.ts'
import { eventsOf, someTicket, ticketDesk } from './testing/factory.ts'
import { readRating, giveRating } from './give-rating.ts'
import { linkRepeat, linkRepeatByHand } from './link-repeat.ts'
import { getTicket } from './queries.ts'
import { ratingTokenOf } from './rating-token.ts'
import { continueTicket } from './receive-message.ts'
import { reopenTicket } from './reopen-ticket.ts'
import { replyToTicket } from './reply-to-ticket.ts'
import { resolveTicket } from './resolve-ticket.ts'
import { setTicketType } from './set-ticket-type.ts'
import { voidTicket } from './void-ticket.ts'

const desk = await ticketDesk(await createTestDesk())
const agent = await createPerson(desk)

async function customerWrites(ticket: Ticket, text: string) {
  return desk.db.transaction().execute(async (tx) => {
    const contact = { id: ticket.contact!.id, accountId: null }
    const arrival = { channel: 'email' as const, contact, subject: ticket.subject, text }
    const { events } = await continueTicket(tx, desk.clock.now(), ticket.id, arrival)
    await appendEvents(tx, system('email'), desk.clock.now(), events)
  })
}

async function resolved(overrides: Parameters<typeof someTicket>[2] = {}) {
  const ticket = await someTicket(desk, agent, overrides)
  return resolveTicket(desk, agent, { ticketId: ticket.id, summary: 'Requeued the export' })
}

const read = (ticket: Ticket) => getTicket(desk, agent, { ticketId: ticket.id })

describe('resolving', () => {
  test('records the resolution, its window and who made it', async () => {
    const ticket = await resolved({ type: 'exports.email-missing' })
    expect(ticket.state).toBe('resolved')
    expect(ticket.resolutions).toMatchObject([
      { line: 'L1', type: 'exports.email-missing', standing: 'pending', by: { id: agent.id } },
    ])
    const windowMs = Date.parse(ticket.resolutions[0]!.windowEndsAt) - desk.clock.now().getTime()
    expect(windowMs).toBe(14 * days)
    expect((await eventsOf(desk, ticket.id)).at(-1)).toMatchObject({
      name: 'ticket.resolved',
      data: { resolution: ticket.resolutions[0]!.id, line: 'L1', by: agent.id },
    })
  })

  test('with a reply queues one mail, which asks for a rating', async () => {
    const ticket = await someTicket(desk, agent)
    await resolveTicket(desk, agent, {
      ticketId: ticket.id,
      summary: 'Done',
      reply: 'It is on its way',
    })
    const names = (await eventsOf(desk, ticket.id)).map(({ name }) => name)
    expect(names).toEqual([
      'ticket.received',
      'ticket.assigned',
      'ticket.resolved',
      'message.replied',
      'rating.requested',
    ])
    const reply = await desk.db
      .selectFrom('message')
      .selectAll()
      .where('ticket_id', '=', ticket.id)
      .where('kind', '=', 'reply')
      .executeTakeFirstOrThrow()
    expect(reply).toMatchObject({ delivery: 'queued', text: 'It is on its way' })
    expect(reply.resolution_id).not.toBeNull()
  })

  test('of two agents who resolve at once, one wins', async () => {
    const ticket = await someTicket(desk, agent)
    const input = { ticketId: ticket.id, summary: 'Both at once' }
    const tries = await Promise.allSettled([
      resolveTicket(desk, agent, input),
      resolveTicket(desk, agent, input),
    ])
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { reason: 'ticket.not-open' },
    })
    expect((await read(ticket)).resolutions).toHaveLength(1)
  })

  test('by an engineer counts as the engineer’s line', async () => {
    const engineer = await createPerson(desk, { role: 'engineer', line: 'L2' })
    const ticket = await someTicket(desk, agent)
    const done = await resolveTicket(desk, engineer, { ticketId: ticket.id, summary: 'Fixed' })
    expect(done.resolutions[0]!.line).toBe('L2')
  })

  test('keeps the runbook version and the verified actions since the last resolution', async () => {
    const ticket = await someTicket(desk, agent)
    const [earlier, run, book] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
    const happen = (event: NewEvent) =>
      desk.db.transaction().execute((tx) => appendEvents(tx, agent, desk.clock.now(), [event]))
    const verified = (run: string): NewEvent => ({
      name: 'action.verified',
      ticketId: ticket.id,
      data: { run, action: 'export.requeue', version: 1, title: 'Requeue', reading: null },
    })
    await happen(verified(earlier))
    await resolveTicket(desk, agent, { ticketId: ticket.id, summary: 'First' })
    await customerWrites(ticket, 'It failed again')
    await happen({
      name: 'runbook.cause_found',
      ticketId: ticket.id,
      data: { run: book, runbook: 'export-email', version: 3, cause: 'bounced' },
    })
    await happen(verified(run))
    const done = await resolveTicket(desk, agent, { ticketId: ticket.id, summary: 'Second' })
    expect(done.resolutions[0]).toMatchObject({
      actionRuns: [run],
      runbook: { id: 'export-email', version: 3 },
    })
    expect(done.resolutions[1]).toMatchObject({ actionRuns: [earlier], runbook: null })
  })

  test('a void ticket or an unknown one is refused', async () => {
    const ticket = await someTicket(desk, agent)
    await voidTicket(desk, agent, { ticketId: ticket.id, reason: 'spam' })
    const resolve = (ticketId: string) => resolveTicket(desk, agent, { ticketId, summary: 'x' })
    await expect(resolve(ticket.id)).rejects.toMatchObject({ reason: 'ticket.not-open' })
    await expect(resolve(crypto.randomUUID())).rejects.toMatchObject({ reason: 'ticket.not-found' })
  })

  test('an auditor may not', async () => {
    const auditor = await createPerson(desk, { role: 'auditor' })
    const ticket = await someTicket(desk, agent)
    const resolving = resolveTicket(desk, auditor, { ticketId: ticket.id, summary: 'x' })
    await expect(resolving).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('the customer comes back', () => {
  test('a reply after resolution reopens the ticket and breaks the resolution', async () => {
    const ticket = await resolved()
    desk.clock.advance(3 * days)
    await customerWrites(ticket, 'It is still not there')
    const after = await read(ticket)
    expect(after).toMatchObject({ state: 'open', reopenCount: 1 })
    expect(after.resolutions[0]!.standing).toBe('broken')
    expect((await eventsOf(desk, ticket.id)).at(-1)).toMatchObject({
      name: 'ticket.reopened',
      data: { by: 'customer', cause: 'reply', resolution: ticket.resolutions[0]!.id },
    })
  })

  test('after the window the ticket reopens and the resolution stays held', async () => {
    const ticket = await resolved()
    desk.clock.advance(14 * days + 1)
    await customerWrites(ticket, 'Now it is missing once more')
    const after = await read(ticket)
    expect(after).toMatchObject({ state: 'open', reopenCount: 0 })
    expect(after.resolutions[0]!.standing).toBe('held')
  })

  test('mere thanks are shown and reopen nothing', async () => {
    const ticket = await resolved()
    await customerWrites(ticket, 'Thank you so much!')
    const after = await read(ticket)
    expect(after).toMatchObject({ state: 'resolved', preview: 'Thank you so much!' })
    expect((await eventsOf(desk, ticket.id)).at(-1)).toMatchObject({
      name: 'message.received',
      data: { judged: 'courtesy' },
    })
  })

  test('two replies at once break the resolution once', async () => {
    const ticket = await resolved()
    await Promise.all([customerWrites(ticket, 'Still broken'), customerWrites(ticket, 'Hello?')])
    expect(await read(ticket)).toMatchObject({ state: 'open', reopenCount: 1 })
    const reopened = (await eventsOf(desk, ticket.id)).filter((e) => e.name === 'ticket.reopened')
    expect(reopened).toHaveLength(1)
  })

  test('“not a reopen” is a recorded decision after which the resolution stands again', async () => {
    const ticket = await resolved()
    await customerWrites(ticket, 'By the way, a question about invoices')
    const input = {
      ticketId: ticket.id,
      resolutionId: ticket.resolutions[0]!.id,
      reason: 'other matter',
    }
    const after = await dismissReopen(desk, agent, input)
    expect(after).toMatchObject({ state: 'resolved', reopenCount: 0 })
    expect(after.resolutions[0]).toMatchObject({ standing: 'pending' })
    expect(after.resolutions[0]!.dismissedAt).not.toBeNull()
    await expect(dismissReopen(desk, agent, input)).rejects.toMatchObject({
      reason: 'resolution.not-broken',
    })
  })

  test('a reply on spam is kept and the ticket stays void', async () => {
    const ticket = await someTicket(desk, agent)
    await voidTicket(desk, agent, { ticketId: ticket.id, reason: 'spam' })
    await customerWrites(ticket, 'Buy now')
    expect(await read(ticket)).toMatchObject({ state: 'void', preview: 'Buy now' })
  })

  test('a reply on a duplicate takes the ticket up again', async () => {
    const ticket = await someTicket(desk, agent)
    await voidTicket(desk, agent, { ticketId: ticket.id, reason: 'duplicate' })
    await customerWrites(ticket, 'No, this is another matter')
    expect(await read(ticket)).toMatchObject({ state: 'open', voidReason: null })
  })

  test('an answer to a waiting ticket puts it back to work', async () => {
    const ticket = await someTicket(desk, agent)
    await replyToTicket(desk, agent, { ticketId: ticket.id, text: 'Which export?', wait: true })
    await customerWrites(ticket, 'Thanks')
    expect((await read(ticket)).state).toBe('open')
    expect((await eventsOf(desk, ticket.id)).at(-1)!.name).toBe('ticket.answered')
  })

  test('an agent’s own reopening is recorded with its cause and breaks nothing', async () => {
    const ticket = await resolved()
    const after = await reopenTicket(desk, agent, {
      ticketId: ticket.id,
      cause: 'Closed too early',
    })
    expect(after).toMatchObject({ state: 'open', reopenCount: 0 })
    expect(after.resolutions[0]!.standing).toBe('pending')
    const again = reopenTicket(desk, agent, { ticketId: ticket.id, cause: 'Again' })
    await expect(again).rejects.toMatchObject({ reason: 'ticket.not-resolved' })
  })
})

describe('a repeat contact', () => {
  const contactOf = () => `${crypto.randomUUID()}@northwind.example`
  const type = 'exports.email-missing'

  test('of the same contact and type within the window breaks the earlier resolution', async () => {
    const contactEmail = contactOf()
    const first = await resolved({ contactEmail, type })
    desk.clock.advance(2 * days)
    const second = await someTicket(desk, agent, { contactEmail })
    await setTicketType(desk, agent, { ticketId: second.id, type })
    await Promise.allSettled([
      linkRepeat(desk, { ticketId: second.id }),
      linkRepeat(desk, { ticketId: second.id }),
    ])
    await linkRepeat(desk, { ticketId: second.id })
    expect((await read(first)).resolutions[0]!.standing).toBe('broken')
    expect(await read(second)).toMatchObject({ repeatOf: { id: first.id, number: first.number } })
    const linked = (await eventsOf(desk, second.id)).filter(
      (e) => e.name === 'ticket.repeat_linked',
    )
    expect(linked).toMatchObject([{ data: { of: first.id, resolution: first.resolutions[0]!.id } }])
  })

  test('a third time breaks nothing twice', async () => {
    const contactEmail = contactOf()
    const first = await resolved({ contactEmail, type })
    const [second, third] = [
      await someTicket(desk, agent, { contactEmail, type }),
      await someTicket(desk, agent, { contactEmail, type }),
    ]
    await linkRepeat(desk, { ticketId: second.id })
    await linkRepeat(desk, { ticketId: third.id })
    expect(await read(first)).toMatchObject({ reopenCount: 1 })
    expect((await read(third)).repeatOf).toBeNull()
  })

  test.each([
    ['another type', { type: 'how-to' }, 1],
    ['another contact', { type, contactEmail: contactOf() }, 1],
    ['after the window', { type }, 15],
  ])('%s is no repeat', async (_case, overrides, afterDays) => {
    const contactEmail = contactOf()
    const first = await resolved({ contactEmail, type })
    desk.clock.advance(afterDays * days)
    const second = await someTicket(desk, agent, { contactEmail, ...overrides })
    await linkRepeat(desk, { ticketId: second.id })
    expect((await read(second)).repeatOf).toBeNull()
    expect((await read(first)).resolutions[0]!.standing).not.toBe('broken')
  })
})

describe('a repeat contact linked by hand', () => {
  const link = (ticketId: string, number: number) =>
    linkRepeatByHand(desk, agent, { ticketId, number })

  test('breaks the resolution also where contact and type differ, once', async () => {
    const first = await resolved({ type: 'exports.email-missing' })
    desk.clock.advance(2 * days)
    const second = await someTicket(desk, agent, { type: 'how-to' })
    expect(await link(second.id, first.number)).toMatchObject({ repeatOf: { id: first.id } })
    expect(await read(first)).toMatchObject({
      reopenCount: 1,
      resolutions: [{ standing: 'broken' }],
    })
    await expect(link(second.id, first.number)).rejects.toMatchObject({ reason: 'repeat.none' })
    const other = await resolved()
    const third = await someTicket(desk, agent)
    await link(third.id, other.number)
    const fourth = await resolved()
    await expect(link(third.id, fourth.number)).rejects.toBeDefined()
  })

  test('counts after the window as come back, not as broken', async () => {
    const first = await resolved()
    desk.clock.advance(20 * days)
    const second = await someTicket(desk, agent)
    await link(second.id, first.number)
    expect(await read(first)).toMatchObject({ reopenCount: 0 })
    expect((await read(first)).resolutions[0]!.standing).not.toBe('broken')
  })

  test('needs a resolved ticket, another one, and an older one', async () => {
    const open = await someTicket(desk, agent)
    const younger = await someTicket(desk, agent)
    await expect(link(younger.id, open.number)).rejects.toMatchObject({ reason: 'repeat.none' })
    await expect(link(open.id, open.number)).rejects.toMatchObject({ reason: 'repeat.none' })
    await expect(link(open.id, 999_999_999)).rejects.toMatchObject({ reason: 'repeat.none' })
    desk.clock.advance(days)
    const later = await resolved()
    await expect(link(open.id, later.number)).rejects.toMatchObject({ reason: 'repeat.none' })
  })
})

describe('rating', () => {
  test('is bound to one resolution, can be changed, and closes with the window', async () => {
    const ticket = await resolved()
    const resolution = ticket.resolutions[0]!.id
    const token = ratingTokenOf(resolution, desk.secret)
    const customer = { kind: 'anonymous', id: null, name: '' } as const
    expect(await readRating(desk, customer, { token })).toMatchObject({ value: null, isOpen: true })
    await giveRating(desk, customer, { token, value: 'up', comment: 'Quick' })
    desk.clock.advance(5 * minutes)
    const changed = await giveRating(desk, customer, { token, value: 'down' })
    expect(changed).toMatchObject({ value: 'down', comment: 'Quick' })
    desk.clock.advance(14 * days)
    const late = giveRating(desk, customer, { token, value: 'up' })
    await expect(late).rejects.toMatchObject({ reason: 'rating.closed' })
    const given = (await eventsOf(desk, ticket.id)).filter(({ name }) => name === 'rating.given')
    expect(given).toMatchObject([
      { actor_kind: 'customer', data: { resolution, value: 'up', previous: null } },
      { data: { resolution, value: 'down', previous: 'up' } },
    ])
  })

  test('given again as it was it is the same one, also 25 times at once', async () => {
    const ticket = await resolved()
    const token = ratingTokenOf(ticket.resolutions[0]!.id, desk.secret)
    const customer = { kind: 'anonymous', id: null, name: '' } as const
    const give = (value: 'up' | 'down', comment?: string) =>
      giveRating(desk, customer, { token, value, ...(comment === undefined ? {} : { comment }) })
    const pages = await Promise.all(Array.from({ length: 25 }, () => give('up', 'Quick')))
    expect(new Set(pages.map(({ value, comment }) => `${value} ${comment}`))).toEqual(
      new Set(['up Quick']),
    )
    await give('up')
    await give('up', 'Quick and kind')
    await give('down', 'Quick and kind')
    const given = (await eventsOf(desk, ticket.id)).filter(({ name }) => name === 'rating.given')
    expect(given.map(({ data }) => data)).toMatchObject([
      { value: 'up', previous: null },
      { value: 'up', previous: 'up' },
      { value: 'down', previous: 'up' },
    ])
  })

  test('a changed, foreign or cut link is refused', async () => {
    const ticket = await resolved()
    const token = ratingTokenOf(ticket.resolutions[0]!.id, desk.secret)
    const foreign = ratingTokenOf(ticket.resolutions[0]!.id, 'another secret of the same length')
    const other = ratingTokenOf(crypto.randomUUID(), desk.secret)
    const cases = [foreign, other, token.slice(0, -1), `${token}A`, 'x'.repeat(60), `${token}=`]
    for (const wrong of cases) {
      const rating = readRating(desk, agent, { token: wrong })
      await expect(rating).rejects.toMatchObject({ reason: 'rating.link-invalid' })
    }
  })
})
