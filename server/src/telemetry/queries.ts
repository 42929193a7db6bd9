import { telemetryRoutes } from '@firstline/contract/telemetry'
import type { LogLevel, LogRecord } from '@firstline/contract/telemetry'
import { lookAtAccount } from '#server/accounts/scope.ts'
import { days, hours, later } from '#server/core/clock.ts'
import type { Clock } from '#server/core/clock.ts'
import { Invalid, NotFound } from '#server/core/errors.ts'
import { defineDeed } from '#server/core/verb.ts'
import type { DeedContext } from '#server/core/verb.ts'
import type { FoundLog, SpanEntry, Window, WithTelemetryReader } from './store.ts'
import { traceOf } from './waterfall.ts'

type Context = DeedContext & WithTelemetryReader

const longestWindowMs = 31 * days
/** What nanoseconds since 1970 in 64 bits can tell, as systems of logs and traces keep them. */
const [firstYear, lastYear] = [1970, 2261]
const traceLimits = { spans: 1_000, logs: 500 }

const { searchLogs: logs, listTraces: traces, getTrace: trace } = telemetryRoutes

export const searchLogs = defineDeed({
  permission: 'telemetry:read',
  input: logs.params.extend(logs.query.shape),
  async run(context: Context, input) {
    const { telemetryReader: telemetry, clock, actor } = context
    const window = windowOf(clock, input)
    const scope = await lookAtAccount(context, actor, input.ticketId)
    const search = {
      ...window,
      words: input.q?.split(/\s+/).filter(Boolean).slice(0, 8) ?? [],
      level: input.level ?? null,
      service: input.service ?? null,
      limit: input.limit,
      cursor: input.cursor ?? null,
    }
    const [found, services] = await Promise.all([
      telemetry.searchLogs(scope, search),
      telemetry.listServices(scope, window),
    ])
    return { items: found.items.map(logRecordOf), next: found.next, ...shown(window), services }
  },
})

export const listTraces = defineDeed({
  permission: 'telemetry:read',
  input: traces.params.extend(traces.query.shape),
  async run(context: Context, input) {
    const { telemetryReader: telemetry, clock, actor } = context
    const window = windowOf(clock, input)
    const scope = await lookAtAccount(context, actor, input.ticketId)
    const search = { ...window, isFailed: input.failed === 'true', limit: input.limit }
    return { items: await telemetry.listTraces(scope, search), ...shown(window) }
  },
})

export const getTrace = defineDeed({
  permission: 'telemetry:read',
  input: trace.params,
  async run(context: Context, { ticketId, traceId }) {
    const { telemetryReader: telemetry, clock, actor } = context
    const scope = await lookAtAccount(context, actor, ticketId)
    const spans = await telemetry.readSpans(scope, traceId, traceLimits.spans + 1)
    const near = nearTo(spans, clock.now())
    const lines = await telemetry.readTraceLogs(scope, {
      traceId,
      near,
      limit: traceLimits.logs + 1,
    })
    if (spans.length === 0 && lines.length === 0) {
      throw new NotFound('trace.not-found', 'Nothing of this account is stored under that trace')
    }
    return {
      ...traceOf(traceId, spans.slice(0, traceLimits.spans), lines),
      logs: lines.slice(0, traceLimits.logs).map(logRecordOf),
      isTruncated: spans.length > traceLimits.spans || lines.length > traceLimits.logs,
    }
  },
})

/** An hour around a trace; where no span of it is known, the last week. */
function nearTo(spans: readonly SpanEntry[], now: Date): Window {
  const times = spans.map(({ at }) => new Date(at).getTime())
  if (times.length === 0) return { from: later(now, -7 * days), to: now }
  const [from, to] = [Math.min(...times), Math.max(...times)]
  return { from: new Date(from - hours), to: new Date(to + hours) }
}

/** The last 24 hours unless told. @throws Invalid `input.window` */
function windowOf(
  clock: Clock,
  given: { from?: string | undefined; to?: string | undefined },
): Window {
  const to = given.to ? new Date(given.to) : clock.now()
  const from = given.from ? new Date(given.from) : later(to, -days)
  if (from > to) throw new Invalid('input.window', 'The window begins after its end')
  if (from.getUTCFullYear() < firstYear || to.getUTCFullYear() > lastYear) {
    throw new Invalid('input.window', 'Only the years from 1970 to 2261 are searched')
  }
  if (to.getTime() - from.getTime() <= longestWindowMs) return { from, to }
  throw new Invalid('input.window', 'At most 31 days are searched at once: choose a shorter window')
}

function shown({ from, to }: Window) {
  return { from: from.toISOString(), to: to.toISOString() }
}

const levels: readonly LogLevel[] = ['trace', 'debug', 'info', 'warn', 'error', 'fatal']

export function logRecordOf({ severity, ...log }: FoundLog): LogRecord {
  // a record that does not say how grave it is reads as information
  return { ...log, level: severity === 0 ? 'info' : levels[Math.floor((severity - 1) / 4)]! }
}
