import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import {
  createFolder,
  createScope,
  createTestSources,
  projectFile,
} from '#server/accounts/testing/factory.ts'
import { evaluateDatadog } from '#server/connections/testing/evaluate-datadog.ts'
import type { DatadogLog } from '#server/connections/testing/evaluate-datadog.ts'
import { startFakeDatadog } from '#server/connections/testing/fake-datadog.ts'
import { checkConnections } from '#server/runbooks/lint/check-live.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { newLog } from '../factory.ts'
import { preciseTime } from '../nanos.ts'
import type { Attributes, NewLog } from '../store.ts'
import { createTelemetryReader } from '../telemetry-reader.ts'
import { describeLogs, everything } from './conformance.ts'
import { createPostgresStore } from './postgres-store.ts'

const desk = await createTestDesk()
const newScope = () => createScope(desk, `acc_${randomUUID()}`)
const store = createPostgresStore(desk.db, desk.pool)
const statusOf = new Map([
  [9, 'info'],
  [13, 'warn'],
  [17, 'error'],
  [21, 'critical'],
])
const section =
  '{ connection: datadog, account_fields: [account.id, tenant.id], search: [message, export.id] }'

describe('Datadog', async () => {
  const world = await createWorld()
  const { logs, datadog, sources } = world
  beforeEach(() => datadog.answerWith(null))
  const keep = (to: { datadog: typeof datadog }, ...given: NewLog[]) =>
    to.datadog.keep(given.map(logOf))

  describeLogs('Datadog', () => ({
    logs,
    writeLogs: async (given) => datadog.keep(given.map(logOf)),
    newScope,
  }))

  test('a log of another account spoils the whole answer, and is a security event', async () => {
    const careless = await createWorld({ isCareless: () => true })
    const [own, other] = [await newScope(), await newScope()]
    keep(careless, newLog({ accountKey: own.externalId, message: 'own' }))
    expect((await careless.logs.searchLogs(own, everything)).items).toHaveLength(1)
    keep(careless, newLog({ accountKey: other.externalId, message: 'canary' }))
    for (const read of [
      () => careless.logs.searchLogs(own, everything),
      () => careless.logs.listServices(own, everything),
    ]) {
      await expect(read()).rejects.toMatchObject({ reason: 'source.foreign-row' })
    }
    const events = await desk.db
      .selectFrom('event')
      .select('data')
      .where('name', '=', 'security.foreign_row')
      .where('account_id', '=', own.accountId)
      .execute()
    const event = expect.objectContaining({ source: 'logs', rows: 2, foreign: 1 })
    expect(events.map(({ data }) => data)).toEqual([event, event])
  })

  test('a log of nobody is a fault of the system, not of another customer', async () => {
    const careless = await createWorld({ isCareless: () => true })
    keep(careless, newLog({ accountKey: null }))
    await expect(careless.logs.searchLogs(await newScope(), everything)).rejects.toMatchObject({
      reason: 'source.no-account',
    })
  })

  test('a log that names the account and another one is not the account’s', async () => {
    const [own, other] = [await newScope(), await newScope()]
    const [mine, theirs] = [own.externalId, other.externalId]
    const log = (message: string, attributes: object): DatadogLog => ({
      id: randomUUID(),
      timestamp: '2026-03-02T08:30:00.000Z',
      message,
      attributes: { ...attributes },
    })
    datadog.keep([
      log('two', { account: { id: mine }, tenant: { id: theirs } }),
      log('both', { account: { id: mine }, 'tenant.id': mine }),
      log('one', { tenant: { id: mine } }),
      log('list', { account: { id: [mine, theirs] } }),
      log('elsewhere', { customer: mine }),
    ])
    const { items } = await logs.searchLogs(own, everything)
    expect(items.map(({ message }) => message).toSorted()).toEqual(['both', 'one'])
  })

  test('an account whose name is a search is a text like any other', async () => {
    const names = ['"', '\\', '\\"', '") OR (*:*', '*', "'", '-', '\n', 'ü 💥', 'a b']
    for (const name of names) {
      const scope = await createScope(desk, `${name}${randomUUID()}`)
      keep(world, newLog({ accountKey: scope.externalId, message: 'own' }))
      const { items } = await logs.searchLogs(scope, everything)
      expect(items.map(({ message }) => message)).toEqual(['own'])
    }
  })

  test('pages of logs that all have the same millisecond hold each of them once', async () => {
    const scope = await newScope()
    const all = Array.from({ length: 57 }, (_, n) => String(n))
    keep(world, ...all.map((message) => newLog({ accountKey: scope.externalId, message })))
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page = await logs.searchLogs(scope, { ...everything, limit: 5, cursor })
      seen.push(...page.items.map(({ message }) => message))
      cursor = page.next
    } while (cursor !== null)
    expect(seen.toSorted()).toEqual(all.toSorted())
  })

  test('a word with signs is looked for page by page', async () => {
    const scope = await newScope()
    const accountKey = scope.externalId
    const at = (n: number) =>
      preciseTime(BigInt(Date.parse('2026-03-02T09:00:00Z') + n) * 1_000_000n)
    const others = Array.from({ length: 50 }, (_, n) =>
      newLog({ accountKey, message: 'a b', at: at(n) }),
    )
    keep(world, newLog({ accountKey, message: 'a+b' }), ...others)
    const { items } = await logs.searchLogs(scope, { ...everything, words: ['a+b'], limit: 2 })
    expect(items.map(({ message }) => message)).toEqual(['a+b'])
  })

  test('pages that do not end are left', async () => {
    const scope = await newScope()
    const { externalId } = scope
    const attributes = {
      timestamp: '2026-03-02T08:30:00Z',
      attributes: { 'account.id': externalId },
    }
    const meta = { status: 'done', page: { after: 'on' } }
    const body = JSON.stringify({ data: [{ id: '1', type: 'log', attributes }], meta })
    datadog.answerWith({ status: 200, body })
    const before = datadog.asked.length
    const search = logs.searchLogs(scope, { ...everything, words: ['nowhere'] })
    await expect(search).rejects.toMatchObject({ reason: 'input.window' })
    expect(datadog.asked.length - before).toBe(10)
  })

  test('what a log says beside its message is shown, with its host and tags', async () => {
    const scope = await newScope()
    datadog.keep([
      {
        id: 'AwAA',
        timestamp: '2026-03-02T08:30:00.120Z',
        message: 'x',
        service: 'shop',
        status: 'notice',
        host: 'i-0123',
        tags: ['team:a'],
        attributes: { account: { id: scope.externalId }, order: { total: 3 } },
      },
    ])
    const { items } = await logs.searchLogs(scope, everything)
    expect(items).toMatchObject([
      {
        at: '2026-03-02T08:30:00.120000Z',
        service: 'shop',
        severity: 9,
        attributes: {
          'account.id': scope.externalId,
          'order.total': 3,
          host: 'i-0123',
          tags: ['team:a'],
        },
      },
    ])
  })

  test('who is asked too often is asked once more when it says so, and no later than there is time', async () => {
    const scope = await newScope()
    const limited = (reset: string) => ({
      status: 429,
      body: '{"errors":["Too many requests"]}',
      headers: { 'x-ratelimit-reset': reset },
    })
    const before = datadog.asked.length
    datadog.answerWith(limited('0'))
    const asked = logs.searchLogs(scope, everything)
    await expect(asked).rejects.toMatchObject({ reason: 'source.unavailable' })
    expect(datadog.asked.length - before).toBe(2)
    datadog.answerWith(limited('3000'))
    await expect(logs.searchLogs(scope, everything)).rejects.toThrow('asked again in 3000 s')
    expect(datadog.asked.length - before).toBe(3)
  })

  const data = (attributes: string) =>
    `{"data":[{"id":"1","type":"log","attributes":${attributes}}],"meta":{"status":"done"}}`
  test.each([
    [401, '{"errors":["Unauthorized"]}', 'source.unavailable', 'HTTP 401'],
    [403, '{"errors":["Forbidden"]}', 'source.unavailable', 'HTTP 403'],
    [400, '{"errors":["input_validation_error"]}', 'source.unavailable', null],
    [429, '{"errors":["Too many requests"]}', 'source.unavailable', 'HTTP 429'],
    [503, 'unavailable', 'source.unavailable', 'HTTP 503'],
    [200, '<html>', 'source.unavailable', null],
    [200, '{"data":[{"id":"1"', 'source.unavailable', null],
    [200, '{"data":{},"meta":{}}', 'source.unavailable', null],
    [200, data('{"message":"without a time"}'), 'source.unavailable', null],
    [200, data('{"timestamp":1772440200000}'), 'source.unavailable', null],
    [200, data('{"timestamp":"2026-03-02T08:30:00Z","message":7}'), 'source.unavailable', null],
    [200, data('{"timestamp":"2026-03-02T08:30:00Z"}'), 'source.no-account', null],
    [200, '{"data":[],"meta":{"status":"timeout"}}', 'source.timeout', null],
    [200, '{"data":[],"meta":{"warnings":[{"code":"unknown_index"}]}}', 'source.unavailable', null],
  ])(
    'an answer of %i %s is refused in words, and counted',
    async (status, body, reason, detail) => {
      sources.answers.take()
      datadog.answerWith({ status, body })
      const search = logs.searchLogs(await newScope(), everything)
      await expect(search).rejects.toMatchObject({ reason })
      const fault = detail === null ? expect.anything() : { detail }
      expect(sources.answers.take()).toMatchObject([
        { connection: 'datadog', thing: 'logs', asked: 1, failed: 1, last: { fault } },
      ])
    },
  )

  test('live: both keys decide, then the index', async () => {
    const keys = { apiKey: 'api', applicationKey: 'application' }
    const connection = ', credential: env:KEY, headers: { DD-APPLICATION-KEY: env:APP_KEY }'
    const signed = await createWorld({ keys, connection })
    const live = async (given: object, { sources: of } = signed) => {
      const env = { DATADOG_URL: signed.datadog.url, KEY: 'api', APP_KEY: 'application', ...given }
      const [result] = await checkConnections(of.project, env)
      return result
    }
    expect(await live({})).toMatchObject({
      isReachable: true,
      answer: '0 lines of “firstline-check”',
    })
    for (const wrong of [{ KEY: 'x' }, { APP_KEY: 'x' }]) {
      expect(await live(wrong)).toMatchObject({
        isReachable: false,
        answer: 'HTTP 403: the credential of the connection is not accepted',
      })
    }
    const elsewhere = await live({ DATADOG_URL: `${signed.datadog.url}/nowhere` })
    expect(elsewhere?.answer).toMatch(/^HTTP 404: base_url/)
    const of = section.replace(' }', ', index: "main,gone" }')
    const other = await createWorld({ keys, connection, of })
    expect((await live({}, other))?.answer).toBe('Datadog has no such index as “index” names')
  })
})

test.each([
  '@account.id:unquoted',
  '@account.id:"open',
  'account.id:"x"',
  '(@a:"x"',
  '@a:"x") OR (@b:"y"',
  '*:*a b*',
  'host:"x"',
])('the stand-in refuses %s', (query) => {
  const log = { id: '1', timestamp: '2026-03-02T08:30:00Z', message: 'x', attributes: { a: 'y' } }
  expect(() => evaluateDatadog(query, [log], false)).toThrow(/./)
})

type Given = NonNullable<Parameters<typeof startFakeDatadog>[0]> & {
  connection?: string
  of?: string
}

async function createWorld({ connection = '', of = section, ...given }: Given = {}) {
  const datadog = await startFakeDatadog(given)
  afterAll(() => datadog.stop())
  const folder = createFolder({
    'firstline.yaml': `${projectFile}  datadog: { kind: datadog, base_url: env:DATADOG_URL${connection} }\nlogs: ${of}\n`,
  })
  const env = { DATADOG_URL: datadog.url, KEY: 'api', APP_KEY: 'application' }
  const sources = await createTestSources(desk, folder, env)
  expect(sources.project.problems()).toEqual([])
  return { datadog, sources, logs: createTelemetryReader(store, sources) }
}

let turn = 0
/** As OpenTelemetry's exporter writes it: to the millisecond, and in an attribute to the nanosecond. */
function logOf(log: NewLog): DatadogLog {
  turn += 1
  const owner = log.accountKey === null ? {} : { account: { id: log.accountKey } }
  const tenant = log.accountKey === null ? {} : { tenant: { id: log.accountKey } }
  const nanos = BigInt(log.atMicros) * 1_000n
  return {
    id: `AwAAAZ${turn}`,
    timestamp: new Date(Number(nanos / 1_000_000n)).toISOString(),
    message: log.message,
    service: log.service,
    status: statusOf.get(log.severity) ?? 'ok',
    attributes: {
      otel: { timestamp: String(nanos), trace_id: log.traceId, span_id: log.spanId },
      ...(turn % 2 === 0 ? owner : tenant),
      ...(JSON.parse(log.attributes) as Attributes),
    },
  }
}
