import { expect, test } from 'vitest'
import {
  createCustomerSystem,
  createFolder,
  createScope,
  createTestSources,
  projectFile,
  sourceFile,
} from '#server/accounts/testing/factory.ts'
import { connectedSources } from '#server/accounts/connected-sources.ts'
import { findAccount } from '#server/accounts/directory.ts'
import { readSource } from '#server/accounts/read-source.ts'
import { getConnection, listConnections } from '#server/connections/list-connections.ts'
import { days, hours, minutes } from '#server/core/clock.ts'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { createAnswerCounts } from './count-answers.ts'
import type { Answered } from './count-answers.ts'
import { forgetAnswerCounts } from './forget-counts.ts'
import { keepCounts } from './keep-counts.ts'

const testDesk = await createTestDesk()
const { clock } = testDesk
const customer = await createCustomerSystem(`
  create table thing (account_id text, email text);
  insert into thing values ('acc_a', 'canary@northwind.example'), ('acc_b', 'canary@b.example')`)
const own = 'connection: replica\naccount_column: account_id\nsql: select * from thing where'
const folder = createFolder({
  'firstline.yaml': `${projectFile}  gone: { kind: postgres, url: env:GONE_URL }
  api:
    kind: http
    base_url: https://shop.example/api?key=canary
    headers: { X-Key: canary, X-Other: env:OTHER }
    oauth: { client_id: us, client_secret: env:CLIENT, token_url: https://id.example/token }
directory:
  connection: replica
  by_id: select account_id from thing where account_id = :account_id
`,
  'sources/list.yaml': sourceFile('list', `${own} account_id = :account_id`),
  'sources/foreign.yaml': sourceFile('foreign', `${own} :account_id <> email`),
  'sources/wrong.yaml': sourceFile('wrong', `${own} account_id = :account_id and 1 / 0 = 1`),
  'sources/gone.yaml': sourceFile(
    'gone',
    `${own.replace('replica', 'gone')} account_id = :account_id`,
  ),
  'sources/broken.yaml': sourceFile(
    'broken',
    `${own.replace('replica', 'nowhere')} account_id = :account_id`,
  ),
})
const sources = await createTestSources(testDesk, folder, { REPLICA_URL: customer.url })
const desk = {
  ...testDesk,
  sources,
  connectedThings: async () => connectedSources(sources.project),
}
const engineer = await createPerson(testDesk, { role: 'engineer' })
const scope = await createScope(testDesk, 'acc_a')
const list = { connection: 'replica', kind: 'source', thing: 'list' } as const
const good: Answered = { at: clock.now(), durationMs: 4, fault: null }

async function healthOf(connection: string, id: string) {
  const { items } = await listConnections(desk, engineer, {})
  const things = items.find((item) => item.id === connection)?.things ?? []
  return things.find((thing) => thing.id === id)?.health
}

test('what was never asked says so', async () => {
  expect(await healthOf('replica', 'list')).toEqual({
    last: null,
    lastGoodAt: null,
    asked: 0,
    failed: 0,
    p95Ms: null,
  })
})

test('each read is counted by its source, good or not, and by nothing of the customer', async () => {
  await readSource(sources, scope, 'list')
  await readSource(sources, scope, 'list')
  for (const [id, reason] of [
    ['foreign', 'source.foreign-row'],
    ['wrong', 'source.unavailable'],
    ['gone', 'source.unavailable'],
  ] as const) {
    await expect(readSource(sources, scope, id)).rejects.toMatchObject({ reason })
  }
  await findAccount(sources, 'acc_a')
  await keepCounts(desk, sources.answers)
  const at = clock.now().toISOString()
  expect(await healthOf('replica', 'list')).toMatchObject({
    last: { at, fault: null },
    lastGoodAt: at,
    asked: 2,
    failed: 0,
    p95Ms: expect.any(Number),
  })
  expect(await healthOf('replica', 'foreign')).toMatchObject({
    last: { at, fault: { code: 'foreign-row', detail: null } },
    lastGoodAt: null,
    asked: 1,
    failed: 1,
  })
  expect(await healthOf('replica', 'wrong')).toMatchObject({
    last: { fault: { code: 'query', detail: 'SQLSTATE 22012' } },
  })
  expect(await healthOf('gone', 'gone')).toMatchObject({
    last: { fault: { code: 'secret', detail: 'env:GONE_URL' } },
  })
  expect(await healthOf('replica', 'directory')).toMatchObject({ asked: 1, failed: 0 })
  const rows = [
    ...(await desk.db.selectFrom('answer_count').selectAll().execute()),
    ...(await desk.db.selectFrom('last_answer').selectAll().execute()),
  ]
  expect(JSON.stringify(rows)).not.toMatch(/canary|acc_a|northwind/)
})

test('nodes count together, and what is older of one does not hide what is newer of another', async () => {
  clock.advance(days)
  const [one, other] = [createAnswerCounts(), createAnswerCounts()]
  const before = clock.now()
  clock.advance(minutes)
  const now = clock.now()
  one.count(list, { ...good, at: now, durationMs: 140, fault: { code: 'timeout', detail: null } })
  other.count(list, { ...good, at: before, durationMs: 2 })
  await Promise.all([keepCounts(desk, one), keepCounts(desk, other)])
  expect(await healthOf('replica', 'list')).toMatchObject({
    last: { at: now.toISOString(), durationMs: 140, fault: { code: 'timeout' } },
    lastGoodAt: before.toISOString(),
    asked: 2,
    failed: 1,
    p95Ms: 150,
  })
})

test('the last hour says how fast, the last day how often; then only the last answer is known', async () => {
  clock.advance(2 * days)
  const counts = createAnswerCounts()
  for (let n = 0; n < 95; n++) counts.count(list, { ...good, at: clock.now(), durationMs: 8 })
  for (let n = 0; n < 5; n++) counts.count(list, { ...good, at: clock.now(), durationMs: 90_000 })
  await keepCounts(desk, counts)
  const last = clock.now().toISOString()
  expect(await healthOf('replica', 'list')).toMatchObject({ asked: 100, p95Ms: 10 })
  counts.count(list, { ...good, at: clock.now(), durationMs: 90_000 })
  await keepCounts(desk, counts)
  expect(await healthOf('replica', 'list')).toMatchObject({ asked: 101, p95Ms: null })
  clock.advance(2 * hours)
  expect(await healthOf('replica', 'list')).toMatchObject({ asked: 101, p95Ms: null })
  clock.advance(days)
  expect(await healthOf('replica', 'list')).toMatchObject({ asked: 0, last: { at: last } })
})

test('what is older than two days is forgotten, and what nobody asks any more after ninety', async () => {
  clock.advance(3 * days)
  await forgetAnswerCounts(desk)
  expect(await desk.db.selectFrom('answer_count').selectAll().execute()).toEqual([])
  expect(await healthOf('replica', 'list')).toMatchObject({ last: { durationMs: 90_000 } })
  clock.advance(90 * days)
  await forgetAnswerCounts(desk)
  expect(await healthOf('replica', 'list')).toMatchObject({ last: null })
})

test('while the database is away nothing is lost, and nobody who asks is told', async () => {
  const counts = createAnswerCounts()
  counts.count(list, { ...good, at: clock.now() })
  await keepCounts({ ...desk, db: desk.db.withSchema('nowhere') }, counts)
  counts.count(list, { ...good, at: clock.now() })
  await keepCounts(desk, counts)
  expect(await healthOf('replica', 'list')).toMatchObject({ asked: 2 })
})

test('a connection says where its secrets are, and never one', async () => {
  const api = await getConnection(desk, engineer, { connection: 'api' })
  expect(api).toMatchObject({
    kind: 'http',
    address: 'shop.example',
    secrets: [
      { name: 'headers.X-Other', place: 'env:OTHER' },
      { name: 'oauth.client_secret', place: 'env:CLIENT' },
    ],
    yaml: { file: 'firstline.yaml', line: 9 },
  })
  expect(api.yaml.text).toContain('client_secret: env:CLIENT')
  expect(JSON.stringify(api)).not.toContain('canary')
  expect(await getConnection(desk, engineer, { connection: 'replica' })).toMatchObject({
    address: 'env:REPLICA_URL',
    things: [
      { kind: 'directory', file: 'firstline.yaml', line: 14 },
      { id: 'foreign', file: 'sources/foreign.yaml' },
      { id: 'list' },
      { id: 'wrong' },
    ],
  })
})

test('an agent sees none; one that is not there is said with the nearest name', async () => {
  await expect(listConnections(desk, someAgent, {})).rejects.toMatchObject({ kind: 'forbidden' })
  const { problems } = await listConnections(desk, engineer, {})
  expect(problems).toMatchObject([{ file: 'sources/broken.yaml' }])
  await expect(getConnection(desk, engineer, { connection: 'replika' })).rejects.toMatchObject({
    reason: 'connection.not-found',
    message: expect.stringContaining('replica'),
  })
})
