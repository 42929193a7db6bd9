import { z } from 'zod'
import { Id, PageQuery, Time } from './common.ts'
import type { RouteTable } from './route.ts'

export const LogLevel = z
  .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal'])
  .meta({ id: 'LogLevel' })
export type LogLevel = z.infer<typeof LogLevel>

export const LogRecord = z
  .object({
    id: z.string(),
    at: Time,
    level: LogLevel,
    service: z.string(),
    message: z.string(),
    traceId: z.string().nullable(),
    spanId: z.string().nullable(),
    attributes: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'LogRecord' })
export type LogRecord = z.infer<typeof LogRecord>

/** One bar of a waterfall: offsets count from the beginning of the trace. */
export const TraceSpan = z
  .object({
    spanId: z.string(),
    /** Null when the parent is not among the spans shown. */
    parentSpanId: z.string().nullable(),
    depth: z.int(),
    name: z.string(),
    service: z.string(),
    kind: z.enum(['unspecified', 'internal', 'server', 'client', 'producer', 'consumer']),
    status: z.enum(['unset', 'ok', 'error']),
    statusMessage: z.string().nullable(),
    startedAt: Time,
    offsetMs: z.number(),
    durationMs: z.number(),
    attributes: z.record(z.string(), z.unknown()),
    events: z.array(
      z.object({
        name: z.string(),
        offsetMs: z.number(),
        attributes: z.record(z.string(), z.unknown()),
      }),
    ),
  })
  .meta({ id: 'TraceSpan' })
export type TraceSpan = z.infer<typeof TraceSpan>

export const Trace = z
  .object({
    traceId: z.string(),
    startedAt: Time,
    durationMs: z.number(),
    /** Parents before their children, in the order they began. */
    spans: z.array(TraceSpan),
    /** What this account's services logged under the trace, oldest first. */
    logs: z.array(LogRecord),
    isTruncated: z.boolean(),
  })
  .meta({ id: 'Trace' })
export type Trace = z.infer<typeof Trace>

export const TraceSummary = z
  .object({
    traceId: z.string(),
    name: z.string(),
    services: z.array(z.string()),
    startedAt: Time,
    durationMs: z.number(),
    spanCount: z.int(),
    errorCount: z.int(),
  })
  .meta({ id: 'TraceSummary' })
export type TraceSummary = z.infer<typeof TraceSummary>

const ticketId = z.object({ ticketId: Id })
const Window = z.object({
  /** Default: 24 hours before `to`. At most 31 days are searched at once. */
  from: Time.optional(),
  /** Default: now. */
  to: Time.optional(),
})

export const SearchLogs = PageQuery.extend(Window.shape).extend({
  /** Words that all occur in the message or its attributes; upper and lower case alike. */
  q: z.string().trim().max(200).optional(),
  /** This level and the graver ones. */
  level: LogLevel.optional(),
  service: z.string().trim().min(1).max(120).optional(),
})
export const ListTraces = PageQuery.pick({ limit: true })
  .extend(Window.shape)
  .extend({
    /** Only traces with an error. */
    failed: z.enum(['true', 'false']).optional(),
  })
export const TraceId = z.string().regex(/^[0-9a-f]{32}$/, 'a trace id is 32 hex digits')

/** Where a system of the company keeps them. */
const outside = [
  'source.unavailable',
  'source.timeout',
  'source.no-account',
  'source.foreign-row',
] as const

const otlp = {
  raw: {
    request: ['application/json', 'application/x-protobuf'],
    response: 'application/json or application/x-protobuf, as asked',
    isStreamed: true,
  },
  errors: ['telemetry.busy', 'telemetry.unavailable'],
} as const

export const telemetryRoutes = {
  receiveLogs: {
    method: 'POST',
    path: '/v1/logs',
    summary:
      'OTLP/HTTP logs (ExportLogsServiceRequest, JSON or protobuf, gzip): see docs/connect.md',
    permission: 'telemetry:write',
    repeated: { is: 'anew', because: 'telemetry may come twice; nothing is decided by how often' },
    response: z.object({}),
    ...otlp,
  },
  receiveTraces: {
    method: 'POST',
    path: '/v1/traces',
    summary: 'OTLP/HTTP traces (ExportTraceServiceRequest, JSON or protobuf, gzip)',
    permission: 'telemetry:write',
    repeated: { is: 'anew', because: 'telemetry may come twice; nothing is decided by how often' },
    response: z.object({}),
    ...otlp,
  },
  searchLogs: {
    method: 'GET',
    path: '/api/tickets/{ticketId}/logs',
    summary: "Logs of the ticket's account, newest first",
    permission: 'telemetry:read',
    changedBy: ['customer_systems'],
    params: ticketId,
    query: SearchLogs,
    response: z.object({
      items: z.array(LogRecord),
      next: z.string().nullable(),
      /** The window that was searched. */
      from: Time,
      to: Time,
      /** Services that logged for this account in the window, for a filter. */
      services: z.array(z.string()),
    }),
    errors: ['ticket.not-found', 'ticket.no-account', 'input.window', 'input.cursor', ...outside],
  },
  listTraces: {
    method: 'GET',
    path: '/api/tickets/{ticketId}/traces',
    summary: "Traces of the ticket's account, newest first",
    permission: 'telemetry:read',
    changedBy: ['customer_systems'],
    params: ticketId,
    query: ListTraces,
    response: z.object({ items: z.array(TraceSummary), from: Time, to: Time }),
    errors: ['ticket.not-found', 'ticket.no-account', 'input.window', ...outside],
  },
  getTrace: {
    method: 'GET',
    path: '/api/tickets/{ticketId}/traces/{traceId}',
    summary: "One trace, as far as it concerns the ticket's account",
    permission: 'telemetry:read',
    changedBy: ['customer_systems'],
    params: ticketId.extend({ traceId: TraceId }),
    response: Trace,
    errors: [
      'ticket.not-found',
      'ticket.no-account',
      'trace.not-found',
      'input.window',
      ...outside,
    ],
  },
} as const satisfies RouteTable
