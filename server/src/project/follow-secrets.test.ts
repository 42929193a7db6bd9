import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import {
  createFolder,
  createScope,
  createTestSources,
  projectFile,
  sourceFile,
} from '#server/accounts/testing/factory.ts'
import { connectedSources } from '#server/accounts/connected-sources.ts'
import { readSource } from '#server/accounts/read-source.ts'
import { checkFolder } from '#server/check-folder.ts'
import { keepCounts } from '#server/connections/health/keep-counts.ts'
import { listConnections } from '#server/connections/list-connections.ts'
import { resolveSecret } from '#server/core/secrets.ts'
import { openVault } from '#server/core/vault/open-vault.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { startFakeVault } from '#server/testing/fake-vault.ts'
import { createPerson } from '#server/testing/people.ts'
import { followSecrets } from './follow-secrets.ts'

const desk = await createTestDesk()
const scope = await createScope(desk, 'acc_a')

/** A shop that knows one token, and what it was asked with. */
const shop = { token: 'first', asked: [] as string[] }
const server = createServer(({ headers }, response) => {
  const given = String(headers.authorization)
  shop.asked.push(given)
  const isKnown = given === `Bearer ${shop.token}`
  response.writeHead(isKnown ? 200 : 401).end(isKnown ? '{"id":"7","account":"acc_a"}' : given)
})
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
afterAll(() => void server.close())

const shopUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const reference = 'vault:secret/data/shop#token'
const api = `openapi: 3.1.0
info: { title: Shop, version: '1' }
components: { securitySchemes: { key: { type: http, scheme: bearer } } }
security: [{ key: [] }]
paths:
  /customers/{id}:
    get:
      operationId: getCustomer
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { '200': { description: One } }
`
const source = `connection: shop
operation: getCustomer
bind: { id: scope.account_id }
account_column: account
single: true
`

function project(credential = reference): Record<string, string> {
  return {
    'firstline.yaml': `${projectFile}  shop: { kind: http, base_url: ${shopUrl}, openapi: shop.yaml, credential: "${credential}" }\n`,
    'shop.yaml': api,
    'sources/customer.yaml': sourceFile('customer', source),
  }
}

type Given = { files?: Record<string, string>; env?: NodeJS.ProcessEnv }

/** A desk's project that follows its Vault; time goes on when told. */
async function follow({ files = project(), env = {} }: Given = {}) {
  const vault = await startFakeVault()
  vault.tokens.set('root', { ttl: 0, renewable: false, mayRead: () => true })
  vault.secrets.set('secret/data/shop', [{ token: 'first' }])
  shop.token = 'first'
  shop.asked.length = 0
  const folder = createFolder(files)
  const place = { VAULT_ADDR: vault.url, VAULT_TOKEN: 'root', ...env }
  const sources = await createTestSources(desk, folder, place)
  const waiting: { milliseconds: number; work: () => void }[] = []
  const lines: string[] = []
  const log = pino({ base: null }, { write: (line) => void lines.push(line) })
  const start = () =>
    followSecrets(sources.project, {
      env: place,
      log,
      after(milliseconds, work) {
        waiting.push({ milliseconds, work })
        return () => void waiting.splice(0)
      },
    })
  return { vault, folder, sources, place, waiting, lines, start }
}
type Followed = Awaited<ReturnType<typeof follow>>

/** Lets the next look at Vault happen, and waits until the one after it is due. */
async function letTimePass({ waiting }: Followed) {
  const [due] = waiting.splice(0)
  due!.work()
  await expect.poll(() => waiting.length).toBe(1)
}

test('a secret in Vault signs the call, and nothing asks Vault while it is used', async () => {
  const given = await follow()
  const followed = await given.start()
  const before = given.vault.asked.length
  expect((await readSource(given.sources, scope, 'customer')).rows).toHaveLength(1)
  expect(shop.asked).toEqual(['Bearer first'])
  expect(given.vault.asked).toHaveLength(before)
  expect(given.vault.asked).toContain('GET /v1/secret/data/shop')
  followed.stop()
})

test('a secret that was replaced counts after a minute, and at once where a call is answered 401', async () => {
  const given = await follow()
  const followed = await given.start()
  expect(given.waiting.map(({ milliseconds }) => milliseconds)).toEqual([60_000])
  given.vault.secrets.get('secret/data/shop')!.push({ token: 'second' })
  await letTimePass(given)
  expect(resolveSecret(reference, { env: given.place, folder: '/' })).toBe('second')

  given.vault.secrets.get('secret/data/shop')!.push({ token: 'third' })
  shop.token = 'third'
  expect((await readSource(given.sources, scope, 'customer')).rows).toHaveLength(1)
  expect(shop.asked).toEqual(['Bearer second', 'Bearer third'])

  // the same as before: another call would not be answered otherwise
  shop.token = 'unknown to Vault'
  await expect(readSource(given.sources, scope, 'customer')).rejects.toThrow('HTTP 401')
  expect(shop.asked).toEqual(['Bearer second', 'Bearer third', 'Bearer third'])
  followed.stop()
})

test('where Vault is away at the start the desk says so, its connection is unwell, and both come back', async () => {
  const given = await follow()
  await given.vault.stop()
  const followed = await given.start()
  expect(given.lines.join('')).toContain('a secret cannot be had from Vault')
  expect(given.lines.join('')).toContain('Vault does not answer: 127.0.0.1:')
  await expect(readSource(given.sources, scope, 'customer')).rejects.toMatchObject({
    reason: 'source.unavailable',
    message: `“customer” cannot be read now (${reference} cannot be had from Vault)`,
  })
  await keepCounts(desk, given.sources.answers)
  const engineer = await createPerson(desk, { role: 'engineer' })
  const seen = { ...desk, sources: given.sources }
  const connectedThings = async () => connectedSources(given.sources.project)
  const { items } = await listConnections({ ...seen, connectedThings }, engineer, {})
  expect(items.find(({ id }) => id === 'shop')).toMatchObject({
    secrets: [{ name: 'credential', place: reference }],
    things: [{ health: { last: { fault: { code: 'secret', detail: reference } } } }],
  })

  // with growing pauses, a minute at most
  const pauses = [given.waiting[0]!.milliseconds]
  for (let i = 0; i < 6; i++) {
    await letTimePass(given)
    pauses.push(given.waiting[0]!.milliseconds)
  }
  expect(pauses).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000])
  expect(given.lines).toHaveLength(1)

  await given.vault.start()
  await letTimePass(given)
  expect((await readSource(given.sources, scope, 'customer')).rows).toHaveLength(1)
  expect(given.lines.at(-1)).toContain('a secret can be had from Vault again')
  followed.stop()
})

test('what Vault said last counts while it is away or sealed, and not once it is deleted there', async () => {
  const given = await follow()
  const followed = await given.start()
  given.vault.isSealed = true
  await letTimePass(given)
  expect(given.lines.at(-1)).toContain('Vault is sealed or cannot answer (HTTP 503)')
  expect(followed.all()).toEqual([{ reference, fault: null }])
  given.vault.isSealed = false
  given.vault.secrets.get('secret/data/shop')!.push('deleted')
  await letTimePass(given)
  expect(followed.all()).toEqual([
    {
      reference,
      fault: 'Vault has nothing at secret/data/shop, or what was there is deleted (HTTP 404)',
    },
  ])
  followed.stop()
})

test('a folder that names another secret has it fetched, and one that names none asks nobody', async () => {
  const given = await follow({ files: project('env:SHOP') })
  const followed = await given.start()
  expect(given.vault.asked).toEqual([])
  expect(given.lines).toEqual([])
  for (const [file, text] of Object.entries(project())) given.folder.write(file, text)
  await given.sources.project.reload()
  await expect.poll(() => followed.all()).toEqual([{ reference, fault: null }])
  followed.stop()
})

test('a desk that names no secret of Vault starts without one', async () => {
  const given = await follow({
    files: project('env:SHOP'),
    env: { VAULT_ADDR: '', VAULT_TOKEN: '' },
  })
  const followed = await given.start()
  expect(given.lines).toEqual([])
  followed.stop()
})

const faults: [string, string, (given: Followed) => void][] = [
  [
    'a path that is not there',
    'Vault has nothing at secret/data/shop, or what was there is deleted (HTTP 404)',
    ({ vault }) => vault.secrets.clear(),
  ],
  [
    'a field that is not there',
    'the secret there has no such field',
    ({ vault }) => vault.secrets.set('secret/data/shop', [{ password: 'canary-secret' }]),
  ],
  [
    'a field of an object’s own',
    'the secret there has no such field',
    ({ vault }) => vault.secrets.set('secret/data/shop', [{ other: 'canary-secret' }]),
  ],
  [
    'a field that is no text',
    'the field there is not a text, or is empty',
    ({ vault }) => vault.secrets.set('secret/data/shop', [{ token: { is: 'canary-secret' } }]),
  ],
  [
    'a path that may not be read',
    'Vault does not let us read secret/data/shop (HTTP 403)',
    ({ vault }) => vault.tokens.set('root', { ttl: 0, renewable: false, mayRead: () => false }),
  ],
  [
    'secrets of version 1',
    'Vault has nothing at secret/data/shop, or what was there is deleted (HTTP 404)',
    ({ vault }) => vault.secrets.set('secret/data/shop', []),
  ],
  [
    'no address',
    'VAULT_ADDR is not set where Firstline runs: it says where Vault is',
    ({ place }) => void (place.VAULT_ADDR = ''),
  ],
  [
    'an address that is none',
    'VAULT_ADDR is no address like https://vault.internal:8200',
    ({ place }) => void (place.VAULT_ADDR = 'vault:8200'),
  ],
  [
    'an address that is never called',
    'Vault does not answer: 169.254.169.254 is an address this product does not call',
    ({ place }) => void (place.VAULT_ADDR = 'http://169.254.169.254/'),
  ],
  [
    'two ways to sign in',
    'Set one of VAULT_TOKEN, VAULT_TOKEN_FILE or VAULT_ROLE_ID with its secret id, so that Vault knows us',
    ({ place }) => void Object.assign(place, { VAULT_ROLE_ID: 'desk' }),
  ],
]
test.for(faults)('%s is named, and never a value', async ([, said, change]) => {
  const given = await follow()
  change(given)
  const followed = await given.start()
  expect(followed.all()).toEqual([{ reference, fault: said }])
  expect(() => resolveSecret(reference, { env: given.place, folder: '/' })).toThrow(said)
  expect(given.lines.join('')).not.toContain('canary-secret')
  followed.stop()
})

test('a version of its own, a namespace and a token file are what is asked with', async () => {
  const folder = createFolder({ token: 'from-a-file\n' })
  const versioned = 'vault:secret/data/shop?version=1#token'
  const given = await follow({
    files: project(versioned),
    env: { VAULT_TOKEN: '', VAULT_TOKEN_FILE: join(folder.path, 'token'), VAULT_NAMESPACE: 'eu' },
  })
  given.vault.tokens.set('from-a-file', { ttl: 60, renewable: true, mayRead: () => true })
  given.vault.secrets.get('secret/data/shop')!.push({ token: 'second' })
  const followed = await given.start()
  expect(resolveSecret(versioned, { env: given.place, folder: '/' })).toBe('first')
  expect(given.vault.asked).toEqual(['GET /v1/secret/data/shop?version=1 in eu'])
  // an agent has written the next one
  given.vault.tokens.clear()
  given.vault.tokens.set('the-next', { ttl: 60, renewable: true, mayRead: () => true })
  writeFileSync(join(folder.path, 'token'), 'the-next')
  await letTimePass(given)
  expect(given.lines).toEqual([])
  followed.stop()
})

test('a role signs in once, again when half of its token’s life is over, and when that was taken back', async () => {
  const vault = await startFakeVault()
  vault.roles.set('desk', { secretId: 'its-secret', ttl: 600 })
  vault.secrets.set('secret/data/shop', [{ token: 'first' }])
  let now = 0
  const env = { VAULT_ADDR: vault.url, VAULT_ROLE_ID: 'desk', VAULT_SECRET_ID: 'its-secret' }
  const opened = openVault(env, () => now)
  const signIns = () => vault.asked.filter((asked) => asked.endsWith('/login')).length
  const read = () => opened.read('secret/data/shop')
  await Promise.all([read(), read(), read()])
  expect(signIns()).toBe(1)
  now = 299_999
  await read()
  expect(signIns()).toBe(1)
  now = 300_000
  await read()
  expect(signIns()).toBe(2)
  vault.tokens.clear()
  expect(await read()).toEqual({ token: 'first' })
  expect(signIns()).toBe(3)
  // one that lives and may not is not answered by another: ids may be good for a few times only
  for (const token of vault.tokens.values()) token.mayRead = () => false
  await expect(read()).rejects.toThrow('Vault does not let us read secret/data/shop')
  expect(signIns()).toBe(3)
  vault.tokens.clear()
  vault.roles.clear()
  await expect(read()).rejects.toThrow('Vault does not know VAULT_ROLE_ID with this secret id')
})

test('a token that ends is renewed when half of its life is over', async () => {
  const vault = await startFakeVault()
  vault.tokens.set('ours', { ttl: 100, renewable: true, mayRead: () => true })
  vault.secrets.set('secret/data/shop', [{ token: 'first' }])
  let now = 0
  const opened = openVault({ VAULT_ADDR: vault.url, VAULT_TOKEN: 'ours' }, () => now)
  await opened.read('secret/data/shop')
  now = 50_000
  await opened.read('secret/data/shop')
  expect(vault.asked).toEqual([
    'GET /v1/auth/token/lookup-self',
    'GET /v1/secret/data/shop',
    'POST /v1/auth/token/renew-self',
    'GET /v1/secret/data/shop',
  ])
})

test('check --live asks Vault for each, and says what cannot be had', async () => {
  const given = await follow()
  const live = async () =>
    (await checkFolder(given.folder.path, { live: true, env: given.place })).live
  const name = `secret ${reference}`
  expect(await live()).toContainEqual({
    name,
    isReachable: true,
    answer: 'is there',
    durationMs: 0,
  })
  given.vault.isSealed = true
  const answer = 'Vault is sealed or cannot answer (HTTP 503)'
  expect(await live()).toContainEqual({ name, isReachable: false, answer, durationMs: 0 })
})

test.for([
  'vault:secret/shop#token',
  'vault:secret/data/shop',
  'vault:secret/data/shop?versions=1#token',
  'vault:#token',
])('%s is no place of a secret', async (credential) => {
  const folder = createFolder(project(credential))
  const { problems } = await checkFolder(folder.path, { live: false, env: {} })
  expect(problems.map(({ reason }) => reason).join('\n')).toContain('vault:secret/data/path#field')
})
