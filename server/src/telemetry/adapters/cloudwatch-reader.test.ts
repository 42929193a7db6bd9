import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import {
  createFolder,
  createScope,
  createTestSources,
  projectFile,
} from '#server/accounts/testing/factory.ts'
import { BadInsights, evaluateInsights } from '#server/connections/testing/evaluate-insights.ts'
import type { KeptEvent } from '#server/connections/testing/evaluate-insights.ts'
import { startFakeCloudwatch } from '#server/connections/testing/fake-cloudwatch.ts'
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
const levelOf = new Map([
  [9, 'INFO'],
  [13, 'warning'],
  [17, 'Error'],
  [21, 'critical'],
])
const said = 'account_fields: [account.id, tenant_id], log_groups: [/shop/production]'
const section = `{ connection: cloud, ${said}, search: [message, export.id] }`

describe('CloudWatch', async () => {
  const world = await createWorld({ turns: 1 })
  const { logs, cloud, sources } = world
  beforeEach(() => {
    cloud.answerWith(null)
    cloud.refuseWith(null)
  })
  const keep = (to: { cloud: typeof cloud }, ...given: NewLog[]) =>
    to.cloud.keep(given.map(eventOf))

  describeLogs('CloudWatch', () => ({
    logs,
    writeLogs: async (given) => cloud.keep(given.map(eventOf)),
    newScope,
  }))

  test('a line of another account spoils the whole answer, and is a security event', async () => {
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

  test('a line of nobody is a fault of the system, not of another customer', async () => {
    const careless = await createWorld({ isCareless: () => true })
    careless.cloud.keep([{ at: Date.parse('2026-03-02T08:30:00Z'), stream: 's', message: 'plain' }])
    await expect(careless.logs.searchLogs(await newScope(), everything)).rejects.toMatchObject({
      reason: 'source.no-account',
    })
  })

  test('a line that names the account and another one is not the account’s', async () => {
    const [own, other] = [await newScope(), await newScope()]
    const [mine, theirs] = [own.externalId, other.externalId]
    const line = (message: string, fields: object) => ({
      at: Date.parse('2026-03-02T08:30:00Z'),
      stream: 's',
      message: JSON.stringify({ message, ...fields }),
    })
    cloud.keep([
      line('two', { account: { id: mine }, tenant_id: theirs }),
      line('both', { account: { id: mine }, tenant_id: mine }),
      line('dotted', { 'account.id': mine }),
      line('list', { tenant_id: mine, 'account.id': [mine, theirs] }),
      line('elsewhere', { customer: mine }),
    ])
    const { items } = await logs.searchLogs(own, everything)
    expect(items.map(({ message }) => message).toSorted()).toEqual(['both', 'dotted'])
  })

  test('an account whose name is a query is a text like any other', async () => {
    const names = ['"', '\\', '/', '" or 1 = 1 | limit 10 #', '`', "'", '.*', '(', '\n', 'ü 💥']
    for (const name of names) {
      const scope = await createScope(desk, `${name}${randomUUID()}`)
      keep(world, newLog({ accountKey: scope.externalId, message: 'own' }))
      const { items } = await logs.searchLogs(scope, everything)
      expect(items.map(({ message }) => message)).toEqual(['own'])
    }
  })

  test('an account whose name cannot stand in a query is told from one that looks the same to it', async () => {
    const id = randomUUID()
    const [own, other] = [await createScope(desk, `a"${id}`), await createScope(desk, `a\\${id}`)]
    keep(world, newLog({ accountKey: own.externalId, message: 'own' }))
    keep(world, newLog({ accountKey: other.externalId, message: 'canary' }))
    const { items } = await logs.searchLogs(own, everything)
    expect(items.map(({ message }) => message)).toEqual(['own'])
  })

  test('pages of lines that all have the same millisecond hold each of them once', async () => {
    const scope = await newScope()
    const all = Array.from({ length: 27 }, (_, n) => String(n))
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

  test('a word with signs is looked for beyond the first lines that have its letters', async () => {
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

  test('what a line says beside its message is shown, with its group and stream', async () => {
    const scope = await newScope()
    const line = { account: { id: scope.externalId }, msg: 'paid', level: 'warn', total: 3 }
    cloud.keep([
      { at: Date.parse('2026-03-02T08:30:00.120Z'), stream: 's1', message: JSON.stringify(line) },
    ])
    const { items } = await logs.searchLogs(scope, everything)
    expect(items).toMatchObject([
      {
        at: '2026-03-02T08:30:00.120000Z',
        message: 'paid',
        severity: 13,
        attributes: { total: 3, 'log.group': '1:/shop/production', 'log.stream': 's1' },
      },
    ])
  })

  test('a query that does not end in its time is stopped', async () => {
    const slow = await createWorld({
      turns: Infinity,
      of: section.replace(' }', ', timeout: 1s }'),
    })
    await expect(slow.logs.searchLogs(await newScope(), everything)).rejects.toMatchObject({
      reason: 'source.timeout',
    })
    expect(slow.cloud.stopped).toHaveLength(1)
  })

  test('where too many queries run, it is asked again while there is time', async () => {
    const of = section.replace(' }', ', timeout: 1s }')
    const busy = await createWorld({ of })
    const scope = await newScope()
    busy.cloud.refuseWith('LimitExceededException')
    await expect(busy.logs.searchLogs(scope, everything)).rejects.toThrow('try again in a moment')
    expect(busy.cloud.asked.length).toBeGreaterThan(1)
    expect(busy.sources.answers.take()).toMatchObject([
      { failed: 1, last: { fault: { code: 'status', detail: 'HTTP 429' } } },
    ])
  })

  const type = (name: string) => JSON.stringify({ __type: `x#${name}`, message: name })
  const results = (rows: string, status = 'Complete') =>
    `{"queryId":"q","status":"${status}","results":${rows}}`
  const row = (message: string, time = '2026-03-02 08:30:00.000') =>
    `[[{"field":"@timestamp","value":"${time}"},{"field":"@message","value":${message}}]]`
  test.each([
    [400, type('UnrecognizedClientException'), 'source.unavailable', 'HTTP 403'],
    [400, type('AccessDeniedException'), 'source.unavailable', 'HTTP 403'],
    [400, type('ResourceNotFoundException'), 'source.unavailable', 'HTTP 404'],
    [400, type('MalformedQueryException'), 'source.unavailable', null],
    [500, type('ServiceUnavailableException'), 'source.unavailable', 'HTTP 500'],
    [503, '<html>', 'source.unavailable', 'HTTP 503'],
    [200, '<html>', 'source.unavailable', null],
    [200, '{"queryId":"q","status":"Comp', 'source.unavailable', null],
    [200, '{"queryId":7}', 'source.unavailable', null],
    [200, results('[]', 'Failed'), 'source.unavailable', null],
    [200, results('[]', 'Timeout'), 'source.timeout', null],
    [200, results('{}'), 'source.unavailable', null],
    [200, results(row('7')), 'source.unavailable', null],
    [200, results(row('"x"', 'yesterday')), 'source.unavailable', null],
    [200, results(row('"x"')), 'source.no-account', null],
  ])(
    'an answer of %i %s is refused in words, and counted',
    async (status, body, reason, detail) => {
      sources.answers.take()
      cloud.answerWith({ status, body })
      const search = logs.searchLogs(await newScope(), everything)
      await expect(search).rejects.toMatchObject({ reason })
      const fault = detail === null ? expect.anything() : { detail }
      expect(sources.answers.take()).toMatchObject([
        { connection: 'cloud', thing: 'logs', asked: 1, failed: 1, last: { fault } },
      ])
    },
  )

  test('live: the signature decides, then the group; a session’s token is sent', async () => {
    const credential = 'ASIATEST:secret/of+a/session:token/of+it=='
    const signed = await createWorld({ credential })
    const live = async (given: object, { sources: of } = signed) => {
      const env = { CLOUD_URL: signed.cloud.url, KEY: credential, ...given }
      const [result] = await checkConnections(of.project, env)
      return result
    }
    expect(await live({})).toMatchObject({
      isReachable: true,
      answer: '0 lines of “firstline-check”',
    })
    for (const wrong of [
      'ASIATEST:wrong:token/of+it==',
      'OTHER:secret/of+a/session',
      'ASIATEST:secret/of+a/session',
    ])
      expect(await live({ KEY: wrong })).toMatchObject({
        isReachable: false,
        answer: 'HTTP 403: the credential of the connection is not accepted',
      })
    expect((await live({ KEY: 'alone' }))?.answer).toMatch(/ACCESS_KEY_ID:SECRET_ACCESS_KEY$/)
    const gone = await createWorld({ credential, of: section.replace('/shop/production', '/gone') })
    expect((await live({}, gone))?.answer).toMatch(/^HTTP 404: there is no such log group/)
    const nowhere = await createWorld({ credential, region: null })
    expect((await live({}, nowhere))?.answer).toMatch(/^base_url names no region/)
  })
})

test.each([
  'filter a = "x" | sort @timestamp desc | limit 1',
  'fields @message | filter a-b = "x" | sort @timestamp desc | limit 1',
  'fields @message | filter a_b = "x" | sort @timestamp desc | limit 1',
  'fields @message | filter a = "x\\"" | sort @timestamp desc | limit 1',
  'fields @message | filter a like /x\\/y/ | sort @timestamp desc | limit 1',
  'fields @message | filter (a = "x" | sort @timestamp desc | limit 1',
  'fields @message | filter a = "x" | limit 1',
])('the stand-in refuses %s', (query) => {
  expect(() => evaluateInsights(query, [], false)).toThrow(BadInsights)
})

type Given = Omit<NonNullable<Parameters<typeof startFakeCloudwatch>[0]>, 'region'> & {
  /** Of the connection; none where it is null. */
  region?: string | null
  of?: string
}

async function createWorld({ of = section, region = 'eu-central-1', ...given }: Given = {}) {
  const cloud = await startFakeCloudwatch(given)
  afterAll(() => cloud.stop())
  const placed = region === null ? '' : `, region: ${region}`
  const folder = createFolder({
    'firstline.yaml': `${projectFile}  cloud: { kind: cloudwatch, base_url: env:CLOUD_URL, credential: env:KEY${placed} }\nlogs: ${of}\n`,
  })
  const env = { CLOUD_URL: cloud.url, KEY: cloud.credential }
  const sources = await createTestSources(desk, folder, env)
  expect(sources.project.problems()).toEqual([])
  return { cloud, sources, logs: createTelemetryReader(store, sources) }
}

let turn = 0
/** A service that writes JSON, with the exact time in it. */
function eventOf(log: NewLog): KeptEvent {
  turn += 1
  const owner = log.accountKey === null ? {} : { account: { id: log.accountKey } }
  const tenant = log.accountKey === null ? {} : { tenant_id: log.accountKey }
  const nanos = BigInt(log.atMicros) * 1_000n
  const line = {
    time: preciseTime(nanos),
    message: log.message,
    service: log.service,
    level: levelOf.get(log.severity),
    trace_id: log.traceId,
    span_id: log.spanId,
    ...(turn % 2 === 0 ? owner : tenant),
    ...(JSON.parse(log.attributes) as Attributes),
  }
  return { at: Number(nanos / 1_000_000n), stream: 'shop', message: JSON.stringify(line) }
}
