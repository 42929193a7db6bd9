import net from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { createTestDesk } from '#server/testing/desk.ts'
import {
  createCustomerSystem,
  createFolder,
  createScope,
  createTestSources,
  createTicket,
  projectFile,
  sourceFile,
} from './testing/factory.ts'
import { readSource } from './read-source.ts'
import { system } from '#server/core/actor.ts'
import { dialectIn } from '#server/connections/kinds.ts'
import { parameterize } from '#server/connections/named-parameters.ts'
import { lookAtAccount } from './scope.ts'
import type { AccountScope } from './scope.ts'

const desk = await createTestDesk()
const customer = await createCustomerSystem(`
  create table export_job (id text primary key, account_id text, status text, bytes bigint,
    ratio numeric, made_at timestamptz, local_at timestamp);
  insert into export_job values
    ('exp_1', 'acc_a', 'failed', 12, 0.5, '2026-03-02 10:00+01', '2026-03-02 09:00'),
    ('exp_2', 'acc_a', 'completed', 9007199254740993, 1, '2026-03-02 09:30+00', null),
    ('exp_9', 'acc_b', 'canary of b', 1, 1, now(), null),
    ('exp_0', null, 'canary of nobody', 1, 1, now(), null)
`)
const own = 'connection: replica\naccount_column: account_id'
const twoStatements =
  'select account_id from export_job where account_id = :account_id) as x; delete from export_job where (1=1'
const folder = createFolder({
  'firstline.yaml': `${projectFile}  dead: { kind: postgres, url: env:DEAD_URL }\n  unset: { kind: postgres, url: env:UNSET_URL }\n  proxied: { kind: postgres, url: env:PROXY_URL }\n`,
  'sources/list.yaml': sourceFile(
    'exports.list',
    `${own}\nsql: select * from export_job where account_id = :account_id order by id`,
  ),
  'sources/two.yaml': sourceFile(
    'exports.two',
    `${own}\nmax_rows: 1\nsql: select * from export_job where account_id = :account_id order by id`,
  ),
  'sources/one.yaml': sourceFile(
    'exports.by_id',
    `${own}\nsingle: true\nparams: { id: { type: string, pattern: "^exp_[0-9]$" } }\nsql: select * from export_job where id = :id and :account_id <> ''`,
  ),
  'sources/open.yaml': sourceFile(
    'exports.unfiltered',
    `${own}\nsql: select * from export_job where :account_id <> '' order by id`,
  ),
  'sources/capped.yaml': sourceFile(
    'exports.capped',
    `${own}\nmax_rows: 2\nsql: select * from export_job where :account_id <> '' and account_id is not null order by id`,
  ),
  'sources/none.yaml': sourceFile(
    'exports.without_column',
    `${own}\nsql: select id from export_job where account_id = :account_id`,
  ),
  'sources/nobody.yaml': sourceFile(
    'exports.of_nobody',
    `${own}\nsql: select * from export_job where account_id is null or :account_id = ''`,
  ),
  'sources/slow.yaml': sourceFile(
    'slow',
    `${own}\ntimeout: 200ms\nsql: select account_id, pg_sleep(20) from export_job where account_id = :account_id`,
  ),
  'sources/write.yaml': sourceFile('writing', `${own}\nsql: "${twoStatements}"`),
  'sources/function.yaml': sourceFile(
    'sequence',
    `${own}\nsql: select account_id, set_config('transaction_read_only', 'off', true) as off, lo_create(0) from export_job where account_id = :account_id`,
  ),
  'sources/dead.yaml': sourceFile(
    'dead',
    'connection: dead\naccount_column: account_id\nsql: select account_id from export_job where account_id = :account_id',
  ),
  'sources/unset.yaml': sourceFile(
    'unset',
    'connection: unset\naccount_column: account_id\nsql: select account_id from export_job where account_id = :account_id',
  ),
  'sources/proxied.yaml': sourceFile(
    'proxied',
    'connection: proxied\naccount_column: account_id\ntimeout: 300ms\nsql: select account_id from export_job where account_id = :account_id limit 1',
  ),
  'sources/wrong.yaml': sourceFile(
    'wrong',
    `${own}\nsql: select account_id, no_such_column from export_job where account_id = :account_id`,
  ),
})
const proxy = await createProxy(customer.url)
const sources = await createTestSources(desk, folder, {
  REPLICA_URL: customer.url,
  DEAD_URL: 'postgresql://nobody:canary-password@127.0.0.1:1/none',
  PROXY_URL: proxy.url,
})
const a = await createScope(desk, 'acc_a')
const b = await createScope(desk, 'acc_b')

test('the folder of these tests has no problems but for a query that is two', () => {
  expect(sources.project.problems()).toMatchObject([
    { file: 'sources/write.yaml', reason: 'sql: one query, and no more' },
  ])
})

test('a list answers the rows of the account with age, duration and definition', async () => {
  const answer = await readSource(sources, a, 'exports.list')
  expect(answer.rows.map((row) => row.id)).toEqual(['exp_1', 'exp_2'])
  expect(answer).toMatchObject({ source: 'exports.list', isSingle: false, isTruncated: false })
  expect(answer.fetchedAt).toEqual(desk.clock.now())
  expect(answer.durationMs).toBeGreaterThan(0)
  expect(answer.definition).toMatch(/^[0-9a-f]{64}$/)
})

test('rows are JSON: exact numbers as numbers, others as digits, times in UTC', async () => {
  const { rows } = await readSource(sources, a, 'exports.list')
  expect(rows[0]).toMatchObject({
    bytes: 12,
    ratio: 0.5,
    made_at: '2026-03-02T09:00:00.000Z',
    local_at: '2026-03-02T09:00:00.000Z',
  })
  expect(rows[1]).toMatchObject({ bytes: '9007199254740993', local_at: null })
})

test('more rows than allowed are cut and said', async () => {
  const answer = await readSource(sources, a, 'exports.two')
  expect(answer.rows).toHaveLength(1)
  expect(answer.isTruncated).toBe(true)
})

describe('rows of another account', () => {
  test.each([
    ['a list without a filter', 'exports.unfiltered', {}],
    ['a list whose foreign row is the one beyond the limit', 'exports.capped', {}],
    ['a single record of another account', 'exports.by_id', { id: 'exp_9' }],
    ['a row of no account', 'exports.of_nobody', {}],
  ])('%s is refused whole', async (_, source, params) => {
    const error = await readSource(sources, a, source, params).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ kind: 'forbidden', reason: 'source.foreign-row' })
    expect(JSON.stringify(error)).not.toContain('canary')
  })

  test('rows that do not say whose they are are refused as a fault of the source, without an alarm', async () => {
    const scope = await createScope(desk, 'acc_a')
    await expect(readSource(sources, scope, 'exports.without_column')).rejects.toMatchObject({
      kind: 'unavailable',
      reason: 'source.no-account',
      message: expect.stringContaining('its rows have no “account_id”'),
    })
    const events = desk.db.selectFrom('event').selectAll().where('ticket_id', '=', scope.ticketId)
    expect(await events.execute()).toEqual([])
  })

  test('it is recorded as a security event, without the rows', async () => {
    const scope = await createScope(desk, 'acc_a')
    await readSource(sources, scope, 'exports.unfiltered').catch(() => undefined)
    const events = await desk.db
      .selectFrom('event')
      .select(['name', 'actor_kind', 'account_id', 'data'])
      .where('ticket_id', '=', scope.ticketId)
      .execute()
    expect(events).toEqual([
      {
        name: 'security.foreign_row',
        actor_kind: 'system',
        account_id: scope.accountId,
        data: { source: 'exports.unfiltered', rows: 4, foreign: 2 },
      },
    ])
  })

  test('it is refused even when the security event cannot be written', async () => {
    const deaf = {
      ...sources,
      underWay: new Map(),
      onForeignRow: () => Promise.reject(new Error('gone')),
    }
    await expect(readSource(deaf, a, 'exports.unfiltered')).rejects.toMatchObject({
      reason: 'source.foreign-row',
    })
  })
})

test('a scope that was copied or made up is refused', async () => {
  const forged = { ...a, externalId: 'acc_b' } as AccountScope
  await expect(readSource(sources, forged, 'exports.list')).rejects.toMatchObject({
    reason: 'scope.forged',
  })
})

test('a scope cannot be changed', () => {
  expect(() => Object.assign(a, { externalId: 'acc_b' })).toThrow(TypeError)
})

test('a ticket without an account mints no scope, and neither does no ticket', async () => {
  const ticket = await createTicket(desk, null)
  await expect(lookAtAccount(desk, system('test'), ticket)).rejects.toMatchObject({
    reason: 'ticket.no-account',
  })
  const nobody = '00000000-0000-7000-8000-000000000000'
  await expect(lookAtAccount(desk, system('test'), nobody)).rejects.toMatchObject({
    reason: 'ticket.not-found',
  })
})

test('parameters are checked by their schema, and the account is none of them', async () => {
  for (const params of [
    {},
    { id: 7 },
    { id: "exp_1' or true" },
    { id: 'exp_1', account_id: 'acc_b' },
  ]) {
    await expect(readSource(sources, a, 'exports.by_id', params)).rejects.toMatchObject({
      reason: 'source.params-invalid',
    })
  }
  await expect(readSource(sources, a, 'nothing')).rejects.toMatchObject({
    reason: 'source.not-found',
  })
})

test('a slow query is cancelled in the database too, and the next read works', async () => {
  await expect(readSource(sources, a, 'slow')).rejects.toMatchObject({ reason: 'source.timeout' })
  const { rows } = await customer.query(
    "select count(*)::int as running from pg_stat_activity where query like '%pg_sleep(20)%' and state = 'active' and pid <> pg_backend_pid()",
  )
  expect(rows).toEqual([{ running: 0 }])
  await expect(readSource(sources, a, 'exports.list')).resolves.toBeTruthy()
})

test('nothing can be written: not by a second statement, not by a function', async () => {
  await expect(readSource(sources, a, 'sequence')).rejects.toMatchObject({
    reason: 'source.unavailable',
  })
  // a file with a second statement is refused before it is asked; nor would the system take it
  const reading = sources.connections.database('replica')
  const limits = { timeoutMs: 10_000, limit: 10 }
  const two = parameterize(twoStatements, dialectIn({}, 'replica'))
  await expect(reading.read(two, { account_id: 'acc_a' }, limits)).rejects.toThrow(
    /syntax|commands/,
  )
  const { rows } = await customer.query('select count(*)::int as jobs from export_job')
  expect(rows).toEqual([{ jobs: 4 }])
})

test('a dead system is said without its address or password, and delays no other', async () => {
  const dead = readSource(sources, a, 'dead').catch((thrown: Error) => thrown)
  await expect(readSource(sources, a, 'exports.list')).resolves.toBeTruthy()
  const error = (await dead) as Error
  expect(error).toMatchObject({ kind: 'unavailable', reason: 'source.unavailable' })
  expect(error.message).toContain('its system does not answer')
  expect(error.message).not.toMatch(/canary-password|127\.0\.0\.1/)
})

test('a secret that is not set is named, not guessed', async () => {
  await expect(readSource(sources, a, 'unset')).rejects.toMatchObject({
    reason: 'source.unavailable',
    message: expect.stringMatching(/\(env:\w+ is not set\)$/),
  })
})

test('a broken query is said with its SQLSTATE only', async () => {
  await expect(readSource(sources, a, 'wrong')).rejects.toMatchObject({
    reason: 'source.unavailable',
    message: expect.stringContaining('42703'),
  })
})

test('a system that went away and came back is read again', async () => {
  await expect(readSource(sources, a, 'proxied')).resolves.toMatchObject({
    rows: [{ account_id: 'acc_a' }],
  })
  await proxy.down()
  await expect(readSource(sources, a, 'proxied')).rejects.toMatchObject({ kind: 'unavailable' })
  await proxy.up()
  await expect(readSource(sources, a, 'proxied')).resolves.toMatchObject({
    rows: [{ account_id: 'acc_a' }],
  })
})

test('a system that accepts and then says nothing times out', async () => {
  await expect(readSource(sources, a, 'proxied')).resolves.toBeTruthy()
  proxy.freeze()
  await expect(readSource(sources, a, 'proxied')).rejects.toMatchObject({
    reason: 'source.timeout',
  })
  await proxy.down()
  await proxy.up()
  await expect(readSource(sources, a, 'proxied')).resolves.toBeTruthy()
})

test('the same read at the same time is one read; another account or a fresh one is its own', async () => {
  const asked = vi.spyOn(sources.connections, 'database')
  try {
    const [first, second] = await Promise.all([
      readSource(sources, a, 'exports.list'),
      readSource(sources, a, 'exports.list'),
      readSource(sources, b, 'exports.list'),
      readSource(sources, a, 'exports.list', {}, { isFresh: true }),
    ])
    expect(second).toBe(first)
    expect(asked).toHaveBeenCalledTimes(3)
  } finally {
    asked.mockRestore()
  }
})

test('who stops waiting gets their own end; who still waits gets the answer', async () => {
  const impatient = new AbortController()
  const waiting = readSource(sources, a, 'exports.list', {}, { signal: impatient.signal })
  const patient = readSource(sources, a, 'exports.list')
  impatient.abort(new Error('closed the page'))
  await expect(waiting).rejects.toThrow('closed the page')
  await expect(patient).resolves.toMatchObject({ rows: [{ id: 'exp_1' }, { id: 'exp_2' }] })
})

test('a caller may allow less time than the source does', async () => {
  const read = readSource(sources, a, 'slow', {}, { timeoutMs: 20 })
  await expect(read).rejects.toMatchObject({
    reason: 'source.timeout',
    message: expect.stringContaining('0.02 s'),
  })
})

/** TCP in front of the socket of the test cluster, which can go away, come back or fall silent. */
async function createProxy(target: string) {
  const url = new URL(target)
  const socketPath = `${url.searchParams.get('host')}/.s.PGSQL.5432`
  const open = new Set<net.Socket>()
  let isFrozen = false
  const server = net.createServer((client) => {
    const upstream = net.connect(socketPath)
    for (const socket of [client, upstream]) {
      open.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => open.delete(socket))
    }
    client.on('data', (bytes) => isFrozen || upstream.write(bytes))
    upstream.on('data', (bytes) => client.write(bytes))
    client.on('close', () => upstream.destroy())
    upstream.on('close', () => client.destroy())
  })
  const listen = (port: number) =>
    new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  await listen(0)
  const { port } = server.address() as AddressInfo
  async function down() {
    const closed = new Promise((done) => server.close(done))
    for (const socket of open) socket.destroy()
    await closed
  }
  afterAll(() => (server.listening ? down() : undefined))
  return {
    url: `postgresql://${url.username}@127.0.0.1:${port}${url.pathname}`,
    down,
    async up() {
      isFrozen = false
      await listen(port)
    },
    freeze: () => void (isFrozen = true),
  }
}
