import { describe, expect, test } from 'vitest'
import {
  createCustomerSystem,
  createFolder,
  projectFile,
  sourceFile,
} from './accounts/testing/factory.ts'
import { checkFolder } from './check-folder.ts'

const shop = await createCustomerSystem(`
  create table customer (id text primary key, account_id text, trusted boolean, about jsonb);
`)
const action = (guard: string, more = '') => `
apiVersion: firstline/v1
kind: Action
id: customer.trust
title: Mark the customer as trusted
version: 1
tier: safe
target: { max_records: 1 }
input: { type: object, additionalProperties: false, properties: {} }
read: { customer: { source: customer.profile } }
guards: [{ id: not-yet, cel: "${guard}", say: Is trusted already }]
limits: { timeout: 10s }
run:
  connection: replica
  sql: update customer set trusted = true where account_id = :account_id returning *
  account_column: account_id
verify: { source: customer.profile, cel: "customer.trusted", within: 30s }
undo: { none: nothing is needed here }
${more}`

function folderWith(guard: string, more?: string) {
  return createFolder({
    'firstline.yaml': projectFile,
    'sources/profile.yaml': sourceFile(
      'customer.profile',
      'connection: replica\naccount_column: account_id\nsingle: true\nsql: select * from customer where account_id = :account_id',
    ),
    'actions/trust.yaml': action(guard, more),
  })
}

/** What is said of the action alone. */
async function problemsOf({ path }: { path: string }, live: boolean) {
  const { problems } = await checkFolder(path, { live, env: { REPLICA_URL: shop.url } })
  return problems
    .filter(({ file }) => file === 'actions/trust.yaml')
    .map(({ reason, suggestion }) => [reason, suggestion])
}

test.each([
  ['!customer.trustd', '“customer.trustd” names nothing', 'trusted'],
  ["customer['trustd'] == false", '“customer.trustd” names nothing', 'trusted'],
  ['!customer.trusted && !has(customer.blocked)', '“customer.blocked” names nothing', null],
])('the systems know that no guard can read %s', async (guard, reason, suggestion) => {
  const folder = folderWith(guard)
  expect(await problemsOf(folder, false)).toEqual([])
  expect(await problemsOf(folder, true)).toEqual([[reason, suggestion]])
})

test('what the systems give can be read, and whatever a column holds', async () => {
  const folder = folderWith("!customer['trusted'] || customer.about.vip == true")
  expect(await problemsOf(folder, true)).toEqual([])
})

test('so are mappings compared with what the systems give', async () => {
  const folder = folderWith('!customer.trusted', 'audit: { redact: [customer.emial] }')
  expect(await problemsOf(folder, true)).toEqual([['“customer.emial” names nothing', null]])
})

describe('what an API is described to answer', () => {
  const paths = (schema: string) => `
openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /customers/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get:
      operationId: getCustomer
      responses: { '200': { description: it, content: { application/json: { schema: ${schema} } } } }
    post: { operationId: trustCustomer, responses: { '204': { description: done } } }
`
  const closed =
    '{ type: object, properties: { data: { allOf: [{ type: object, properties: { id: {}, trusted: {} } }, { properties: { about: { type: object } } }] } } }'
  const apiFolder = (guard: string, schema: string) =>
    createFolder({
      'firstline.yaml': `${projectFile}  api: { kind: http, base_url: "http://127.0.0.1:9", openapi: api.yaml }\n`,
      'api.yaml': paths(schema),
      'sources/profile.yaml': sourceFile(
        'customer.profile',
        'connection: api\naccount_column: id\nsingle: true\noperation: getCustomer\nbind: { id: scope.account_id }\nrows: data',
      ),
      'actions/trust.yaml': action(guard).replace(
        /run:[^]*?verify/,
        'run:\n  openapi: api.yaml#trustCustomer\n  connection: api\n  params: { id: scope.account_id }\nverify',
      ),
    })

  test.each([
    ['!customer.trustd', ['“customer.trustd” names nothing, as the API is described']],
    ['!customer.trusted || customer.about.since == 1', []],
  ])('is compared with what is read: %s', async (guard, reasons) => {
    const { path } = apiFolder(guard, closed)
    const { problems } = await checkFolder(path, { live: false, env: {} })
    expect(problems.map(({ reason }) => reason)).toEqual(reasons)
    expect(problems.every(({ severity }) => severity === 'warning')).toBe(true)
  })

  test.each([
    '{ type: object, properties: { data: { type: object } } }',
    '{ type: object, properties: { data: { properties: { id: {} }, additionalProperties: true } } }',
    '{ type: object, properties: { other: { properties: { id: {} } } } }',
    'true',
  ])('says nothing where it leaves open what there is: %s', async (schema) => {
    const { path } = apiFolder('!customer.trustd', schema)
    expect((await checkFolder(path, { live: false, env: {} })).problems).toEqual([])
  })
})
