import { sql } from 'kysely'
import { expect, test } from 'vitest'
import {
  beginSending,
  endSending,
  recordFailure,
  recordSent,
  retryDelivery,
} from './retry-delivery.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { getTicket, getTimeline } from './queries.ts'
import { eventsOf, someTicket, ticketDesk } from './testing/factory.ts'
import { addNote } from './add-note.ts'
import { reopenTicket } from './reopen-ticket.ts'
import { replyToTicket } from './reply-to-ticket.ts'
import { resolveTicket } from './resolve-ticket.ts'
import { takeBackReply } from './take-back-reply.ts'

const desk = await ticketDesk(await createTestDesk())
const ada = await createPerson(desk, { name: 'Ada' })
const maria = await createPerson(desk, { name: 'Maria' })

const names = async (ticketId: string) => (await eventsOf(desk, ticketId)).map(({ name }) => name)
const read = (ticketId: string) => getTicket(desk, ada, { ticketId })
const left = { kind: 'conflict', reason: 'message.left' }

async function replied(more: { wait?: boolean } = {}) {
  const ticket = await someTicket(desk, ada)
  const ticketId = ticket.id
  const message = await replyToTicket(desk, ada, { ticketId, text: 'Too early', ...more })
  return { ticket, ticketId, messageId: message.id, message }
}

async function resolvedWithReply() {
  const ticket = await someTicket(desk, ada)
  const ticketId = ticket.id
  const done = await resolveTicket(desk, ada, { ticketId, summary: 'Sent again', reply: 'Done' })
  const { items } = await getTimeline(desk, ada, { ticketId })
  const message = items.findLast((item) => item.kind === 'message')!
  return { ticketId, messageId: message.id, resolutionId: done.resolutions[0]!.id }
}

async function jobsOf(messageId: string) {
  const { rows } = await sql<{ task: string; waits: boolean }>`
    select task_identifier as task, run_at = ${new Date(desk.clock.now().getTime() + 10_000)} as waits
    from graphile_worker.jobs where key = ${`send_reply:${messageId}`}`.execute(desk.db)
  return rows
}

test('a reply is held for ten seconds by a job of its own, in the transaction that stores it', async () => {
  const { message, messageId } = await replied()
  expect(message.leavesAt).toBe(new Date(desk.clock.now().getTime() + 10_000).toISOString())
  expect(await jobsOf(messageId)).toEqual([{ task: 'send_reply', waits: true }])
})

test('a reply of a resolution is held as well', async () => {
  const { messageId } = await resolvedWithReply()
  expect(await jobsOf(messageId)).toEqual([{ task: 'send_reply', waits: true }])
})

test('what was taken back is given back, was said to nobody and stands nowhere', async () => {
  const { ticket, ticketId, messageId } = await replied()
  expect((await read(ticketId)).spoke).toMatchObject({ last: 'team' })
  const takenBack = await takeBackReply(desk, ada, { messageId })
  expect(takenBack).toEqual({
    text: 'Too early',
    savedReplyId: null,
    to: [expect.objectContaining({ email: ticket.contact!.email })],
    cc: [],
    wait: false,
    summary: null,
  })
  const after = await read(ticketId)
  expect(after.spoke).toMatchObject({ last: 'customer' })
  expect(after.preview).toBe(ticket.preview)
  const { items } = await getTimeline(desk, ada, { ticketId })
  expect(items.filter((item) => item.kind === 'message').map(({ id }) => id)).not.toContain(
    messageId,
  )
  const last = (await eventsOf(desk, ticketId)).at(-1)!
  expect(last).toMatchObject({
    name: 'message.taken_back',
    data: { message: messageId, resolution: null },
  })
  const found = await sql`select from ticket_search where words @@ search_query('early')
    and ticket_id = ${ticketId}`.execute(desk.db)
  expect(found.rows).toEqual([])
})

test('taken back twice at once, it is taken back once', async () => {
  const { ticketId, messageId } = await replied()
  const tries = await Promise.allSettled([
    takeBackReply(desk, ada, { messageId }),
    takeBackReply(desk, ada, { messageId }),
  ])
  expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect((await names(ticketId)).filter((name) => name === 'message.taken_back')).toHaveLength(1)
})

test('of taking back and handing over at once, one wins', async () => {
  for (let round = 0; round < 8; round++) {
    const { messageId } = await replied()
    const [back, begun] = await Promise.allSettled([
      takeBackReply(desk, ada, { messageId }),
      beginSending(desk.db, messageId),
    ])
    const isBegun = begun.status === 'fulfilled' && begun.value
    expect([round, back.status === 'fulfilled']).toEqual([round, !isBegun])
  }
})

test('what is being handed over, was tried or has left is not taken back', async () => {
  const { messageId } = await replied()
  const back = () => takeBackReply(desk, ada, { messageId })
  await beginSending(desk.db, messageId)
  await expect(back()).rejects.toMatchObject(left)
  await recordSent(desk, ada, { messageId })
  await expect(back()).rejects.toMatchObject(left)
  await recordFailure(desk, ada, { messageId, error: '550' })
  await expect(back()).rejects.toMatchObject(left)
  // it may be with somebody already
  await retryDelivery(desk, ada, { messageId })
  await endSending(desk.db, messageId)
  await expect(back()).rejects.toMatchObject(left)
})

test('it is for its writer, and only of a reply that is there', async () => {
  const { ticketId, messageId } = await replied()
  await expect(takeBackReply(desk, maria, { messageId })).rejects.toMatchObject(left)
  const note = await addNote(desk, ada, { ticketId, text: 'For us' })
  for (const id of [note.id, crypto.randomUUID()]) {
    await expect(takeBackReply(desk, ada, { messageId: id })).rejects.toMatchObject({
      reason: 'message.not-found',
    })
  }
  const auditor = await createPerson(desk, { role: 'auditor' })
  await expect(takeBackReply(desk, auditor, { messageId })).rejects.toMatchObject({
    kind: 'forbidden',
  })
})

test('nobody is waited for any more, unless something was said since', async () => {
  const one = await replied({ wait: true })
  expect((await read(one.ticketId)).state).toBe('waiting')
  expect(await takeBackReply(desk, ada, { messageId: one.messageId })).toMatchObject({ wait: true })
  expect((await read(one.ticketId)).state).toBe('open')
  const two = await replied({ wait: true })
  await replyToTicket(desk, maria, { ticketId: two.ticketId, text: 'And which one?', wait: true })
  await takeBackReply(desk, ada, { messageId: two.messageId })
  expect((await read(two.ticketId)).state).toBe('waiting')
})

test('the resolution it tells of is taken back with it, by the reply or by reopening', async () => {
  const byReply = await resolvedWithReply()
  const takenBack = await takeBackReply(desk, ada, { messageId: byReply.messageId })
  expect(takenBack).toMatchObject({ text: 'Done', summary: 'Sent again' })
  expect((await names(byReply.ticketId)).slice(-2)).toEqual([
    'message.taken_back',
    'ticket.reopened',
  ])
  expect((await read(byReply.ticketId)).state).toBe('open')
  const byReopening = await resolvedWithReply()
  const opened = await reopenTicket(desk, ada, { ticketId: byReopening.ticketId, cause: 'Mistake' })
  expect(opened).toMatchObject({
    state: 'open',
    takenBack: { text: 'Done', summary: 'Sent again' },
  })
  expect((await names(byReopening.ticketId)).slice(-2)).toEqual([
    'message.taken_back',
    'ticket.reopened',
  ])
})

test('reopening by another, or after the mail has left, leaves the reply as it is', async () => {
  const one = await resolvedWithReply()
  expect(await reopenTicket(desk, maria, { ticketId: one.ticketId, cause: 'No' })).toMatchObject({
    takenBack: null,
  })
  const two = await resolvedWithReply()
  await beginSending(desk.db, two.messageId)
  await recordSent(desk, ada, { messageId: two.messageId })
  expect(await reopenTicket(desk, ada, { ticketId: two.ticketId, cause: 'No' })).toMatchObject({
    takenBack: null,
  })
  expect(await names(two.ticketId)).not.toContain('message.taken_back')
})
