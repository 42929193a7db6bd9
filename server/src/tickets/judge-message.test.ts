import { expect, test } from 'vitest'
import { days } from '#server/core/clock.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { forgetPhrase } from './forget-phrase.ts'
import { listLearnedPhrases } from './list-learned-phrases.ts'
import { getTicket, getTimeline } from './queries.ts'
import { continueTicket } from './receive-message.ts'
import { replyToTicket } from './reply-to-ticket.ts'
import { resolveTicket } from './resolve-ticket.ts'
import { takeAsCourtesy } from './take-as-courtesy.ts'
import { takeAsWork } from './take-as-work.ts'
import { eventsOf, someTicket, ticketDesk } from './testing/factory.ts'

const desk = await ticketDesk(await createTestDesk())
const agent = await createPerson(desk)

async function resolved() {
  const ticket = await someTicket(desk, agent)
  desk.clock.advance(days)
  return resolveTicket(desk, agent, { ticketId: ticket.id, summary: 'Sent again' })
}

/** The customer writes; the events are on record, as the verb that takes mail has them. */
async function answers(ticketId: string, text: string, more: object = {}) {
  desk.clock.advance(days)
  const now = desk.clock.now()
  return desk.db.transaction().execute(async (tx) => {
    const arrival = { channel: 'email' as const, contact: null, subject: 'Re: x', text, ...more }
    const { messageId, events } = await continueTicket(tx, now, ticketId, arrival)
    for (const { name, data = {} } of events) {
      await tx
        .insertInto('event')
        .values({
          at: now,
          name,
          actor_kind: 'system',
          ticket_id: ticketId,
          data: JSON.stringify(data),
        })
        .execute()
    }
    return messageId
  })
}

async function messageOf(ticketId: string, messageId: string) {
  const { items } = await getTimeline(desk, agent, { ticketId })
  return items.flatMap((item) =>
    item.kind === 'message' && item.id === messageId ? item.message : [],
  )[0]
}

const standing = async (ticketId: string) => {
  const { state, reopenCount, resolutions } = await getTicket(desk, agent, { ticketId })
  return { state, reopenCount, standing: resolutions[0]?.standing }
}

test('thanks that were none reopen as when they came, and are never taken for thanks again', async () => {
  const { id } = await resolved()
  const messageId = await answers(id, 'Thanks Ann!')
  expect(await messageOf(id, messageId)).toMatchObject({ judged: 'courtesy' })
  // long after the window: what counts is when the customer wrote
  desk.clock.advance(30 * days)
  await takeAsWork(desk, agent, { messageId })
  expect(await standing(id)).toEqual({ state: 'open', reopenCount: 1, standing: 'broken' })
  expect((await eventsOf(desk, id)).slice(-3)).toMatchObject([
    { name: 'message.judged', actor_id: agent.id, data: { message: messageId, judged: null } },
    { name: 'ticket.reopened', data: { by: 'customer', is_broken: true, message: messageId } },
    { name: 'phrase.taught', data: { meaning: 'work' } },
  ])
  await expect(takeAsWork(desk, agent, { messageId })).rejects.toMatchObject({
    reason: 'message.not-judged',
  })
  const other = await resolved()
  await answers(other.id, 'thanks ann')
  expect(await standing(other.id)).toMatchObject({ state: 'open', reopenCount: 1 })
})

test('an answer that was only thanks lets the resolution stand, and the same words do from then on', async () => {
  const { id } = await resolved()
  const messageId = await answers(id, 'Splendiferous!')
  expect(await standing(id)).toEqual({ state: 'open', reopenCount: 1, standing: 'broken' })
  await takeAsCourtesy(desk, agent, { messageId })
  expect(await standing(id)).toMatchObject({ state: 'resolved', reopenCount: 0 })
  expect((await eventsOf(desk, id)).slice(-3)).toMatchObject([
    { name: 'message.judged', data: { judged: 'courtesy' } },
    { name: 'ticket.reopen_dismissed', data: { reason: 'Merely thanks' } },
    {
      name: 'phrase.taught',
      actor_id: agent.id,
      data: { meaning: 'courtesy', message: messageId },
    },
  ])
  const other = await resolved()
  await answers(other.id, 'SPLENDIFEROUS\n\nSent from my iPhone')
  expect(await standing(other.id)).toMatchObject({ state: 'resolved', reopenCount: 0 })

  for (const text of ['Splendiferous?', 'Splendiferous :-(', 'Splendiferous, but broken']) {
    const asking = await resolved()
    await answers(asking.id, text)
    expect(await standing(asking.id)).toMatchObject({ state: 'open', reopenCount: 1 })
  }

  const { items } = await listLearnedPhrases(desk, agent, {})
  const phrase = items.find((one) => one.phrase === 'splendiferous')
  expect(phrase).toMatchObject({ meaning: 'courtesy', taughtBy: { id: agent.id }, ticketId: id })
  await forgetPhrase(desk, agent, { phraseId: phrase!.id })
  await expect(forgetPhrase(desk, agent, { phraseId: phrase!.id })).rejects.toMatchObject({
    reason: 'phrase.not-found',
  })
  const third = await resolved()
  await answers(third.id, 'Splendiferous!')
  expect(await standing(third.id)).toMatchObject({ state: 'open' })
})

test('what could be a problem another time is taken back once and not learned', async () => {
  const { id } = await resolved()
  const messageId = await answers(id, 'No error any more')
  await takeAsCourtesy(desk, agent, { messageId })
  expect(await standing(id)).toMatchObject({ state: 'resolved', reopenCount: 0 })
  const other = await resolved()
  await answers(other.id, 'No error any more')
  expect(await standing(other.id)).toMatchObject({ state: 'open' })
})

test('a notice of absence leaves a waiting ticket waiting, whatever a rule missed is taken back', async () => {
  const ticket = await someTicket(desk, agent)
  await replyToTicket(desk, agent, { ticketId: ticket.id, text: 'Which one?', wait: true })
  const known = await answers(
    ticket.id,
    'I am on vacation until Monday and will reply when I am back.',
  )
  expect(await messageOf(ticket.id, known)).toMatchObject({ judged: 'absence' })
  expect(await standing(ticket.id)).toMatchObject({ state: 'waiting' })
  const missed = await answers(ticket.id, 'Gone fishing')
  expect(await standing(ticket.id)).toMatchObject({ state: 'open' })
  await takeAsCourtesy(desk, agent, { messageId: missed, as: 'absence' })
  expect(await standing(ticket.id)).toMatchObject({ state: 'waiting' })
  await takeAsWork(desk, agent, { messageId: known })
  expect(await standing(ticket.id)).toMatchObject({ state: 'open' })
})

test.each([
  ['with a file', 'Thanks!', { hasEnclosure: true }],
  ['that could not be read', 'Thanks!', { isUnclear: true }],
  ['under a subject that says more', 'Thanks!', { subject: 'Export broken again' }],
  [
    'under a subject with something added',
    'Thanks!',
    { subject: 'Re: Export link never arrived - still failing' },
  ],
  ['without words, under another subject', '', { subject: 'Call me' }],
])('an answer %s comes back', async (_what, text, more) => {
  const { id } = await resolved()
  await answers(id, text, more)
  expect(await standing(id)).toMatchObject({ state: 'open', reopenCount: 1 })
})

test('a message that changed nothing, and one that is judged, cannot be taken back', async () => {
  const ticket = await someTicket(desk, agent)
  const messageId = await answers(ticket.id, 'And another thing')
  await expect(takeAsCourtesy(desk, agent, { messageId })).rejects.toMatchObject({
    reason: 'message.changed-nothing',
  })
  const { id } = await resolved()
  const judged = await answers(id, 'Thanks')
  await expect(takeAsCourtesy(desk, agent, { messageId: judged })).rejects.toMatchObject({
    reason: 'message.judged',
  })
  const nobody = { messageId: crypto.randomUUID() }
  await expect(takeAsWork(desk, agent, nobody)).rejects.toMatchObject({
    reason: 'message.not-found',
  })
})

test('an auditor reads what was taught and teaches nothing', async () => {
  const auditor = await createPerson(desk, { role: 'auditor' })
  const { id } = await resolved()
  const messageId = await answers(id, 'Thanks')
  await expect(takeAsWork(desk, auditor, { messageId })).rejects.toMatchObject({
    kind: 'forbidden',
  })
  await expect(listLearnedPhrases(desk, auditor, {})).resolves.toBeDefined()
})
