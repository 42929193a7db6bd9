import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import {
  createFolder,
  createScope,
  createTestSources,
  projectFile,
} from '#server/accounts/testing/factory.ts'
import { checkConnections } from '#server/runbooks/lint/check-live.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { everything } from './conformance.ts'
import { createTelemetryReader } from '../telemetry-reader.ts'
import { createPostgresStore } from './postgres-store.ts'

// What is asked and what is done with an answer; that the statements are right is for clickhouse.world.test.ts.

type Asked = { sql: string; query: URLSearchParams; authorization: string | undefined }
let answer: { status: number; body: string; code?: string } = { status: 200, body: '' }
const asked: Asked[] = []
const server = createServer((request, response) => {
  void text(request).then((sql) => {
    const { searchParams: query } = new URL(request.url!, 'http://house')
    asked.push({ sql, query, authorization: request.headers.authorization })
    if (answer.code) response.setHeader('x-clickhouse-exception-code', answer.code)
    response.writeHead(answer.status).end(answer.body)
  })
})
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
afterAll(() => server.close())

const desk = await createTestDesk()
const section = '{ connection: house, account_fields: [account.id, tenant.id] }'
const folder = createFolder({
  'firstline.yaml': `${projectFile}  house: { kind: clickhouse, base_url: env:HOUSE, credential: env:LOGIN, auth: { scheme: basic } }
logs: ${section}
traces: ${section}
`,
})
const env = {
  HOUSE: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  LOGIN: 'desk:of the test',
}
const sources = await createTestSources(desk, folder, env)
const reader = createTelemetryReader(createPostgresStore(desk.db, desk.pool), sources)
const newScope = () => createScope(desk, `acc_${randomUUID()}`)
const window = { from: new Date('2026-03-02T00:00:00Z'), to: new Date('2026-03-03T00:00:00Z') }

const logRow = (owners: Record<string, string>) => ({
  at: '1772440200000000000',
  Body: 'x',
  ...owners,
})
const answerRows = (...data: object[]) => {
  answer = { status: 200, body: JSON.stringify({ data }) }
}

test('a statement only reads, within its limits, and what is asked for is bound', async () => {
  answerRows()
  const scope = await createScope(desk, `a'\\\t"${randomUUID()}`)
  await reader.searchLogs(scope, { ...everything, words: ["x' or 1"], service: '{y:String}' })
  const { sql, query, authorization } = asked.at(-1)!
  expect(Object.fromEntries(query)).toMatchObject({
    readonly: '2',
    max_execution_time: '10',
    max_result_rows: '51',
    param_account: scope.externalId
      .replaceAll('\\', String.raw`\\`)
      .replaceAll('\t', String.raw`\t`),
    param_word_0: "x' or 1",
    param_service: '{y:String}',
    param_field_0: 'account.id',
  })
  expect(sql).not.toContain(scope.externalId)
  expect(sql).not.toContain('or 1')
  expect(authorization).toBe(`Basic ${Buffer.from(env.LOGIN).toString('base64')}`)
})

test('a row of another account spoils the whole answer, and is a security event', async () => {
  const [own, other] = [await newScope(), await newScope()]
  answerRows(logRow({ owner_0: own.externalId }), logRow({ owner_1: other.externalId }))
  for (const read of [
    () => reader.searchLogs(own, everything),
    () => reader.listServices(own, window),
    () => reader.readTraceLogs(own, { traceId: 'a'.repeat(32), near: window, limit: 10 }),
    () => reader.readSpans(own, 'a'.repeat(32), 10),
  ]) {
    await expect(read()).rejects.toMatchObject({ reason: 'source.foreign-row' })
  }
  const events = await desk.db
    .selectFrom('event')
    .select('data')
    .where('name', '=', 'security.foreign_row')
    .where('account_id', '=', own.accountId)
    .orderBy('id')
    .execute()
  expect(events.map(({ data }) => (data as { source: string }).source)).toEqual([
    'logs',
    'logs',
    'logs',
    'traces',
  ])
})

test('one that names the account and another one is foreign too', async () => {
  const [own, other] = [await newScope(), await newScope()]
  answerRows(logRow({ owner_0: own.externalId, owner_1: other.externalId }))
  await expect(reader.searchLogs(own, everything)).rejects.toMatchObject({
    reason: 'source.foreign-row',
  })
})

test('a row of nobody is a fault, but for a span below a root of the account', async () => {
  const own = await newScope()
  answerRows(logRow({}))
  await expect(reader.searchLogs(own, everything)).rejects.toMatchObject({
    reason: 'source.no-account',
  })
  const span = { at: '1772440200000000000', duration: '1', TraceId: 'a'.repeat(32) }
  const child = { ...span, SpanId: '2'.repeat(16), ParentSpanId: '1'.repeat(16) }
  const root = { ...span, SpanId: '1'.repeat(16), owner_0: own.externalId }
  answerRows(root, child)
  expect(await reader.readSpans(own, span.TraceId, 10)).toHaveLength(2)
  answerRows(child)
  await expect(reader.readSpans(own, span.TraceId, 10)).rejects.toMatchObject({
    reason: 'source.no-account',
  })
  answerRows({ ...root, owner_0: (await newScope()).externalId }, child)
  await expect(reader.readSpans(own, span.TraceId, 10)).rejects.toMatchObject({
    reason: 'source.foreign-row',
  })
})

test.each([
  [{ status: 400, code: '159', body: 'Code: 159. TIMEOUT_EXCEEDED' }, 'source.timeout', 'timeout'],
  [{ status: 404, code: '60', body: 'Code: 60. UNKNOWN_TABLE' }, 'source.unavailable', 'query'],
  [{ status: 403, code: '516', body: 'Code: 516' }, 'source.unavailable', 'status'],
  [{ status: 502, body: '<html>' }, 'source.unavailable', 'status'],
  [{ status: 200, body: '<html>' }, 'source.unavailable', 'not-understood'],
  [{ status: 400, code: '396', body: 'Limit for result exceeded' }, 'input.window', 'query'],
])('%o is refused in words, and counted', async (given, reason, code) => {
  sources.answers.take()
  answer = given
  const listing = reader.listTraces(await newScope(), { ...window, isFailed: false, limit: 5 })
  await expect(listing).rejects.toMatchObject({ reason })
  expect(sources.answers.take()).toMatchObject([
    { connection: 'house', thing: 'traces', failed: 1, last: { fault: { code } } },
  ])
})

test('live: the credential decides, and the columns are asked for', async () => {
  answerRows()
  const [result] = await checkConnections(sources.project, env)
  expect(result).toMatchObject({ name: 'connection house', isReachable: true, answer: '2 tables' })
  answer = { status: 403, code: '516', body: 'Code: 516' }
  const [refused] = await checkConnections(sources.project, env)
  expect(refused).toMatchObject({
    isReachable: false,
    answer: 'HTTP 403: the credential of the connection is not accepted',
  })
})
