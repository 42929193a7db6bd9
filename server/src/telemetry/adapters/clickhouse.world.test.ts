import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import {
  createFolder,
  createScope,
  createTestSources,
  projectFile,
} from '#server/accounts/testing/factory.ts'
import {
  exporterTables,
  isClickhouseHere,
  startClickhouse,
} from '#server/connections/testing/real-clickhouse.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import type { Attributes, NewLog, NewSpan } from '../store.ts'
import { createTelemetryReader } from '../telemetry-reader.ts'
import { describeLogs, describeSharedTraces, describeTraces } from './conformance.ts'
import { createPostgresStore } from './postgres-store.ts'

const logRow = ({ attributes, accountKey, ...log }: NewLog) => ({
  Timestamp: timeOf(log.atMicros),
  TraceId: log.traceId ?? '',
  SpanId: log.spanId ?? '',
  SeverityNumber: log.severity,
  ServiceName: log.service,
  Body: log.message,
  LogAttributes: kept(JSON.parse(attributes) as Attributes),
  ResourceAttributes: owned(accountKey),
})
const spanRow = ({ accountKey, ...span }: NewSpan) => ({
  Timestamp: span.at.replace('Z', ''),
  TraceId: span.traceId,
  SpanId: span.spanId,
  ParentSpanId: span.parentSpanId ?? '',
  SpanName: span.name,
  SpanKind: ['Unspecified', 'Internal', 'Server', 'Client', 'Producer', 'Consumer'][span.kind],
  ServiceName: span.service,
  SpanAttributes: { ...kept(span.attributes), ...owned(accountKey) },
  Duration: String(span.durationNs),
  StatusCode: ['Unset', 'Ok', 'Error'][span.status],
  StatusMessage: span.statusMessage ?? '',
  'Events.Timestamp': span.events.map(({ at }) => at.replace('Z', '')),
  'Events.Name': span.events.map(({ name }) => name),
  'Events.Attributes': span.events.map(({ attributes }) => kept(attributes)),
})

// skipped where chdb is not here: see FIRSTLINE_TEST_CHDB in connections/testing/real-clickhouse.ts
describe.runIf(isClickhouseHere)('ClickHouse', async () => {
  if (!isClickhouseHere) return
  const desk = await createTestDesk()
  const clickhouse = await startClickhouse()
  afterAll(() => clickhouse.stop())
  for (const table of exporterTables) await clickhouse.run(table)
  const section = '{ connection: clickhouse, account_fields: [account.id, tenant.id] }'
  const folder = createFolder({
    'firstline.yaml': `${projectFile}  clickhouse: { kind: clickhouse, base_url: env:CLICKHOUSE_URL }
logs: ${section}
traces: ${section}
`,
  })
  const sources = await createTestSources(desk, folder, { CLICKHOUSE_URL: clickhouse.url })
  const reader = createTelemetryReader(createPostgresStore(desk.db, desk.pool), sources)
  const newScope = (name = 'acc_') => createScope(desk, `${name}${randomUUID()}`)
  const insert = async (table: string, rows: readonly object[]) => {
    const lines = rows.map((row) => JSON.stringify(row)).join('\n')
    await clickhouse.run(`insert into ${table} format JSONEachRow ${lines}`)
  }
  const writeSpans = (spans: readonly NewSpan[]) => insert('otel_traces', spans.map(spanRow))
  describeLogs('ClickHouse', () => ({
    logs: reader,
    writeLogs: (logs) => insert('otel_logs', logs.map(logRow)),
    newScope,
    kept,
  }))
  const traces = () => ({ traces: reader, writeSpans, newScope, kept })
  describeTraces('ClickHouse', traces)
  describeSharedTraces('ClickHouse', traces)

  test('its project loads', () => expect(sources.project.problems()).toEqual([]))

  test('a log that names the account and another one is not the account’s', async () => {
    const [own, other] = [await newScope(), await newScope()]
    const row = (said: Record<string, string>) => ({
      Timestamp: '2026-03-02 08:30:00',
      Body: Object.keys(said).join(),
      LogAttributes: said,
    })
    await insert('otel_logs', [
      row({ 'account.id': own.externalId, 'tenant.id': other.externalId }),
      row({ 'account.id': own.externalId, 'tenant.id': own.externalId }),
      row({ 'tenant.id': own.externalId }),
    ])
    const found = await reader.searchLogs(own, {
      from: new Date('2026-03-02T00:00:00Z'),
      to: new Date('2026-03-03T00:00:00Z'),
      words: [],
      level: null,
      service: null,
      limit: 10,
      cursor: null,
    })
    expect(found.items.map(({ message }) => message).toSorted()).toEqual([
      'account.id,tenant.id',
      'tenant.id',
    ])
  })
})

/** The exporter keeps every value as a text. */
function kept(attributes: Attributes): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  )
}

let turn = 0
function owned(accountKey: string | null): Record<string, string> {
  if (accountKey === null) return {}
  return { [++turn % 2 === 0 ? 'account.id' : 'tenant.id']: accountKey }
}

function timeOf(micros: number): string {
  const fraction = String(micros % 1_000_000).padStart(6, '0')
  return `${new Date(Math.floor(micros / 1_000)).toISOString().slice(0, 19).replace('T', ' ')}.${fraction}`
}
