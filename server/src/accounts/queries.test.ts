import { expect, test } from 'vitest'
import { hours } from '#server/core/clock.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import {
  createCustomerSystem,
  createFolder,
  createTestSources,
  createTicket,
  projectFile,
  sourceFile,
} from './testing/factory.ts'
import { getProject, listPanels, readPanel } from './queries.ts'
import { unmaskPanel } from './unmask-panel.ts'

const testDesk = await createTestDesk()
const customer = await createCustomerSystem(`
  create table person (account_id text, id text, email text, phone text, name text, pin text);
  insert into person values ('acc_a', 'p1', 'dana@northwind.example', '+49 170 1234567', 'Dana Mills', '0000'),
    ('acc_a', 'p2', null, null, null, null), ('acc_b', 'p9', 'canary@b.example', '1', 'Canary', '1')
`)
const own = 'connection: replica\naccount_column: account_id'
const nested = `${own}\nsql: |
  select account_id, id, jsonb_build_object('mail', email, 'at', jsonb_build_object('city', 'Kyoto')) as contact,
    jsonb_build_array(jsonb_build_object('to', email), jsonb_build_object('to', phone)) as mails
  from person where account_id = :account_id order by id`
const folder = createFolder({
  'firstline.yaml': `${projectFile}account_picture: [people, plain]\n`,
  'sources/people.yaml': sourceFile(
    'people',
    `${own}\nmask: { email: email, phone: phone, name: name, pin: hidden }
columns: [{ field: email, title: Mail }, { field: id, as: code }]
empty: No people
sql: select * from person where account_id = :account_id order by id`,
  ),
  'sources/nested.yaml': sourceFile(
    'nested',
    `${nested}\nmask: { contact.mail: email, mails.to: hidden }`,
  ),
  'sources/called.yaml': sourceFile(
    'called',
    `${nested}\nmask: { contact: hidden }\ncolumns: [{ field: contact.at.city, title: Town }, { field: contact.mail }, { field: mails.to }]`,
  ),
  'sources/plain.yaml': sourceFile(
    'plain',
    `${own}\nsql: select account_id, id, 1 as made_at_s from person where account_id = :account_id`,
  ),
})
const desk = {
  ...testDesk,
  sources: await createTestSources(testDesk, folder, { REPLICA_URL: customer.url }),
}
const agent = await createPerson(testDesk)
const auditor = await createPerson(testDesk, { role: 'auditor' })

test('the picture names its panels and the account', async () => {
  const ticketId = await createTicket(desk, 'acc_a')
  expect(await listPanels(desk, agent, { ticketId })).toMatchObject({
    account: { externalId: 'acc_a' },
    panels: [
      { source: 'people', title: 'people', isSingle: false },
      { source: 'plain', title: 'plain', isSingle: false },
    ],
  })
})

test('a ticket of an unknown sender has panels and no account', async () => {
  const ticketId = await createTicket(desk, null)
  expect(await listPanels(desk, agent, { ticketId })).toMatchObject({ account: null })
  await expect(readPanel(desk, agent, { ticketId, source: 'people' })).rejects.toMatchObject({
    kind: 'conflict',
    reason: 'ticket.no-account',
  })
})

test('a panel is masked: enough to recognise, not enough to use', async () => {
  const ticketId = await createTicket(desk, 'acc_a')
  const panel = await readPanel(desk, agent, { ticketId, source: 'people' })
  expect(panel.rows[0]).toMatchObject({
    email: 'd•••@northwind.example',
    phone: '•••567',
    name: 'D••• M•••',
    pin: '•••',
  })
  expect(panel.rows[1]).toMatchObject({ email: null, phone: null })
  expect(panel.columns).toEqual([
    { field: 'email', title: 'Mail', as: 'text', isMasked: true },
    { field: 'id', title: 'Id', as: 'code', isMasked: false },
  ])
  expect(panel.emptyText).toBe('No people')
})

test('without declared columns all are shown but the account itself', async () => {
  const ticketId = await createTicket(desk, 'acc_a')
  const panel = await readPanel(desk, agent, { ticketId, source: 'plain' })
  expect(panel.columns.map(({ title }) => title)).toEqual(['Id', 'Made at s'])
})

test('what a column holds is a field too: shown by its path, masked by it, unmasked with the rest', async () => {
  const ticketId = await createTicket(desk, 'acc_a')
  const panel = await readPanel(desk, agent, { ticketId, source: 'nested' })
  expect(panel.columns.map(({ title, isMasked }) => [title, isMasked])).toEqual([
    ['Id', false],
    ['Contact at', false],
    ['Contact mail', true],
    ['Mails', true],
  ])
  expect(panel.rows).toMatchObject([
    {
      contact: { mail: 'd•••@northwind.example', at: { city: 'Kyoto' } },
      mails: [{ to: '•••' }, { to: '•••' }],
    },
    { contact: { mail: null }, mails: [{ to: null }, { to: null }] },
  ])
  const unmasked = await unmaskPanel(desk, agent, { ticketId, source: 'nested', reason: 'Which?' })
  expect(unmasked.rows[0]).toMatchObject({ contact: { mail: 'dana@northwind.example' } })
})

test('a column that is declared by its path is masked with what it is a part of', async () => {
  const ticketId = await createTicket(desk, 'acc_a')
  const panel = await readPanel(desk, agent, { ticketId, source: 'called' })
  expect(panel.columns).toEqual([
    { field: 'contact.at.city', title: 'Town', as: 'text', isMasked: true },
    { field: 'contact.mail', title: 'Contact mail', as: 'text', isMasked: true },
    { field: 'mails.to', title: 'Mails to', as: 'text', isMasked: false },
  ])
  expect(panel.rows[0]).toMatchObject({ contact: '•••' })
})

test('unmasking needs a reason and is on record', async () => {
  const ticketId = await createTicket(desk, 'acc_a')
  const unmasking = { ticketId, source: 'people', reason: 'Customer asks which address we use' }
  const panel = await unmaskPanel(desk, agent, unmasking)
  expect(panel.rows[0]).toMatchObject({ email: 'dana@northwind.example', pin: '0000' })
  expect(panel.columns[0]?.isMasked).toBe(false)
  expect(await eventsOf(ticketId)).toEqual([
    {
      name: 'account.unmasked',
      actor_id: agent.id,
      data: { source: 'people', reason: unmasking.reason },
    },
    { name: 'account.viewed', actor_id: agent.id, data: {} },
  ])
  await expect(unmaskPanel(desk, agent, { ...unmasking, reason: ' ' })).rejects.toMatchObject({
    reason: 'input.invalid',
  })
  await expect(unmaskPanel(desk, auditor, unmasking)).rejects.toMatchObject({
    reason: 'permission.missing',
  })
  await expect(unmaskPanel(desk, agent, { ...unmasking, source: 'plain' })).rejects.toMatchObject({
    reason: 'source.not-masked',
  })
  expect(await eventsOf(ticketId)).toHaveLength(2)
})

test('opening an account is recorded once for a person, ticket and hour', async () => {
  const ticketId = await createTicket(desk, 'acc_a')
  const other = await createPerson(testDesk)
  await listPanels(desk, agent, { ticketId })
  await viewsOf(ticketId, 1)
  testDesk.clock.advance(hours / 3)
  await Promise.all([listPanels(desk, agent, { ticketId }), listPanels(desk, agent, { ticketId })])
  await listPanels(desk, other, { ticketId })
  await viewsOf(ticketId, 2)
  testDesk.clock.advance(hours / 3 + hours / 3)
  await listPanels(desk, agent, { ticketId })
  await viewsOf(ticketId, 3)
  expect((await eventsOf(ticketId)).map(({ actor_id }) => actor_id)).toEqual([
    agent.id,
    other.id,
    agent.id,
  ])
})

test('who may not see accounts sees none', async () => {
  const ticketId = await createTicket(desk, 'acc_a')
  await expect(listPanels(desk, auditor, { ticketId })).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(readPanel(desk, auditor, { ticketId, source: 'people' })).rejects.toMatchObject({
    kind: 'forbidden',
  })
})

test('the project says what it declares and what does not load', async () => {
  folder.write('sources/bad.yaml', 'apiVersion: firstline/v1\nkind: Suorce\n')
  await desk.sources.project.reload()
  expect(await getProject(desk, agent, {})).toEqual({
    name: 'Test company',
    sources: [
      {
        id: 'called',
        title: 'called',
        columns: [
          { field: 'contact.at.city', title: 'Town', as: 'text', isMasked: true },
          { field: 'contact.mail', title: 'Contact mail', as: 'text', isMasked: true },
          { field: 'mails.to', title: 'Mails to', as: 'text', isMasked: false },
        ],
      },
      { id: 'nested', title: 'nested', columns: [] },
      {
        id: 'people',
        title: 'people',
        columns: [
          { field: 'email', title: 'Mail', as: 'text', isMasked: true },
          { field: 'id', title: 'Id', as: 'code', isMasked: false },
        ],
      },
      { id: 'plain', title: 'plain', columns: [] },
    ],
    problems: [
      {
        file: 'sources/bad.yaml',
        line: 2,
        reason: expect.any(String),
        said: { words: 'kind must be one of {0}', values: [expect.any(String)] },
        suggestion: 'Source',
      },
    ],
  })
})

function eventsOf(ticketId: string) {
  return testDesk.db
    .selectFrom('event')
    .select(['name', 'actor_id', 'data'])
    .where('ticket_id', '=', ticketId)
    .orderBy('id')
    .execute()
}

/** On record when the answer is there, and not twice. */
async function viewsOf(ticketId: string, count: number) {
  expect(await eventsOf(ticketId)).toHaveLength(count)
}
