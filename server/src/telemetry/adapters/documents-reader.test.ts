import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import {
  createFolder,
  createScope,
  createTestSources,
  projectFile,
} from '#server/accounts/testing/factory.ts'
import { startFakeElasticsearch } from '#server/connections/testing/fake-elasticsearch.ts'
import { watchConnections } from '#server/connections/watch-connections.ts'
import type { WatchedCall } from '#server/connections/watch-connections.ts'
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
const timeOf = ({ atMicros }: NewLog) => preciseTime(BigInt(atMicros) * 1_000n)
const attributesOf = ({ attributes }: NewLog) => JSON.parse(attributes) as Attributes
const section =
  '{ connection: elastic, account_fields: [account.id, tenant.id], search: [message, body.text, export.id]'

/** How a company may keep its documents. */
const ways = {
  'the Elastic Common Schema': {
    mapping: { strings: 'keyword', fields: { '@timestamp': 'date', message: 'text' } },
    section: `${section} }`,
    document: (log: NewLog): object => ({
      '@timestamp': timeOf(log),
      message: log.message,
      log: { level: levelOf.get(log.severity), logger: 'shop' },
      'service.name': log.service,
      trace: { id: log.traceId ?? undefined },
      span: { id: log.spanId ?? undefined },
      ...inOneOf(log),
      ...attributesOf(log),
    }),
  },
  'the mapping of OpenTelemetry': {
    mapping: {
      strings: 'keyword',
      fields: { '@timestamp': 'date_nanos', 'body.text': 'text' },
      passthrough: ['attributes', 'resource.attributes', 'scope.attributes'],
    },
    section: `${section} }`,
    document: (log: NewLog): object => ({
      '@timestamp': timeOf(log),
      body: { text: log.message },
      severity_number: log.severity,
      severity_text: levelOf.get(log.severity),
      trace_id: log.traceId ?? undefined,
      span_id: log.spanId ?? undefined,
      attributes: attributesOf(log),
      resource: { attributes: { 'service.name': log.service, ...inOneOf(log) } },
    }),
  },
  'names of its own, texts with a keyword beside them': {
    mapping: { strings: 'text-and-keyword', fields: { time: 'date' } },
    section:
      '{ connection: elastic, index: "shop-*,logs-shop-production", time: time, account_fields: [account.id, tenant.id], level: [lvl], message: [text], search: [text, export.id], service: [app], trace: [ctx.trace], span: [ctx.span] }',
    document: (log: NewLog): object => ({
      time: timeOf(log),
      text: log.message,
      lvl: levelOf.get(log.severity),
      app: log.service,
      ctx: { trace: log.traceId, span: log.spanId },
      ...inOneOf(log),
      ...attributesOf(log),
    }),
  },
} as const

for (const [name, way] of Object.entries(ways)) {
  const { logs, elastic } = await createWorld(way)
  describeLogs(`Elasticsearch with ${name}`, () => ({
    logs,
    writeLogs: async (given) => elastic.keep(given.map(way.document)),
    newScope,
  }))
}

describe('logs that an Elasticsearch keeps', async () => {
  const ecs = ways['the Elastic Common Schema']
  const careless = await createWorld({ ...ecs, isCareless: () => true })
  const { logs, elastic, sources } = await createWorld(ecs)
  beforeEach(() => elastic.answerWith(null))
  const keep = (world: { elastic: typeof elastic }, ...given: NewLog[]) =>
    world.elastic.keep(given.map(ecs.document))
  const found = async (scope: Awaited<ReturnType<typeof newScope>>, given: object = {}) =>
    (await logs.searchLogs(scope, { ...everything, ...given })).items.map(({ message }) => message)

  test('a document of another account spoils the whole answer, and is a security event', async () => {
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

  test('a document of nobody is a fault of the system, not of another customer', async () => {
    const world = await createWorld({ ...ecs, isCareless: () => true })
    keep(world, newLog({ accountKey: null }))
    await expect(world.logs.searchLogs(await newScope(), everything)).rejects.toMatchObject({
      reason: 'source.no-account',
    })
  })

  test('a document that names the account and another one is not the account’s', async () => {
    const [own, other] = [await newScope(), await newScope()]
    const [mine, theirs] = [own.externalId, other.externalId]
    const document = (said: object) => ({
      '@timestamp': '2026-03-02T08:30:00Z',
      message: Object.keys(said).join(),
      ...said,
    })
    elastic.keep([
      document({ account: { id: mine }, tenant: { id: theirs } }),
      document({ account: { id: mine }, 'tenant.id': mine }),
      document({ 'account.id': mine, account: { id: theirs } }),
      document({ 'account.id': [mine, theirs], list: 1 }),
      document({ 'account.id': mine, attributes: { 'account.id': theirs } }),
      document({ account: { name: mine } }),
    ])
    expect(await found(own)).toEqual(['account,tenant.id'])
  })

  test('of texts, one that has the account among its words is not the account’s', async () => {
    const world = await createWorld(ways['names of its own, texts with a keyword beside them'])
    const { document } = ways['names of its own, texts with a keyword beside them']
    const own = await newScope()
    const other = `${own.externalId} and sons`
    world.elastic.keep([
      document(newLog({ accountKey: own.externalId, message: 'own' })),
      document(newLog({ accountKey: other, message: 'canary' })),
    ])
    const { items } = await world.logs.searchLogs(own, everything)
    expect(items.map(({ message }) => message)).toEqual(['own'])
  })

  test('an account whose name is a query is a text like any other', async () => {
    for (const name of ['*', '"}}', '\\', '{"match_all":{}}', 'a OR b', '\n', 'ü 💥']) {
      const scope = await createScope(desk, `${name}${randomUUID()}`)
      keep({ elastic }, newLog({ accountKey: scope.externalId, message: 'own' }))
      expect(await found(scope)).toEqual(['own'])
    }
  })

  test('pages of one millisecond hold each line once, in the order of its microseconds', async () => {
    const scope = await newScope()
    const all = Array.from({ length: 57 }, (_, n) => String(n))
    const at = (n: number) =>
      `2026-03-02T08:30:00.000${String(Math.floor(n / 2)).padStart(3, '0')}Z`
    keep(
      { elastic },
      ...all.map((message, n) => newLog({ accountKey: scope.externalId, message, at: at(n) })),
    )
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page = await logs.searchLogs(scope, { ...everything, limit: 5, cursor })
      seen.push(...page.items.map(({ message }) => message))
      cursor = page.next
    } while (cursor !== null)
    expect(seen.toSorted()).toEqual(all.toSorted())
    expect(seen.map((n) => Math.floor(Number(n) / 2))).toEqual(
      seen.map((n) => Math.floor(Number(n) / 2)).toSorted((a, b) => b - a),
    )
  })

  test('a word with signs is looked for beyond what has its letters, until there is no more', async () => {
    const world = await createWorld(ecs)
    const scope = await newScope()
    const accountKey = scope.externalId
    const find = async (given: object) => {
      const { items } = await world.logs.searchLogs(scope, { ...everything, ...given })
      return items.map(({ message }) => message)
    }
    const at = (n: number) =>
      preciseTime(BigInt(Date.parse('2026-03-02T09:00:00Z') + n) * 1_000_000n)
    const others = Array.from({ length: 1_500 }, (_, n) =>
      newLog({ accountKey, message: 'a b', at: at(n) }),
    )
    keep(world, newLog({ accountKey, message: 'a+b' }), ...others)
    expect(await find({ words: ['a+b'], limit: 2 })).toEqual(['a+b'])
    const page = await world.logs.searchLogs(scope, { ...everything, words: ['a', 'b'], limit: 2 })
    expect(page.next).not.toBeNull()
    const far = Array.from({ length: 9_000 }, () => newLog({ accountKey, message: 'a b' }))
    keep(world, ...far)
    await expect(find({ words: ['a+b'] })).rejects.toMatchObject({ reason: 'input.window' })
  })

  test('as many words as are looked for at once, of many pieces, are no more clauses than there may be', async () => {
    const scope = await newScope()
    const words = Array.from({ length: 8 }, (_, n) => `a-b-c-d-e-f-g-h.${n}`)
    keep({ elastic }, newLog({ accountKey: scope.externalId, message: words.join(' ') }))
    const wish = { words, level: 'trace', service: 'exports' } as const
    expect(await found(scope, wish)).toHaveLength(1)
    expect(await found(scope, { ...wish, words: [...words.slice(1), 'h.9'] })).toEqual([])
  })

  test('a level is where the section says that it is, in the search as on the ticket', async () => {
    const scope = await newScope()
    const account = { id: scope.externalId }
    const line = { '@timestamp': '2026-03-02T08:30:00Z', message: 'x', account }
    elastic.keep([{ ...line, attributes: { level: 'error' } }])
    const { items } = await logs.searchLogs(scope, everything)
    expect(items).toMatchObject([{ severity: 0 }])
    expect(await found(scope, { level: 'error' })).toEqual([])
  })

  test('what was asked is told to who tries a source, and what came', async () => {
    const calls: WatchedCall[] = []
    const connections = watchConnections(sources.connections, (call) => calls.push(call))
    const reader = createTelemetryReader(store, { ...sources, connections })
    const scope = await newScope()
    await reader.searchLogs(scope, everything)
    expect(calls).toMatchObject([
      {
        call: { method: 'POST', url: expect.stringMatching(/^elastic\/logs-\*\/_search/) },
        isAnswered: true,
        answer: expect.stringMatching(/^HTTP 200, \d+ bytes$/),
      },
    ])
    expect(JSON.stringify(calls)).toContain(scope.externalId)
  })

  test('a level that is a number is no error', async () => {
    const scope = await newScope()
    const { externalId } = scope
    const line = { '@timestamp': '2026-03-02T08:30:00Z', account: { id: externalId } }
    elastic.keep([
      { ...line, message: 'pino', level: 50 },
      { ...line, message: 'quiet', level: 30 },
    ])
    expect(await found(scope, { level: 'error' })).toEqual(['pino'])
    await expect(found(scope, { level: 'trace' })).resolves.toHaveLength(2)
  })

  test('fields are shown with their whole names, what a record says over what its resource says', async () => {
    const scope = await newScope()
    const resource = {
      attributes: { account: { id: scope.externalId }, 'host.name': 'a', both: 1 },
    }
    const attributes = { both: 2 }
    elastic.keep([
      {
        '@timestamp': '2026-03-02T08:30:00+01:00',
        message: 'x',
        resource,
        attributes,
        tags: ['t'],
      },
    ])
    const { items } = await logs.searchLogs(scope, everything)
    expect(items).toMatchObject([
      {
        at: '2026-03-02T07:30:00.000000Z',
        attributes: { 'account.id': scope.externalId, 'host.name': 'a', both: 2, tags: ['t'] },
      },
    ])
  })

  const failure = (reason: string) => JSON.stringify({ error: { type: 'x', reason } })
  test.each([
    [401, failure('unable to authenticate'), 'source.unavailable', 'HTTP 401'],
    [403, failure('is unauthorized for user'), 'source.unavailable', 'HTTP 403'],
    [404, failure('no such index'), 'source.unavailable', 'HTTP 404'],
    [400, failure('No mapping found'), 'source.unavailable', null],
    [400, failure('maxClauseCount: too many clauses'), 'input.window', null],
    [429, failure('circuit breaking'), 'input.window', 'HTTP 429'],
    [503, failure('all shards failed'), 'source.unavailable', 'HTTP 503'],
    [200, '<html>', 'source.unavailable', null],
    [200, '{"timed_out":true,"hits":{"hits":[]}}', 'source.timeout', null],
  ])(
    'an answer of %i %s is refused in words, and counted',
    async (status, body, reason, detail) => {
      sources.answers.take()
      elastic.answerWith({ status, body })
      await expect(found(await newScope())).rejects.toMatchObject({ reason })
      const fault = detail === null ? expect.anything() : { detail }
      expect(sources.answers.take()).toMatchObject([
        { connection: 'elastic', thing: 'logs', asked: 1, failed: 1, last: { fault } },
      ])
    },
  )

  test('live: the credential decides, then the index and what its fields are', async () => {
    const right = 'ApiKey of the test'
    const signing = ', credential: env:KEY, auth: { scheme: key, in: header, name: Authorization }'
    const live = async (given: Partial<World>, KEY = right) => {
      const world = await createWorld({
        ...ecs,
        authorization: right,
        connection: signing,
        ...given,
      })
      keep(world, newLog())
      const [result] = await checkConnections(world.sources.project, {
        ELASTIC_URL: world.elastic.url,
        KEY,
      })
      return result
    }
    expect(await live({})).toMatchObject({
      isReachable: true,
      answer: '0 lines of “firstline-check”',
    })
    expect(await live({}, 'ApiKey wrong')).toMatchObject({
      isReachable: false,
      answer: 'HTTP 401: the credential of the connection is not accepted',
    })
    const gone = '{ connection: elastic, account_fields: [account.id], index: gone }'
    expect(await live({ section: gone })).toMatchObject({
      isReachable: false,
      answer: 'HTTP 404: there is no such index, or base_url is not the address of Elasticsearch',
    })
    const other = '{ connection: elastic, account_fields: [customer] }'
    expect(await live({ section: other })).toMatchObject({
      isReachable: false,
      answer: 'no index of logs-* has a field customer',
    })
    const fields = { '@timestamp': 'date', 'account.id': 'text', 'tenant.id': 'text' } as const
    expect(await live({ mapping: { strings: 'keyword', fields } })).toMatchObject({
      isReachable: false,
      answer: expect.stringContaining('.id is a text, which has no exact value'),
    })
  })
})

type World = Omit<NonNullable<Parameters<typeof startFakeElasticsearch>[0]>, 'index'> & {
  section: string
  connection?: string
}

async function createWorld({ section: logsSection, connection = '', ...given }: World) {
  const elastic = await startFakeElasticsearch(given)
  afterAll(() => elastic.stop())
  const folder = createFolder({
    'firstline.yaml': `${projectFile}  elastic: { kind: elasticsearch, base_url: env:ELASTIC_URL${connection} }\nlogs: ${logsSection}\n`,
  })
  const sources = await createTestSources(desk, folder, { ELASTIC_URL: elastic.url })
  expect(sources.project.problems()).toEqual([])
  return { elastic, sources, logs: createTelemetryReader(store, sources) }
}

let turn = 0
function inOneOf({ accountKey }: NewLog): object {
  turn += 1
  if (accountKey === null) return {}
  if (turn % 3 === 0) return { tenant: { id: accountKey } }
  return turn % 3 === 1 ? { account: { id: accountKey } } : { 'account.id': accountKey }
}
