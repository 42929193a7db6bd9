import { gzipSync } from 'node:zlib'
import type { Permission } from '@firstline/contract/permissions'
import { telemetryRoutes } from '@firstline/contract/telemetry'
import { afterAll, expect, test } from 'vitest'
import type { Actor } from '#server/core/actor.ts'
import { createHttp } from '#server/core/http.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPostgresStore } from './adapters/postgres-store.ts'
import { answerOtlp } from './answer-otlp.ts'

const testDesk = await createTestDesk()
const desk = {
  ...testDesk,
  telemetry: createPostgresStore(testDesk.db),
  config: { telemetryRetentionDays: 14 },
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
