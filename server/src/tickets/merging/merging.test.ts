import { Ticket } from '@firstline/contract/tickets'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { days, hours, later, minutes } from '#server/core/clock.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { addNote } from '#server/tickets/add-note.ts'
import { assignTicket } from '#server/tickets/assign-ticket.ts'
import { getIncident } from '#server/tickets/incidents/get-incident.ts'
import { linkIncident } from '#server/tickets/incidents/link-incident.ts'
import { tagTicket } from '#server/tickets/labels/tag-ticket.ts'
import { linkRepeat } from '#server/tickets/link-repeat.ts'
import { listTickets } from '#server/tickets/list-tickets.ts'
import { getTicket, getTimeline } from '#server/tickets/queries.ts'
import { replyToTicket } from '#server/tickets/reply-to-ticket.ts'
import { resolveTicket } from '#server/tickets/resolve-ticket.ts'
import { searchTickets } from '#server/tickets/search-tickets.ts'
import { setProblemStart } from '#server/tickets/set-problem-start.ts'
import { setTicketAccount } from '#server/tickets/set-ticket-account.ts'
import { snoozeTicket } from '#server/tickets/snooze/snooze-ticket.ts'
import { eventsOf, someIncident, someTicket, ticketDesk } from '#server/tickets/testing/factory.ts'
import { voidTicket } from '#server/tickets/void-ticket.ts'
import { listMergeChoices } from './list-merge-choices.ts'
import { mergeTicket } from './merge-ticket.ts'
import { previewMerge } from './preview-merge.ts'
import { unmergeTicket } from './unmerge-ticket.ts'

const desk = await ticketDesk(await createTestDesk())
const ada = await createPerson(desk, { name: 'Ada' })
const bo = await createPerson(desk, { name: 'Bo' })

const read = (ticketId: string) => getTicket(desk, ada, { ticketId })
const namesOf = async (id: string) => (await eventsOf(desk, id)).map(({ name }) => name)
const merge = (ticketId: string, into: string) => mergeTicket(desk, ada, { ticketId, into })
const undo = (ticketId: string) => unmergeTicket(desk, ada, { ticketId })
const refusing = (reason: string) => expect.objectContaining({ reason })

/** Later than what was made before, as in life. */
async function ticketOf(contactEmail: string, overrides: Parameters<typeof someTicket>[2] = {}) {
  desk.clock.advance(minutes)
  return (await someTicket(desk, ada, { contactEmail, ...overrides })).id
}

const somebody = () => `${crypto.randomUUID()}@nobody.example`

async function pair(contactEmail = somebody()) {
  const into = await ticketOf(contactEmail, { text: 'The export is late.' })
  const ticketId = await ticketOf(contactEmail, { text: 'Where is it?' })
  return { ticketId, into, contactEmail }
}

/** Its mail has left. */
async function answer(ticketId: string, wait = false) {
  desk.clock.advance(minutes)
  const { id } = await replyToTicket(desk, ada, { ticketId, text: 'We look at it.', wait })
  await desk.db.updateTable('message').set({ delivery: 'sent' }).where('id', '=', id).execute()
  desk.clock.advance(minutes)
}

async function saidOn(ticketId: string) {
  const { items } = await getTimeline(desk, ada, { ticketId })
  return items.flatMap((item) => (item.kind === 'message' ? [item.message] : []))
}

async function contactOfAccount(email: string, externalId: string) {
  const ticketId = await ticketOf(email)
  const isKnown = (await read(ticketId)).account !== null
  if (!isKnown) await setTicketAccount(desk, ada, { ticketId, externalId, remember: true })
  return ticketId
}

test('messages and notes of both are read in the one that stays, in order, with where they came in', async () => {
  const { ticketId, into } = await pair()
  await answer(into)
  await addNote(desk, bo, { ticketId, text: 'He called as well.' })
  const { number } = await read(ticketId)
  const stays = await merge(ticketId, into)
  expect(stays).toMatchObject({ id: into, state: 'open' })
  expect((await saidOn(into)).map(({ text, joinedFrom }) => [text, joinedFrom])).toEqual([
    ['The export is late.', null],
    ['Where is it?', { id: ticketId, number }],
    ['We look at it.', null],
    ['He called as well.', { id: ticketId, number }],
  ])
  expect(await saidOn(ticketId)).toEqual([])
  expect(await read(ticketId)).toMatchObject({
    state: 'void',
    voidReason: 'duplicate',
    joinedTo: { id: into, number: stays.number },
  })
  expect((await eventsOf(desk, ticketId)).slice(-2)).toMatchObject([
    { name: 'ticket.joined', actor_id: ada.id, data: { to: into, number: stays.number } },
    { name: 'ticket.voided', actor_id: ada.id, data: { reason: 'duplicate' } },
  ])
  expect((await eventsOf(desk, into)).at(-1)).toMatchObject({
    name: 'message.joined',
    actor_id: ada.id,
    data: { from: ticketId, number },
  })
})

test('the words of both are found at the one that stays, and again at both once it is undone', async () => {
  const word = `zeppelin${crypto.randomUUID().slice(0, 8)}`
  const { into, contactEmail } = await pair()
  const ticketId = await ticketOf(contactEmail, { text: `My ${word} is gone` })
  const found = async () => {
    const { items } = await searchTickets(desk, ada, { q: word })
    return items.map(({ id }) => id)
  }
  expect(await found()).toEqual([ticketId])
  await merge(ticketId, into)
  expect(await found()).toEqual([into])
  await undo(ticketId)
  expect(await found()).toEqual([ticketId])
})

test('who wrote on the one that goes gets the next reply too, until it is undone', async () => {
  const into = await contactOfAccount('dana@northwind.example', 'acc_north001')
  const ticketId = await contactOfAccount('lee@northwind.example', 'acc_north001')
  const everybody = async () => {
    const { to, cc } = (await read(into)).recipients
    return [...to, ...cc].map(({ email }) => email)
  }
  expect(await everybody()).not.toContain('lee@northwind.example')
  expect(await previewMerge(desk, ada, { ticketId, into })).toMatchObject({
    people: [{ email: 'lee@northwind.example' }],
  })
  await merge(ticketId, into)
  expect(await everybody()).toContain('lee@northwind.example')
  await undo(ticketId)
  expect(await everybody()).not.toContain('lee@northwind.example')
})

test('the preview says what happens, and changes nothing', async () => {
  const { ticketId, into } = await pair()
  await answer(into, true)
  await addNote(desk, bo, { ticketId, text: 'He called.' })
  await addNote(desk, bo, { ticketId, text: 'Twice.' })
  await snoozeTicket(desk, ada, { ticketId })
  const before = [await namesOf(ticketId), await namesOf(into)]
  const [goes, stays] = [await read(ticketId), await read(into)]
  expect(await previewMerge(desk, ada, { ticketId, into })).toEqual({
    goes: { id: ticketId, number: goes.number, subject: goes.subject },
    stays: { id: into, number: stays.number, subject: stays.subject },
    messages: 1,
    notes: 2,
    people: [],
    becomes: 'open',
    problemStartedAt: null,
    incident: null,
    endsSnooze: true,
    lastEvent: goes.lastEvent,
  })
  expect([await namesOf(ticketId), await namesOf(into)]).toEqual(before)
})

test.each([
  ['open', false],
  ['waiting', true],
] as const)(
  'undone, one that was %s is so again, and what it did is taken back',
  async (state, isWaiting) => {
    const { ticketId, into } = await pair()
    await answer(into, true)
    if (isWaiting) await answer(ticketId, true)
    const messages = [await saidOn(ticketId), await saidOn(into)]
    expect(await merge(ticketId, into)).toMatchObject({ state: isWaiting ? 'waiting' : 'open' })
    const back = await undo(ticketId)
    expect(back).toMatchObject({ id: ticketId, state, voidReason: null, joinedTo: null })
    expect(await read(into)).toMatchObject({ state: 'waiting' })
    expect([await saidOn(ticketId), await saidOn(into)]).toEqual(messages)
    expect(await namesOf(ticketId)).toEqual(
      expect.arrayContaining(['ticket.parted', 'ticket.reopened']),
    )
    expect(await namesOf(into)).toContain('message.parted')
  },
)

test('what waits on both is as before: a snooze, the beginning of the problem, an incident', async () => {
  const { into, ticketId } = await pair()
  await answer(into)
  const until = later(desk.clock.now(), 3 * hours).toISOString()
  await snoozeTicket(desk, ada, { ticketId: into, until })
  const early = later(desk.clock.now(), -2 * days).toISOString()
  await setProblemStart(desk, ada, { ticketId, at: early })
  const incidentId = await someIncident(desk)
  await linkIncident(desk, ada, { ticketId, incidentId })
  const { title } = await getIncident(desk, ada, { incidentId })
  const was = await read(into)
  expect(await previewMerge(desk, ada, { ticketId, into })).toMatchObject({
    problemStartedAt: early,
    incident: title,
    becomes: 'open',
  })
  expect(await merge(ticketId, into)).toMatchObject({
    problemStartedAt: early,
    incident: { id: incidentId },
    snoozed: null,
  })
  desk.clock.advance(minutes)
  await undo(ticketId)
  expect(await read(into)).toMatchObject({
    problemStartedAt: was.problemStartedAt,
    incident: null,
    snoozed: { until },
    state: was.state,
  })
  expect(await read(ticketId)).toMatchObject({
    problemStartedAt: early,
    incident: { id: incidentId },
  })
})

test('a snooze whose time has come meanwhile is over, and says so', async () => {
  const { into, ticketId } = await pair()
  const until = later(desk.clock.now(), hours).toISOString()
  await snoozeTicket(desk, ada, { ticketId, until })
  await merge(ticketId, into)
  desk.clock.advance(2 * hours)
  expect(await undo(ticketId)).toMatchObject({ snoozed: null, woken: 'time', state: 'open' })
})

test('a resolved ticket comes back as if the words had been written there, and stands again once it is undone', async () => {
  const { into, contactEmail } = await pair()
  desk.clock.advance(minutes)
  await resolveTicket(desk, ada, { ticketId: into, summary: 'Sent again' })
  const ticketId = await ticketOf(contactEmail, { text: 'It is still missing' })
  expect(await previewMerge(desk, ada, { ticketId, into })).toMatchObject({ becomes: 'reopened' })
  expect(await merge(ticketId, into)).toMatchObject({
    state: 'open',
    reopenCount: 1,
    resolutions: [{ standing: 'broken' }],
  })
  await undo(ticketId)
  expect(await read(into)).toMatchObject({
    state: 'resolved',
    reopenCount: 0,
    resolutions: [{ standing: 'pending' }],
  })
})

test('what a repeat contact broke is broken once, and stays broken when its merge is undone', async () => {
  const contactEmail = somebody()
  const into = await ticketOf(contactEmail, { type: 'how-to' })
  desk.clock.advance(minutes)
  await resolveTicket(desk, ada, { ticketId: into, summary: 'Told how' })
  const ticketId = await ticketOf(contactEmail, { type: 'how-to' })
  await linkRepeat(desk, { ticketId })
  const broken = { reopenCount: 1, resolutions: [{ standing: 'broken' }] }
  expect(await read(into)).toMatchObject({ state: 'resolved', ...broken })
  expect(await merge(ticketId, into)).toMatchObject({ state: 'open', ...broken })
  await undo(ticketId)
  expect(await read(into)).toMatchObject(broken)
  expect(await read(ticketId)).toMatchObject({ repeatOf: { id: into } })
})

test('words from before a resolution break none', async () => {
  const { ticketId, into } = await pair()
  desk.clock.advance(minutes)
  await resolveTicket(desk, ada, { ticketId: into, summary: 'Sent again' })
  expect(await previewMerge(desk, ada, { ticketId, into })).toMatchObject({ becomes: null })
  expect(await merge(ticketId, into)).toMatchObject({ state: 'resolved', reopenCount: 0 })
})

test('a customer who came back in the window broke the resolution, however late somebody sees it', async () => {
  const { into, contactEmail } = await pair()
  desk.clock.advance(minutes)
  await resolveTicket(desk, ada, { ticketId: into, summary: 'Sent again' })
  const ticketId = await ticketOf(contactEmail)
  const { openedAt } = await read(ticketId)
  desk.clock.advance(60 * days)
  expect(await merge(ticketId, into)).toMatchObject({ reopenCount: 1 })
  const { rows } = await sql<{ at: Date; broken: boolean }>`
    select at, (data ->> 'is_broken')::boolean as broken from event
    where ticket_id = ${into} and name = 'ticket.reopened'`.execute(desk.db)
  expect(rows).toEqual([{ at: new Date(openedAt), broken: true }])
})

test('nothing is written on a merged ticket, and who tries is told where to go on', async () => {
  const { ticketId, into } = await pair()
  const { number } = await merge(ticketId, into)
  const tries = [
    () => addNote(desk, ada, { ticketId, text: 'x' }),
    () => replyToTicket(desk, ada, { ticketId, text: 'x' }),
    () => assignTicket(desk, ada, { ticketId, personId: ada.id }),
    () => tagTicket(desk, ada, { ticketId, add: ['late'] }),
    () => setTicketAccount(desk, ada, { ticketId, externalId: 'acc_north001' }),
  ]
  for (const one of tries) {
    await expect(one()).rejects.toMatchObject({
      reason: 'ticket.merged',
      message: expect.stringContaining(`#${number}`),
    })
  }
})

test('what is merged into one that is merged goes on with it, and each is taken out for itself', async () => {
  const { ticketId: a, into: b, contactEmail } = await pair()
  const c = await ticketOf(contactEmail, { text: 'And here.' })
  const numbers = { a: (await read(a)).number, b: (await read(b)).number }
  const texts = async (id: string) => (await saidOn(id)).map(({ text }) => text)
  await merge(a, b)
  await merge(b, c)
  const all = ['The export is late.', 'Where is it?', 'And here.']
  expect(await texts(c)).toEqual(all)
  expect((await saidOn(c)).map(({ joinedFrom }) => joinedFrom?.number ?? null)).toEqual([
    numbers.b,
    numbers.a,
    null,
  ])
  await undo(a)
  expect([await texts(a), await texts(b), await texts(c)]).toEqual([
    ['Where is it?'],
    [],
    ['The export is late.', 'And here.'],
  ])
  await expect(merge(a, b)).rejects.toEqual(refusing('merge.merged'))
  await merge(a, c)
  await undo(b)
  expect([await texts(b), await texts(c)]).toEqual([
    ['The export is late.'],
    ['Where is it?', 'And here.'],
  ])
  expect((await saidOn(b))[0]).toMatchObject({ joinedFrom: null })
})

test('one that takes others with it takes them back out', async () => {
  const { ticketId: a, into: b, contactEmail } = await pair()
  const c = await ticketOf(contactEmail, { text: 'And here.' })
  await merge(a, b)
  await merge(b, c)
  await undo(b)
  expect((await saidOn(b)).map(({ text, joinedFrom }) => [text, joinedFrom?.id ?? null])).toEqual([
    ['The export is late.', null],
    ['Where is it?', a],
  ])
  expect(await read(a)).toMatchObject({ joinedTo: { id: b } })
  await undo(a)
  expect((await saidOn(a)).map(({ text }) => text)).toEqual(['Where is it?'])
})

test('a circle cannot be made', async () => {
  const { ticketId, into } = await pair()
  await merge(ticketId, into)
  await expect(merge(into, ticketId)).rejects.toEqual(refusing('merge.merged'))
  await expect(merge(into, into)).rejects.toEqual(refusing('merge.itself'))
})

test('of 25 who merge two tickets both ways at once, one does', async () => {
  const { ticketId, into } = await pair()
  const tries = Array.from({ length: 25 }, (_, n) =>
    n % 2 === 0 ? merge(ticketId, into) : merge(into, ticketId),
  )
  const settled = await Promise.allSettled(tries)
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  expect(new Set(refused.map(({ reason }) => reason))).toEqual(new Set(['merge.merged']))
  const both = [await read(ticketId), await read(into)]
  expect(both.filter(({ state }) => state === 'void')).toHaveLength(1)
  const counts = await Promise.all(both.map(async ({ id }) => (await saidOn(id)).length))
  expect([counts, counts.toReversed()]).toContainEqual([0, 2])
})

test('merged into two tickets at once it goes on at one', async () => {
  const { ticketId, into, contactEmail } = await pair()
  const other = await ticketOf(contactEmail)
  const settled = await Promise.allSettled(
    Array.from({ length: 24 }, (_, n) => merge(ticketId, n % 2 === 0 ? into : other)),
  )
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const counts = await Promise.all([into, other].map(async (id) => (await saidOn(id)).length))
  expect([counts, counts.toReversed()]).toContainEqual([1, 2])
})

test('undone by 25 at once it is undone once', async () => {
  const { ticketId, into } = await pair()
  await merge(ticketId, into)
  const settled = await Promise.allSettled(Array.from({ length: 25 }, () => undo(ticketId)))
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect([(await saidOn(ticketId)).length, (await saidOn(into)).length]).toEqual([1, 1])
})

test('another account’s ticket is refused, and one of nobody yet, with what to do', async () => {
  const north = await contactOfAccount('dana@northwind.example', 'acc_north001')
  const contoso = await contactOfAccount('carl@contoso.example', 'acc_contoso1')
  const unknown = await ticketOf(somebody())
  await expect(merge(north, contoso)).rejects.toEqual(refusing('merge.another-account'))
  await expect(previewMerge(desk, ada, { ticketId: north, into: contoso })).rejects.toEqual(
    refusing('merge.another-account'),
  )
  await expect(merge(unknown, north)).rejects.toEqual(refusing('merge.no-account'))
  await expect(merge(unknown, await ticketOf(somebody()))).rejects.toEqual(
    refusing('merge.no-account'),
  )
})

test('PostgreSQL refuses it as well, whoever writes', async () => {
  const north = await contactOfAccount('dana@northwind.example', 'acc_north001')
  const contoso = await contactOfAccount('carl@contoso.example', 'acc_contoso1')
  const [one, two] = [await ticketOf(somebody()), await ticketOf(somebody())]
  const write = (id: string, joined_to: string) =>
    desk.db.updateTable('ticket').set({ joined_to }).where('id', '=', id).execute()
  await expect(write(north, contoso)).rejects.toThrow(/is of another customer/)
  await expect(write(north, one)).rejects.toThrow(/is of another customer/)
  await expect(write(one, two)).rejects.toThrow(/is of another customer/)
})

test('the account of a ticket that others of it were merged into is not changed', async () => {
  const into = await contactOfAccount('dana@northwind.example', 'acc_north001')
  const ticketId = await contactOfAccount('dana@northwind.example', 'acc_north001')
  await merge(ticketId, into)
  const other = { ticketId: into, externalId: 'acc_contoso1' }
  await expect(setTicketAccount(desk, ada, other)).rejects.toEqual(refusing('account.merged'))
  await undo(ticketId)
  await setTicketAccount(desk, ada, other)
})

test('what counts where it is stays there: a resolution, an escalation', async () => {
  const { ticketId, into, contactEmail } = await pair()
  await resolveTicket(desk, ada, { ticketId, summary: 'Done' })
  await expect(merge(ticketId, into)).rejects.toEqual(refusing('merge.resolved'))
  await merge(into, ticketId)
  const escalated = await ticketOf(contactEmail)
  await happen(escalated, 'ticket.line_changed', { line: 'L1', previous: 'L2' })
  await expect(merge(escalated, ticketId)).rejects.toEqual(refusing('merge.escalated'))
})

test('what is under way has to end first: an action, a question to approve, a reply', async () => {
  const { ticketId, into } = await pair()
  const run = crypto.randomUUID()
  await happen(ticketId, 'action.intended', { run })
  await expect(merge(ticketId, into)).rejects.toEqual(refusing('merge.action-running'))
  await happen(ticketId, 'action.verified', { run })
  const approval = crypto.randomUUID()
  await happen(ticketId, 'action.approval_requested', { approval })
  await expect(merge(ticketId, into)).rejects.toEqual(refusing('merge.approval-open'))
  await happen(ticketId, 'action.approval_refused', { approval })
  const { id } = await replyToTicket(desk, ada, { ticketId, text: 'Soon' })
  await expect(merge(ticketId, into)).rejects.toEqual(refusing('merge.reply-leaving'))
  const late = { delivery_error: 'The mail server is away' }
  await desk.db.updateTable('message').set(late).where('id', '=', id).execute()
  await merge(ticketId, into)
})

test('a void ticket is neither merged nor merged into', async () => {
  const { ticketId, into } = await pair()
  await voidTicket(desk, ada, { ticketId, reason: 'spam' })
  await expect(merge(ticketId, into)).rejects.toEqual(refusing('ticket.void'))
  await expect(merge(into, ticketId)).rejects.toEqual(refusing('merge.void'))
})

test('what somebody has not seen on either refuses it', async () => {
  const { ticketId, into } = await pair()
  const { lastEvent } = await previewMerge(desk, ada, { ticketId, into })
  await addNote(desk, bo, { ticketId: into, text: 'Do not merge this' })
  const promised = { answer: Ticket, seen: lastEvent }
  const blind = mergeTicket(desk, ada, { ticketId, into }, promised)
  await expect(blind).rejects.toMatchObject({
    reason: 'ticket.changed-meanwhile',
    extra: { newer: [{ text: 'Do not merge this' }] },
  })
  expect(await read(ticketId)).toMatchObject({ state: 'open' })
})

test('who may not write tickets merges none', async () => {
  const { ticketId, into } = await pair()
  const auditor = await createPerson(desk, { role: 'auditor' })
  const forbidden = { kind: 'forbidden' }
  await expect(mergeTicket(desk, auditor, { ticketId, into })).rejects.toMatchObject(forbidden)
  await merge(ticketId, into)
  await expect(unmergeTicket(desk, auditor, { ticketId })).rejects.toMatchObject(forbidden)
  await expect(undo(into)).rejects.toEqual(refusing('merge.none'))
})

test('the choices are of the same customer, those of the same person first, by number or words', async () => {
  const ticketId = await contactOfAccount('dana@northwind.example', 'acc_north001')
  const hers = await contactOfAccount('dana@northwind.example', 'acc_north001')
  const theirs = await contactOfAccount('omar@northwind.example', 'acc_north001')
  const gone = await contactOfAccount('dana@northwind.example', 'acc_north001')
  await voidTicket(desk, ada, { ticketId: gone, reason: 'withdrawn' })
  const contoso = await contactOfAccount('carl@contoso.example', 'acc_contoso1')
  const choices = async (q?: string) => {
    const { items } = await listMergeChoices(desk, ada, { ticketId, ...(q && { q }) })
    return items.map(({ id }) => id)
  }
  const all = await choices()
  expect(all).toEqual(expect.arrayContaining([hers, theirs]))
  expect(all).not.toEqual(expect.arrayContaining([gone]))
  expect(all.indexOf(hers)).toBeLessThan(all.indexOf(theirs))
  expect(all).not.toContain(ticketId)
  expect(all.length).toBeLessThanOrEqual(20)
  const numberOf = async (id: string) => String((await read(id)).number)
  expect(await choices(`#${await numberOf(theirs)}`)).toEqual([theirs])
  expect(await choices(await numberOf(contoso))).toEqual([])
  const words = await choices('omar export')
  expect(words).toContain(theirs)
  expect(await choices('carl')).toEqual([])
})

test('the choices of a sender whom nobody knows are their own', async () => {
  const { ticketId, into } = await pair()
  const { items } = await listMergeChoices(desk, ada, { ticketId })
  expect(items.map(({ id }) => id)).toEqual([into])
})

test('a merged ticket is in the view of void ones, and in no other', async () => {
  const { ticketId, into } = await pair()
  await snoozeTicket(desk, ada, { ticketId })
  await merge(ticketId, into)
  const isIn = async (view: 'void' | 'snoozed' | 'open' | 'new') => {
    const { items } = await listTickets(desk, ada, { view, limit: 100 })
    return items.some(({ id }) => id === ticketId)
  }
  expect([
    await isIn('void'),
    await isIn('snoozed'),
    await isIn('open'),
    await isIn('new'),
  ]).toEqual([true, false, false, false])
})

/** As the domains above record it. */
async function happen(ticketId: string, name: string, said: Record<string, unknown>) {
  const action = { action: 'export.requeue', version: 1, title: 'Requeue' }
  const asked = { definition: {}, input: {}, request: {}, reason: 'Asked for', reading: null }
  const by = { role: 'lead', expiresAt: desk.clock.now().toISOString() }
  const data = name.startsWith('action.') ? { ...action, ...asked, ...by, ...said } : said
  await sql`
    insert into event (at, name, actor_kind, ticket_id, data)
    values (${desk.clock.now()}, ${name}, 'system', ${ticketId}, ${JSON.stringify(data)}::jsonb)`.execute(
    desk.db,
  )
}
