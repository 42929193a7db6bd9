import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { BinaryWriter } from '@bufbuild/protobuf/wire'
import { SpanStatusCode, context, trace } from '@opentelemetry/api'
import {
  JsonLogsSerializer,
  JsonTraceSerializer,
  ProtobufLogsSerializer,
  ProtobufTraceSerializer,
} from '@opentelemetry/otlp-transformer'
import { resourceFromAttributes } from '@opentelemetry/resources'
import {
  InMemoryLogRecordExporter,
  LoggerProvider,
  SimpleLogRecordProcessor,
} from '@opentelemetry/sdk-logs'
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import { expect, test } from 'vitest'
import { createScope } from '#server/accounts/testing/factory.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPostgresStore } from './adapters/postgres-store.ts'
import { decodeTracesRequest } from './otlp-protobuf.ts'
import { readLogs } from './otlp-records.ts'
import { readProtobufLogs } from './read-protobuf-logs.ts'
import { receiveOtlp } from './receive-otlp.ts'
import type { OtlpAnswer, Signal } from './receive-otlp.ts'
import { createRoom } from './room.ts'

const testDesk = await createTestDesk()
const desk = {
  ...testDesk,
  telemetry: createPostgresStore(testDesk.db, testDesk.pool),
  telemetryRoom: createRoom(64 * 1024 * 1024),
}
const now = testDesk.clock.now().getTime()
const nanos = (ms: number) => `${BigInt(ms) * 1_000_000n}`
const json = 'application/json'
const protobuf = 'application/x-protobuf'
const { logs, spans } = officialRecords()

test('protobuf and JSON of the official exporters are read alike', async () => {
  expect([logs.length, spans.length]).toEqual([1, 2])
  const expected: unknown = JSON.parse(
    Buffer.from(JsonTraceSerializer.serializeRequest(spans)!).toString(),
  )
  const decoded = decodeTracesRequest(ProtobufTraceSerializer.serializeRequest(spans)!)
  expect(withoutDefaults(decoded)).toEqual(withoutDefaults(expected))
  const [accepting, tally] = [accepted(), { rejected: 0, reasons: new Set<string>() }]
  const plain = Buffer.from(JsonLogsSerializer.serializeRequest(logs)!).toString()
  const byProtobuf = Buffer.from(ProtobufLogsSerializer.serializeRequest(logs)!)
  expect([...readProtobufLogs(byProtobuf, accepting, tally)]).toEqual([
    ...readLogs(JSON.parse(plain), accepting, tally),
  ])
})

test('logs and spans of the official exporters are stored, in either encoding, also compressed', async () => {
  const scope = await createScope(desk, 'acc_official')
  const requests: [Signal, string, Uint8Array][] = [
    ['logs', protobuf, ProtobufLogsSerializer.serializeRequest(logs)!],
    ['traces', json, JsonTraceSerializer.serializeRequest(spans)!],
  ]
  for (const [signal, contentType, bytes] of requests) {
    const answer = await send(signal, gzipSync(bytes), {
      contentType: `${contentType}; charset=utf-8`,
      contentEncoding: 'gzip',
    })
    expect(answer).toMatchObject({ status: 200, contentType })
    expect(String(answer.body)).toBe(contentType === json ? '{}' : '')
  }
  const { items } = await desk.telemetry.searchLogs(scope, everything)
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({
    service: 'exports',
    severity: 17,
    message: 'export failed',
    attributes: {
      'account.id': 'acc_official',
      'service.version': '4.2.0',
      attempts: 3,
      big: '9007199254740993',
      tags: ['a', 'b'],
    },
  })
  const traceId = items[0]!.traceId!
  const stored = await desk.telemetry.readSpans(scope, traceId, 10)
  expect(stored.map(({ name }) => name)).toEqual(['run export', 'query'])
  expect(stored[1]).toMatchObject({
    parentSpanId: stored[0]!.spanId,
    status: 2,
    statusMessage: 'timeout',
    events: [{ name: 'exception' }],
  })
})

test('bad records are counted and said, the good ones of the request are kept', async () => {
  const scope = await createScope(desk, 'acc_partial')
  const records = [
    log({ message: 'kept' }),
    log({ message: 'too old', time: nanos(now - 15 * 86_400_000) }),
    log({ message: 'from the future', time: nanos(now + 2 * 3_600_000) }),
    'not a record',
  ]
  const answer = await send('logs', logsRequest('acc_partial', records))
  expect(answer.status).toBe(200)
  expect(JSON.parse(String(answer.body))).toEqual({
    partialSuccess: {
      rejectedLogRecords: '3',
      errorMessage: expect.stringContaining('older than the retention'),
    },
  })
  const { items } = await desk.telemetry.searchLogs(scope, everything)
  expect(items.map(({ message }) => message)).toEqual(['kept'])
})

test('spans without ids or with an end before their beginning are bad records', async () => {
  const good = {
    traceId: '5b8efff798038103d269b633813fc60c',
    spanId: 'eee19b7ec3c1b174',
    name: 'x',
    startTimeUnixNano: nanos(now),
    endTimeUnixNano: nanos(now),
  }
  const request = {
    resourceSpans: [
      {
        scopeSpans: [
          {
            spans: [
              good,
              { ...good, traceId: '0'.repeat(32) },
              { ...good, spanId: 'xyz' },
              { ...good, endTimeUnixNano: nanos(now - 1) },
            ],
          },
        ],
      },
    ],
  }
  const answer = await send('traces', JSON.stringify(request))
  expect(JSON.parse(String(answer.body))).toMatchObject({ partialSuccess: { rejectedSpans: '3' } })
})

test('partial success in protobuf has the count and the reason', async () => {
  const old = new BinaryWriter()
    .tag(1, 1)
    .fixed64(nanos(now - 30 * 86_400_000))
    .finish()
  const wrap = (field: number, bytes: Uint8Array) =>
    new BinaryWriter().tag(field, 2).bytes(bytes).finish()
  const body = wrap(1, wrap(2, wrap(2, old)))
  const answer = await send('logs', Buffer.from(body), { contentType: protobuf })
  const expected = new BinaryWriter()
    .tag(1, 2)
    .fork()
    .tag(1, 0)
    .int64(1)
    .tag(2, 2)
    .string('a record is older than the retention')
    .join()
    .finish()
  expect(answer).toEqual({ status: 200, contentType: protobuf, body: Buffer.from(expected) })
})

test.each([
  ['no JSON', json, '{'],
  ['a list', json, '[]'],
  ['groups that are no list', json, '{"resourceLogs": {"0": 1}}'],
  ['bytes that are no protobuf', protobuf, '\u0007\u0001'],
  ['a length beyond the end', protobuf, '\u000a\u007f\u000a'],
  ['a wrong wire type', protobuf, '\u0008\u0001'],
])('%s is refused with 400 and a reason', async (_, contentType, body) => {
  const answer = await send('logs', body, { contentType })
  expect(answer).toMatchObject({ status: 400, contentType })
  expect(answer.body.length).toBeGreaterThan(10)
})

test('protobuf nested without end is refused', async () => {
  let bytes = new Uint8Array()
  for (let depth = 0; depth < 500; depth++) {
    const list = new BinaryWriter().tag(1, 2).bytes(bytes).finish()
    bytes = new BinaryWriter().tag(5, 2).bytes(list).finish()
  }
  const wrap = (field: number, inner: Uint8Array) =>
    new BinaryWriter().tag(field, 2).bytes(inner).finish()
  const body = wrap(1, wrap(2, wrap(2, wrap(5, bytes))))
  expect(await send('logs', Buffer.from(body), { contentType: protobuf })).toMatchObject({
    status: 400,
  })
})

test('JSON nested without end is one bad record, not the end of the process', async () => {
  let value: unknown = { stringValue: 'x' }
  for (let depth = 0; depth < 500; depth++) value = { arrayValue: { values: [value] } }
  const answer = await send(
    'logs',
    logsRequest('acc_deep', [{ timeUnixNano: nanos(now), body: value }]),
  )
  expect(JSON.parse(String(answer.body))).toMatchObject({
    partialSuccess: { rejectedLogRecords: '1' },
  })
})

test('a gzip bomb is cut off at 8 MB', async () => {
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 32))
  expect(bomb.length).toBeLessThan(100_000)
  expect(await send('logs', bomb, { contentEncoding: 'gzip' })).toMatchObject({ status: 413 })
})

test('what is called gzip and is not, and other encodings, are refused', async () => {
  expect(await send('logs', '{}', { contentEncoding: 'gzip' })).toMatchObject({ status: 400 })
  expect(await send('logs', '{}', { contentEncoding: 'br' })).toMatchObject({ status: 415 })
})

test('records without an account are kept and shown to no ticket', async () => {
  const request = {
    resourceLogs: [{ resource: {}, scopeLogs: [{ logRecords: [log({ message: 'of nobody' })] }] }],
  }
  await send('logs', JSON.stringify(request))
  const kept = await testDesk.db
    .selectFrom('telemetry_log')
    .select(['account_key', 'service'])
    .where('message', '=', 'of nobody')
    .execute()
  expect(kept).toEqual([{ account_key: null, service: 'unknown' }])
})

test('the account of the record counts before that of the resource', async () => {
  const own = {
    ...log({ message: 'own' }),
    attributes: [attribute('account.id', { stringValue: 'acc_record' })],
  }
  await send('logs', logsRequest('acc_resource', [own, log({ message: 'of the resource' })]))
  const found = async (account: string) =>
    (await desk.telemetry.searchLogs(await createScope(desk, account), everything)).items.map(
      ({ message }) => message,
    )
  expect(await found('acc_record')).toEqual(['own'])
  expect(await found('acc_resource')).toEqual(['of the resource'])
})

test('text that no database stores, and text without end, is made storable', async () => {
  const scope = await createScope(desk, 'acc_text')
  const hostile = {
    ...log({ message: `a\0b\ud800${'x'.repeat(50_000)}` }),
    attributes: [attribute('k\0', { stringValue: '\udfff' })],
  }
  expect(await send('logs', logsRequest('acc_text', [hostile]))).toMatchObject({
    status: 200,
    body: '{}',
  })
  const { items } = await desk.telemetry.searchLogs(scope, everything)
  expect(items[0]!.message).toMatch(/^a\ufffdb\ufffdx+…$/)
  expect(items[0]!.message.length).toBe(16_384)
  expect(items[0]!.attributes).toEqual({ 'k\ufffd': '\ufffd' })
})

test.each([
  [{ severityNumber: 'SEVERITY_NUMBER_ERROR2' }, 18],
  [{ severityText: 'WARNING' }, 13],
  [{ severityText: 'critical' }, 21],
  [{ severityNumber: 99 }, 0],
  [{}, 0],
])('a severity written as %j is %i', async (severity, expected) => {
  const account = `acc_severity_${JSON.stringify(severity)}`
  await send('logs', logsRequest(account, [{ ...log({ message: 'x' }), ...severity }]))
  const { items } = await desk.telemetry.searchLogs(await createScope(desk, account), everything)
  expect(items[0]?.severity).toBe(expected)
})

test.each([
  ['logs', 'resourceLogs', 'scopeLogs', 'logRecords', 'rejectedLogRecords'],
  ['traces', 'resourceSpans', 'scopeSpans', 'spans', 'rejectedSpans'],
] as const)(
  '%s of a resource that cannot be read are counted, those of the others are kept',
  async (signal, groups, scopes, records, rejected) => {
    let deep: object = { stringValue: 'x' }
    for (let level = 0; level < 80; level += 1) deep = { arrayValue: { values: [deep] } }
    const record = {
      ...log({ message: 'kept' }),
      traceId: 'ab'.repeat(16),
      spanId: 'cd'.repeat(8),
      startTimeUnixNano: nanos(now),
      endTimeUnixNano: nanos(now),
    }
    const account = `acc_resource_${signal}`
    const group = (attributes: object[], all: object[]) => ({
      resource: { attributes },
      [scopes]: [{ [records]: all }],
    })
    const bad = group([attribute('tags', deep)], [record, record])
    const good = group([attribute('account.id', { stringValue: account })], [record])
    const answer = await send(signal, JSON.stringify({ [groups]: [bad, good] }))
    expect([answer.status, JSON.parse(String(answer.body))]).toEqual([
      200,
      { partialSuccess: { [rejected]: '2', errorMessage: 'an attribute is nested too deeply' } },
    ])
    const scope = await createScope(desk, account)
    const kept =
      signal === 'logs'
        ? (await desk.telemetry.searchLogs(scope, everything)).items
        : await desk.telemetry.readSpans(scope, record.traceId, 10)
    expect(kept).toHaveLength(1)
  },
)

test('a store that does not answer makes the sender try again', async () => {
  const broken = {
    ...desk,
    telemetry: {
      ...desk.telemetry,
      writeLogs: () => Promise.reject(new Error('connection refused')),
    },
  }
  const request = {
    contentType: json,
    contentEncoding: undefined,
    body: Readable.from([Buffer.from(logsRequest('a', [log({ message: 'x' })]))]),
  }
  await expect(receiveOtlp(broken, 'logs', request)).rejects.toMatchObject({ kind: 'unavailable' })
})

/** Times as they are accepted now. */
function accepted() {
  const at = new Date(now)
  return {
    receivedAt: at,
    oldest: new Date(now - 14 * 86_400_000),
    newest: new Date(now + 3_600_000),
  }
}

const everything = {
  from: new Date(now - 14 * 86_400_000),
  to: new Date(now + 3_600_000),
  words: [],
  level: null,
  service: null,
  limit: 50,
  cursor: null,
}

function send(
  signal: Signal,
  body: Buffer | string,
  { contentType = json, contentEncoding }: { contentType?: string; contentEncoding?: string } = {},
): Promise<OtlpAnswer> {
  return receiveOtlp(desk, signal, {
    contentType,
    contentEncoding,
    body: Readable.from([Buffer.from(body as string)]),
  })
}

function log({ message, time = nanos(now) }: { message: string; time?: string }) {
  return { timeUnixNano: time, body: { stringValue: message } }
}

function attribute(key: string, value: object) {
  return { key, value }
}

function logsRequest(account: string, logRecords: unknown[]): string {
  const resource = { attributes: [attribute('account.id', { stringValue: account })] }
  return JSON.stringify({ resourceLogs: [{ resource, scopeLogs: [{ logRecords }] }] })
}

/** A failed export as the official SDK records it: two spans, one log inside the inner one. */
function officialRecords() {
  const resource = resourceFromAttributes({ 'service.name': 'exports', 'service.version': '4.2.0' })
  const [logExporter, spanExporter] = [new InMemoryLogRecordExporter(), new InMemorySpanExporter()]
  const loggers = new LoggerProvider({
    resource,
    processors: [new SimpleLogRecordProcessor({ exporter: logExporter })],
  })
  const tracers = new TracerProvider({
    resource,
    spanProcessors: [new SimpleSpanProcessor({ exporter: spanExporter })],
  })
  const tracer = tracers.getTracer('test', '1')
  const attributes = { 'account.id': 'acc_official' }
  const outer = tracer.startSpan('run export', { attributes, startTime: now - 2_000 })
  const inside = trace.setSpan(context.active(), outer)
  const inner = tracer.startSpan('query', { attributes, startTime: now - 1_500 }, inside)
  loggers.getLogger('test').emit({
    timestamp: now - 1_000,
    severityNumber: 17,
    severityText: 'ERROR',
    body: 'export failed',
    attributes: {
      ...attributes,
      attempts: 3,
      ratio: 0.5,
      ok: false,
      tags: ['a', 'b'],
      nested: { a: { b: 1 } },
      big: '9007199254740993',
    },
    context: trace.setSpan(context.active(), inner),
  })
  inner.recordException(new Error('canceling statement'), now - 900)
  inner.setStatus({ code: SpanStatusCode.ERROR, message: 'timeout' })
  inner.end(now - 800)
  outer.end(now - 500)
  return { logs: logExporter.getFinishedLogRecords(), spans: spanExporter.getFinishedSpans() }
}

/** Protobuf leaves out what is empty or zero; JSON writes it. */
function withoutDefaults(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDefaults)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value)
    .filter(([, each]) => each !== '' && each !== 0 && !(Array.isArray(each) && each.length === 0))
    // JSON senders write 64-bit numbers as number or as text
    .map(([key, each]) => [key, key === 'intValue' ? String(each) : withoutDefaults(each)])
    .filter(([key]) => key !== 'droppedAttributesCount')
  return Object.fromEntries(kept)
}
