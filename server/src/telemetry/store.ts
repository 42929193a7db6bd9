import type { LogLevel } from '@firstline/contract/telemetry'
import type { AccountScope } from '#server/accounts/scope.ts'

/** RFC 3339 in UTC with microseconds: a Date would lose the order of what a service logs in one ms. */
export type PreciseTime = string
export type Attributes = Record<string, unknown>

type LogEntry = {
  at: PreciseTime
  service: string
  /** OpenTelemetry severity number, 1 to 24; 0 is unspecified. */
  severity: number
  message: string
  traceId: string | null
  spanId: string | null
  attributes: Attributes
}
export type SpanEntry = {
  at: PreciseTime
  traceId: string
  spanId: string
  parentSpanId: string | null
  service: string
  name: string
  /** As in OTLP: 0 unspecified, 1 internal, 2 server, 3 client, 4 producer, 5 consumer. */
  kind: number
  /** 0 unset, 1 ok, 2 error. */
  status: number
  statusMessage: string | null
  durationNs: bigint
  attributes: Attributes
  events: { at: PreciseTime; name: string; attributes: Attributes }[]
}
/**
 * What arrives says whose it is; without an account it is kept and shown to no ticket. A log comes in the
 * form that is the least work to store, as there may be many thousands a second.
 */
export type NewLog = Omit<LogEntry, 'at' | 'attributes'> & {
  /** Microseconds since 1970. */
  atMicros: number
  accountKey: string | null
  /** A JSON object as text; of one name twice the last counts. */
  attributes: string
}
export type NewSpan = SpanEntry & { accountKey: string | null }

export type Window = { from: Date; to: Date }
export type LogSearch = Window & {
  /** All of these occur in the message or the attributes, whatever the case. */
  words: readonly string[]
  level: LogLevel | null
  service: string | null
  limit: number
  cursor: string | null
}
export type FoundLog = LogEntry & { id: string }
export type FoundTrace = {
  traceId: string
  /** Of the first span. */
  name: string
  services: string[]
  startedAt: PreciseTime
  durationMs: number
  spanCount: number
  errorCount: number
}

/** A request whose logs take more room than a store gives to one. */
export class TooManyLogs extends Error {}

/** When something was, for stores that cannot look without. */
type TraceSearch = { traceId: string; near: Window; limit: number }

/**
 * What logs are read from: the desk's own store, or a system that the company keeps them in. Every read takes
 * the account's scope and answers of that account only, by construction; adapters prove it with
 * adapters/conformance.ts.
 */
export type LogReader = {
  /** Newest first. @throws Invalid `input.cursor` */
  searchLogs(
    scope: AccountScope,
    search: LogSearch,
  ): Promise<{ items: FoundLog[]; next: string | null }>
  /** Services that logged for the account in the window, by name. */
  listServices(scope: AccountScope, window: Window): Promise<string[]>
  /** The account's logs of a trace, oldest first, at most `limit`. */
  readTraceLogs(scope: AccountScope, search: TraceSearch): Promise<FoundLog[]>
}

/** What traces are read from, held to the same. */
export type TraceReader = {
  /** Newest first. */
  listTraces(
    scope: AccountScope,
    search: Window & { isFailed: boolean; limit: number },
  ): Promise<FoundTrace[]>
  /** The account's spans of a trace in the order they began, at most `limit`. */
  readSpans(scope: AccountScope, traceId: string, limit: number): Promise<SpanEntry[]>
}

export type TelemetryReader = LogReader & TraceReader

/** Where what is sent to the desk is kept; it can be read as well. */
export type TelemetryStore = TelemetryReader & {
  /**
   * All or none: when reading the logs fails, nothing is stored. They are read without a pause, once it is
   * their turn. @throws TooManyLogs
   */
  writeLogs(logs: Iterable<NewLog>): Promise<void>
  /** The same span twice is one span. */
  writeSpans(spans: readonly NewSpan[]): Promise<void>
  /** Makes room for the days ahead and forgets whole days before `oldest`. */
  retain(oldest: Date, now: Date): Promise<{ dropped: number }>
}

export type WithTelemetry = { telemetry: TelemetryStore }
export type WithTelemetryReader = { telemetryReader: TelemetryReader }
