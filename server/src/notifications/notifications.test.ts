import { describe, expect, test } from 'vitest'
import type { Actor, PersonActor } from '#server/core/actor.ts'
import { days, later } from '#server/core/clock.ts'
import { appendEvents } from '#server/core/events.ts'
import { assignEscalation } from '#server/escalations/assign-escalation.ts'
import { escalate } from '#server/escalations/escalate.ts'
import { returnEscalation } from '#server/escalations/return-escalation.ts'
import { runbookDesk, ticketOf } from '#server/runbooks/testing/shop.ts'
import { disablePerson } from '#server/team/disable-person.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { addNote } from '#server/tickets/add-note.ts'
import { assignTicket } from '#server/tickets/assign-ticket.ts'
import { continueTicket } from '#server/tickets/receive-message.ts'
import { replyToTicket } from '#server/tickets/reply-to-ticket.ts'
import { resolveTicket } from '#server/tickets/resolve-ticket.ts'
import { snoozeTicket } from '#server/tickets/snooze/snooze-ticket.ts'
import { wakeInTime } from '#server/tickets/snooze/wake-ticket.ts'
import { countNotifications, tellNotificationCounts } from './count-notifications.ts'
import { forgetNotifications } from './forget-notifications.ts'
import { listNotifications } from './list-notifications.ts'
import { markAllNotifications } from './mark-all-notifications.ts'
import { markNotification } from './mark-notification.ts'
import { setNotificationKind, getNotificationKinds } from './set-notification-kind.ts'
import { tellOf } from './testing/tell.ts'
import { unmarkNotifications } from './unmark-notifications.ts'
import { listEscalationWatchers, unwatchEscalation, watchEscalation } from './watch-escalation.ts'
import { listTicketWatchers, unwatchTicket, watchTicket } from './watch-ticket.ts'

const desk = await runbookDesk(await createTestDesk())
const key: Actor = {
  kind: 'integration',
  id: crypto.randomUUID(),
  name: 'k',
  permissions: ['ticket:read'],
}

/** An agent, an engineer and a lead, who have been told nothing yet, and a ticket of the agent. */
async function scene() {
  const ada = await createPerson(desk, { name: 'Ada Lind' })
  const emil = await createPerson(desk, { name: 'Emil Novak', role: 'engineer', line: 'L2' })
  const lena = await createPerson(desk, { name: 'Lena Fischer', role: 'lead' })
  const { ticket } = await ticketOf(desk, ada)
  if (ticket.assignee?.id !== ada.id) {
    await assignTicket(desk, ada, { ticketId: ticket.id, personId: ada.id })
  }
  await tellOf(desk, ticket.id)
  return { ada, emil, lena, ticketId: ticket.id }
}

async function inbox(who: PersonActor, state?: 'unread') {
  const { items, unread } = await listNotifications(desk, who, {
    ...(state && { state }),
    limit: 50,
  })
  return { items, unread, kinds: items.map(({ kind, count }) => `${kind} ${count}`) }
}

/** A note that names somebody at its beginning. */
function mention(by: PersonActor, of: PersonActor, ticketId: string, rest = ', can you look?') {
  return addNote(desk, by, {
    ticketId,
    text: `@${of.name}${rest}`,
    mentions: [{ personId: of.id, place: 0 }],
  })
}

async function customerWrites(ticketId: string, text = 'Still nothing here') {
  await desk.db.transaction().execute(async (tx) => {
    const arrival = { channel: 'email', contact: null, subject: 'Re', text } as const
    const { events } = await continueTicket(tx, desk.clock.now(), ticketId, arrival)
    const mail: Actor = { kind: 'system', id: 'email', name: 'Firstline email' }
    await appendEvents(tx, mail, desk.clock.now(), events)
  })
}

async function handOver(by: PersonActor, ticketId: string) {
  const wish = { to: 'parcels-team', because: 'nobody here can see it', note: 'Looked everywhere.' }
  return (await escalate(desk, by, { ticketId, ...wish })).id
}

const lesson = {
  was: 'The carrier was down.',
  fix: 'Waited until it was up again.',
  wouldHaveHelped: 'defect' as const,
  minutesSpent: 5,
}

describe('somebody named in a note', () => {
  test('is told of it once, with its words, and watches the ticket', async () => {
    const { ada, emil, ticketId } = await scene()
    const note = await mention(ada, emil, ticketId)
    expect(note.mentions).toEqual([
      { person: { id: emil.id, name: 'Emil Novak' }, span: { place: 0, length: 11 } },
    ])
    await tellOf(desk, ticketId)
    await tellOf(desk, ticketId)
    const { items, unread } = await inbox(emil)
    expect(items).toMatchObject([
      {
        kind: 'mentioned',
        ticket: { id: ticketId },
        by: { kind: 'person', id: ada.id, name: 'Ada Lind' },
        count: 1,
        excerpt: '@Emil Novak, can you look?',
        isRead: false,
      },
    ])
    expect(unread).toBe(1)
    expect((await inbox(ada)).items).toEqual([])
    expect(await listTicketWatchers(desk, ada, { ticketId })).toEqual({
      items: [{ id: emil.id, name: 'Emil Novak' }],
      isWatching: false,
    })
  })

  test('is one entry while it is unread, brought up to date, and another one after that', async () => {
    const { ada, emil, ticketId } = await scene()
    await mention(ada, emil, ticketId)
    await tellOf(desk, ticketId)
    await mention(ada, emil, ticketId, ': it is urgent')
    await tellOf(desk, ticketId)
    const [entry] = (await inbox(emil)).items
    expect(entry).toMatchObject({ count: 2, excerpt: '@Emil Novak: it is urgent' })
    await markNotification(desk, emil, { id: entry!.id, isRead: true })
    await tellOf(desk, ticketId)
    expect(await inbox(emil)).toMatchObject({ unread: 0, kinds: ['mentioned 2'] })
    await mention(ada, emil, ticketId, ' again')
    await tellOf(desk, ticketId)
    expect(await inbox(emil)).toMatchObject({ unread: 1, kinds: ['mentioned 1', 'mentioned 2'] })
    await expect(
      markNotification(desk, emil, { id: entry!.id, isRead: false }),
    ).rejects.toMatchObject({ reason: 'notification.newer' })
  })

  test('names oneself without a word to oneself', async () => {
    const { ada, ticketId } = await scene()
    await mention(ada, ada, ticketId)
    await tellOf(desk, ticketId)
    expect((await inbox(ada)).items).toEqual([])
  })

  test('is refused where they are disabled, unknown or not named there, and nothing is stored', async () => {
    const { ada, emil, lena, ticketId } = await scene()
    await disablePerson(desk, await createPerson(desk, { role: 'admin' }), { personId: lena.id })
    const say = (text: string, mentions: { personId: string; place: number }[]) =>
      addNote(desk, ada, { ticketId, text, mentions })
    const refusals = [
      [() => say('@Lena Fischer, look', [{ personId: lena.id, place: 0 }]), 'mention.disabled'],
      [() => say('@Nobody', [{ personId: crypto.randomUUID(), place: 0 }]), 'person.not-found'],
      [() => say('@Emil Novak', [{ personId: emil.id, place: 1 }]), 'mention.misplaced'],
      [() => say('@Emil', [{ personId: emil.id, place: 0 }]), 'mention.misplaced'],
      [
        () =>
          say('@Emil Novak', [
            { personId: emil.id, place: 0 },
            { personId: emil.id, place: 0 },
          ]),
        'mention.misplaced',
      ],
    ] as const
    for (const [refused, reason] of refusals)
      await expect(refused).rejects.toMatchObject({ reason })
    const notes = await desk.db
      .selectFrom('message')
      .select('id')
      .where('ticket_id', '=', ticketId)
      .where('kind', '=', 'note')
      .execute()
    expect(notes).toEqual([])
  })

  test('is told of what else they watch as that, never twice of one event', async () => {
    const { ada, emil, ticketId } = await scene()
    await watchTicket(desk, emil, { ticketId })
    await mention(ada, emil, ticketId)
    await tellOf(desk, ticketId)
    expect((await inbox(emil)).kinds).toEqual(['mentioned 1'])
  })
})

describe('whose ticket it is', () => {
  test('is told when somebody else gives it to them, not when they take it', async () => {
    const { ada, lena, ticketId } = await scene()
    await assignTicket(desk, ada, { ticketId, personId: lena.id })
    await assignTicket(desk, ada, { ticketId, personId: null })
    await assignTicket(desk, ada, { ticketId, personId: ada.id })
    await tellOf(desk, ticketId)
    expect((await inbox(lena)).kinds).toEqual(['assigned 1'])
    expect((await inbox(ada)).items).toEqual([])
  })

  test('is told what the customer wrote, and once only that it broke what was resolved', async () => {
    const { ada, ticketId } = await scene()
    await customerWrites(ticketId)
    await tellOf(desk, ticketId)
    expect((await inbox(ada)).items).toMatchObject([
      { kind: 'customer_answered', excerpt: 'Still nothing here', by: { kind: 'customer' } },
    ])
    await markAllNotifications(desk, ada, {})
    await resolveTicket(desk, ada, { ticketId, summary: 'Sent again' })
    await customerWrites(ticketId, 'It is not there')
    await tellOf(desk, ticketId)
    expect((await inbox(ada, 'unread')).kinds).toEqual(['resolution_broken 1'])
  })

  test('is told that what they snoozed came back', async () => {
    const { ada, ticketId } = await scene()
    const until = later(desk.clock.now(), 1 * days).toISOString()
    await snoozeTicket(desk, ada, { ticketId, until })
    await wakeInTime(desk, { ticket: ticketId, until })
    await tellOf(desk, ticketId)
    expect((await inbox(ada)).kinds).toEqual(['ticket_back 1'])
  })
})

describe('an escalation', () => {
  test('tells who escalated that it was taken, asked about and returned', async () => {
    const { ada, emil, ticketId } = await scene()
    const id = await handOver(ada, ticketId)
    await assignEscalation(desk, emil, { id, personId: emil.id })
    await addNote(desk, emil, { ticketId, text: 'Since when?' })
    await addNote(desk, ada, { ticketId, text: 'Since Monday' })
    await returnEscalation(desk, emil, { id, ...lesson })
    await tellOf(desk, ticketId)
    expect((await inbox(ada)).kinds).toEqual([
      'escalation_returned 1',
      'escalation_asked 1',
      'escalation_taken 1',
    ])
    expect((await inbox(emil)).kinds).toEqual(['escalation_asked 1'])
    expect((await inbox(ada)).items[0]).toMatchObject({ escalationId: id })
  })

  test('given to an engineer tells them, and whoever shadows it', async () => {
    const { ada, emil, lena, ticketId } = await scene()
    const id = await handOver(ada, ticketId)
    await tellOf(desk, ticketId)
    const noor = await createPerson(desk, { name: 'Noor' })
    await watchEscalation(desk, noor, { id })
    await assignEscalation(desk, lena, { id, personId: emil.id })
    await returnEscalation(desk, emil, { id, ...lesson })
    await tellOf(desk, ticketId)
    expect((await inbox(emil)).kinds).toEqual(['assigned 1'])
    expect((await inbox(noor)).items).toMatchObject([
      { kind: 'watched_moved', count: 2, event: 'escalation.returned', escalationId: id },
    ])
    expect((await inbox(lena)).items).toEqual([])
  })
})

describe('watching', () => {
  test('tells of what moves on the ticket until one watches no more', async () => {
    const { ada, lena, ticketId } = await scene()
    expect(await watchTicket(desk, lena, { ticketId })).toEqual({
      items: [{ id: lena.id, name: 'Lena Fischer' }],
      isWatching: true,
    })
    await expect(watchTicket(desk, lena, { ticketId })).rejects.toMatchObject({
      reason: 'watching.already',
    })
    await customerWrites(ticketId)
    await replyToTicket(desk, ada, { ticketId, text: 'On it' })
    await tellOf(desk, ticketId)
    expect((await inbox(lena)).items).toMatchObject([
      { kind: 'watched_moved', count: 2, event: 'message.replied', excerpt: 'On it' },
    ])
    expect(await unwatchTicket(desk, lena, { ticketId })).toEqual({ items: [], isWatching: false })
    await expect(unwatchTicket(desk, lena, { ticketId })).rejects.toMatchObject({
      reason: 'watching.not',
    })
    await addNote(desk, ada, { ticketId, text: 'Done' })
    await tellOf(desk, ticketId)
    expect((await inbox(lena)).kinds).toEqual(['watched_moved 2'])
  })

  test('an escalation is shown to all, and ended by oneself', async () => {
    const { ada, emil, ticketId } = await scene()
    const id = await handOver(ada, ticketId)
    await watchEscalation(desk, ada, { id })
    await watchEscalation(desk, emil, { id })
    const { items } = await listEscalationWatchers(desk, emil, { id })
    expect(items.map(({ name }) => name)).toEqual(['Emil Novak', 'Ada Lind'])
    expect(await unwatchEscalation(desk, emil, { id })).toMatchObject({ isWatching: false })
  })

  test('is for people, and for what there is', async () => {
    const { ada, ticketId } = await scene()
    await expect(watchTicket(desk, key, { ticketId })).rejects.toMatchObject({
      reason: 'permission.person-only',
    })
    await expect(listNotifications(desk, key, {})).rejects.toMatchObject({
      reason: 'permission.person-only',
    })
    expect(await listTicketWatchers(desk, key, { ticketId })).toEqual({
      items: [],
      isWatching: false,
    })
    const nothing = crypto.randomUUID()
    await expect(watchTicket(desk, ada, { ticketId: nothing })).rejects.toMatchObject({
      reason: 'ticket.not-found',
    })
    await expect(watchEscalation(desk, ada, { id: nothing })).rejects.toMatchObject({
      reason: 'escalation.not-found',
    })
  })

  test('is no work on the ticket: the record has it of no ticket', async () => {
    const { lena, ticketId } = await scene()
    await watchTicket(desk, lena, { ticketId })
    const events = await desk.db
      .selectFrom('event')
      .select(['name', 'ticket_id'])
      .where('actor_id', '=', lena.id)
      .orderBy('id')
      .execute()
    expect(events).toEqual([{ name: 'ticket.watched', ticket_id: null }])
  })
})

describe('an inbox', () => {
  test('is marked as read all at once, and taken back but for what came since', async () => {
    const { ada, emil, ticketId } = await scene()
    const { ticket: second } = await ticketOf(desk, ada)
    await mention(ada, emil, ticketId)
    await mention(ada, emil, second.id)
    await tellOf(desk, ticketId)
    await tellOf(desk, second.id)
    const { readingId, count } = await markAllNotifications(desk, emil, {})
    expect(count).toBe(2)
    await expect(markAllNotifications(desk, emil, {})).rejects.toMatchObject({
      reason: 'notification.none-unread',
    })
    await mention(ada, emil, ticketId)
    await tellOf(desk, ticketId)
    const nobody = { reason: 'notification.not-found' }
    await expect(unmarkNotifications(desk, ada, { readingId })).rejects.toMatchObject(nobody)
    expect(await unmarkNotifications(desk, emil, { readingId })).toEqual({ count: 1 })
    expect(await inbox(emil)).toMatchObject({ unread: 2 })
    await expect(unmarkNotifications(desk, emil, { readingId })).rejects.toMatchObject(nobody)
  })

  test('an entry marked 25 times at once is read once', async () => {
    const { ada, emil, ticketId } = await scene()
    await mention(ada, emil, ticketId)
    await tellOf(desk, ticketId)
    const [entry] = (await inbox(emil)).items
    const mark = (isRead: boolean) => markNotification(desk, emil, { id: entry!.id, isRead })
    const marked = await Promise.all(Array.from({ length: 25 }, () => mark(true)))
    expect(marked.every(({ id, isRead }) => id === entry!.id && isRead)).toBe(true)
    await Promise.all(Array.from({ length: 25 }, () => mark(false)))
    const { rows } = await desk.pool.query(
      `select data from event where name = 'notification.read' and actor_id = $1 order by id`,
      [emil.id],
    )
    expect(rows).toEqual([
      { data: { count: 1, is_read: true } },
      { data: { count: 1, is_read: false } },
    ])
  })

  test('is nobody else’s', async () => {
    const { ada, emil, ticketId } = await scene()
    await mention(ada, emil, ticketId)
    await tellOf(desk, ticketId)
    const [entry] = (await inbox(emil)).items
    await expect(
      markNotification(desk, ada, { id: entry!.id, isRead: true }),
    ).rejects.toMatchObject({ reason: 'notification.not-found' })
    expect((await inbox(emil)).unread).toBe(1)
  })

  test('is counted for each who looks, and for a key not at all', async () => {
    const { ada, emil, lena, ticketId } = await scene()
    const before = await countNotifications(desk, emil, {})
    await mention(ada, emil, ticketId)
    await tellOf(desk, ticketId)
    expect(await countNotifications(desk, emil, {})).toEqual({ unread: before.unread + 1 })
    const people = [ada, emil, lena]
    const countsOf = await tellNotificationCounts(desk.db).read(people.map(({ id }) => id))
    for (const person of people)
      expect(countsOf(person.id)).toEqual(await countNotifications(desk, person, {}))
    expect(countsOf(null)).toBeUndefined()
  })

  test('goes on page by page', async () => {
    const { ada, emil } = await scene()
    for (const _ of [1, 2, 3]) {
      const { ticket } = await ticketOf(desk, ada)
      await mention(ada, emil, ticket.id)
      await tellOf(desk, ticket.id)
    }
    const first = await listNotifications(desk, emil, { limit: 2 })
    const rest = await listNotifications(desk, emil, { limit: 2, cursor: first.next! })
    expect([first.items.length, rest.items.length, rest.next]).toEqual([2, 1, null])
    const ids = [...first.items, ...rest.items].map(({ id }) => id)
    expect(new Set(ids).size).toBe(3)
    expect(first.unread).toBe(3)
  })

  test('has nothing of a kind that its owner does not want', async () => {
    const { ada, emil, ticketId } = await scene()
    const off = await setNotificationKind(desk, emil, { kind: 'mentioned', isOn: false })
    expect(off.items.filter(({ isOn }) => !isOn)).toEqual([{ kind: 'mentioned', isOn: false }])
    await expect(
      setNotificationKind(desk, emil, { kind: 'mentioned', isOn: false }),
    ).rejects.toMatchObject({ reason: 'notification.kind-unchanged' })
    await mention(ada, emil, ticketId)
    await tellOf(desk, ticketId)
    expect((await inbox(emil)).items).toEqual([])
    await setNotificationKind(desk, emil, { kind: 'mentioned', isOn: true })
    expect((await getNotificationKinds(desk, emil, {})).items.every(({ isOn }) => isOn)).toBe(true)
  })

  test('forgets what was read after a month, and what was not after three', async () => {
    const { ada, emil, lena, ticketId } = await scene()
    await mention(ada, emil, ticketId)
    await mention(ada, lena, ticketId)
    await tellOf(desk, ticketId)
    await markAllNotifications(desk, emil, {})
    const in31 = { ...desk, clock: { now: () => later(desk.clock.now(), 31 * days) } }
    await forgetNotifications(in31, 1)
    expect((await inbox(emil)).items).toEqual([])
    expect((await inbox(lena)).items).not.toEqual([])
    const in91 = { ...desk, clock: { now: () => later(desk.clock.now(), 91 * days) } }
    await forgetNotifications(in91, 1)
    expect((await inbox(lena)).items).toEqual([])
  })
})
