import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Actor } from '#server/core/actor.ts'
import { Conflict } from '#server/core/errors.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { eventsOf, someTicket, ticketDesk } from './testing/factory.ts'
import { addNote } from './add-note.ts'
import { assignTicket } from './assign-ticket.ts'
import { getTicket, getTimeline } from './queries.ts'
import { reopenTicket } from './reopen-ticket.ts'
import { replyToTicket } from './reply-to-ticket.ts'
import { resolveTicket } from './resolve-ticket.ts'
import { setProblemStart } from './set-problem-start.ts'
import { setTicketPriority } from './labels/set-ticket-priority.ts'
import { setTicketType } from './set-ticket-type.ts'
import { voidTicket } from './void-ticket.ts'

const desk = await ticketDesk(await createTestDesk())
const ada = await createPerson(desk, { name: 'Ada' })
const maria = await createPerson(desk, { name: 'Maria' })

/** A ticket as somebody has it before them, and what they promise by it. */
async function looked() {
  const ticket = await someTicket(desk, ada)
  const { lastEvent } = await getTimeline(desk, ada, { ticketId: ticket.id })
  return { ticketId: ticket.id, promised: { answer: z.unknown(), seen: lastEvent ?? '0' } }
}
type Looked = Awaited<ReturnType<typeof looked>>

const changes = {
  reply: ({ ticketId, promised }: Looked, by: Actor) =>
    replyToTicket(desk, by, { ticketId, text: 'It is sent again' }, promised),
  'reply and wait': ({ ticketId, promised }: Looked, by: Actor) =>
    replyToTicket(desk, by, { ticketId, text: 'Which one?', wait: true }, promised),
  note: ({ ticketId, promised }: Looked, by: Actor) =>
    addNote(desk, by, { ticketId, text: 'Do not resolve this yet' }, promised),
  resolve: ({ ticketId, promised }: Looked, by: Actor) =>
    resolveTicket(desk, by, { ticketId, summary: 'Sent again' }, promised),
  reopen: ({ ticketId, promised }: Looked, by: Actor) =>
    reopenTicket(desk, by, { ticketId, cause: 'Too early' }, promised),
  void: ({ ticketId, promised }: Looked, by: Actor) =>
    voidTicket(desk, by, { ticketId, reason: 'spam' }, promised),
  assign: ({ ticketId, promised }: Looked, by: Actor) =>
    assignTicket(desk, by, { ticketId, personId: by.id }, promised),
  type: ({ ticketId, promised }: Looked, by: Actor) =>
    setTicketType(
      desk,
      by,
      { ticketId, type: by === ada ? 'how-to' : 'exports.email-missing' },
      promised,
    ),
  priority: ({ ticketId, promised }: Looked, by: Actor) =>
    setTicketPriority(desk, by, { ticketId, priority: by === ada ? 'urgent' : 'low' }, promised),
  'problem start': ({ ticketId, promised }: Looked, by: Actor) =>
    setProblemStart(desk, by, { ticketId, at: '2026-01-01T00:00:00Z' }, promised),
} as const
type Change = keyof typeof changes

/** What Maria does meanwhile, and what of Ada's it stops. */
const stops: Partial<Record<Change, Change[]>> = {
  // who answers has taken the ticket
  reply: ['reply', 'reply and wait', 'resolve', 'void', 'assign'],
  'reply and wait': ['reply', 'resolve', 'void', 'assign'],
  note: ['reply', 'resolve', 'void'],
  resolve: ['reply', 'resolve', 'assign', 'reopen', 'void'],
  void: ['reply', 'resolve', 'assign', 'reopen', 'void'],
  assign: ['assign'],
  type: ['type'],
  priority: ['priority'],
  'problem start': ['problem start'],
}
/** And what it has nothing to do with. */
const passes: Partial<Record<Change, Change[]>> = {
  note: ['assign', 'type', 'note', 'problem start'],
  reply: ['note', 'type'],
  assign: ['reply', 'resolve', 'note'],
  type: ['reply', 'resolve', 'assign'],
}

const pairs = (table: typeof stops) =>
  Object.entries(table).flatMap(([first, then]) =>
    then.map((next) => [first as Change, next] as const),
  )

test.each(pairs(stops))(
  'after a %s of somebody else a %s is refused, and says what is newer',
  async (first, next) => {
    const before = await looked()
    await changes[first]({ ...before, promised: { ...before.promised, seen: '999999999' } }, maria)
    const count = (await eventsOf(desk, before.ticketId)).length
    const refusal: unknown = await changes[next](before, ada).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(Conflict)
    const { reason, extra } = refusal as Conflict
    expect(reason).toBe('ticket.changed-meanwhile')
    expect(extra.newer?.[0]?.by).toMatchObject({ kind: 'person', name: 'Maria' })
    expect(await eventsOf(desk, before.ticketId)).toHaveLength(count)
    // who has seen that too goes on, unless the state forbids it
    const seen = extra.newer!.at(-1)!.id
    const again: unknown = await changes[next](
      { ...before, promised: { ...before.promised, seen } },
      ada,
    ).catch((error: unknown) => error)
    expect(again).not.toMatchObject({ reason: 'ticket.changed-meanwhile' })
  },
)

test.each(pairs(passes))(
  'after a %s a %s goes on: it does not matter to it',
  async (first, next) => {
    const before = await looked()
    await changes[first]({ ...before, promised: { ...before.promised, seen: '999999999' } }, maria)
    await expect(changes[next](before, ada)).resolves.toBeDefined()
  },
)

test('words of a note or a reply are told with it', async () => {
  const before = await looked()
  await changes.note(before, maria)
  await expect(changes.resolve(before, ada)).rejects.toMatchObject({
    extra: { newer: [{ name: 'note.added', text: 'Do not resolve this yet' }] },
  })
})

test('what one has done oneself is no news, and who does not say what they saw is not asked', async () => {
  const before = await looked()
  await changes.note(before, ada)
  await changes.reply(before, ada)
  await changes.note(before, maria)
  await replyToTicket(desk, ada, { ticketId: before.ticketId, text: 'From a script' })
  const names = (await eventsOf(desk, before.ticketId)).map(({ name }) => name)
  expect(names.filter((name) => name === 'message.replied')).toHaveLength(2)
})

test('of two who resolve at once the second is told what the first did', async () => {
  const before = await looked()
  const outcomes = await Promise.allSettled([
    changes.resolve(before, ada),
    changes.resolve(before, maria),
  ])
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const { reason } = outcomes.find((one) => one.status === 'rejected')!
  expect(reason).toMatchObject({
    reason: 'ticket.changed-meanwhile',
    extra: { newer: [{ name: 'ticket.resolved' }] },
  })
})

test('who asks about what was resolved waits for the answer: it is taken up again, and nothing is broken', async () => {
  const { ticketId, promised } = await looked()
  await resolveTicket(desk, ada, { ticketId, summary: 'Sent again' })
  await changes['reply and wait']({ ticketId, promised: { ...promised, seen: '999999999' } }, ada)
  const ticket = await getTicket(desk, ada, { ticketId })
  expect(ticket).toMatchObject({ state: 'waiting', reopenCount: 0 })
  expect(ticket.resolutions[0]?.standing).not.toBe('broken')
  const names = (await eventsOf(desk, ticketId)).map(({ name }) => name)
  expect(names.slice(-3)).toEqual(['message.replied', 'ticket.reopened', 'ticket.waiting'])
})
