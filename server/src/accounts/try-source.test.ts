import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { keepCounts } from '#server/connections/health/keep-counts.ts'
import { hours, minutes } from '#server/core/clock.ts'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { forgetTrials } from './forget-trials.ts'
import { getSource } from './get-source.ts'
import { scopeOfTrial } from './scope.ts'
import {
  createCustomerSystem,
  createFolder,
  createTestSources,
  projectFile,
  sourceFile,
} from './testing/factory.ts'
import { trySource } from './try-source.ts'

const testDesk = await createTestDesk()
const customer = await createCustomerSystem(`
  create table person (account_id text, email text);
  insert into person values ('acc_a', 'dana@northwind.example'), ('acc_b', 'canary@b.example')`)
const server = createServer((_, response) => {
  response.writeHead(403).end('no entry for dana@northwind.example')
})
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
afterAll(() => void server.close())
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const own = 'connection: replica\naccount_column: account_id\nsql: select * from person where'
const folder = createFolder({
  'firstline.yaml': `${projectFile}  api: { kind: http, base_url: "${address}", openapi: api.yaml, credential: env:KEY }
directory:
  connection: replica
  by_id: select account_id, account_id as account_name from person where account_id = :account_id
  by_email: select account_id, account_id as account_name from person where email = :email
`,
  'api.yaml': `
openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /things/{id}:
    get:
      operationId: listThings
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
`,
  'sources/people.yaml': sourceFile(
    'people',
    `mask: { email: email }\n${own} account_id = :account_id`,
  ),
  'sources/named.yaml': sourceFile(
    'named',
    `params: { name: { type: string } }\n${own} account_id = :account_id and email = :name`,
  ),
  'sources/all.yaml': sourceFile('all', `${own} :account_id <> email`),
  'sources/things.yaml': sourceFile(
    'things',
    'connection: api\naccount_column: account\ntimeout: 30s\noperation: listThings\nbind: { id: scope.account_id }',
  ),
  'sources/changes.yaml': sourceFile('changes', 'builtin: changes'),
})
const env = { REPLICA_URL: customer.url, KEY: 'canary-key' }
const desk = { ...testDesk, sources: await createTestSources(testDesk, folder, env) }
const lead = await createPerson(testDesk, { role: 'lead' })
const engineer = await createPerson(testDesk, { role: 'engineer' })
const reason = 'The panel is empty'
const wish = { source: 'people', account: 'acc_a', reason }

// nobody tries more than ten times within one
beforeEach(() => desk.clock.advance(2 * minutes))

function lastEvents(name: string) {
  return desk.db
    .selectFrom('event')
    .selectAll()
    .where('name', '=', name)
    .orderBy('id', 'desc')
    .execute()
}

test('a source is tried with an account: each call, the answer masked, and the look on record', async () => {
  const tried = await trySource(desk, lead, wish)
  expect(tried).toMatchObject({
    account: { externalId: 'acc_a' },
    calls: [
      { method: 'SQL', url: 'replica', answer: '1 row', body: { values: { account_id: 'acc_a' } } },
    ],
    panel: { source: 'people', rows: [{ account_id: 'acc_a' }] },
    refusal: null,
  })
  expect(JSON.stringify(tried)).not.toContain('dana@')
  const [event] = await lastEvents('account.tried')
  expect(event).toMatchObject({ actor_id: lead.id, data: { source: 'people', reason } })
  expect(event?.account_id).not.toBeNull()
  await keepCounts(desk, desk.sources.answers)
  const known = await desk.db.selectFrom('last_answer').select('thing').orderBy('thing').execute()
  expect(known).toMatchObject([{ thing: 'directory' }, { thing: 'people' }])
})

test('the account is found by an address as well', async () => {
  const tried = await trySource(desk, lead, { ...wish, account: 'canary@b.example' })
  expect(tried.account.externalId).toBe('acc_b')
})

test('an account that nobody knows: the look is on record, without what was asked for, and no more', async () => {
  for (const account of ['acc_z', 'nobody@z.example']) {
    const before = await desk.db.selectFrom('account').select('id').execute()
    await expect(trySource(desk, lead, { ...wish, account })).rejects.toMatchObject({
      reason: 'account.not-found',
    })
    const [event] = await lastEvents('account.tried')
    expect(event).toMatchObject({ account_id: null, data: { source: 'people', reason } })
    expect(JSON.stringify(event)).not.toContain(account)
    expect(await desk.db.selectFrom('account').select('id').execute()).toHaveLength(before.length)
  }
})

test('rows of another account are refused, as on a ticket', async () => {
  const tried = await trySource(desk, lead, { ...wish, source: 'all' })
  expect(tried).toMatchObject({ panel: null, refusal: { reason: 'source.foreign-row' } })
  expect(JSON.stringify(tried)).not.toContain('canary')
  expect(await lastEvents('security.foreign_row')).toHaveLength(1)
})

test('what the other side says in refusing is not shown, nor a secret', async () => {
  const tried = await trySource(desk, lead, { ...wish, source: 'things' })
  expect(tried).toMatchObject({
    calls: [
      {
        method: 'GET',
        url: 'api:/things/acc_a',
        headers: { authorization: expect.stringContaining('env:KEY') },
        answer: 'HTTP 403, 35 bytes',
      },
    ],
    refusal: { reason: 'source.unavailable' },
  })
  expect(JSON.stringify(tried)).not.toMatch(/canary|no entry|dana@/)
})

test('parameters are checked before anybody is asked, and nothing is recorded', async () => {
  const before = await lastEvents('account.tried')
  for (const params of [{ name: 7 }, { other: 'x' }]) {
    await expect(trySource(desk, lead, { ...wish, source: 'named', params })).rejects.toMatchObject(
      {
        reason: 'source.params-invalid',
      },
    )
  }
  for (const [source, why] of [
    ['changes', 'source.unavailable'],
    ['peopel', 'source.not-found'],
  ] as const) {
    const refused = trySource(desk, lead, { ...wish, source })
    await expect(refused).rejects.toMatchObject({ reason: why })
  }
  expect(await lastEvents('account.tried')).toHaveLength(before.length)
  const params = { name: 'dana@northwind.example' }
  expect(await trySource(desk, lead, { ...wish, source: 'named', params })).toMatchObject({
    panel: { rows: [{ account_id: 'acc_a' }] },
  })
})

test('who may not open an account tries none; who may, ten times within a minute, also at once', async () => {
  for (const who of [someAgent, engineer]) {
    await expect(trySource(desk, who, wish)).rejects.toMatchObject({ kind: 'forbidden' })
  }
  const eager = await createPerson(testDesk, { role: 'lead' })
  const tries = await Promise.allSettled(
    Array.from({ length: 12 }, () => trySource(desk, eager, wish)),
  )
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
  const late = trySource(desk, eager, { ...wish, account: 'acc_z' })
  await expect(late).rejects.toMatchObject({ kind: 'limited', reason: 'source.tried-often' })
  desk.clock.advance(minutes)
  expect(await trySource(desk, eager, wish)).toMatchObject({ refusal: null })
})

test('the scope is of who tries, for a minute; then it is forgotten', async () => {
  await trySource(desk, lead, wish)
  const { id } = await desk.db
    .selectFrom('source_trial')
    .select('id')
    .orderBy('tried_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const now = desk.clock.now()
  expect(await scopeOfTrial(desk.db, { id, personId: lead.id, now })).toMatchObject({
    externalId: 'acc_a',
    ticketId: null,
  })
  const none = { reason: 'trial.not-found' }
  const foreign = scopeOfTrial(desk.db, { id, personId: engineer.id, now })
  await expect(foreign).rejects.toMatchObject(none)
  desk.clock.advance(minutes)
  const over = scopeOfTrial(desk.db, { id, personId: lead.id, now: desk.clock.now() })
  await expect(over).rejects.toMatchObject(none)
  desk.clock.advance(2 * hours)
  await forgetTrials(desk)
  expect(await desk.db.selectFrom('source_trial').select('id').execute()).toEqual([])
})

test('a source is shown as its file says it', async () => {
  expect(await getSource(desk, engineer, { source: 'named' })).toMatchObject({
    connection: 'replica',
    params: { name: { type: 'string' } },
    yaml: { file: 'sources/named.yaml', line: 1, text: expect.stringContaining('email = :name') },
  })
  await expect(getSource(desk, someAgent, { source: 'named' })).rejects.toMatchObject({
    kind: 'forbidden',
  })
})
