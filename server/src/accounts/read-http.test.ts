import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { createTestDesk } from '#server/testing/desk.ts'
import {
  createFolder,
  createScope,
  createTestSources,
  projectFile,
  sourceFile,
} from './testing/factory.ts'
import { readSource } from './read-source.ts'

const asked: { url: string; authorization: string | undefined }[] = []
const answers: Record<string, { status: number; body: string }> = {
  '/admin/accounts/acc_a/exports': {
    status: 200,
    body: '{"data":{"items":[{"id":"exp_1","account":"acc_a"}]}}',
  },
  '/admin/accounts/acc_a/exports/exp_1': { status: 200, body: '{"id":"exp_1","account":"acc_a"}' },
  '/admin/accounts/acc_a/exports/exp_9': {
    status: 200,
    body: '{"id":"exp_9","account":"acc_b","note":"canary"}',
  },
  '/admin/accounts/acc_a/things': {
    status: 200,
    body: `{"data":[
      {"id":1909198862420847982,"tenant":{"id":"acc_a"},"price":12345678901234567.89,"rate":0.1},
      {"id":1909198862420847983,"tenant":{"id":"acc_a"},"price":12.50,"rate":0.10000000000000001}]}`,
  },
  '/admin/accounts/acc_a/exports/exp_5': { status: 500, body: 'canary of an error page' },
  '/admin/accounts/acc_a/exports/exp_6': { status: 200, body: '<html>' },
  '/admin/accounts/acc_a/exports/exp_7': { status: 200, body: '["text"]' },
}
const server = createServer((request, response) => {
  asked.push({ url: request.url!, authorization: request.headers.authorization })
  const { status, body } = answers[request.url!.split('?')[0]!] ?? { status: 404, body: '{}' }
  response.writeHead(status).end(body)
})
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
afterAll(() => void server.close())

const desk = await createTestDesk()
const bind = 'connection: api\naccount_column: account\nbind: { account_id: scope.account_id'
const folder = createFolder({
  'firstline.yaml': `${projectFile}  api: { kind: http, base_url: env:API_URL, openapi: api.yaml, credential: env:API_TOKEN }\n`,
  'api.yaml': `
openapi: 3.1.0
info: { title: Admin, version: '1' }
components: { parameters: { status: { name: status, in: query } } }
paths:
  /accounts/{account_id}/exports:
    parameters: [{ name: account_id, in: path, required: true }, { $ref: '#/components/parameters/status' }]
    get: { operationId: listExports }
  /accounts/{account_id}/things:
    get: { operationId: listThings }
  /accounts/{account_id}/exports/{export_id}:
    get:
      operationId: getExport
      parameters: [{ name: account_id, in: path, required: true }, { name: export_id, in: path, required: true }]
`,
  'sources/list.yaml': sourceFile(
    'exports.list',
    `${bind}, status: params.status }\nparams: { status: { type: string } }\nrows: data.items\noperation: listExports`,
  ),
  'sources/things.yaml': sourceFile(
    'things.list',
    'connection: api\naccount_column: tenant.id\nbind: { account_id: scope.account_id }\nrows: data\noperation: listThings',
  ),
  'sources/foreign-things.yaml': sourceFile(
    'things.unsaid',
    'connection: api\naccount_column: tenant.ident\nbind: { account_id: scope.account_id }\nrows: data\noperation: listThings',
  ),
  'sources/one.yaml': sourceFile(
    'exports.by_id',
    `${bind}, export_id: params.id }\nparams: { id: { type: string } }\nsingle: true\noperation: getExport`,
  ),
})
const { port } = server.address() as AddressInfo
const sources = await createTestSources(desk, folder, {
  API_URL: `http://127.0.0.1:${port}/admin`,
  API_TOKEN: 'token-canary',
})
const scope = await createScope(desk, 'acc_a')

test('an operation is called with the account of the scope and the credential', async () => {
  expect(sources.project.problems()).toEqual([])
  const { rows } = await readSource(sources, scope, 'exports.list', { status: 'failed & more' })
  expect(rows).toEqual([{ id: 'exp_1', account: 'acc_a' }])
  expect(asked.at(-1)).toEqual({
    url: '/admin/accounts/acc_a/exports?status=failed+%26+more',
    authorization: 'Bearer token-canary',
  })
})

test('one record is one row, and none is none', async () => {
  const { rows, isSingle } = await readSource(sources, scope, 'exports.by_id', { id: 'exp_1' })
  expect({ rows, isSingle }).toEqual({ rows: [{ id: 'exp_1', account: 'acc_a' }], isSingle: true })
  expect((await readSource(sources, scope, 'exports.by_id', { id: 'exp_404' })).rows).toEqual([])
})

test('a record of another account is refused', async () => {
  await expect(readSource(sources, scope, 'exports.by_id', { id: 'exp_9' })).rejects.toMatchObject({
    reason: 'source.foreign-row',
    message: expect.not.stringContaining('canary'),
  })
})

test.each(['exp_5', 'exp_6', 'exp_7'])(
  'what is no answer (%s) is unavailable, without its text',
  async (id) => {
    await expect(readSource(sources, scope, 'exports.by_id', { id })).rejects.toMatchObject({
      reason: 'source.unavailable',
      message: expect.not.stringContaining('canary'),
    })
  },
)

test('a parameter cannot walk to another path', async () => {
  await expect(readSource(sources, scope, 'exports.by_id', { id: '..' })).rejects.toMatchObject({
    kind: 'unavailable',
  })
  await readSource(sources, scope, 'exports.by_id', { id: '../../acc_b/exports' })
  expect(asked.at(-1)?.url).toBe('/admin/accounts/acc_a/exports/..%2F..%2Facc_b%2Fexports')
})

test('numbers keep their digits, and the account may lie deeper in a row', async () => {
  const { rows } = await readSource(sources, scope, 'things.list')
  expect(rows).toEqual([
    {
      id: '1909198862420847982',
      tenant: { id: 'acc_a' },
      price: '12345678901234567.89',
      rate: 0.1,
    },
    { id: '1909198862420847983', tenant: { id: 'acc_a' }, price: 12.5, rate: 0.1 },
  ])
  await expect(readSource(sources, scope, 'things.unsaid')).rejects.toMatchObject({
    reason: 'source.no-account',
  })
})
