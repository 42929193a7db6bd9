import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import {
  createCustomerSystem,
  createFolder,
  createTestSources,
  sourceFile,
} from '#server/accounts/testing/factory.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { checkConnections, readShapes } from './check-live.ts'
import { checkRoles } from './check-roles.ts'

const server = createServer((request, response) => {
  response.writeHead(request.headers.authorization === 'Bearer right' ? 404 : 401).end('{}')
})
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
afterAll(() => void server.close())
const { port } = server.address() as AddressInfo

const desk = await createTestDesk()
const shop = await createCustomerSystem(
  'create table customer (id text, first_name text, email text)',
)
const folder = createFolder({
  'firstline.yaml': `
apiVersion: firstline/v1
kind: Project
name: Shop
support: { address: help@shop.example, name: Shop }
connections:
  replica: { kind: postgres, url: env:REPLICA }
  api: { kind: http, base_url: "http://127.0.0.1:${port}", openapi: api.yaml, credential: env:KEY }
directory:
  connection: replica
  by_email: |
    select id as account_id, first_name as account_name, email as domain from custmer where lower(email) = lower(:email)
  by_domain: select id as account_id, first_name as name from customer where email = :domain
  by_id: select id as account_id, first_name as account_name from customer where id = :account_id
`,
  'api.yaml': `
openapi: 3.1.0
info: { title: Shop, version: '1' }
paths: { '/accounts/{account_id}/things': { get: { operationId: listThings } } }
`,
  'sources/things.yaml': sourceFile(
    'things.list',
    'connection: api\naccount_column: account\noperation: listThings\nbind: { account_id: scope.account_id }',
  ),
})

test('the queries of the directory are planned, and must answer who is found', async () => {
  const env = { REPLICA: shop.url, KEY: 'right' }
  const { project } = await createTestSources(desk, folder, env)
  const { problems, results } = await readShapes(project, env)
  expect(problems.map(({ file, reason }) => [file, reason])).toEqual([
    ['firstline.yaml', expect.stringMatching(/^directory\.by_email: .*custmer/)],
    ['firstline.yaml', 'directory.by_domain: the answer has no field “account_name”'],
  ])
  expect(results.map(({ name, isReachable }) => [name, isReachable])).toEqual([
    ['directory by_email', false],
    ['directory by_domain', true],
    ['directory by_id', true],
  ])
})

test.each([
  [
    'right',
    true,
    'HTTP 404: no such account there, or no such path: try source things.list with an account',
  ],
  ['wrong', false, 'HTTP 401: the credential of the connection is not accepted'],
])('a connection with the %s credential', async (KEY, isReachable, answer) => {
  const env = { REPLICA: shop.url, KEY }
  const { project } = await createTestSources(desk, folder, env)
  expect(await checkConnections(project, env)).toMatchObject([{ isReachable, answer }])
})

const things = '/accounts/{account_id}/things'
const withQuery = 'parameters: [{ name: account_id, in: query, schema: { type: string } }], '

test.each([
  [
    'a path that names no account and is not there',
    { '/things': `get: { ${withQuery}operationId: findThings }` },
    ['findThings'],
    { isReachable: false, answer: 'HTTP 404: there is no /things: is base_url right?' },
  ],
  [
    'of several the one that tells most, whichever comes first',
    {
      [things]: 'get: { operationId: aThing }',
      '/things': `get: { ${withQuery}operationId: findThings }`,
    },
    ['aThing', 'findThings'],
    { isReachable: false, answer: 'HTTP 404: there is no /things: is base_url right?' },
  ],
  [
    'a connection that no source reads',
    { [things]: 'get: { operationId: aThing }' },
    [],
    {
      isReachable: true,
      answer: 'HTTP 401; no source reads it, so its credential was not tried',
    },
  ],
])('what an answer says of %s', async (_, paths, operations, said) => {
  const written = Object.entries(paths).map(([path, item]) => `  '${path}': { ${item} }`)
  const { project } = await createTestSources(
    desk,
    createFolder({
      'firstline.yaml': `
apiVersion: firstline/v1
kind: Project
name: Shop
support: { address: help@shop.example, name: Shop }
connections:
  api: { kind: http, base_url: "http://127.0.0.1:${port}", openapi: api.yaml, credential: env:KEY }
`,
      'api.yaml': `openapi: 3.1.0\ninfo: { title: Shop, version: '1' }\npaths:\n${written.join('\n')}\n`,
      ...Object.fromEntries(
        operations.map((operation) => [
          `sources/${operation}.yaml`,
          sourceFile(
            `things.${operation.toLowerCase()}`,
            `connection: api\naccount_column: account\noperation: ${operation}\nbind: { account_id: scope.account_id }`,
          ),
        ]),
      ),
    }),
    { KEY: 'right' },
  )
  expect(project.problems()).toEqual([])
  expect(await checkConnections(project, { KEY: 'right' })).toMatchObject([said])
})

test('a role that may write where nothing does is a warning that names the table', async () => {
  const { project } = await createTestSources(desk, folder, {})
  expect(await checkRoles(project, { REPLICA: shop.url })).toEqual([])
  await shop.query(`grant update on customer to ${new URL(shop.url).username}`)
  expect(await checkRoles(project, { REPLICA: shop.url })).toMatchObject([
    {
      file: 'firstline.yaml',
      severity: 'warning',
      reason:
        'connections.replica: its role may write to customer, and nothing here does: take one that may only select',
    },
  ])
  // one that does not answer is said by the sources that read from it
  expect(await checkRoles(project, { REPLICA: 'postgres://nobody@127.0.0.1:1/none' })).toEqual([])
})
