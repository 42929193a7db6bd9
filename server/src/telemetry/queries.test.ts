import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { createTicket } from '#server/accounts/testing/factory.ts'
import { system } from '#server/core/actor.ts'
import { lookAtAccount } from '#server/accounts/scope.ts'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { createPostgresStore } from './adapters/postgres-store.ts'
import { newLog, newSpan } from './factory.ts'
import { logsSource } from './logs-source.ts'
import { getTrace, listTraces, searchLogs } from './queries.ts'
import { retainTelemetry } from './retain-telemetry.ts'

const testDesk = await createTestDesk()
const telemetry = createPostgresStore(testDesk.db, testDesk.pool)
const desk = { ...testDesk, telemetry, telemetryReader: telemetry }
const noSignal = new AbortController().signal

test('the logs of a ticket are those of its account in the last 24 hours', async () => {
  const { ticketId, accountKey } = await newTicket()
  await desk.telemetry.writeLogs([
    newLog({ accountKey, message: 'fresh', severity: 18 }),
    newLog({ accountKey, message: 'yesterday', at: '2026-03-01T08:59:59.000000Z' }),
    newLog({ accountKey: 'another', message: 'canary' }),
  ])
  const found = await searchLogs(desk, someAgent, { ticketId })
  expect(found).toMatchObject({
    items: [{ message: 'fresh', level: 'error' }],
    next: null,
    services: ['exports'],
    from: '2026-03-01T09:00:00.000Z',
    to: '2026-03-02T09:00:00.000Z',
  })
  const longer = await searchLogs(desk, someAgent, { ticketId, from: '2026-03-01T09:00:00+01:00' })
  expect(longer.items.map(({ message }) => message)).toEqual(['fresh', 'yesterday'])
})

test.each([
  [0, 'info'],
  [1, 'trace'],
  [8, 'debug'],
  [12, 'info'],
  [13, 'warn'],
  [20, 'error'],
  [24, 'fatal'],
] as const)('severity %i reads as %s', async (severity, level) => {
  const { ticketId, accountKey } = await newTicket()
  await desk.telemetry.writeLogs([newLog({ accountKey, severity })])
  const { items } = await searchLogs(desk, someAgent, { ticketId })
  expect(items[0]?.level).toBe(level)
})

test('a window that is too long or turned round is refused', async () => {
  const { ticketId } = await newTicket()
  for (const window of [
    { from: '2026-01-01T00:00:00Z' },
    { from: '2026-03-02T00:00:00Z', to: '2026-03-01T00:00:00Z' },
    { to: '0001-01-01T00:00:00Z' },
    { to: '1970-01-01T12:00:00Z' },
    { from: '2261-12-31T00:00:00Z', to: '2262-01-01T00:00:00Z' },
  ]) {
    await expect(searchLogs(desk, someAgent, { ticketId, ...window })).rejects.toMatchObject({
      reason: 'input.window',
    })
  }
})

test('a ticket without an account shows no logs and no traces', async () => {
  const ticketId = await createTicket(desk, null)
  const traceId = 'a'.repeat(32)
  for (const read of [
    () => searchLogs(desk, someAgent, { ticketId }),
    () => listTraces(desk, someAgent, { ticketId }),
    () => getTrace(desk, someAgent, { ticketId, traceId }),
  ]) {
    await expect(read()).rejects.toMatchObject({ reason: 'ticket.no-account' })
  }
})

test('an auditor sees no telemetry', async () => {
  const auditor = await createPerson(testDesk, { role: 'auditor' })
  const { ticketId } = await newTicket()
  await expect(searchLogs(desk, auditor, { ticketId })).rejects.toMatchObject({ kind: 'forbidden' })
})

test('a trace is a waterfall: parents first, offsets from its beginning, with its logs', async () => {
  const { ticketId, accountKey } = await newTicket()
  const root = newSpan({ accountKey, at: '2026-03-02T08:00:00.000000Z', durationNs: 900_000_000n })
  const { traceId } = root
  const child = newSpan({
    accountKey,
    traceId,
    parentSpanId: root.spanId,
    at: '2026-03-02T08:00:00.100250Z',
    kind: 3,
    status: 2,
    statusMessage: 'timed out',
    durationNs: 500_000n,
  })
  const grandchild = newSpan({
    accountKey,
    traceId,
    parentSpanId: child.spanId,
    at: '2026-03-02T08:00:00.100300Z',
  })
  const orphan = newSpan({
    accountKey,
    traceId,
    parentSpanId: 'f'.repeat(16),
    at: '2026-03-02T08:00:00.050000Z',
  })
  await desk.telemetry.writeSpans([grandchild, orphan, child, root])
  await desk.telemetry.writeLogs([
    newLog({ accountKey, traceId, message: 'while it ran', at: '2026-03-02T08:00:00.200000Z' }),
  ])
  const trace = await getTrace(desk, someAgent, { ticketId, traceId })
  expect(trace).toMatchObject({
    traceId,
    durationMs: 900,
    isTruncated: false,
    logs: [{ message: 'while it ran' }],
  })
  expect(trace.spans.map(({ spanId, depth, offsetMs }) => [spanId, depth, offsetMs])).toEqual([
    [root.spanId, 0, 0],
    [child.spanId, 1, 100.25],
    [grandchild.spanId, 2, 100.3],
    [orphan.spanId, 0, 50],
  ])
  expect(trace.spans[1]).toMatchObject({
    kind: 'client',
    status: 'error',
    statusMessage: 'timed out',
    durationMs: 0.5,
  })
  expect(trace.spans[3]?.parentSpanId).toBeNull()
})

test('spans whose parents go round in a circle are shown once each', async () => {
  const { ticketId, accountKey } = await newTicket()
  const [one, two] = ['1'.repeat(16), '2'.repeat(16)]
  const first = newSpan({ accountKey, spanId: one, parentSpanId: two })
  await desk.telemetry.writeSpans([
    first,
    newSpan({ accountKey, traceId: first.traceId, spanId: two, parentSpanId: one }),
  ])
  const { spans } = await getTrace(desk, someAgent, { ticketId, traceId: first.traceId })
  expect(spans.map(({ spanId }) => spanId).toSorted()).toEqual([one, two])
})

test('a trace of another account is not found', async () => {
  const { ticketId } = await newTicket()
  const canary = newSpan({ accountKey: 'another' })
  await desk.telemetry.writeSpans([canary])
  await expect(
    getTrace(desk, someAgent, { ticketId, traceId: canary.traceId }),
  ).rejects.toMatchObject({
    reason: 'trace.not-found',
  })
})

test('traces of a ticket can be narrowed to the failed ones', async () => {
  const { ticketId, accountKey } = await newTicket()
  const failed = newSpan({ accountKey, status: 2 })
  await desk.telemetry.writeSpans([newSpan({ accountKey }), failed])
  expect((await listTraces(desk, someAgent, { ticketId })).items).toHaveLength(2)
  const { items } = await listTraces(desk, someAgent, { ticketId, failed: 'true' })
  expect(items.map(({ traceId }) => traceId)).toEqual([failed.traceId])
})

test('the built-in source of logs answers rows with their age, inside its window', async () => {
  const { ticketId, accountKey } = await newTicket()
  const scope = await lookAtAccount(desk, system('test'), ticketId)
  await desk.telemetry.writeLogs([
    newLog({ accountKey, message: 'worker gave up', severity: 17 }),
    newLog({ accountKey, message: 'long ago', severity: 17, at: '2026-03-02T07:00:00.000000Z' }),
  ])
  const source = logsSource(desk)
  const answer = await source(scope, { window: '1h', level: 'error' }, noSignal)
  expect(answer).toMatchObject({
    isSingle: false,
    isTruncated: false,
    rows: [{ message: 'worker gave up', level: 'error', at_age_s: 1_800 }],
  })
  await expect(source(scope, { windw: '1h' }, noSignal)).rejects.toMatchObject({
    reason: 'source.params-invalid',
  })
})

test('the timed job forgets what is past the retention', async () => {
  const { ticketId, accountKey } = await newTicket()
  await desk.telemetry.writeLogs([
    newLog({ accountKey, message: 'old', at: '2026-02-15T23:00:00.000000Z' }),
    newLog({ accountKey, message: 'kept', at: '2026-02-16T10:00:00.000000Z' }),
  ])
  await retainTelemetry(desk)
  const { items } = await searchLogs(desk, someAgent, { ticketId, from: '2026-02-10T00:00:00Z' })
  expect(items.map(({ message }) => message)).toEqual(['kept'])
})

async function newTicket() {
  const accountKey = `acc_${randomUUID()}`
  return { accountKey, ticketId: await createTicket(desk, accountKey) }
}
