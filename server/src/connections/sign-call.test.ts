import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'
import { createTestDesk } from '#server/testing/desk.ts'
import {
  createFolder,
  createScope,
  createTestSources,
  projectFile,
  sourceFile,
} from '#server/accounts/testing/factory.ts'
import { readSource } from '#server/accounts/read-source.ts'

type Asked = { url: string; headers: NodeJS.Dict<string | string[]>; body: string }
const asked: Asked[] = []
let refusals = 0
let tokens = 0
const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const { url = '', headers } = request
    asked.push({ url, headers, body: Buffer.concat(chunks).toString() })
    if (url === '/token') {
      const token = JSON.stringify({ access_token: `token-${++tokens}`, expires_in: 3600 })
      return response.writeHead(200).end(token)
    }
    if (refusals > 0 && refusals--) return response.writeHead(401).end('{}')
    response.writeHead(200).end('{"id":"1","account":"acc_a"}')
  })
})
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
afterAll(() => void server.close())
const { port } = server.address() as AddressInfo
const base = `http://127.0.0.1:${port}`

const schemes = `
  securitySchemes:
    bearer: { type: http, scheme: bearer }
    basic: { type: http, scheme: Basic }
    header: { type: apiKey, in: header, name: X-Api-Key }
    query: { type: apiKey, in: query, name: api_key }
    cookie: { type: apiKey, in: cookie, name: session }
    client: { type: oauth2, flows: { clientCredentials: { tokenUrl: /token, scopes: { 'things:read': Read } } } }
    digest: { type: http, scheme: digest }`
const ways = {
  bearer: '[{ bearer: [] }]',
  basic: '[{ basic: [] }]',
  header: '[{ header: [] }]',
  query: '[{ query: [] }]',
  cookie: '[{ cookie: [] }]',
  client: "[{ client: ['things:read'] }]",
  both: '[{ header: [], query: [] }]',
  either: '[{ digest: [] }, { header: [] }]',
  free: '[]',
  digest: '[{ digest: [] }]',
}
const api = `
openapi: 3.1.0
info: { title: Ways in, version: '1' }
components:${schemes}
paths:
${Object.entries(ways)
  .map(
    ([name, security]) =>
      `  /${name}/{account_id}: { get: { operationId: ${name}, security: ${security}, parameters: [{ name: account_id, in: path, required: true, schema: { type: string } }] } }`,
  )
  .join('\n')}
`
const source = (name: string, connection: string) =>
  sourceFile(
    name,
    `connection: ${connection}\naccount_column: account\nsingle: true\noperation: ${name}\nbind: { account_id: scope.account_id }`,
  )
const connection = (more: string) =>
  `{ kind: http, base_url: "${base}", openapi: api.yaml, ${more} }`

const desk = await createTestDesk()
const connectionOf = { client: 'client', both: 'both', digest: 'one' } as Record<string, string>
const folder = createFolder({
  'firstline.yaml': `${projectFile}  one: ${connection('credential: env:KEY, headers: { X-Tenant: acme, X-Shop: env:SHOP }')}
  client: ${connection('oauth: { client_id: "desk & co", client_secret: env:SECRET, audience: things }')}
  both: ${connection('credentials: { header: env:KEY, query: env:OTHER }')}
`,
  'api.yaml': api,
  ...Object.fromEntries(
    Object.keys(ways).map((name) => [
      `sources/${name}.yaml`,
      source(name, connectionOf[name] ?? 'one'),
    ]),
  ),
})
const env = { KEY: 'user:pass word', SHOP: 'shop-secret', SECRET: 's3cret', OTHER: 'other&key' }
const sources = await createTestSources(desk, folder, env)
const scope = await createScope(desk, 'acc_a')

async function sent(name: string): Promise<Asked> {
  await readSource(sources, scope, name)
  return asked.at(-1)!
}

describe('a call is signed as the description says:', () => {
  const encoded = Buffer.from('user:pass word').toString('base64')
  test.each([
    ['bearer', '/bearer/acc_a', { authorization: 'Bearer user:pass word' }],
    ['basic', '/basic/acc_a', { authorization: `Basic ${encoded}` }],
    ['header', '/header/acc_a', { 'x-api-key': 'user:pass word' }],
    ['query', '/query/acc_a?api_key=user%3Apass+word', {}],
    ['cookie', '/cookie/acc_a', { cookie: 'session=user%3Apass%20word' }],
    ['both', '/both/acc_a?api_key=other%26key', { 'x-api-key': 'user:pass word' }],
    ['either', '/either/acc_a', { 'x-api-key': 'user:pass word' }],
    ['free', '/free/acc_a', {}],
  ])('%s', async (name, url, headers: Record<string, string>) => {
    const call = await sent(name)
    expect(call.url).toBe(url)
    for (const header of ['authorization', 'x-api-key', 'cookie'])
      expect([header, call.headers[header]]).toEqual([header, headers[header]])
    if (name !== 'both')
      expect(call.headers).toMatchObject({ 'x-tenant': 'acme', 'x-shop': 'shop-secret' })
  })
})

test('a client gets a token, uses it again, and gets a new one once when it is refused', async () => {
  const from = asked.length
  expect((await sent('client')).headers.authorization).toBe('Bearer token-1')
  expect((await sent('client')).headers.authorization).toBe('Bearer token-1')
  const [wanted] = asked.slice(from).filter(({ url }) => url === '/token')
  expect(wanted!.headers.authorization).toBe(
    `Basic ${Buffer.from('desk%20%26%20co:s3cret').toString('base64')}`,
  )
  expect(Object.fromEntries(new URLSearchParams(wanted!.body))).toEqual({
    grant_type: 'client_credentials',
    scope: 'things:read',
    audience: 'things',
  })
  refusals = 1
  expect((await sent('client')).headers.authorization).toBe('Bearer token-2')
  refusals = 2
  await expect(readSource(sources, scope, 'client')).rejects.toMatchObject({ kind: 'unavailable' })
  expect([tokens, refusals]).toEqual([3, 0])
})

test('ten reads at once get one token', async () => {
  const before = tokens
  refusals = 0
  const other = await createTestSources(desk, folder, env)
  await Promise.all(
    Array.from({ length: 10 }, () => readSource(other, scope, 'client', {}, { isFresh: true })),
  )
  expect(tokens).toBe(before + 1)
  await other.connections.stop()
})

test('a scheme that is not known, or has no credential, is an error of check', async () => {
  expect(sources.project.problems().map(({ file, reason }) => [file, reason])).toEqual([
    [
      'sources/digest.yaml',
      'digest asks for “digest” (http digest), a security scheme that is not known here',
    ],
  ])
  const lacking = await createTestSources(
    desk,
    createFolder({
      'firstline.yaml': `${projectFile}  both: ${connection('credentials: { header: env:KEY }')}\n`,
      'api.yaml': api,
      'sources/both.yaml': source('both', 'both'),
    }),
    env,
  )
  expect(lacking.project.problems().map(({ reason }) => reason)).toEqual([
    'both asks for “header” and “query”, which the connection has no credential for',
  ])
})
