import { afterAll, expect, test } from 'vitest'
import { createAuthority } from '#server/connections/testing/certificates.ts'
import { messageOf } from '#server/core/errors.ts'
import { readShapes } from '#server/runbooks/lint/check-live.ts'
import '#server/testing/patient-reads.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { startRedis } from '#server/testing/redis.ts'
import { readSource } from './read-source.ts'
import {
  createFolder,
  createScope,
  createTestSources,
  projectFile,
  sourceFile,
} from './testing/factory.ts'

const desk = await createTestDesk()
const server = await startRedis()
const authority = createAuthority('Shop authority')
const secured = await startRedis({
  ca: authority.ca,
  ...authority.sign('localhost', 'DNS:localhost,IP:127.0.0.1'),
})
afterAll(() => Promise.all([server.stop(), secured.stop()]))

const key = (id: string, redis: string, lines = '') =>
  sourceFile(id, `connection: cache\n${lines}\nredis: { ${redis} }`)
const ofKey = 'owner: key'
const ofRow = 'account_column: customer'
const byId = 'params: { id: { type: string } }'
const folder = createFolder({
  'ca.pem': authority.ca,
  'firstline.yaml': `${projectFile}  cache: { kind: redis, url: env:CACHE_URL }
  secured: { kind: redis, url: env:SECURED_URL, tls: { ca: file:ca.pem } }
  untrusted: { kind: redis, url: env:SECURED_URL }
  wrong: { kind: redis, url: env:WRONG_URL }
  gone: { kind: redis, url: env:GONE_URL }
`,
  'sources/hash.yaml': key('hash', 'read: hash, key: "cart:{scope.account_id}"', ofRow),
  'sources/item.yaml': key(
    'item',
    `read: string, key: "cart:{scope.account_id}:{params.id}", ${ofKey}`,
    byId,
  ),
  'sources/open.yaml': key(
    'open',
    'read: hash, key: "cart:{params.id}:of:{scope.account_id}"',
    `${byId}\n${ofRow}`,
  ),
  'sources/hasty.yaml': key(
    'hasty',
    'read: hash, key: "cart:{scope.account_id}"',
    `${ofRow}\ntimeout: 200ms`,
  ),
  'sources/doc.yaml': key('doc', 'read: string, json: true, key: "page:{scope.account_id}"', ofRow),
  'sources/log.yaml': key(
    'log',
    'read: list, json: true, last_first: true, key: "log:{scope.account_id}"',
    `${ofRow}\nmax_rows: 2`,
  ),
  'sources/first.yaml': key(
    'first',
    'read: list, json: true, key: "log:{scope.account_id}"',
    `${ofRow}\nmax_rows: 2`,
  ),
  'sources/tags.yaml': key('tags', `read: set, key: "raw:{scope.account_id}:tags", ${ofKey}`),
  'sources/top.yaml': key(
    'top',
    `read: sorted_set, last_first: true, key: "raw:{scope.account_id}:top", ${ofKey}`,
  ),
  'sources/until.yaml': key('until', `read: expiry, key: "cart:{scope.account_id}", ${ofKey}`),
  'sources/denied.yaml': key('denied', `read: string, key: "secret:{scope.account_id}", ${ofKey}`),
  'sources/secured.yaml': key(
    'secured',
    `read: string, key: "raw:{scope.account_id}", ${ofKey}`,
  ).replace('cache', 'secured'),
  'sources/untrusted.yaml': key(
    'untrusted',
    `read: string, key: "raw:{scope.account_id}", ${ofKey}`,
  ).replace('cache', 'untrusted'),
  'sources/wrong.yaml': key(
    'wrong',
    `read: string, key: "raw:{scope.account_id}", ${ofKey}`,
  ).replace('cache', 'wrong'),
  'sources/gone.yaml': key('gone', `read: string, key: "raw:{scope.account_id}", ${ofKey}`).replace(
    'cache',
    'gone',
  ),
})
const env = {
  CACHE_URL: server.url,
  SECURED_URL: secured.url,
  WRONG_URL: server.url.replace(/:[^:@]*@/, ':not-it@'),
  GONE_URL: 'redis://desk:canary-password@127.0.0.1:1/0',
}
const sources = await createTestSources(desk, folder, env)
const a = await createScope(desk, 'acc_a')
const b = await createScope(desk, 'acc_b')
await server.run('HSET', 'cart:acc_a', 'customer', 'acc_a', 'items', '3', 'note', 'for A')
await server.run('EXPIRE', 'cart:acc_a', '1000')
await server.run('HSET', 'cart:acc_b', 'customer', 'acc_b', 'items', '1', 'note', 'canary of b')
await server.run('SET', 'cart:acc_a:1', 'one of a')
await server.run('SET', 'cart:acc_b:1', 'canary of b')
await server.run('HSET', 'cart:stray:of:acc_a', 'customer', 'acc_b', 'note', 'canary of b')
await server.run('HSET', 'cart:mute:of:acc_a', 'note', 'nobody')
await server.run('SET', 'page:acc_a', '[{"customer":"acc_a","order":9007199254740993}]')
for (const n of [1, 2, 3])
  await server.run('RPUSH', 'log:acc_a', JSON.stringify({ customer: 'acc_a', n }))
await server.run('RPUSH', 'log:acc_b', '{"customer":"acc_b"}', '{"customer":"acc_a"}')
await server.run('SADD', 'raw:acc_a:tags', 'vip', 'beta')
await server.run('ZADD', 'raw:acc_a:top', '1.5', 'low', '7', 'high')
await server.run('SET', 'secret:acc_a', 'canary')

const rowsOf = async (id: string, params = {}, scope = a) =>
  (await readSource(sources, scope, id, params)).rows
const reasonOf = (reading: Promise<unknown>) =>
  reading.then(
    () => 'read',
    (error: { reason?: string }) => error.reason,
  )

test('the folder of these tests has no problems', () => {
  expect(sources.project.problems()).toEqual([])
})

test('each kind of value is rows, with its digits', async () => {
  expect(await rowsOf('hash')).toEqual([{ customer: 'acc_a', items: '3', note: 'for A' }])
  expect(await rowsOf('item', { id: '1' })).toEqual([{ value: 'one of a' }])
  expect(await rowsOf('doc')).toEqual([{ customer: 'acc_a', order: '9007199254740993' }])
  expect(await rowsOf('tags')).toEqual([{ value: 'beta' }, { value: 'vip' }])
  expect(await rowsOf('top')).toEqual([
    { value: 'high', score: 7 },
    { value: 'low', score: 1.5 },
  ])
  expect(await rowsOf('item', { id: '2' })).toEqual([])
  expect(await rowsOf('until', {}, b)).toEqual([{ expires_in_s: null }])
  const [{ expires_in_s: left } = {}] = await rowsOf('until')
  expect(left).toBeGreaterThan(900)
})

test('a list is read from either end, no more than is shown, and it is said that there is more', async () => {
  const last = await readSource(sources, a, 'log')
  expect(last.rows.map(({ n }) => n)).toEqual([3, 2])
  expect(last.isTruncated).toBe(true)
  expect((await rowsOf('first')).map(({ n }) => n)).toEqual([1, 2])
})

test('a value that says it is of another account refuses the whole answer', async () => {
  expect(await reasonOf(rowsOf('open', { id: 'stray' }))).toBe('source.foreign-row')
  expect(await reasonOf(rowsOf('first', {}, b))).toBe('source.foreign-row')
  expect(await reasonOf(rowsOf('open', { id: 'mute' }))).toBe('source.no-account')
})

test('no parameter and no account makes the key of another', async () => {
  const hostile = [
    '1:of:acc_b',
    '*',
    '1 2',
    '',
    '{1}',
    '1\r\nGET cart:acc_b',
    '?',
    '[1]',
    '1/2',
    'x'.repeat(257),
  ]
  for (const id of hostile)
    expect(await reasonOf(rowsOf('item', { id }))).toBe('source.unavailable')
  await server.run('SET', 'cart:acc_a:1:2', 'canary')
  for (const account of ['acc_a:1', '*', 'acc_?', 'acc_a\n', '{acc_a}']) {
    const scope = await createScope(desk, account)
    const refused = rowsOf('hash', {}, scope).catch(messageOf)
    expect(await refused).toContain('“scope.account_id” cannot be part of a key')
  }
})

test('two customers at once each see their own, in whatever order the answers come', async () => {
  const reads = Array.from({ length: 400 }, (_, n) =>
    rowsOf('item', { id: '1' }, n % 2 === 0 ? a : b),
  )
  const values = (await Promise.all(reads)).map(([row]) => row?.value)
  expect(values).toEqual(values.map((_, n) => (n % 2 === 0 ? 'one of a' : 'canary of b')))
})

test('what is larger than is read is refused, before it comes', async () => {
  await server.run('SET', 'cart:acc_a:big', 'x'.repeat(1024 * 1024 + 1))
  const fields = Array.from({ length: 1_001 }, (_, n) => [`f${n}`, 'x']).flat()
  await server.run('HSET', 'cart:big:of:acc_a', ...fields)
  await server.run('CONFIG', 'RESETSTAT')
  await expect(rowsOf('item', { id: 'big' })).rejects.toThrow(/its answer is too large/)
  await expect(rowsOf('open', { id: 'big' })).rejects.toThrow(/its answer is too large/)
  const asked = String(await server.run('INFO', 'commandstats'))
  expect(asked).toContain('cmdstat_strlen')
  expect(asked).not.toMatch(/cmdstat_(?:get|hgetall)\b/)
})

test('bytes that are no text are told by their size', async () => {
  await server.run('SETBIT', 'cart:acc_a:bytes', '0', '1')
  expect(await rowsOf('item', { id: 'bytes' })).toEqual([{ value: '1 bytes' }])
})

test('a key of another kind, or that the user may not read, is a query that fails', async () => {
  await server.run('RPUSH', 'cart:acc_a:other', 'x')
  await expect(rowsOf('item', { id: 'other' })).rejects.toThrow(/its system refuses the query/)
  await expect(rowsOf('denied')).rejects.toThrow(/its system refuses the query/)
})

test('the sign-in is refused without a word of it, and so is a server that is not there', async () => {
  await expect(rowsOf('wrong')).rejects.toThrow(/its system refuses the sign-in/)
  const gone = await rowsOf('gone').catch(messageOf)
  expect(gone).toContain('its system does not answer')
  expect(gone).not.toContain('canary')
})

test('check --live reads each key of nobody, and says where the user may not or nobody answers', async () => {
  const { problems, results } = await readShapes(sources.project, env)
  const files = problems.map(({ file }) => file.replace(/^sources\/|\.yaml$/g, ''))
  expect(files.toSorted()).toEqual(['denied', 'gone', 'untrusted', 'wrong'])
  expect(problems.find(({ file }) => file.includes('denied'))?.reason).toContain('NOPERM')
  expect(results.find(({ name }) => name === 'source hash')?.answer).toBe('0 rows of nobody')
})

test('TLS is by the certificate that the connection names', async () => {
  await secured.run('SET', 'raw:acc_a', 'by TLS')
  expect(await rowsOf('secured')).toEqual([{ value: 'by TLS' }])
  expect(await reasonOf(rowsOf('untrusted'))).toBe('source.unavailable')
})

test('a server that hangs is given up in time, and the next read connects anew', async () => {
  server.hang()
  const late = await reasonOf(rowsOf('hasty'))
  server.goOn()
  expect(late).toBe('source.timeout')
  expect(await rowsOf('hash')).toHaveLength(1)
})

test('a connection that was cut is made anew by the read after it', async () => {
  await server.run('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes')
  await rowsOf('hash').catch(() => undefined)
  expect(await rowsOf('hash')).toHaveLength(1)
})
