import { routes } from '@firstline/contract/routes'
import { expect, test } from 'vitest'
import { minutes } from '#server/core/clock.ts'
import { startRunbook } from '#server/runbooks/run/start-runbook.ts'
import { orderOf, runbookDesk, ticketOf } from '#server/runbooks/testing/shop.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { replyToTicket } from '#server/tickets/reply-to-ticket.ts'
import { resolveTicket } from '#server/tickets/resolve-ticket.ts'
import { archiveSavedReply } from '#server/tickets/saved-replies/archive-saved-reply.ts'
import { listSavedReplies } from '#server/tickets/saved-replies/list-saved-replies.ts'
import { offerSavedReplies } from '#server/tickets/saved-replies/offer-saved-replies.ts'
import { restoreSavedReply } from '#server/tickets/saved-replies/restore-saved-reply.ts'
import { takeBackReply } from '#server/tickets/take-back-reply.ts'
import { changeSavedReply } from './change-saved-reply.ts'
import { createSavedReply } from './create-saved-reply.ts'
import { fillSavedReply } from './fill-saved-reply.ts'

const desk = await runbookDesk(await createTestDesk())
const lead = await createPerson(desk, { role: 'lead', name: 'Lena Lead' })
const other = await createPerson(desk, { role: 'lead', name: 'Luis' })
const agent = await createPerson(desk, { name: 'Ada Agent' })
const unique = () => crypto.randomUUID().slice(0, 8)
const nobody = '00000000-0000-7000-8000-000000000000'

async function saved(text: string, more: { title?: string; folder?: string } = {}) {
  const { id } = await createSavedReply(desk, lead, { title: `Reply ${unique()}`, text, ...more })
  return id
}

async function lastEventOf(q: string) {
  const { items } = await listSavedReplies(desk, agent, { q })
  return items[0]!.lastEvent
}

async function recordOf(savedReplyId: string) {
  const rows = await desk.db
    .selectFrom('event')
    .select(['name', 'actor_id', 'data'])
    .where('name', 'like', 'saved_reply.%')
    .orderBy('id')
    .execute()
  return rows.filter(({ data }) => JSON.stringify(data).includes(savedReplyId))
}

test('a reply is saved by a lead, read by every agent, and each version of its words is on record', async () => {
  const words = { title: `Late ${unique()}`, folder: 'Parcels', text: 'It is late.' }
  await expect(createSavedReply(desk, agent, words)).rejects.toMatchObject({ kind: 'forbidden' })
  const { id: savedReplyId } = await createSavedReply(desk, lead, words)
  const { items, folders } = await listSavedReplies(desk, agent, { q: words.title })
  expect(items).toMatchObject([{ ...words, id: savedReplyId, changedBy: { name: 'Lena Lead' } }])
  expect(folders).toContainEqual({ folder: 'Parcels', count: 1 })
  await changeSavedReply(desk, lead, { savedReplyId, ...words, text: 'It is very late.' })
  await expect(
    changeSavedReply(desk, lead, { savedReplyId, ...words, text: 'It is very late.' }),
  ).rejects.toMatchObject({ reason: 'saved-reply.unchanged' })
  expect((await recordOf(savedReplyId)).map(({ name, data }) => [name, data])).toEqual([
    ['saved_reply.created', { saved_reply: savedReplyId, ...words }],
    ['saved_reply.changed', { saved_reply: savedReplyId, ...words, text: 'It is very late.' }],
  ])
})

test('two who write at once do not overwrite one another, and the second is shown the words of the first', async () => {
  const title = `Twice ${unique()}`
  const savedReplyId = await saved('First', { title })
  const promised = { answer: routes.changeSavedReply.response, seen: await lastEventOf(title) }
  const by = (who: typeof lead, text: string, seen = promised.seen) =>
    changeSavedReply(desk, who, { savedReplyId, title, text }, { ...promised, seen })
  await by(other, 'Luis was here')
  await expect(by(lead, 'Lena was here')).rejects.toMatchObject({
    kind: 'conflict',
    reason: 'saved-reply.changed-meanwhile',
    extra: { newer: [{ by: { name: 'Luis' }, text: 'Luis was here' }] },
  })
  expect((await listSavedReplies(desk, agent, { q: title })).items[0]?.text).toBe('Luis was here')
  // who wrote it themselves has seen it, and so has who was told
  await by(other, 'Luis again')
  await by(lead, 'Lena, having read it', await lastEventOf(title))
})

test('a variable that nothing fills is refused at saving with the nearest spelling, and nothing is stored', async () => {
  const before = (await listSavedReplies(desk, agent, { limit: 100 })).items.length
  const refused = (text: string, reason: string, detail: string | RegExp) =>
    expect(saved(text)).rejects.toMatchObject({
      kind: 'invalid',
      reason,
      message: expect.stringMatching(detail),
    })
  const unknown = 'saved-reply.variable-unknown'
  await refused(
    'Hi {{contact.firstname}}',
    unknown,
    /\{\{contact\.firstname\}\}.*contact\.first_name/,
  )
  await refused('Hi {{ contact.first_name | upper }}', unknown, /upper/)
  await refused('Hi {{__proto__.x}}', unknown, /__proto__/)
  await refused('Hi {{constructor}}', unknown, /constructor/)
  await refused('Hi {{}}', unknown, /\{\{\}\}/)
  await refused('Of {{run.ordr.id}}', unknown, /run\.order\.id/)
  await refused('Of {{run.delay.slep}}', unknown, /run\.delay\.slept/)
  await refused('Of {{run.constructor}}', unknown, /constructor/)
  await refused('Hi {{contact.first_name}', 'saved-reply.braces', /stand alone/)
  await refused('Hi contact.first_name}}', 'saved-reply.braces', /stand alone/)
  expect((await listSavedReplies(desk, agent, { limit: 100 })).items).toHaveLength(before)
  await saved('{ "plain": {} } and {{ticket.number}}, {{ run.order.id }}, {{run.neighbour}}')
})

test('it is filled with the values of its ticket, of what its run found and of who writes; the rest is marked', async () => {
  const { ticket, account } = await ticketOf(desk, agent)
  const order = await orderOf(desk, account, { state: 'packing' })
  const savedReplyId = await saved(
    'Dear {{contact.first_name}} of {{account.name}}: {{run.order.id}} ({{ ticket.number }}). {{agent.name}}',
  )
  const fill = () => fillSavedReply(desk, agent, { ticketId: ticket.id, savedReplyId })
  const before = await fill()
  expect(before.missing).toContain('run.order.id')
  expect(before.text).toContain('[run.order.id?]')
  await startRunbook(desk, agent, { ticketId: ticket.id, runbook: 'parcel-not-received' })
  const { text, missing } = await fill()
  expect(text).toContain(`${order} (#${ticket.number}). Ada Agent`)
  expect(missing).not.toContain('run.order.id')
  expect(text).not.toContain('{{')
  for (const name of missing) expect(text).toContain(`[${name}?]`)
})

test('a value cannot add a line, a variable or a mark of its own name', async () => {
  const { ticket } = await ticketOf(desk, agent)
  await desk.db
    .updateTable('ticket')
    .set({ subject: 'One\nTwo {{agent.name}}' })
    .where('id', '=', ticket.id)
    .execute()
  await desk.db
    .updateTable('contact')
    .set({ name: 'https://evil.example now' })
    .where('id', '=', ticket.contact!.id)
    .execute()
  const savedReplyId = await saved('{{ticket.subject}}|{{contact.first_name}}|{{contact.name}}')
  const filled = await fillSavedReply(desk, agent, { ticketId: ticket.id, savedReplyId })
  expect(filled).toEqual({
    text: 'One Two {{agent.name}}|[contact.first_name?]|[contact.name?]',
    missing: ['contact.first_name', 'contact.name'],
  })
})

test('who may not look at the account is given no values', async () => {
  const { ticket } = await ticketOf(desk, agent)
  const auditor = await createPerson(desk, { role: 'auditor' })
  const savedReplyId = await saved('{{contact.email}}')
  await expect(
    fillSavedReply(desk, auditor, { ticketId: ticket.id, savedReplyId }),
  ).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(
    fillSavedReply(desk, agent, { ticketId: nobody, savedReplyId }),
  ).rejects.toMatchObject({ reason: 'ticket.not-found' })
  await expect(
    fillSavedReply(desk, agent, { ticketId: ticket.id, savedReplyId: nobody }),
  ).rejects.toMatchObject({ reason: 'saved-reply.not-found' })
})

test('the best comes first: by title before folder before text, then the most used of the type', async () => {
  const word = `w${unique()}`
  const inText = await saved(`Say ${word}`, { title: 'Other' })
  const inFolder = await saved('Say', { title: 'Other', folder: `The ${word}` })
  const within = await saved('Say', { title: `A x${word}` })
  const first = await saved('Say', { title: `${word} b` })
  const also = await saved('Say', { title: `${word} a` })
  const { ticket } = await ticketOf(desk, agent)
  const offer = async (q: string) =>
    (await offerSavedReplies(desk, agent, { ticketId: ticket.id, q })).items
  const idsOf = async (q: string) => (await offer(q)).map(({ id }) => id)
  expect(await idsOf(word.toUpperCase())).toEqual([also, first, within, inFolder, inText])
  const { id: messageId } = await replyToTicket(desk, agent, {
    ticketId: ticket.id,
    text: 'Say',
    savedReplyId: first,
  })
  expect(await idsOf(word)).toEqual([first, also, within, inFolder, inText])
  await takeBackReply(desk, agent, { messageId })
  expect((await idsOf(word))[0]).toBe(also)
  expect(await idsOf(`${word} say`)).toHaveLength(5)
  expect(await idsOf(`${word} % nowhere`)).toEqual([])
  await archiveSavedReply(desk, lead, { savedReplyId: also })
  expect((await idsOf(word))[0]).toBe(first)
})

test('a message keeps which reply it was written with, and an unknown one is refused', async () => {
  const savedReplyId = await saved('It is on its way')
  const { ticket } = await ticketOf(desk, agent)
  const send = { ticketId: ticket.id, text: 'It is on its way' }
  await expect(replyToTicket(desk, agent, { ...send, savedReplyId: nobody })).rejects.toMatchObject(
    { kind: 'not-found', reason: 'saved-reply.not-found' },
  )
  const message = await replyToTicket(desk, agent, { ...send, savedReplyId })
  expect(message.savedReplyId).toBe(savedReplyId)
  expect(await takeBackReply(desk, agent, { messageId: message.id })).toMatchObject({
    savedReplyId,
  })
  await resolveTicket(desk, agent, {
    ticketId: ticket.id,
    summary: 'Done',
    reply: 'It is on its way',
    savedReplyId,
  })
  const stored = await desk.db
    .selectFrom('message')
    .select('saved_reply_id')
    .where('ticket_id', '=', ticket.id)
    .where('kind', '=', 'reply')
    .execute()
  expect(stored).toEqual([{ saved_reply_id: savedReplyId }])
})

test('what is archived is offered no more, is found among the archived, and comes back', async () => {
  const title = `Old ${unique()}`
  const savedReplyId = await saved('Old words', { title })
  const found = async (state: 'kept' | 'archived') =>
    (await listSavedReplies(desk, agent, { q: title, state })).items.length
  await expect(restoreSavedReply(desk, lead, { savedReplyId })).rejects.toMatchObject({
    reason: 'saved-reply.kept',
  })
  await archiveSavedReply(desk, lead, { savedReplyId })
  expect([await found('kept'), await found('archived')]).toEqual([0, 1])
  await expect(archiveSavedReply(desk, lead, { savedReplyId })).rejects.toMatchObject({
    reason: 'saved-reply.archived',
  })
  await expect(archiveSavedReply(desk, agent, { savedReplyId })).rejects.toMatchObject({
    kind: 'forbidden',
  })
  await restoreSavedReply(desk, lead, { savedReplyId })
  expect([await found('kept'), await found('archived')]).toEqual([1, 0])
  expect((await recordOf(savedReplyId)).map(({ name }) => name)).toEqual([
    'saved_reply.created',
    'saved_reply.archived',
    'saved_reply.restored',
  ])
})

test('the list comes page after page by folder and title, each once, whatever stands in them', async () => {
  const word = `p${unique()}`
  const titles = ['b', 'A', '"quoted", |', 'Ä', 'a'].map((title) => `${title} ${word}`)
  for (const [n, title] of titles.entries()) {
    desk.clock.advance(minutes)
    await saved(word, { title, folder: n % 2 ? 'Second' : 'first' })
  }
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await listSavedReplies(desk, agent, { q: word, limit: 2, cursor })
    seen.push(...page.items.map(({ title }) => title))
    cursor = page.next ?? undefined
  } while (cursor)
  expect(seen.toSorted()).toEqual(titles.toSorted())
  expect(new Set(seen.slice(0, 3))).toEqual(new Set([titles[0], titles[2], titles[4]]))
  await expect(listSavedReplies(desk, agent, { cursor: 'abc' })).rejects.toMatchObject({
    reason: 'cursor.invalid',
  })
})
