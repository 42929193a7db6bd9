import { describe, expect, test } from 'vitest'
import { minutes } from '#server/core/clock.ts'
import { Limited, Unavailable } from '#server/core/errors.ts'
import { eventsOf } from '#server/tickets/testing/factory.ts'
import { getTicket, getTimeline } from '#server/tickets/queries.ts'
import { reopenTicket } from '#server/tickets/reopen-ticket.ts'
import { replyToTicket } from '#server/tickets/reply-to-ticket.ts'
import { resolveTicket } from '#server/tickets/resolve-ticket.ts'
import { retryDelivery } from '#server/tickets/retry-delivery.ts'
import { takeBackReply } from '#server/tickets/take-back-reply.ts'
import { mergeTicket } from '#server/tickets/merging/merge-ticket.ts'
import { findBesideTicket } from './find-beside-ticket.ts'
import { tellDesk } from './tell-desk.ts'
import { besideDesk } from './testing/desk.ts'

const desk = await besideDesk()
const { hands, agent } = desk

async function mirrored() {
  const id = await hands.begin('Export missing', 'Where is my export?')
  await desk.follow()
  const ticketId = await desk.ticketOf(id)
  desk.clock.advance(minutes)
  return { id, ticketId }
}

/** What we wrote there, without the marker. */
async function toldOf(id: string) {
  const read = await desk.desk.readTicket(id)
  return (read?.entries ?? [])
    .filter(({ isOwn }) => isOwn)
    .map(({ text, isInternal, status }) => ({
      text: text?.replace(/\n\nFirstline [0-9a-f]{16}$/, '') ?? null,
      isInternal,
      ...(status === undefined ? {} : { status }),
    }))
}

const named = async (ticketId: string) => (await eventsOf(desk, ticketId)).map(({ name }) => name)
const messagesOf = async (ticketId: string) => {
  const { items } = await getTimeline(desk, agent, { ticketId })
  return items.flatMap((item) => (item.kind === 'message' ? [item.message] : []))
}
const writesOf = (ticketId: string) =>
  desk.db
    .selectFrom('beside_write')
    .selectAll()
    .where('ticket_id', '=', ticketId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

describe('what happened here is told there', () => {
  test('a reply is written there and sent by no mail', async () => {
    const { id, ticketId } = await mirrored()
    await replyToTicket(desk, agent, { ticketId, text: 'It is on its way' })
    desk.pass()
    await desk.workOff()
    expect(await toldOf(id)).toEqual([{ text: 'It is on its way', isInternal: false }])
    expect((await messagesOf(ticketId)).at(-1)).toMatchObject({ kind: 'reply', delivery: 'sent' })
    expect(desk.mails).toEqual([])
    // and is not taken for a word of somebody else when it is read
    await desk.follow()
    expect(await messagesOf(ticketId)).toHaveLength(2)
  })

  test('a reply that was taken back in time is not', async () => {
    const { id, ticketId } = await mirrored()
    const { id: messageId } = await replyToTicket(desk, agent, { ticketId, text: 'Oh no' })
    await takeBackReply(desk, agent, { messageId })
    desk.pass()
    await desk.workOff()
    expect(await toldOf(id)).toEqual([])
  })

  test('a resolution is a note with its reason, and the status', async () => {
    const { id, ticketId } = await mirrored()
    await resolveTicket(desk, agent, { ticketId, summary: 'Requeued the export' })
    desk.pass()
    await desk.workOff()
    expect(await toldOf(id)).toEqual([
      {
        text: `Resolved by Ada Agent (L1): Requeued the export\nhttps://desk.acme.example/tickets/${ticketId}`,
        isInternal: true,
        status: 'Resolved',
      },
    ])
    await desk.follow()
    expect((await getTicket(desk, agent, { ticketId })).resolutions).toHaveLength(1)
    expect(await named(ticketId)).toContain('beside.told')
  })

  test('with a reply the customer is asked there whether it helped', async () => {
    const { id, ticketId } = await mirrored()
    await resolveTicket(desk, agent, { ticketId, summary: 'Requeued', reply: 'It comes now' })
    desk.pass()
    await desk.workOff()
    const told = await toldOf(id)
    const [reply, note] = [false, true].map((isNote) =>
      told.find(({ isInternal }) => isInternal === isNote),
    )
    expect(reply?.text).toMatch(
      /^It comes now\n\nDid this solve it\? https:\/\/desk\.acme\.example\/rate\/\S+$/,
    )
    expect(note?.text).toContain('Requeued')
    expect(told.flatMap(({ status }) => status ?? [])).toEqual(['Resolved'])
  })

  test('a resolution that was taken back before is not', async () => {
    const { id, ticketId } = await mirrored()
    await resolveTicket(desk, agent, { ticketId, summary: 'Requeued the export' })
    await reopenTicket(desk, agent, { ticketId, cause: 'Too early' })
    desk.pass()
    await desk.workOff()
    expect(await toldOf(id)).toEqual([])
  })
})

describe('a write that is tried again', () => {
  test('after its answer was lost, is found by its marker and not made twice', async () => {
    const { id, ticketId } = await mirrored()
    await replyToTicket(desk, agent, { ticketId, text: 'Once only' })
    desk.pass()
    const lost = { ...desk.desk }
    lost.write = async (to, writing) => {
      await desk.desk.write(to, writing)
      throw new Unavailable('outbound.timeout', 'It did not answer in time')
    }
    const given = await desk.workOffBy(lost).catch((error: unknown) => error)
    expect(given).toMatchObject({ reason: 'outbound.timeout' })
    const [write] = await writesOf(ticketId)
    await tellDesk(desk, desk.desk, { write: write?.id ?? '' })
    await tellDesk(desk, desk.desk, { write: write?.id ?? '' })
    expect(await toldOf(id)).toHaveLength(1)
    expect(await writesOf(ticketId)).toMatchObject([{ state: 'told' }])
    expect((await messagesOf(ticketId)).at(-1)).toMatchObject({ delivery: 'sent' })
  })

  test('waits as long as the desk asks for', async () => {
    const { id, ticketId } = await mirrored()
    await replyToTicket(desk, agent, { ticketId, text: 'In a moment' })
    desk.pass()
    desk.faults.push(new Limited('beside.limited', 'A pause of 300 seconds', 300))
    await desk.workOff()
    desk.pass(4 * minutes)
    await desk.workOff()
    expect(await toldOf(id)).toEqual([])
    desk.pass(2 * minutes)
    await desk.workOff()
    expect(await toldOf(id)).toHaveLength(1)
  })

  test('somebody who quotes the marker has not made it for us', async () => {
    const { id, ticketId } = await mirrored()
    await replyToTicket(desk, agent, { ticketId, text: 'The real one' })
    desk.pass()
    const lost = { ...desk.desk, readTicket: () => Promise.reject(new Unavailable('a.b', 'Away')) }
    await desk.workOffBy(lost).catch(() => undefined)
    const [write] = await writesOf(ticketId)
    const marker = `Firstline ${(write?.id ?? '').replaceAll('-', '').slice(0, 16)}`
    await hands.say(id, 'customer', `I saw this: ${marker}`)
    await tellDesk(desk, desk.desk, { write: write?.id ?? '' })
    expect(await toldOf(id)).toMatchObject([{ text: 'The real one' }])
  })
})

describe('what was changed there meanwhile', () => {
  test('a customer who has written in between is back here, and nothing is written over', async () => {
    const { id, ticketId } = await mirrored()
    await resolveTicket(desk, agent, { ticketId, summary: 'Requeued', reply: 'It comes now' })
    desk.clock.advance(5_000)
    await hands.say(id, 'customer', 'No, it does not')
    desk.pass()
    await desk.workOff()
    expect(await toldOf(id)).toEqual([])
    const ticket = await getTicket(desk, agent, { ticketId })
    expect(ticket).toMatchObject({ state: 'open', reopenCount: 1 })
    expect((await messagesOf(ticketId)).find(({ kind }) => kind === 'reply')).toMatchObject({
      delivery: 'failed',
      deliveryError: 'The ticket went on meanwhile: read it, then answer again',
    })
    expect(await named(ticketId)).toContain('beside.conflict')
  })

  test('a status that somebody has set there is shown, not written over', async () => {
    const { id, ticketId } = await mirrored()
    await resolveTicket(desk, agent, { ticketId, summary: 'Requeued the export' })
    await hands.set(id, 'In Progress')
    desk.pass()
    await desk.workOff()
    expect((await desk.desk.readTicket(id))?.status).toBe('In Progress')
    expect(await writesOf(ticketId)).toMatchObject([
      { state: 'conflict', why: 'Stella Staff: In Progress' },
    ])
    const { items } = await getTimeline(desk, agent, { ticketId })
    expect(
      items.find((item) => item.kind === 'event' && item.name === 'beside.conflict'),
    ).toBeDefined()
  })

  test('a reply that failed is sent again when it is asked for', async () => {
    const { id, ticketId } = await mirrored()
    await resolveTicket(desk, agent, { ticketId, summary: 'Requeued', reply: 'It comes now' })
    await hands.set(id, 'In Progress')
    desk.pass()
    await desk.workOff()
    const failed = (await messagesOf(ticketId)).find(({ kind }) => kind === 'reply')
    expect(failed?.delivery).toBe('failed')
    await desk.follow()
    await retryDelivery(desk, agent, { messageId: failed?.id ?? '' })
    await desk.sendAgain(failed?.id ?? '')
    await desk.workOff()
    expect(await toldOf(id)).toMatchObject([{ isInternal: false, status: 'Resolved' }])
  })

  test('what was deleted there cannot be told, which is said', async () => {
    const { id, ticketId } = await mirrored()
    await replyToTicket(desk, agent, { ticketId, text: 'Hello?' })
    await hands.remove(id)
    desk.pass()
    await desk.workOff()
    expect((await messagesOf(ticketId)).at(-1)).toMatchObject({ delivery: 'failed' })
    expect(await named(ticketId)).toContain('beside.refused')
  })
})

test('a ticket that lives there is merged there', async () => {
  const [one, other] = [await mirrored(), await mirrored()]
  await expect(
    mergeTicket(desk, agent, { ticketId: one.ticketId, into: other.ticketId }),
  ).rejects.toMatchObject({ reason: 'merge.outside' })
})

test('it is found by what it is called there; one that is not here says when it comes', async () => {
  const { id, ticketId } = await mirrored()
  expect(await findBesideTicket(desk, agent, { desk: 'redmine', externalId: id })).toEqual({
    id: ticketId,
  })
  await expect(
    findBesideTicket(desk, agent, { desk: 'redmine', externalId: '999999' }),
  ).rejects.toMatchObject({ reason: 'beside.not-mirrored' })
})
