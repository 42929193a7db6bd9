import type { Sources } from '#server/accounts/read-source.ts'
import { scopeOn } from '#server/accounts/scope-on.ts'
import type { AccountScope } from '#server/accounts/scope.ts'
import { refusalOf } from '#server/accounts/source-refusals.ts'
import { countAnswer } from '#server/connections/health/count-answer.ts'
import { faultOf } from '#server/connections/health/fault-of.ts'
import { QueryRefused } from '#server/connections/read-series.ts'
import { Invalid, Refusal, messageOf } from '#server/core/errors.ts'
import { createClickhouseLogs } from './adapters/clickhouse-logs.ts'
import { createClickhouseTraces } from './adapters/clickhouse-traces.ts'
import { createCloudwatchReader } from './adapters/cloudwatch-reader.ts'
import { createDatadogReader } from './adapters/datadog-reader.ts'
import { createDocumentsReader } from './adapters/documents-reader.ts'
import { createLokiReader } from './adapters/loki-reader.ts'
import { createVictorialogsReader } from './adapters/victorialogs-reader.ts'
import { createWholeTraces } from './adapters/whole-traces.ts'
import type { LogsPlace, TracesPlace } from './logs-section.ts'
import type { LogReader, TelemetryReader, TraceReader } from './store.ts'

/** Reads where the project in force says that logs are: a system of the company, or the desk's own store. */
export function createTelemetryReader(store: TelemetryReader, sources: Sources): TelemetryReader {
  const logs = async <T>(
    scope: AccountScope,
    read: (reader: LogReader, scope: AccountScope) => Promise<T>,
  ) => {
    const place = sources.project.current().logs
    if (!place) return read(store, scope)
    const outside = { ...place, id: 'logs', title: 'Logs' }
    const own = await scopeOn(sources, scope, place.connection)
    return readOutside(sources, outside, () => read(logsAt(sources, place), own))
  }
  const traces = async <T>(
    scope: AccountScope,
    read: (reader: TraceReader, scope: AccountScope) => Promise<T>,
  ) => {
    const place = sources.project.current().traces
    if (!place) return read(store, scope)
    const outside = { ...place, id: 'traces', title: 'Traces' }
    const own = await scopeOn(sources, scope, place.connection)
    return readOutside(sources, outside, () => read(tracesAt(sources, place), own))
  }
  return {
    searchLogs: (account, ...given) =>
      logs(account, (reader, scope) => reader.searchLogs(scope, ...given)),
    listServices: (account, ...given) =>
      logs(account, (reader, scope) => reader.listServices(scope, ...given)),
    readTraceLogs: (account, ...given) =>
      logs(account, (reader, scope) => reader.readTraceLogs(scope, ...given)),
    listTraces: (account, ...given) =>
      traces(account, (reader, scope) => reader.listTraces(scope, ...given)),
    readSpans: (account, ...given) =>
      traces(account, (reader, scope) => reader.readSpans(scope, ...given)),
  }
}

function logsAt(sources: Sources, place: LogsPlace): LogReader {
  if (place.kind === 'loki') return createLokiReader(sources, place)
  if (place.kind === 'clickhouse') return createClickhouseLogs(sources, place)
  if (place.kind === 'victorialogs') return createVictorialogsReader(sources, place)
  if (place.kind === 'datadog') return createDatadogReader(sources, place)
  if (place.kind === 'cloudwatch') return createCloudwatchReader(sources, place)
  return createDocumentsReader(sources, place)
}

function tracesAt(sources: Sources, place: TracesPlace): TraceReader {
  if (place.kind === 'clickhouse') return createClickhouseTraces(sources, place)
  return createWholeTraces(sources, place)
}

/** What is read, as people know it. */
type Outside = { id: string; title: string; connection: string; timeoutMs: number }

/** Counted as every answer of a connected system is, and refused in words when there is none. */
async function readOutside<T>(
  sources: Sources,
  outside: Outside,
  read: () => Promise<T>,
): Promise<T> {
  const asked = { connection: outside.connection, kind: 'source', thing: outside.id } as const
  try {
    const { answer } = await countAnswer(sources, asked, read, {
      // who asks asked wrongly: the system has done nothing
      ofError: (error) => (error instanceof Invalid ? undefined : faultOf(error)),
    })
    return answer
  } catch (error) {
    throw error instanceof Invalid ? error : refusalFor(sources, outside, error)
  }
}

function refusalFor({ log }: Sources, outside: Outside, error: unknown): Refusal {
  if (error instanceof Refusal && error.reason.startsWith('source.')) return error
  if (isTooBroad(error)) {
    log.warn({ source: outside.id, err: messageOf(error) }, 'a search was too broad')
    return new Invalid(
      'input.window',
      'That is more than the logs look through at once: choose a shorter window or one service',
    )
  }
  return refusalOf(log, outside, error)
}

/** The system says that it was asked for too much; in which words differs from version to version. */
function isTooBroad(error: unknown): boolean {
  if (error instanceof QueryRefused)
    return /limit|exceed|too (?:many|large|long)/i.test(error.message)
  return messageOf(error) === 'HTTP 429'
}
