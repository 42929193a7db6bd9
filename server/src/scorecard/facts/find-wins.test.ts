import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { days, later } from '#server/core/clock.ts'
import { appendEvents } from '#server/core/events.ts'
import { tellWin } from '#server/learning/tell-win.ts'
import { declineWin, listWins, nameWin } from '#server/learning/name-win.ts'
import { orderOf, runbookDesk, ticketOf } from '#server/runbooks/testing/shop.ts'
import { startRunbook } from '#server/runbooks/run/start-runbook.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { setTicketType } from '#server/tickets/set-ticket-type.ts'
import { resolveTicket } from '#server/tickets/resolve-ticket.ts'
import { findWins } from './find-wins.ts'
import { updateFacts } from './update-facts.ts'
import { receivedByOthers, resolvedByOthers } from '#server/scorecard/testing/other-lines.ts'

const desk = await runbookDesk(await createTestDesk())
const agent = await createPerson(desk)
const lead = await createPerson(desk, { role: 'lead', name: 'Lea Lead' })
const type = 'parcels.missing'

type Said = { text: string }
const heard: Said[] = []
let answer = 200
const chat = createServer((request, response) => {
  let body = ''
  request.on('data', (part) => (body += part))
  request.on('end', () => {
    if (answer === 200) heard.push(JSON.parse(body) as Said)
    response.writeHead(answer).end('ok')
  })
}).listen(0, '127.0.0.1')
afterAll(() => chat.close())

const project = {
  ...desk.sources.project,
  folder: '/',
  current: () => ({
    ...desk.sources.project.current(),
    learning: {
      weeklyHours: { l1: 40, l2: 40, l3: 40 },
      chatWebhook: 'env:CHAT_OF_THIS_TEST',
    },
  }),
}
const config = { ...desk.config, publicUrl: 'https://desk.example' }
const told = { ...desk, sources: { ...desk.sources, project }, config }

/** A ticket that the first line resolves, with the runbook unless told otherwise. */
async function resolved({ isRun = true, of = type } = {}): Promise<string> {
  const { ticket, account } = await ticketOf(desk, agent, { subject: 'Parcel <gone> & lost' })
  await setTicketType(desk, agent, { ticketId: ticket.id, type: of })
  await orderOf(desk, account, { state: 'packing' })
  if (isRun)
    await startRunbook(desk, agent, { ticketId: ticket.id, runbook: 'parcel-not-received' })
  await resolveTicket(desk, agent, { ticketId: ticket.id, summary: 'Sent again' })
  await updateFacts(desk, { ticketId: ticket.id })
  return ticket.id
}

/** Tickets of the type that other lines worked. */
async function escalatedOnes(count: number, of = type): Promise<void> {
  for (let index = 0; index < count; index++) {
    const ticketId = crypto.randomUUID()
    await desk.db
      .transaction()
      .execute((tx) =>
        appendEvents(tx, agent, desk.clock.now(), [
          receivedByOthers(ticketId, of),
          resolvedByOthers(ticketId, of),
        ]),
      )
    await updateFacts(desk, { ticketId })
  }
}

async function proposedTickets(): Promise<string[]> {
  const { items } = await listWins(desk, lead, { state: 'proposed' })
  return items.map((win) => win.ticket.id)
}

test('what the first line resolved with a runbook, of a type it seldom resolves, is proposed once it held', async () => {
  const won = await resolved()
  const withoutMeans = await resolved({ isRun: false })
  await escalatedOnes(6)
  await findWins(desk)
  expect(await proposedTickets(), 'the window is still open').toEqual([])

  desk.clock.set(later(desk.clock.now(), 15 * days))
  await findWins(desk)
  await findWins(desk)
  const { items, proposed } = await listWins(desk, agent, { state: 'proposed' })
  expect(proposed).toBe(1)
  expect(items).toMatchObject([
    {
      ticket: { id: won, type },
      by: { kind: 'person', id: agent.id, name: agent.name },
      runbook: { id: 'parcel-not-received', version: 1 },
      typeRate: { resolved: 2, of: 8 },
      chat: 'none',
    },
  ])
  expect(await proposedTickets()).not.toContain(withoutMeans)
})

test('a win is named by a person and told in the chat, escaped, once the chat takes it', async () => {
  process.env.CHAT_OF_THIS_TEST = `http://127.0.0.1:${(chat.address() as AddressInfo).port}/hook`
  const { items } = await listWins(desk, lead, { state: 'proposed' })
  const { id } = items[0]!
  await expect(nameWin(told, agent, { id, name: 'Mine' })).rejects.toMatchObject({
    reason: 'permission.missing',
  })
  const win = await nameWin(told, lead, { id, name: 'The <held> parcel', story: 'A & B' })
  expect(win).toMatchObject({
    state: 'named',
    chat: 'waiting',
    decided: { by: { name: 'Lea Lead' } },
  })

  answer = 503
  await expect(tellWin(told, { win: id })).rejects.toMatchObject({ reason: 'chat.refused' })
  expect((await listWins(desk, agent, {})).items[0]).toMatchObject({
    chat: 'failed',
    chatError: 'The chat answered 503',
  })
  answer = 200
  await tellWin(told, { win: id })
  await tellWin(told, { win: id })
  expect(heard).toHaveLength(1)
  expect(heard[0]!.text).toContain('*The &lt;held&gt; parcel*')
  expect(heard[0]!.text).toContain('Parcel &lt;gone&gt; &amp; lost')
  expect(heard[0]!.text).toContain(`https://desk.example/tickets/`)
  expect((await listWins(desk, agent, {})).items[0]).toMatchObject({
    chat: 'sent',
    chatError: null,
  })
})

test('a win is decided once', async () => {
  const { items } = await listWins(desk, lead, { state: 'named' })
  const { id } = items[0]!
  await expect(declineWin(desk, lead, { id, reason: 'not tricky' })).rejects.toMatchObject({
    reason: 'win.decided',
  })
  await expect(
    declineWin(desk, lead, { id: crypto.randomUUID(), reason: 'not tricky' }),
  ).rejects.toMatchObject({ reason: 'win.not-found' })
})

test('a type the first line resolves by itself brings no wins', async () => {
  const ticket = await resolved({ of: 'how-to' })
  for (let index = 0; index < 5; index++) await resolved({ of: 'how-to', isRun: false })
  desk.clock.set(later(desk.clock.now(), 15 * days))
  await findWins(desk)
  expect(await proposedTickets()).not.toContain(ticket)
})
