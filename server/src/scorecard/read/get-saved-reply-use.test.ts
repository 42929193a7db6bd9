import { expect, test } from 'vitest'
import { system } from '#server/core/actor.ts'
import { days } from '#server/core/clock.ts'
import { inTransaction } from '#server/core/in-transaction.ts'
import { recordEvents } from '#server/core/record-events.ts'
import { updateFacts } from '#server/scorecard/facts/update-facts.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { reopenTicket } from '#server/tickets/reopen-ticket.ts'
import { continueTicket } from '#server/tickets/receive-message.ts'
import { replyToTicket } from '#server/tickets/reply-to-ticket.ts'
import { resolveTicket } from '#server/tickets/resolve-ticket.ts'
import { addSavedReply } from '#server/tickets/saved-replies/add-saved-reply.ts'
import { archiveSavedReply } from '#server/tickets/saved-replies/archive-saved-reply.ts'
import { someTicket, ticketDesk } from '#server/tickets/testing/factory.ts'
import { takeBackReply } from '#server/tickets/take-back-reply.ts'
import { voidTicket } from '#server/tickets/void-ticket.ts'
import { getSavedReplyUse } from './get-saved-reply-use.ts'

const desk = await ticketDesk(await createTestDesk())
const ada = await createPerson(desk, { name: 'Ada' })
const lead = await createPerson(desk, { role: 'lead' })

const saved = async () =>
  (await addSavedReply(desk, lead, { title: 'On its way', text: 'It is on its way' })).id

async function useOf(id: string) {
  for (const { id: ticketId } of await desk.db.selectFrom('ticket').select('id').execute()) {
    await updateFacts(desk, { ticketId })
  }
  const { items } = await getSavedReplyUse(desk, ada, {})
  return items.find((item) => item.id === id)
}

const said = { text: 'It is on its way' }
const summary = 'It was on its way'

test('a use counts at once, its resolution as pending, then as held once the window has passed', async () => {
  const savedReplyId = await saved()
  expect(await useOf(savedReplyId)).toBeUndefined()
  const { id: ticketId } = await someTicket(desk, ada)
  await replyToTicket(desk, ada, { ticketId, ...said, savedReplyId })
  const none = { held: 0, broken: 0, pending: 0 }
  expect(await useOf(savedReplyId)).toEqual({ id: savedReplyId, uses: 1, ...none })
  desk.clock.advance(1000)
  await resolveTicket(desk, ada, { ticketId, summary })
  expect(await useOf(savedReplyId)).toMatchObject({ uses: 1, ...none, pending: 1 })
  desk.clock.advance(20 * days)
  expect(await useOf(savedReplyId)).toMatchObject({ uses: 1, ...none, held: 1 })
  // it stays by its name in the count
  await archiveSavedReply(desk, lead, { savedReplyId })
  expect(await useOf(savedReplyId)).toMatchObject({ uses: 1, held: 1 })
  desk.clock.advance(80 * days)
  expect(await useOf(savedReplyId)).toBeUndefined()
})

test('twice in one ticket are two uses and one resolution; a customer who comes back breaks it', async () => {
  const savedReplyId = await saved()
  const { id: ticketId, contact } = await someTicket(desk, ada)
  await replyToTicket(desk, ada, { ticketId, ...said, savedReplyId })
  desk.clock.advance(1000)
  await resolveTicket(desk, ada, { ticketId, summary, reply: said.text, savedReplyId })
  desk.clock.advance(days)
  const arrival = {
    channel: 'email',
    contact: { id: contact!.id, accountId: null },
    subject: 'Late',
    text: 'It never came, please look at it again.',
  } as const
  await inTransaction(desk.db, async (tx) => {
    const came = await continueTicket(tx, desk.clock.now(), ticketId, arrival)
    await recordEvents(tx, system('mail'), desk, came)
  })
  expect(await useOf(savedReplyId)).toMatchObject({ uses: 2, held: 0, broken: 1, pending: 0 })
})

test('an agent who reopens is no customer who came back; what is void or taken back counts nowhere', async () => {
  const savedReplyId = await saved()
  const { id: ticketId } = await someTicket(desk, ada)
  await replyToTicket(desk, ada, { ticketId, ...said, savedReplyId })
  await resolveTicket(desk, ada, { ticketId, summary })
  desk.clock.advance(days)
  await reopenTicket(desk, ada, { ticketId, cause: 'Not done after all' })
  expect(await useOf(savedReplyId)).toMatchObject({ broken: 0 })
  await voidTicket(desk, ada, { ticketId, reason: 'duplicate' })
  expect(await useOf(savedReplyId)).toMatchObject({ held: 0, broken: 0, pending: 0 })
  const { id: other } = await someTicket(desk, ada)
  const { id: messageId } = await replyToTicket(desk, ada, {
    ticketId: other,
    ...said,
    savedReplyId,
  })
  expect(await useOf(savedReplyId)).toMatchObject({ uses: 2 })
  await takeBackReply(desk, ada, { messageId })
  expect(await useOf(savedReplyId)).toMatchObject({ uses: 1 })
})
