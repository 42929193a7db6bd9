import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import {
  createFolder,
  createScope,
  createTestSources,
  projectFile,
} from '#server/accounts/testing/factory.ts'
import { startFakeLoki } from '#server/connections/testing/fake-loki.ts'
import type { KeptLine } from '#server/connections/testing/fake-loki.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { newLog } from '../factory.ts'
import type { NewLog } from '../store.ts'
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

/** How a company may keep whose a line is. */
const ways = {
  'in a label': {
    section: '{ connection: loki, account_labels: [account_id] }',
    line: (log: NewLog): KeptLine => ({
      at: nanosOf(log),
      labels: {
        app: 'shop',
        service: log.service,
        ...(log.accountKey === null ? {} : { account_id: log.accountKey }),
      },
      text: JSON.stringify(saidOf(log)),
    }),
  },
  'in one of several fields of JSON lines': {
    section:
      '{ connection: loki, streams: { app: shop }, account_fields: [account.id, tenant.id], trace: [ctx.trace] }',
    line: (log: NewLog): KeptLine => ({
      at: nanosOf(log),
      labels: { app: 'shop' },
      text: JSON.stringify({
        ...saidOf(log),
        'service.name': log.service,
        ctx: { trace: log.traceId },
        trace_id: undefined,
        ...inOneOf(log),
      }),
    }),
  },
  'in structured metadata': {
    section: '{ connection: loki, streams: { app: shop }, account_fields: [account.id] }',
    line: (log: NewLog): KeptLine => ({
      at: nanosOf(log),
      labels: {
        app: 'shop',
        service_name: log.service,
        ...(log.accountKey === null ? {} : { account_id: log.accountKey }),
      },
      text: JSON.stringify(saidOf(log)),
    }),
  },
}

for (const [name, { section, line }] of Object.entries(ways)) {
  const { logs, loki } = await createWorld(section)
  describeLogs(`Loki, the account ${name}`, () => ({
    logs,
    writeLogs: async (given) => loki.keep(given.map(line)),
    newScope,
  }))
}

describe('logs that a Loki keeps', async () => {
  const careless = await createWorld(ways['in a label'].section, { isCareless: () => true })
  const byField = await createWorld(ways['in one of several fields of JSON lines'].section)
  const { logs, loki, sources } = await createWorld(ways['in a label'].section)
  beforeEach(() => loki.answerWith(null))
  const keep = (world: { loki: typeof loki }, ...given: NewLog[]) =>
    world.loki.keep(given.map(ways['in a label'].line))

  test('a line of another account spoils the whole answer, and is a security event', async () => {
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
    expect(events.map(({ data }) => data)).toEqual([
      expect.objectContaining({ source: 'logs', rows: 2, foreign: 1 }),
      expect.objectContaining({ source: 'logs', rows: 2, foreign: 1 }),
    ])
  })

  test('a line of nobody is a fault of the system, not of another customer', async () => {
    const world = await createWorld(ways['in a label'].section, { isCareless: () => true })
    keep(world, newLog({ accountKey: null }))
    await expect(world.logs.searchLogs(await newScope(), everything)).rejects.toMatchObject({
      reason: 'source.no-account',
    })
  })

  test('what a line itself says is looked at, not what the system took out of it', async () => {
    const [own, other] = [await newScope(), await newScope()]
    const vouching = { stream: { app: 'shop', firstline_6163636f756e742e6964: own.externalId } }
    const text = JSON.stringify({ account: { id: other.externalId }, message: 'canary' })
    const result = [{ ...vouching, values: [['1772440200000000000', text]] }]
    byField.loki.answerWith({
      status: 200,
      body: JSON.stringify({ status: 'success', data: { resultType: 'streams', result } }),
    })
    await expect(byField.logs.searchLogs(own, everything)).rejects.toMatchObject({
      reason: 'source.foreign-row',
    })
    byField.loki.answerWith(null)
  })

  test('a line that names the account and another one is not the account’s', async () => {
    const [own, other] = [await newScope(), await newScope()]
    const line = (said: object) => ({
      at: 1_772_440_200_000_000_000n,
      labels: { app: 'shop' },
      text: JSON.stringify({ message: JSON.stringify(Object.keys(said)), ...said }),
    })
    byField.loki.keep([
      line({ account: { id: own.externalId }, tenant: { id: other.externalId } }),
      line({ account: { id: own.externalId }, 'tenant.id': own.externalId }),
      line({ 'account.id': own.externalId, account: { id: other.externalId } }),
      line({ account: { name: own.externalId } }),
    ])
    const { items } = await byField.logs.searchLogs(own, everything)
    expect(items.map(({ message }) => message)).toEqual(['["account","tenant.id"]'])
  })

  test('an account whose name is LogQL is a text like any other', async () => {
    const names = ['"} or {app=~".+', '\\', 'a"b', '`', '" or "" = "', '\n', 'ü 💥']
    for (const name of names) {
      const scope = await createScope(desk, `${name}${randomUUID()}`)
      for (const [world, way] of [
        [{ logs, loki }, ways['in a label']],
        [byField, ways['in one of several fields of JSON lines']],
      ] as const) {
        world.loki.keep([way.line(newLog({ accountKey: scope.externalId, message: 'own' }))])
        const { items } = await world.logs.searchLogs(scope, everything)
        expect(items.map(({ message }) => message)).toEqual(['own'])
      }
    }
  })

  test('pages of lines that all have the same time hold each of them once', async () => {
    const scope = await newScope()
    const all = Array.from({ length: 57 }, (_, n) => String(n))
    keep({ loki }, ...all.map((message) => newLog({ accountKey: scope.externalId, message })))
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page = await logs.searchLogs(scope, { ...everything, limit: 5, cursor })
      seen.push(...page.items.map(({ message }) => message))
      cursor = page.next
    } while (cursor !== null)
    expect(seen.toSorted()).toEqual(all.toSorted())
  })

  test('a month is looked through in parts, as Loki allows no more at once', async () => {
    const scope = await newScope()
    const { externalId: accountKey } = scope
    keep(
      { loki },
      newLog({ accountKey, message: 'first', at: '2026-03-01T00:00:00.000000Z' }),
      newLog({ accountKey, message: 'last', at: '2026-03-31T23:59:59.999000Z' }),
    )
    const month = {
      from: new Date('2026-03-01T00:00:00Z'),
      to: new Date('2026-03-31T23:59:59.999Z'),
    }
    const { items } = await logs.searchLogs(scope, { ...everything, ...month })
    expect(items.map(({ message }) => message)).toEqual(['last', 'first'])
  })

  test.each([
    [401, 'Unauthorized', 'source.unavailable', 'HTTP 401'],
    [400, 'parse error at line 1', 'source.unavailable', null],
    [500, 'out of order', 'source.unavailable', 'HTTP 500'],
    [200, '<html>', 'source.unavailable', null],
    [400, 'the query time range exceeds the limit', 'input.window', null],
    [429, 'too many outstanding requests', 'input.window', 'HTTP 429'],
  ])(
    'an answer of %i %s is refused in words, and counted',
    async (status, body, reason, detail) => {
      sources.answers.take()
      loki.answerWith({ status, body })
      const search = logs.searchLogs(await newScope(), everything)
      await expect(search).rejects.toMatchObject({ reason })
      expect(sources.answers.take()).toMatchObject([
        {
          connection: 'loki',
          thing: 'logs',
          asked: 1,
          failed: 1,
          last: { fault: detail === null ? expect.anything() : { detail } },
        },
      ])
    },
  )

  test('one that is not there says so', async () => {
    const gone = await createWorld(ways['in a label'].section)
    await gone.loki.stop()
    await expect(gone.logs.searchLogs(await newScope(), everything)).rejects.toMatchObject({
      reason: 'source.unavailable',
      message: '“Logs” cannot be read now (its system does not answer)',
    })
  })

  test('the tenant and the credential are sent with every search', async () => {
    const signed = await createWorld(ways['in a label'].section, {
      authorization: `Basic ${Buffer.from('desk:of the test').toString('base64')}`,
      connection: ', tenant: acme, credential: env:LOKI, auth: { scheme: basic }',
    })
    await signed.logs.listServices(await newScope(), everything)
    expect(signed.loki.asked.at(-1)?.headers).toMatchObject({ 'x-scope-orgid': 'acme' })
  })

  test('a project without the section reads what is sent to the desk', async () => {
    const plain = await createWorld(null)
    const scope = await newScope()
    await store.writeLogs([newLog({ accountKey: scope.externalId, message: 'sent by OTLP' })])
    const { items } = await plain.logs.searchLogs(scope, everything)
    expect(items.map(({ message }) => message)).toEqual(['sent by OTLP'])
  })
})

async function createWorld(
  section: string | null,
  { connection = '', ...given }: Parameters<typeof startFakeLoki>[0] & { connection?: string } = {},
) {
  const loki = await startFakeLoki(given)
  afterAll(() => loki.stop())
  const project = `${projectFile}  loki: { kind: loki, base_url: env:LOKI_URL${connection} }\n`
  const folder = createFolder({
    'firstline.yaml': section === null ? project : `${project}logs: ${section}\n`,
  })
  const env = { LOKI_URL: loki.url, LOKI: 'desk:of the test' }
  const sources = await createTestSources(desk, folder, env)
  expect(sources.project.problems()).toEqual([])
  return { loki, sources, logs: createTelemetryReader(store, sources) }
}

function nanosOf({ atMicros }: NewLog): bigint {
  return BigInt(atMicros) * 1_000n
}

/** As a service may write it: its own names, and what it has beside. */
function saidOf({ message, severity, traceId, spanId, attributes }: NewLog): object {
  return {
    level: levelOf.get(severity),
    msg: message,
    trace_id: traceId,
    span_id: spanId,
    ...(JSON.parse(attributes) as object),
  }
}

let turn = 0
function inOneOf({ accountKey }: NewLog): object {
  turn += 1
  if (accountKey === null) return {}
  if (turn % 3 === 0) return { tenant: { id: accountKey } }
  return turn % 3 === 1 ? { account: { id: accountKey } } : { 'account.id': accountKey }
}
