import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endsWith } from '#server/testing/end-process.ts'
import { until } from '#server/testing/eventually.ts'
import { freePort } from '#server/testing/free-port.ts'

/** A folder where `npm i --no-package-lock chdb@3.4.0` was run: it has 543 MB, and no place in the lock. */
const folder = process.env.FIRSTLINE_TEST_CHDB ?? ''

/** Whether a ClickHouse is here. */
export const isClickhouseHere = folder !== '' && existsSync(join(folder, 'node_modules/chdb'))

export type RealClickhouse = {
  url: string
  run(sql: string): Promise<string>
  stop(): Promise<void>
}

/** The engine of ClickHouse 26, behind its HTTP interface as far as the desk uses it. */
export async function startClickhouse(): Promise<RealClickhouse> {
  const data = await mkdtemp(join(tmpdir(), 'firstline-clickhouse-'))
  const port = await freePort()
  const program = join(import.meta.dirname, '../../testing/chdb-server.ts')
  const running = spawn(process.execPath, [program, folder, String(port), data], {
    stdio: 'ignore',
  })
  const stop = endsWith(data, running)
  const url = `http://127.0.0.1:${port}`
  const run = async (sql: string) => {
    const answer = await fetch(url, { method: 'POST', body: sql })
    const body = await answer.text()
    if (!answer.ok) throw new Error(body)
    return body
  }
  await until(async () => (await run('select 1').catch(() => '')) !== '')
  return {
    url,
    run,
    stop,
  }
}

/** As the exporter of the OpenTelemetry collector makes them, without codecs and times to live. */
export const exporterTables = [
  `create table otel_logs (
    Timestamp DateTime64(9), TimestampTime DateTime default toDateTime(Timestamp), TraceId String, SpanId String,
    TraceFlags UInt8, SeverityText LowCardinality(String), SeverityNumber UInt8, ServiceName LowCardinality(String),
    Body String, ResourceSchemaUrl LowCardinality(String), ResourceAttributes Map(LowCardinality(String), String),
    ScopeSchemaUrl LowCardinality(String), ScopeName String, ScopeVersion LowCardinality(String),
    ScopeAttributes Map(LowCardinality(String), String), LogAttributes Map(LowCardinality(String), String)
  ) engine = MergeTree order by (ServiceName, TimestampTime, Timestamp)`,
  `create table otel_traces (
    Timestamp DateTime64(9), TraceId String, SpanId String, ParentSpanId String, TraceState String,
    SpanName LowCardinality(String), SpanKind LowCardinality(String), ServiceName LowCardinality(String),
    ResourceAttributes Map(LowCardinality(String), String), ScopeName String, ScopeVersion String,
    SpanAttributes Map(LowCardinality(String), String), Duration UInt64, StatusCode LowCardinality(String),
    StatusMessage String, Events Nested (Timestamp DateTime64(9), Name LowCardinality(String),
    Attributes Map(LowCardinality(String), String)), Links Nested (TraceId String, SpanId String, TraceState String,
    Attributes Map(LowCardinality(String), String))
  ) engine = MergeTree order by (ServiceName, SpanName, toDateTime(Timestamp))`,
]
