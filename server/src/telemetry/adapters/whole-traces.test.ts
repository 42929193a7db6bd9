import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import {
  createFolder,
  createScope,
  createTestSources,
  projectFile,
} from '#server/accounts/testing/factory.ts'
import type { Attribute, KeptSpan } from '#server/connections/testing/evaluate-traceql.ts'
import { startFakeJaeger } from '#server/connections/testing/fake-jaeger.ts'
import { startFakeTempo } from '#server/connections/testing/fake-tempo.ts'
import { checkConnections } from '#server/runbooks/lint/check-live.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { newSpan } from '../factory.ts'
import { nanosIn } from '../nanos.ts'
import type { NewSpan } from '../store.ts'
import { createTelemetryReader } from '../telemetry-reader.ts'
import { describeSharedTraces, describeTraces } from './conformance.ts'
import { createPostgresStore } from './postgres-store.ts'
import { traceqlFor } from './traceql.ts'

const desk = await createTestDesk()
const newScope = (name = 'acc_') => createScope(desk, `${name}${randomUUID()}`)
const store = createPostgresStore(desk.db, desk.pool)
const window = { from: new Date('2026-03-02T00:00:00Z'), to: new Date('2026-03-02T23:59:59Z') }
const all = { ...window, isFailed: false, limit: 10 }
const kinds = {
  tempo: { start: startFakeTempo, title: 'Tempo', lasting: (ns: bigint) => ns },
  jaeger: { start: startFakeJaeger, title: 'Jaeger', lasting: (ns: bigint) => ns - (ns % 1_000n) },
}

describe.each(['tempo', 'jaeger'] as const)('%s', async (kind) => {
  const { title, lasting } = kinds[kind]
  const world = await createWorld(kind)
  const { traces, system, sources } = world
  beforeEach(() => system.answerWith(null))
  const writeSpans = async (spans: readonly NewSpan[]) => system.keep(spans.map(keptSpan))
  describeTraces(title, () => ({ traces, writeSpans, newScope, lasting }))
  describeSharedTraces(title, () => ({ traces, writeSpans, newScope, lasting }))

  test('a trace that does not name the account spoils the whole answer, and is a security event', async () => {
    const careless = await createWorld(kind, { isCareless: () => true })
    const [own, other] = [await newScope(), await newScope()]
    const span = newSpan({ accountKey: own.externalId })
    careless.system.keep([keptSpan(span)])
    expect(await careless.traces.listTraces(own, all)).toHaveLength(1)
    careless.system.keep([keptSpan(newSpan({ accountKey: other.externalId, name: 'canary' }))])
    await expect(careless.traces.listTraces(own, all)).rejects.toMatchObject({
      reason: 'source.foreign-row',
    })
    expect(await careless.traces.readSpans(other, span.traceId, 10)).toEqual([])
    const events = await desk.db
      .selectFrom('event')
      .select('data')
      .where('name', '=', 'security.foreign_row')
      .where('account_id', '=', own.accountId)
      .execute()
    expect(events.map(({ data }) => data)).toEqual([
      expect.objectContaining({ source: 'traces', rows: 2, foreign: 1 }),
    ])
  })

  test('a trace of nobody is a fault of the system, not of another customer', async () => {
    const careless = await createWorld(kind, { isCareless: () => true })
    careless.system.keep([keptSpan(newSpan({ accountKey: null }))])
    await expect(careless.traces.listTraces(await newScope(), all)).rejects.toMatchObject({
      reason: 'source.no-account',
    })
  })

  test('a span that names the account and another one is nobody’s, wherever it says so', async () => {
    const [own, other] = [(await newScope()).externalId, (await newScope()).externalId]
    const scope = await createScope(desk, `acc_${randomUUID()}`)
    const mine = scope.externalId
    const root = keptSpan(newSpan({ accountKey: mine, name: 'own' }))
    const below = (attributes: readonly Attribute[], resource: readonly Attribute[]): KeptSpan => ({
      ...keptSpan(newSpan({ accountKey: null, traceId: root.traceId, parentSpanId: root.spanId })),
      attributes,
      resource: [['service.name', 'exports'], ...resource],
    })
    const many = Array.from({ length: 200 }, (_, n): Attribute => [`a${n}`, n])
    system.keep([
      root,
      below([['account.id', mine]], [['account.id', other]]),
      below([['account.id', mine]], [['tenant.id', own]]),
      below(
        [
          ['account.id', mine],
          ['account.id', other],
        ],
        [],
      ),
      // beyond as many attributes as are kept of what is sent to the desk
      below([...many, ['account.id', other]], []),
    ])
    const spans = await traces.readSpans(scope, root.traceId, 10)
    expect(spans.map(({ spanId }) => spanId)).toEqual([root.spanId])
    expect(await traces.listTraces(scope, all)).toMatchObject([{ spanCount: 1 }])
  })

  test('an account that is a number is found where it is kept as one', async () => {
    const scope = await createScope(desk, String(Math.floor(Math.random() * 1e12)))
    const span = keptSpan(newSpan({ accountKey: scope.externalId }))
    system.keep([{ ...span, attributes: [['account.id', Number(scope.externalId)]] }])
    expect(await traces.listTraces(scope, all)).toHaveLength(1)
  })

  test('another trace than the one that was asked for is no answer', async () => {
    const scope = await newScope()
    const span = newSpan({ accountKey: scope.externalId })
    await writeSpans([span])
    const { body } = await fetch(`${system.url}/api/traces/${span.traceId}`).then(
      async (answer) => ({
        body: await answer.text(),
      }),
    )
    system.answerWith({ status: 200, body })
    await expect(traces.readSpans(scope, 'f'.repeat(32), 10)).rejects.toMatchObject({
      reason: 'source.unavailable',
    })
  })

  test('one that is not there is no trace', async () => {
    expect(await traces.readSpans(await newScope(), 'e'.repeat(32), 10)).toEqual([])
  })

  test.each([
    [401, 'Unauthorized', 'source.unavailable', 'HTTP 401'],
    [400, 'parse error', 'source.unavailable', null],
    [400, 'range specified by start and end exceeds 168h0m0s', 'input.window', null],
    [429, 'too many requests', 'input.window', 'HTTP 429'],
    [500, 'out of order', 'source.unavailable', 'HTTP 500'],
    [200, '<html>', 'source.unavailable', null],
  ])(
    'an answer of %i %s is refused in words, and counted',
    async (status, body, reason, detail) => {
      const other = await createWorld(kind, {}, ', services: [exports]')
      other.sources.answers.take()
      other.system.answerWith({ status, body })
      await expect(other.traces.listTraces(await newScope(), all)).rejects.toMatchObject({ reason })
      const fault = detail === null ? expect.anything() : { detail }
      expect(other.sources.answers.take()).toMatchObject([
        { connection: kind, thing: 'traces', asked: 1, failed: 1, last: { fault } },
      ])
    },
  )

  test('more spans than can be summed up are refused, and not held', async () => {
    const scope = await newScope()
    const crowded = await createWorld(kind)
    for (let n = 0; n < 3; n++) {
      const span = keptSpan(newSpan({ accountKey: scope.externalId }))
      const more = Array.from({ length: 7_000 }, (_, at) => ({
        ...span,
        spanId: at.toString(16).padStart(16, 'a'),
      }))
      crowded.system.keep(more)
    }
    await expect(crowded.traces.listTraces(scope, all)).rejects.toMatchObject({
      reason: 'input.window',
    })
  })

  test.each([
    ['right', true, '0 traces of “firstline-check”'],
    ['wrong', false, 'HTTP 401: the credential of the connection is not accepted'],
  ])('live: the %s credential decides', async (TOKEN, isReachable, answer) => {
    const signed = await createWorld(kind, { authorization: 'Bearer right' })
    signed.system.keep([keptSpan(newSpan())])
    const env = { TRACES_URL: signed.system.url, TOKEN }
    const [result] = await checkConnections(signed.sources.project, env)
    expect(result).toMatchObject({ name: `connection ${kind}`, isReachable, answer })
    const [elsewhere] = await checkConnections(signed.sources.project, {
      ...env,
      TRACES_URL: `${signed.system.url}/nowhere`,
    })
    if (isReachable) expect(elsewhere?.answer).toMatch(/^HTTP 404: base_url is not the address/)
  })

  test('its project loads', () => expect(sources.project.problems()).toEqual([]))
})

describe('Jaeger', () => {
  test('services that the section names are asked, and no other', async () => {
    const scope = await newScope()
    const named = await createWorld('jaeger', {}, ', services: [exports]')
    const [own, quiet] = ['exports', 'mail'].map((service) =>
      newSpan({ accountKey: scope.externalId, service }),
    )
    named.system.keep([own!, quiet!].map(keptSpan))
    expect(await named.traces.listTraces(scope, all)).toMatchObject([{ traceId: own!.traceId }])
    const services = named.system.asked.map(({ query }) => query.get('service'))
    expect(new Set(services)).toEqual(new Set(['exports']))
  })

  test('more services than are asked one by one must be named', async () => {
    const crowded = await createWorld('jaeger')
    const spans = Array.from({ length: 31 }, (_, n) => newSpan({ service: `service-${n}` }))
    crowded.system.keep(spans.map(keptSpan))
    await expect(crowded.traces.listTraces(await newScope(), all)).rejects.toMatchObject({
      reason: 'input.window',
      message: expect.stringContaining('name those that say the account'),
    })
  })
})

describe('TraceQL', () => {
  test('an account is a quoted text, and its digits where it is a number', () => {
    const query = (account: string) =>
      traceqlFor(['account.id', 'a@b'], account, { isFailed: true })
    expect(query('a"b\\')).toBe(
      String.raw`{ span.account.id = "a\"b\\" || resource.account.id = "a\"b\\" || span."a@b" = "a\"b\\" || resource."a@b" = "a\"b\\" } && { status = error } with (most_recent=true)`,
    )
    expect(query('47')).toContain('span.account.id = "47" || span.account.id = 47 ||')
    expect(query('047')).not.toContain('= 047')
    expect(() => query('')).toThrow('without an id')
  })
})

type Given = { authorization?: string; isCareless?: () => boolean }

async function createWorld(kind: 'tempo' | 'jaeger', given: Given = {}, more = '') {
  const system = await kinds[kind].start(given)
  afterAll(() => system.stop())
  const credential = given.authorization ? ', credential: env:TOKEN' : ''
  const services = kind === 'jaeger' ? more : ''
  const folder = createFolder({
    'firstline.yaml': `${projectFile}  ${kind}: { kind: ${kind}, base_url: env:TRACES_URL${credential} }
traces: { connection: ${kind}, account_fields: [account.id, tenant.id]${services} }
`,
  })
  const sources = await createTestSources(desk, folder, { TRACES_URL: system.url })
  expect(sources.project.problems()).toEqual([])
  return { system, sources, traces: createTelemetryReader(store, sources) }
}

const kindNames = ['unspecified', 'internal', 'server', 'client', 'producer', 'consumer']
const statuses = ['unset', 'ok', 'error'] as const
const attributesOf = (given: object) => Object.entries(given) as Attribute[]

let turn = 0
function keptSpan({ accountKey, ...span }: NewSpan): KeptSpan {
  turn += 1
  const owner: Attribute[] =
    accountKey === null ? [] : [[turn % 2 === 0 ? 'account.id' : 'tenant.id', accountKey]]
  const start = nanosIn(span.at) ?? 0n
  return {
    ...span,
    kind: kindNames[span.kind] ?? '',
    status: statuses[span.status] ?? 'unset',
    statusMessage: span.statusMessage ?? '',
    start,
    end: start + span.durationNs,
    attributes: [...attributesOf(span.attributes), ...(turn % 3 === 0 ? owner : [])],
    resource: [['service.name', span.service], ...(turn % 3 === 0 ? [] : owner)],
    events: span.events.map(({ at, name, attributes }) => ({
      at: nanosIn(at) ?? 0n,
      name,
      attributes: attributesOf(attributes),
    })),
  }
}
