import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestDesk } from '#server/testing/desk.ts'
import {
  createCustomerSystem,
  createFolder,
  createScope,
  createTestSources,
  projectFile,
  sourceFile,
} from './testing/factory.ts'
import { readSource } from './read-source.ts'
import { scopeOn } from './scope-on.ts'

const asked: string[] = []
const server = createServer((request, response) => {
  asked.push(request.url ?? '')
  const customer = new URL(request.url ?? '/', 'http://shop').searchParams.get('customer')
  response.end(JSON.stringify({ data: [{ id: 'ch_1', customer }] }))
})
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
afterAll(() => void server.close())
const { port } = server.address() as AddressInfo

const desk = await createTestDesk()
const customer = await createCustomerSystem(`
  create table company (id text, stripe text, ledger bigint);
  create table invoice (id text, payer bigint, note text);
`)
const own = 'connection: ledger\naccount_column: payer'
const directory = (more = '  identifiers: { stripe: stripe, ledger: ledger_id }\n') => `
directory:
  connection: replica
  by_id: select id as account_id, id as account_name, stripe, ledger as ledger_id from company where id = :account_id
${more}`
const connections = `  ledger: { kind: postgres, url: env:REPLICA_URL, identifier: ledger }
  api: { kind: http, base_url: "http://127.0.0.1:${port}", openapi: api.yaml, identifier: stripe }
`
const files = (more?: string) => ({
  'firstline.yaml': projectFile + connections + directory(more),
  'api.yaml': `
openapi: 3.1.0
info: { title: Charges, version: '1' }
paths: { /charges: { get: { operationId: listCharges, parameters: [{ name: customer, in: query, schema: { type: string } }] } } }
`,
  'sources/companies.yaml': sourceFile(
    'companies',
    'connection: replica\naccount_column: id\nsql: select * from company where id = :account_id',
  ),
  'sources/invoices.yaml': sourceFile(
    'invoices',
    `${own}\nsql: select * from invoice where payer = :account_id::bigint order by id`,
  ),
  'sources/all.yaml': sourceFile(
    'invoices.all',
    `${own}\nsql: select * from invoice where :account_id <> '' order by id`,
  ),
  'sources/charges.yaml': sourceFile(
    'charges',
    'connection: api\naccount_column: customer\noperation: listCharges\nbind: { customer: scope.account_id }\nrows: data',
  ),
})
const sources = await createTestSources(desk, createFolder(files()), { REPLICA_URL: customer.url })

beforeEach(async () => {
  asked.length = 0
  await customer.query('truncate company, invoice')
  await customer.query(`
    insert into company values ('acc_a', 'cus_a', 9007199254740993), ('acc_b', 'cus_b', 22), ('acc_c', null, 33);
    insert into invoice values ('inv_1', 9007199254740993, 'own'), ('inv_2', 22, 'canary of b')`)
})

const idsOf = async (account: string, source: string) => {
  const { rows } = await readSource(sources, await createScope(desk, account), source)
  return rows.map(({ id }) => id)
}

describe('each system is asked by the id that it knows', () => {
  test('a database, an API, and one that knows the directory’s own', async () => {
    expect(await idsOf('acc_a', 'invoices')).toEqual(['inv_1'])
    expect(await idsOf('acc_a', 'charges')).toEqual(['ch_1'])
    expect(asked).toEqual(['/charges?customer=cus_a'])
    expect(await idsOf('acc_a', 'companies')).toEqual(['acc_a'])
  })

  test('and its rows must be of that id', async () => {
    const scope = await createScope(desk, 'acc_a')
    await expect(readSource(sources, scope, 'invoices.all')).rejects.toMatchObject({
      reason: 'source.foreign-row',
    })
  })

  test('however often it is asked within another’s scope', async () => {
    const scope = await createScope(desk, 'acc_a')
    const stripe = await scopeOn(sources, scope, 'api')
    const ledger = await scopeOn(sources, stripe, 'ledger')
    expect([stripe, ledger].map(({ externalId }) => externalId)).toEqual([
      'cus_a',
      '9007199254740993',
    ])
    const back = await scopeOn(sources, ledger, 'replica')
    expect(back).toMatchObject({ externalId: 'acc_a', accountId: scope.accountId })
  })
})

describe('nothing is read where the directory does not say one id', () => {
  test.each([
    ['none', 'acc_c', []],
    ['several', 'acc_d', ["('acc_d', 'cus_d', 1)", "('acc_d', 'cus_e', 1)"]],
    ['an empty one', 'acc_e', ["('acc_e', '', 1)"]],
    ['no account', 'acc_f', []],
  ])('%s', async (_, account, rows) => {
    for (const row of rows) await customer.query(`insert into company values ${row}`)
    const read = readSource(sources, await createScope(desk, account), 'charges')
    await expect(read).rejects.toMatchObject({ kind: 'unavailable', reason: 'source.unavailable' })
    expect(asked).toEqual([])
  })

  test('and it is said which', async () => {
    const read = readSource(sources, await createScope(desk, 'acc_c'), 'charges')
    await expect(read).rejects.toThrow(
      '“api” knows accounts by “stripe”, and the directory has no one such id of this account',
    )
  })
})

test('what is only shown asks the directory once a minute; what something hangs on asks it now', async () => {
  await customer.query(`insert into company values ('acc_g', 'cus_g', 7)`)
  const scope = await createScope(desk, 'acc_g')
  await readSource(sources, scope, 'charges')
  await customer.query(`update company set stripe = 'cus_new' where id = 'acc_g'`)
  await readSource(sources, scope, 'charges')
  await readSource(sources, scope, 'charges', {}, { isFresh: true })
  expect(asked.map((url) => url.split('=')[1])).toEqual(['cus_g', 'cus_g', 'cus_new'])
})

test.each([
  [
    'an id that the directory does not answer',
    '  identifiers: { stripe: stripe }\n',
    'connections.ledger: directory.identifiers has no “ledger”',
    null,
  ],
  [
    'a misspelt one',
    '  identifiers: { stripe: stripe, leger: ledger_id }\n',
    'connections.ledger: directory.identifiers has no “ledger”',
    'leger',
  ],
])('a project with %s does not load', async (_, more, reason, suggestion) => {
  const { project } = await createTestSources(desk, createFolder(files(more)), {})
  const found = project.problems().filter(({ file }) => file === 'firstline.yaml')
  expect(found).toMatchObject([{ reason, suggestion }])
})

test('a directory that knows ids must be asked by_id', async () => {
  const text = files()['firstline.yaml'].replace(/by_id: .*/, 'search: select 1')
  const folder = createFolder({ ...files(), 'firstline.yaml': text })
  const { project } = await createTestSources(desk, folder, {})
  expect(project.problems()[0]).toMatchObject({
    file: 'firstline.yaml',
    reason: 'directory.identifiers: they are looked up by_id, which is not declared',
  })
})
