import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { TLSSocket } from 'node:tls'
import { afterAll, beforeEach, expect, test } from 'vitest'
import {
  createFolder,
  createScope,
  createTestSources,
  projectFile,
  sourceFile,
} from '#server/accounts/testing/factory.ts'
import { readSource } from '#server/accounts/read-source.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createAuthority } from './testing/certificates.ts'
import type { Signed } from './testing/certificates.ts'

const ours = createAuthority('Shop authority')
const others = createAuthority('Somebody else')
const client = ours.sign('firstline')
const stranger = others.sign('firstline')

/** Whose certificate came with each request, and what was asked. */
const asked: string[] = []

/** Lets nobody in who has no certificate of ours. */
async function startServer(own: Signed): Promise<string> {
  const options = { ...own, ca: ours.ca, requestCert: true, rejectUnauthorized: true }
  const server = createServer(options, (request, response) => {
    const { socket, url = '' } = request
    const who = socket instanceof TLSSocket ? socket.getPeerCertificate().subject.CN : null
    asked.push(`${String(who)} ${url.split('?')[0]}`)
    if (url === '/token') return response.end('{"access_token":"t","expires_in":3600}')
    if (!url.startsWith('/api/v1/')) return response.end('{"id":"1","account":"acc_a"}')
    const result = [{ metric: { account: 'acc_a' }, values: [[Date.now() / 1_000, '7']] }]
    const data = { resultType: 'matrix', result }
    return response.end(JSON.stringify({ status: 'success', data }))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return `https://localhost:${(server.address() as AddressInfo).port}`
}

const url = await startServer(ours.sign('shop', 'DNS:localhost'))
const elsewhere = await startServer(ours.sign('shop', 'DNS:shop.example'))

const own = 'cert: file:client.pem, key: file:client-key.pem'
const connections = {
  whole: `base_url: "${url}", openapi: api.yaml, tls: { ca: file:ca.pem, ${own} }`,
  token: `base_url: "${url}", openapi: token.yaml, oauth: { client_id: us, client_secret: env:SECRET }, tls: { ca: file:ca.pem, ${own} }`,
  'without-certificate': `base_url: "${url}", openapi: open.yaml, tls: { ca: file:ca.pem }`,
  strange: `base_url: "${url}", openapi: api.yaml, tls: { ca: file:ca.pem, cert: file:stranger.pem, key: file:stranger-key.pem }`,
  'other-key': `base_url: "${url}", openapi: api.yaml, tls: { ca: file:ca.pem, cert: file:client.pem, key: file:stranger-key.pem }`,
  'without-ca': `base_url: "${url}", openapi: api.yaml, tls: { ${own} }`,
  'other-ca': `base_url: "${url}", openapi: api.yaml, tls: { ca: file:others.pem, ${own} }`,
  'other-name': `base_url: "${elsewhere}", openapi: api.yaml, tls: { ca: file:ca.pem, ${own} }`,
  'no-certificate': `base_url: "${url}", openapi: api.yaml, tls: { ca: file:ca.pem, cert: env:SECRET, key: file:client-key.pem }`,
}
const api = (security: string) => `
openapi: 3.1.0
info: { title: Shop, version: '1' }
security: ${security}
components:
  securitySchemes:
    certificate: { type: mutualTLS }
    client: { type: oauth2, flows: { clientCredentials: { tokenUrl: /token, scopes: {} } } }
paths:
  /things/{id}:
    get: { operationId: getThing, parameters: [{ name: id, in: path, required: true, schema: { type: string } }] }
`
const lines = Object.entries(connections).map(([id, said]) => `  ${id}: { kind: http, ${said} }\n`)
const metrics = `  metrics: { kind: prometheus, base_url: "${url}", tls: { ca: file:ca.pem, ${own} } }\n`
const reading = (connection: string) =>
  sourceFile(
    connection,
    `connection: ${connection}\naccount_column: account\noperation: getThing\nbind: { id: scope.account_id }\nsingle: true`,
  )
const files = {
  'firstline.yaml': `${projectFile}${lines.join('')}${metrics}`,
  'api.yaml': api('[{ certificate: [] }]'),
  'token.yaml': api('[{ certificate: [], client: [] }]'),
  'open.yaml': api('[]'),
  'ca.pem': ours.ca,
  'others.pem': others.ca,
  'client.pem': client.cert,
  'client-key.pem': client.key,
  'stranger.pem': stranger.cert,
  'stranger-key.pem': stranger.key,
  'sources/metric.yaml': sourceFile(
    'metric',
    'connection: metrics\npromql: sum(requests)\naccount_label: account\nunit: count',
  ),
  ...Object.fromEntries(Object.keys(connections).map((id) => [`sources/${id}.yaml`, reading(id)])),
}

const desk = await createTestDesk()
const folder = createFolder(files)
const sources = await createTestSources(desk, folder, { SECRET: 'no certificate' })
const scope = await createScope(desk, 'acc_a')
const read = (id: string) => readSource(sources, scope, id)
beforeEach(() => {
  asked.length = 0
})

test('an API that asks for a certificate is shown the connection’s own', async () => {
  expect(sources.project.problems()).toEqual([])
  expect((await read('whole')).rows).toEqual([{ id: '1', account: 'acc_a' }])
  expect(asked).toEqual(['firstline /things/acc_a'])
})

test('so is the server of its tokens, and a system of metrics', async () => {
  await read('token')
  expect(asked).toEqual(['firstline /token', 'firstline /things/acc_a'])
  expect((await read('metric')).rows).toMatchObject([{ account: 'acc_a' }])
  expect(asked.at(-1)).toMatch(/^firstline \/api\/v1\//)
})

test.each([
  ['without-certificate', 'shows none'],
  ['strange', 'shows one that somebody else has signed'],
  ['other-key', 'has not the key of its certificate'],
  ['without-ca', 'does not know who signed the server’s'],
  ['other-ca', 'trusts somebody else'],
  ['other-name', 'asks for another name than the certificate’s'],
  ['no-certificate', 'names what is no certificate'],
])('nothing is asked by a connection that (%s) %s', async (id) => {
  // one that is let in is open, and is no way in for others
  await read('whole')
  await expect(read(id)).rejects.toMatchObject({
    reason: 'source.unavailable',
    message: expect.not.stringContaining('PRIVATE'),
  })
  expect(asked).toEqual(['firstline /things/acc_a'])
})

test('a certificate that was replaced is shown from the next call on', async () => {
  await read('whole')
  const next = ours.sign('firstline-2')
  folder.write('client.pem', next.cert)
  folder.write('client-key.pem', next.key)
  await read('whole')
  expect(asked).toEqual(['firstline /things/acc_a', 'firstline-2 /things/acc_a'])
})

test('a connection without a certificate cannot call what asks for one, which check says', async () => {
  const text = files['firstline.yaml'].replace(
    connections.whole,
    connections['without-certificate'].replace('open.yaml', 'api.yaml'),
  )
  folder.write('firstline.yaml', text)
  await sources.project.reload()
  expect(sources.project.problems()).toMatchObject([
    {
      file: 'sources/whole.yaml',
      reason: expect.stringMatching(
        /getThing asks for “certificate”, which the connection has no credential for/,
      ),
    },
  ])
})
