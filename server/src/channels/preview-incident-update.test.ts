import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { later, seconds } from '#server/core/clock.ts'
import { appendEvents } from '#server/core/events.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { createIncidentUpdate } from '#server/tickets/incidents/create-incident-update.ts'
import { getIncident } from '#server/tickets/incidents/get-incident.ts'
import { linkTickets } from '#server/tickets/incidents/link-tickets.ts'
import { sendIncidentUpdate } from '#server/tickets/incidents/send-incident-update.ts'
import { takeBackIncidentUpdate } from '#server/tickets/incidents/take-back-incident-update.ts'
import { getTicket, getTimeline } from '#server/tickets/queries.ts'
import { continueTicket } from '#server/tickets/receive-message.ts'
import { resolveTicket } from '#server/tickets/resolve-ticket.ts'
import { takeBackReply } from '#server/tickets/take-back-reply.ts'
import { eventsOf, someIncident, someTicket, ticketDesk } from '#server/tickets/testing/factory.ts'
import { previewIncidentUpdate } from './preview-incident-update.ts'

const desk = await ticketDesk(await createTestDesk())
const ada = await createPerson(desk, { name: 'Ada' })
const emil = await createPerson(desk, { name: 'Emil' })
const text = 'Hello {first_name},\n\nexports work again. Your number is {ticket_number}.'

async function incidentWith(...names: (string | undefined)[]) {
  const incidentId = await someIncident(desk)
  const tickets = []
  for (const contactName of names) {
    tickets.push(await someTicket(desk, ada, contactName === undefined ? {} : { contactName }))
  }
  await linkTickets(desk, ada, { incidentId, ticketIds: tickets.map(({ id }) => id) })
  return { incidentId, tickets }
}

const preview = async (incidentId: string, wish: { outcome?: 'wait' | 'resolve' } = {}) =>
  (await previewIncidentUpdate(desk, ada, { incidentId, text, ...wish })).items

type Wish = { outcome?: 'answer' | 'wait' | 'resolve'; summary?: string }

async function write(incidentId: string, wish: Wish = {}) {
  const items = await preview(incidentId)
  const tickets = items
    .filter(({ leftOut }) => leftOut === null)
    .map(({ ticketId, seen }) => ({ ticketId, seen }))
  return (await createIncidentUpdate(desk, ada, { incidentId, text, tickets, ...wish })).id
}

const send = (update: string) => sendIncidentUpdate(desk, { update })
const updateOf = async (incidentId: string) =>
  (await getIncident(desk, ada, { incidentId })).updates[0]!

async function repliesOf(ticketId: string) {
  const { items } = await getTimeline(desk, ada, { ticketId })
  return items.flatMap((item) =>
    item.kind === 'message' && item.message.kind === 'reply' ? [item.message] : [],
  )
}

async function jobsOf(messageId: string) {
  const { rows } = await sql<{ at: Date }>`
    select run_at as at from graphile_worker.jobs where key = ${`send_reply:${messageId}`}`.execute(
    desk.db,
  )
  return rows.map(({ at }) => at.getTime())
}

const subjectOf = (words: string) =>
  words.startsWith('I am out') ? 'Automatic reply: out of office' : 'Re'

async function customerWrites(ticketId: string, words: string) {
  const ticket = await getTicket(desk, ada, { ticketId })
  await desk.db.transaction().execute(async (tx) => {
    const contact = { id: ticket.contact!.id, accountId: null }
    const arrival = { channel: 'email', contact, subject: subjectOf(words), text: words } as const
    const { events } = await continueTicket(tx, desk.clock.now(), ticketId, arrival)
    await appendEvents(tx, ada, desk.clock.now(), events)
  })
}

test('each customer is told their own first name and number, and nothing of another one', async () => {
  const names = ['Dana Kim', undefined, 'https://evil.example Kim', '{ticket_number}', 'José']
  const { incidentId, tickets } = await incidentWith(...names)
  const items = await preview(incidentId, { outcome: 'resolve' })
  const greetings = new Map(items.map(({ ticketId, mail }) => [ticketId, mail!.text.split(',')[0]]))
  expect(tickets.map(({ id }) => greetings.get(id))).toEqual([
    'Hello Dana',
    'Hello',
    'Hello',
    'Hello',
    'Hello José',
  ])
  for (const { ticketId, number, mail } of items) {
    const own = tickets.find(({ id }) => id === ticketId)!
    expect(number).toBe(own.number)
    expect(mail!.to.map(({ email }) => email)).toEqual([own.contact!.email])
    expect(mail!.text).toContain(`Your number is #${own.number}.`)
    expect(mail!.text).toContain('Did this solve your problem?')
    expect(mail!.text).toContain('Acme Support')
    const others = tickets.filter((one) => one !== own)
    for (const { contact, number: another } of others) {
      expect(mail!.text).not.toContain(contact!.email)
      expect(mail!.text).not.toContain(`#${another}.`)
    }
  }
})

test('an unknown variable, a resolution without its sentence and a ticket of another incident are refused', async () => {
  const { incidentId, tickets } = await incidentWith('Dana')
  const other = await incidentWith('Carl')
  const answered = (id: string) => ({ tickets: [{ ticketId: id, seen: '1' }] })
  const own = answered(tickets[0]!.id)
  await expect(
    previewIncidentUpdate(desk, ada, { incidentId, text: 'Hello {account}' }),
  ).rejects.toMatchObject({ reason: 'update.variable-unknown' })
  await expect(
    createIncidentUpdate(desk, ada, { incidentId, text: '{email}', ...own }),
  ).rejects.toMatchObject({ reason: 'update.variable-unknown' })
  await expect(
    createIncidentUpdate(desk, ada, { incidentId, text, outcome: 'resolve', ...own }),
  ).rejects.toMatchObject({ reason: 'update.no-summary' })
  await expect(
    createIncidentUpdate(desk, ada, { incidentId, text, ...answered(other.tickets[0]!.id) }),
  ).rejects.toMatchObject({ reason: 'update.not-linked' })
  expect((await getIncident(desk, ada, { incidentId })).updates).toEqual([])
})

test('the replies are each ticket’s own, as previewed, and leave together after thirty seconds', async () => {
  const { incidentId, tickets } = await incidentWith('Dana', 'Carl', 'Nora')
  const items = await preview(incidentId)
  const update = await write(incidentId, { outcome: 'wait' })
  await expect(write(incidentId)).rejects.toMatchObject({ reason: 'update.running' })
  await send(update)
  await send(update)
  const leavesAt = later(desk.clock.now(), 30 * seconds)
  for (const { id } of tickets) {
    const replies = await repliesOf(id)
    expect(replies).toMatchObject([{ delivery: 'queued', leavesAt: leavesAt.toISOString() }])
    expect(replies[0]!.author).toMatchObject({ kind: 'person', id: ada.id })
    const { mail } = items.find(({ ticketId }) => ticketId === id)!
    expect(mail!.text.startsWith(replies[0]!.text)).toBe(true)
    expect(await jobsOf(replies[0]!.id)).toEqual([leavesAt.getTime()])
    expect((await getTicket(desk, ada, { ticketId: id })).state).toBe('waiting')
  }
  expect(await updateOf(incidentId)).toMatchObject({
    leavesAt: leavesAt.toISOString(),
    tickets: { all: 3, written: 3, takenBack: 0, sent: 0 },
    refused: [],
  })
})

test('all are taken back as one, with what they resolved, and sent again', async () => {
  const { incidentId, tickets } = await incidentWith('Dana', 'Carl')
  const wish = { outcome: 'resolve', summary: 'The queue was started again' } as const
  const update = await write(incidentId, wish)
  await send(update)
  expect(await getIncident(desk, ada, { incidentId })).toMatchObject({ unresolved: 0 })
  await expect(takeBackIncidentUpdate(desk, emil, { updateId: update })).rejects.toMatchObject({
    reason: 'update.left',
  })
  expect(await takeBackIncidentUpdate(desk, ada, { updateId: update })).toEqual({
    takenBack: 2,
    left: 0,
    text,
    ...wish,
  })
  await expect(takeBackIncidentUpdate(desk, ada, { updateId: update })).rejects.toMatchObject({
    reason: 'update.left',
  })
  await send(update)
  for (const { id } of tickets) {
    expect(await repliesOf(id)).toEqual([])
    expect((await getTicket(desk, ada, { ticketId: id })).state).toBe('open')
  }
  await send(await write(incidentId, wish))
  expect(await getIncident(desk, ada, { incidentId })).toMatchObject({ unresolved: 0 })
  for (const { id } of tickets) expect(await repliesOf(id)).toHaveLength(1)
})

test('taken back before anything is written, nothing is written', async () => {
  const { incidentId, tickets } = await incidentWith('Dana')
  const update = await write(incidentId)
  expect(await takeBackIncidentUpdate(desk, ada, { updateId: update })).toMatchObject({
    takenBack: 0,
    left: 0,
  })
  await send(update)
  expect(await repliesOf(tickets[0]!.id)).toEqual([])
})

test('a reply that was taken back by itself stays taken back, and the others leave', async () => {
  const { incidentId, tickets } = await incidentWith('Dana', 'Carl')
  const update = await write(incidentId)
  await send(update)
  const [message] = await repliesOf(tickets[0]!.id)
  await takeBackReply(desk, ada, { messageId: message!.id })
  await send(update)
  expect(await repliesOf(tickets[0]!.id)).toEqual([])
  expect(await updateOf(incidentId)).toMatchObject({ tickets: { written: 2, takenBack: 1 } })
})

test('who is done, wrote since, is not proven or cannot be written to is left out, and it is said why', async () => {
  const { incidentId, tickets } = await incidentWith('Dana', 'Carl', 'Nora', 'Finn', 'Thea')
  const [done, wrote, unproven, thanked, plain] = tickets.map(({ id }) => id)
  await resolveTicket(desk, ada, { ticketId: done!, summary: 'By hand' })
  await customerWrites(wrote!, 'And now the invoices are missing too')
  await customerWrites(thanked!, 'I am out of the office until Monday.')
  await sql`
    with mail as (
      insert into inbound_mail (raw, sha256, size_bytes, state, received_at, ticket_id)
      values ('', '', 0, 'accepted', ${desk.clock.now()}, ${unproven}) returning id)
    update message set mail_id = (select id from mail), sender_verified = false
    where ticket_id = ${unproven} and kind = 'customer'`.execute(desk.db)
  const items = await preview(incidentId)
  const why = new Map(items.map(({ ticketId, leftOut }) => [ticketId, leftOut]))
  expect([done, wrote, unproven, thanked, plain].map((id) => why.get(id!))).toEqual([
    'resolved',
    'wrote_since',
    'unproven',
    null,
    null,
  ])
  expect(items.filter(({ leftOut }) => leftOut !== null).map(({ mail }) => mail)).toEqual([
    null,
    null,
    null,
  ])
})

test('what happened since the preview is not answered over: it is said with the ticket’s number', async () => {
  const { incidentId, tickets } = await incidentWith('Dana', 'Carl', 'Nora', 'Finn')
  const [wrote, noted, done, plain] = tickets.map(({ id }) => id)
  const update = await write(incidentId)
  await customerWrites(wrote!, 'It is worse now')
  await desk.db
    .transaction()
    .execute((tx) =>
      appendEvents(tx, emil, desk.clock.now(), [
        { name: 'note.added', ticketId: noted!, accountId: null, data: { message: noted! } },
      ]),
    )
  await resolveTicket(desk, ada, { ticketId: done!, summary: 'By hand' })
  await send(update)
  const { refused, tickets: counts } = await updateOf(incidentId)
  expect(new Map(refused.map(({ number, why }) => [number, why]))).toEqual(
    new Map([
      [tickets[0]!.number, 'wrote_since'],
      [tickets[1]!.number, 'changed'],
      [tickets[2]!.number, 'resolved'],
    ]),
  )
  expect(counts).toMatchObject({ all: 4, written: 1 })
  for (const id of [wrote!, noted!, done!]) {
    expect(await repliesOf(id)).toEqual([])
    expect((await eventsOf(desk, id)).at(-1)).toMatchObject({ name: 'ticket.update_refused' })
  }
  expect(await repliesOf(plain!)).toHaveLength(1)
})

test('whose writer has left the team by then is not sent', async () => {
  const gone = await createPerson(desk, { name: 'Gone' })
  const { incidentId, tickets } = await incidentWith('Dana')
  const asked = [{ ticketId: tickets[0]!.id, seen: (await preview(incidentId))[0]!.seen }]
  const { id } = await createIncidentUpdate(desk, gone, { incidentId, text, tickets: asked })
  await desk.db
    .updateTable('person')
    .set({ disabled_at: desk.clock.now() })
    .where('id', '=', gone.id)
    .execute()
  await send(id)
  expect((await updateOf(incidentId)).refused).toMatchObject([{ why: 'writer_left' }])
  expect(await repliesOf(tickets[0]!.id)).toEqual([])
})
