import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { Permission } from '@firstline/contract/permissions'
import { telemetryRoutes } from '@firstline/contract/telemetry'
import { afterAll, expect, test } from 'vitest'
import type { Actor } from '#server/core/actor.ts'
import { createHttp } from '#server/core/http.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { eventually } from '#server/testing/eventually.ts'
import { createPostgresStore } from './adapters/postgres-store.ts'
import { answerOtlp } from './answer-otlp.ts'
import { createRoom } from './room.ts'
import { encodeLogs } from './testing/encode-logs.ts'

const roomBytes = 10 * 1024 * 1024
const testDesk = await createTestDesk()
const desk = {
  ...testDesk,
  telemetry: createPostgresStore(testDesk.db, testDesk.pool),
  telemetryRoom: createRoom(roomBytes),
}
let permissions: Permission[] = ['telemetry:write']
const { receiveLogs, receiveTraces } = telemetryRoutes
const http = await createHttp({
  log: desk.log,
  routes: { receiveLogs, receiveTraces },
  handlers: {
    receiveLogs: {
      permission: 'telemetry:write',
      handle: (_actor, _input, incoming) => answerOtlp(desk, 'logs', incoming),
    },
    receiveTraces: {
      permission: 'telemetry:write',
      handle: (_actor, _input, incoming) => answerOtlp(desk, 'traces', incoming),
    },
  },
  authenticate: async (): Promise<Actor> => ({
    kind: 'integration',
    id: 'k',
    name: 'Collector',
    permissions,
  }),
  origins: [],
  version: '0',
})
afterAll(() => http.close())
const address = await http.listen({ port: 0, host: '127.0.0.1' })

const request = (message: string) =>
  JSON.stringify({
    resourceLogs: [
      {
        scopeLogs: [
          {
            logRecords: [
              {
                timeUnixNano: `${desk.clock.now().getTime()}000000`,
                body: { stringValue: message },
              },
            ],
          },
        ],
      },
    ],
  })

function post(payload: string | Buffer, headers: Record<string, string> = {}) {
  return http.inject({
    method: 'POST',
    url: '/v1/logs',
    payload,
    headers: { 'content-type': 'application/json', ...headers },
  })
}

test('JSON arrives, plain and compressed', async () => {
  for (const [payload, headers] of [
    [request('plain'), {}],
    [gzipSync(request('compressed')), { 'content-encoding': 'gzip' }],
  ] as const) {
    const answer = await post(payload, headers)
    expect([answer.statusCode, answer.body]).toEqual([200, '{}'])
    expect(answer.headers['content-type']).toMatch(/^application\/json/)
  }
  const rows = await desk.db
    .selectFrom('telemetry_log')
    .select('message')
    .orderBy('message')
    .execute()
  expect(rows).toEqual([{ message: 'compressed' }, { message: 'plain' }])
})

test('an empty protobuf request is answered in protobuf', async () => {
  const answer = await http.inject({
    method: 'POST',
    url: '/v1/traces',
    payload: Buffer.alloc(0),
    headers: { 'content-type': 'application/x-protobuf' },
  })
  expect([answer.statusCode, answer.rawPayload.length]).toEqual([200, 0])
  expect(answer.headers['content-type']).toBe('application/x-protobuf')
})

test('what is not JSON is 400, another type 415, too much 413', async () => {
  expect((await post('{')).statusCode).toBe(400)
  expect(
    (await post('a=b', { 'content-type': 'application/x-www-form-urlencoded' })).statusCode,
  ).toBe(415)
  expect((await post(`"${'x'.repeat(8 * 1024 * 1024)}"`)).statusCode).toBe(413)
})

test('beyond its room nothing is kept, and the sender is told when to come again', async () => {
  const held = desk.telemetryRoom.enter()
  held.take(roomBytes - 10)
  const refused = await post(gzipSync(request('busy')), { 'content-encoding': 'gzip' })
  held.leave()
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '1'])
  expect(refused.json()).toMatchObject({ reason: 'telemetry.busy' })
  expect(await messagesLike('busy')).toEqual([])
  expect((await post(request('busy'))).statusCode).toBe(200)
  expect(await messagesLike('busy')).toEqual(['busy'])
})

test('whatever becomes of a request, its room is free again', async () => {
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 32))
  for (let round = 0; round < 3; round++) {
    expect((await post(bomb, { 'content-encoding': 'gzip' })).statusCode).toBe(413)
    expect((await post('{')).statusCode).toBe(400)
    expect((await post(request('x'.repeat(4_000_000)))).statusCode).toBe(200)
    await hangUp()
  }
  await eventually(requireAllFree)
})

test('a body that is packed without end and holds nothing is cut off', async () => {
  const empty = gzipSync('')
  const nothing = Buffer.concat(Array.from({ length: 450_000 }, () => empty))
  expect(nothing.length).toBeGreaterThan(8 * 1024 * 1024)
  expect((await post(nothing, { 'content-encoding': 'gzip' })).statusCode).toBe(413)
})

test('a request whose end cannot be read leaves nothing of its beginning', async () => {
  const good = encodeLogs({
    resourceLogs: [
      {
        scopeLogs: [
          {
            logRecords: [
              {
                timeUnixNano: `${desk.clock.now().getTime()}000000`,
                body: { stringValue: 'before the end' },
              },
            ],
          },
        ],
      },
    ],
  })
  const answer = await post(Buffer.concat([good, Buffer.from([0x0a, 0x7f])]), {
    'content-type': 'application/x-protobuf',
  })
  expect(answer.statusCode).toBe(400)
  expect(await messagesLike('before the end')).toEqual([])
})

test('a key without the permission writes nothing', async () => {
  permissions = ['change:write']
  const answer = await post(request('canary'))
  expect(answer.statusCode).toBe(403)
  const rows = await desk.db
    .selectFrom('telemetry_log')
    .select('message')
    .where('message', '=', 'canary')
    .execute()
  expect(rows).toEqual([])
})

function requireAllFree(): void {
  const share = desk.telemetryRoom.enter()
  try {
    share.take(roomBytes)
  } finally {
    share.leave()
  }
}

/** A sender that goes away in the middle of its request. */
async function hangUp(): Promise<void> {
  const socket = connect(Number(new URL(address).port), '127.0.0.1')
  const head = 'POST /v1/logs HTTP/1.1\r\nhost: x\r\ncontent-type: application/json'
  socket.write(`${head}\r\ncontent-length: 1000000\r\n\r\n${'x'.repeat(100_000)}`)
  await eventually(() => expect(requireAllFree).toThrow('is arriving'))
  socket.destroy()
}

async function messagesLike(message: string): Promise<string[]> {
  const rows = await desk.db
    .selectFrom('telemetry_log')
    .select('message')
    .where('message', '=', message)
    .execute()
  return rows.map((row) => row.message)
}
