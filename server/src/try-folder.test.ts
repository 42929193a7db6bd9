import { globSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { createCustomerSystem, createFolder, sourceFile } from './accounts/testing/factory.ts'
import { checkFolder } from './check-folder.ts'
import { trySource } from './try-folder.ts'

const asked: string[] = []
/** A metric of an account, and an API that repeats what it was called with. */
const server = createServer((request, response) => {
  asked.push(request.url!)
  if (request.url === '/things/search') {
    response.end('{"things":[{"account":"acc_1","name":"found"}]}')
    return
  }
  const query = new URL(request.url!, 'http://any').searchParams.get('query')
  const result = [{ metric: { account: 'acc_1' }, values: [[Date.now() / 1_000, '7']] }]
  const answered = { status: 'success', data: { resultType: 'matrix', result } }
  if (query !== null) response.end(JSON.stringify(answered))
  else response.writeHead(403).end(`no entry for ${request.headers.authorization}`)
})
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
afterAll(() => void server.close())
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const shop = await createCustomerSystem(`
  create table thing (account text, name text);
  insert into thing values ('acc_1', 'canary of acc_1'), ('acc_2', 'canary of acc_2')`)
const folder = createFolder({
  'firstline.yaml': `
apiVersion: firstline/v1
kind: Project
name: Shop
support: { address: help@shop.example, name: Shop }
connections:
  replica: { kind: postgres, url: env:REPLICA }
  api: { kind: http, base_url: "${address}", openapi: api.yaml, credential: env:KEY }
  metrics: { kind: prometheus, base_url: "${address}" }
`,
  'api.yaml': `
openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /accounts/{id}/things:
    get:
      operationId: listThings
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
  /things/search:
    post:
      operationId: searchThings
      requestBody: { content: { application/json: { schema: { type: object, properties: { account: { type: string } } } } } }
components: { securitySchemes: { key: { type: http, scheme: bearer } } }
security: [{ key: [] }]
`,
  'sources/own.yaml': sourceFile(
    'own',
    'connection: replica\naccount_column: account\nsql: select * from thing where account = :account_id',
  ),
  'sources/all.yaml': sourceFile(
    'all',
    'connection: replica\naccount_column: account\nsql: select * from thing where :account_id <> name',
  ),
  'sources/api.yaml': sourceFile(
    'api.things',
    'connection: api\naccount_column: account\noperation: listThings\nbind: { id: scope.account_id }',
  ),
  'sources/search.yaml': sourceFile(
    'search.things',
    'connection: api\naccount_column: account\noperation: searchThings\nread_only: { reviewed: searchThings, by: Kim }\nbody: { account: scope.account_id }\nrows: things',
  ),
  'sources/rate.yaml': sourceFile(
    'rate',
    'connection: metrics\npromql: sum by (account) (requests)\naccount_label: account\nunit: count',
  ),
  'sources/broken.yaml': sourceFile(
    'broken',
    'connection: nowhere\naccount_column: account\nsql: select * from thing where account = :account_id',
  ),
  'sources/changes.yaml': sourceFile('changes', 'builtin: changes'),
})
const where = {
  folder: folder.path,
  env: { REPLICA: shop.url, KEY: 'a-very-secret-key', HOME: '/' },
}
const account = { id: 'acc_1', problemBegan: null }
const attempt = (id: string) => trySource(where, account, { id, params: () => ({}) })

test('rows of another account are refused here too, and nothing of them is shown', async () => {
  expect(await attempt('own')).toMatchObject({ result: { rows: [{ name: 'canary of acc_1' }] } })
  const tried = await attempt('all')
  expect(tried).toMatchObject({ result: null, refusal: { reason: 'source.foreign-row' } })
  expect(tried.calls).toMatchObject([{ isAnswered: true, answer: '2 rows' }])
  expect(JSON.stringify(tried)).not.toContain('canary')
})

test('what an API says when it refuses is shown without the secret it repeats', async () => {
  const { calls, refusal } = await attempt('api.things')
  expect(refusal?.reason).toBe('source.unavailable')
  expect(calls).toMatchObject([
    { answer: 'HTTP 403, 37 bytes', said: 'no entry for Bearer [redacted]' },
  ])
  expect(calls[0]!.call.url).toBe('api:/accounts/acc_1/things')
  expect(JSON.stringify(calls)).not.toContain('a-very-secret-key')
})

test('a search is shown as it is sent: its very body, and where the secret stood', async () => {
  const { calls, result } = await attempt('search.things')
  expect(result).toMatchObject({ rows: [{ name: 'found' }] })
  expect(calls).toMatchObject([
    {
      call: {
        method: 'POST',
        url: 'api:/things/search',
        headers: { authorization: 'Bearer [env:KEY]', 'content-type': 'application/json' },
        body: '{"account":"acc_1"}',
      },
      answer: 'HTTP 200, 47 bytes',
    },
  ])
  expect(JSON.stringify(calls)).not.toContain('a-very-secret-key')
})

test('whoever checks the folder sees which POSTs are reads, and who answers for that', async () => {
  const { searches } = await checkFolder(folder.path, { live: false, env: {} })
  expect(searches).toEqual([
    { file: 'sources/search.yaml', line: 8, operation: 'searchThings', by: 'Kim' },
  ])
})

test('a metric is asked with the account in its query, around when the problem began', async () => {
  const began = new Date(Date.now() - 3_600_000)
  const of = { id: 'acc_1', problemBegan: began }
  const { calls, result } = await trySource(where, of, { id: 'rate', params: () => ({}) })
  expect(result).toMatchObject({ rows: [{ last: 7, account: 'acc_1' }] })
  expect(calls).toHaveLength(2)
  expect(calls[0]!.call).toMatchObject({
    method: 'PromQL',
    body: { query: expect.stringContaining('account="acc_1"') },
  })
  expect(asked.some((url) => url.includes('acc_1'))).toBe(true)
})

test('what the desk answers itself is said to need a desk', async () => {
  expect((await attempt('changes')).refusal?.message).toContain('answered by the desk itself')
})

test('what is not there because it does not load is said with why', async () => {
  expect((await attempt('broken')).refusal).toMatchObject({
    message: 'No source is called “broken”',
    extra: {
      errors: [{ path: 'sources/broken.yaml:5', message: expect.stringContaining('nowhere') }],
    },
  })
})

test('no part of a desk reads an account whose look is not on record', () => {
  const root = new URL('./', import.meta.url).pathname
  const users = globSync('**/*.ts', { cwd: root }).filter((file) =>
    readFileSync(`${root}${file}`, 'utf8').includes('scopeWithoutDesk'),
  )
  expect(users.toSorted()).toEqual(['accounts/scope.ts', 'try-folder.test.ts', 'try-folder.ts'])
})
