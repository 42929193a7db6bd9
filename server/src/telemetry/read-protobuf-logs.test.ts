import { BinaryWriter } from '@bufbuild/protobuf/wire'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { createTestDesk } from '#server/testing/desk.ts'
import { copyLogs, rowsOf } from './adapters/copy-logs.ts'
import { createPostgresStore } from './adapters/postgres-store.ts'
import { newLog } from './factory.ts'
import { readLogs } from './otlp-records.ts'
import { readProtobufLogs } from './read-protobuf-logs.ts'
import { TooManyLogs } from './store.ts'
import { encodeLogs } from './testing/encode-logs.ts'
import type { Any, LogJson, LogsJson, Pair } from './testing/encode-logs.ts'

const desk = await createTestDesk()
const now = desk.clock.now().getTime()
const accepting = {
  receivedAt: new Date(now),
  oldest: new Date(now - 14 * 86_400_000),
  newest: new Date(now + 3_600_000),
}

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', 'a"b\\c\n', 'ü€😀', '\0', 'x'.repeat(20_000)),
)
const name = fc.oneof(
  text,
  fc.constantFrom('account.id', 'service.name', 'service.version', '__proto__', 'then', '1'),
)
const whole = fc.oneof(
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String),
  fc.constantFrom('0', '9007199254740991', '9007199254740993', '-9007199254740993'),
)
const hexOf = (length: number) =>
  fc.oneof(
    fc.uint8Array({ minLength: length, maxLength: length }),
    fc.constantFrom(new Uint8Array(length), new Uint8Array(3)),
  )
const { any } = fc.letrec<{ any: Any }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.record({ stringValue: text }),
    fc.record({ boolValue: fc.boolean() }),
    fc.record({ intValue: whole }),
    fc.record({ doubleValue: fc.double({ noNaN: true, noDefaultInfinity: true }) }),
    fc.record({ doubleValue: fc.constantFrom(1e20, 1e21, -0, 5e-324, 2 ** 53) }),
    fc.record({
      bytesValue: fc
        .uint8Array({ maxLength: 9 })
        .map((bytes) => Buffer.from(bytes).toString('base64')),
    }),
    fc.constant({}),
    fc.record({ arrayValue: fc.record({ values: fc.array(tie('any'), { maxLength: 4 }) }) }),
    fc.record({
      kvlistValue: fc.record({
        values: fc.array(fc.record({ key: name, value: tie('any') }), { maxLength: 4 }),
      }),
    }),
  ),
}))
const pairs: fc.Arbitrary<Pair[]> = fc.array(fc.record({ key: name, value: any }), { maxLength: 6 })
const nanos = fc.oneof(
  fc
    .integer({ min: -20 * 86_400, max: 2 * 3_600 })
    .map((seconds) => `${now + seconds * 1_000}123456`),
  fc.constantFrom('0', '999', '18446744073709551615', `${now}000999`),
)
const hex = (length: number) => hexOf(length).map((bytes) => Buffer.from(bytes).toString('hex'))
const record: fc.Arbitrary<LogJson> = fc.record(
  {
    timeUnixNano: nanos,
    observedTimeUnixNano: nanos,
    severityNumber: fc.integer({ min: -1, max: 26 }),
    severityText: fc.constantFrom('WARNING', 'critical', 'nothing'),
    body: any,
    attributes: pairs,
    traceId: hex(16),
    spanId: hex(8),
    eventName: text,
  },
  { requiredKeys: [] },
)
const request: fc.Arbitrary<LogsJson> = fc.record({
  resourceLogs: fc.array(
    fc.record(
      {
        resource: fc.record({ attributes: pairs }),
        scopeLogs: fc.array(fc.record({ logRecords: fc.array(record, { maxLength: 4 }) }), {
          maxLength: 2,
        }),
      },
      { requiredKeys: ['scopeLogs'] },
    ),
    { maxLength: 3 },
  ),
})

test('whatever is sent is read alike from protobuf and from JSON', () => {
  fc.assert(
    fc.property(request, (sent) => {
      const tallies = [0, 1].map(() => ({ rejected: 0, reasons: new Set<string>() }))
      const plain: unknown = JSON.parse(JSON.stringify(sent))
      expect([...readProtobufLogs(encodeLogs(sent), accepting, tallies[0]!)]).toEqual([
        ...readLogs(plain, accepting, tallies[1]!),
      ])
      expect(tallies[0]).toEqual(tallies[1])
    }),
    { numRuns: 300 },
  )
})

test('whatever is read is stored as it is', async () => {
  const store = createPostgresStore(desk.db, desk.pool)
  const ask = fc.asyncProperty(request, async (sent) => {
    const tally = { rejected: 0, reasons: new Set<string>() }
    const logs = [...readProtobufLogs(encodeLogs(sent), accepting, tally)]
    await sql`delete from telemetry_log`.execute(desk.db)
    await store.writeLogs(logs)
    const { rows } = await sql<Record<string, unknown>>`
      select (extract(epoch from at) * 1000000)::float8 as "atMicros", account_key as "accountKey",
        service, severity, message, trace_id as "traceId", span_id as "spanId", attributes
      from telemetry_log order by id`.execute(desk.db)
    const expected = logs.map((log) => ({
      ...log,
      attributes: JSON.parse(log.attributes) as unknown,
    }))
    expect(rows).toEqual(expected.map((log) => JSON.parse(JSON.stringify(log)) as unknown))
  })
  await fc.assert(ask, { numRuns: 40 })
})

test('no byte can be cut off or changed so that more is stored than was read before', () => {
  const sent = fc.sample(request, { numRuns: 20, seed: 7 }).map(encodeLogs)
  for (const bytes of sent) {
    for (let length = 0; length < bytes.length; length += 1 + (bytes.length >> 6)) {
      const cut = Buffer.from(bytes.subarray(0, length))
      if (length > 0) cut[length - 1]! ^= 0x55
      const tally = { rejected: 0, reasons: new Set<string>() }
      let read = 0
      try {
        for (const _ of readProtobufLogs(cut, accepting, tally)) read += 1
      } catch (error) {
        // zlib and pg know other kinds: here only what the reader says of bytes
        expect(error).toBeInstanceOf(Error)
      }
      expect(read + tally.rejected).toBeLessThanOrEqual(30)
    }
  }
})

test('a resource may stand behind its records', () => {
  const log = new BinaryWriter().tag(1, 1).fixed64(`${now}000000`).finish()
  const pair = new BinaryWriter().tag(1, 2).string('account.id').tag(2, 2).fork()
  const attribute = pair.tag(1, 2).string('acc_late').join().finish()
  const resource = new BinaryWriter().tag(1, 2).bytes(attribute).finish()
  const scope = new BinaryWriter().tag(2, 2).bytes(log).finish()
  const group = new BinaryWriter().tag(2, 2).bytes(scope).tag(1, 2).bytes(resource).finish()
  const bytes = Buffer.from(new BinaryWriter().tag(1, 2).bytes(group).finish())
  const logs = readProtobufLogs(bytes, accepting, { rejected: 0, reasons: new Set() })
  expect([...logs].map(({ accountKey }) => accountKey)).toEqual(['acc_late'])
})

test('rows that fill more than one piece arrive whole', async () => {
  const logs = Array.from({ length: 300 }, (_, index) =>
    newLog({
      accountKey: 'acc_pieces',
      message: `${index} ${'ü'.repeat(1_000 + index)}`,
      attributes: { large: '€'.repeat(index === 150 ? 400_000 : 10) },
    }),
  )
  await createPostgresStore(desk.db, desk.pool).writeLogs(logs)
  const { rows } = await sql<{ message: string; large: number }>`
    select message, length(attributes ->> 'large') as large from telemetry_log
    where account_key = 'acc_pieces' order by id`.execute(desk.db)
  expect(rows).toEqual(
    logs.map(({ message }, index) => ({ message, large: index === 150 ? 400_000 : 10 })),
  )
})

test('logs that take more room than one request may have are refused before anything is sent', () => {
  const logs = Array.from({ length: 100 }, () => newLog({ message: 'x'.repeat(1_000) }))
  expect(() => rowsOf(logs, 50_000)).toThrow(TooManyLogs)
  expect(rowsOf(logs, 200_000).count).toBe(100)
})

test('a copy that the database refuses says so and leaves nothing', async () => {
  const client = await desk.pool.connect()
  try {
    const rows = rowsOf([newLog({ accountKey: 'acc_refused', at: '2031-01-01T00:00:00.000000Z' })])
    await expect(copyLogs(client, rows)).rejects.toMatchObject({ code: '23514' })
  } finally {
    client.release(true)
  }
})
