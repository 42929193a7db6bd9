import { described, matching, maybe } from '@firstline/contract/formats/form'
import { duration, text } from '@firstline/contract/formats/values'
import { ownProperty } from '@firstline/contract/own-property'
import { z } from 'zod'
import { anyOf, sentence } from '#server/core/sentence.ts'
import type { ConnectionDefinition } from '#server/connections/kinds.ts'
import { nearest } from '#server/core/spelling.ts'
import { seconds } from '#server/core/clock.ts'
import { parseDuration } from '#server/project/duration.ts'
import { problem } from '#server/project/project-document.ts'
import type { FileProblem, LoadedFile } from '#server/project/project-document.ts'

/** Where the company keeps its traces: a table, and what in it says whose a span is. */
export type TracesPlace = {
  connection: string
  table: string
  accountFields: readonly string[]
  timeoutMs: number
}
/** Where the company keeps its logs, and what is called how there. */
export type LogsPlace = LokiPlace | ({ kind: 'clickhouse' } & TracesPlace)
export type LokiPlace = {
  kind: 'loki'
  connection: string
  /** Labels that all lines have which are looked at. */
  streams: ReadonlyMap<string, string>
  accountLabels: readonly string[]
  accountFields: readonly string[]
  /** Each the names that a value may have; the first one that is there counts. */
  names: Readonly<Record<Named, readonly string[]>>
  timeoutMs: number
}
type Named = 'service' | 'level' | 'message' | 'trace' | 'span'

declare module '#server/project/project.ts' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface is added to
  interface Project {
    /** null: the desk's own store. */
    logs: LogsPlace | null
    /** null: the desk's own store. */
    traces: TracesPlace | null
  }
}

const label = matching('^[A-Za-z_][A-Za-z0-9_]*$', 'must be the name of a label')
const field = matching(
  '^[A-Za-z0-9_@-]+(?:\\.[A-Za-z0-9_@-]+)*$',
  'must be the name of a field, such as account_id or account.id',
)
const fields = z.array(field).min(1).max(5)
const table = matching(
  '^[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)?$',
  'must be the name of a table',
)

const defaults: Readonly<Record<Named, readonly string[]>> = {
  service: ['service.name', 'service', 'app'],
  level: ['level', 'severity'],
  message: ['message', 'msg', 'body'],
  trace: ['trace_id', 'trace.id', 'traceId', 'traceid'],
  span: ['span_id', 'span.id', 'spanId', 'spanid'],
}

/** The section `logs`. */
export const logsForm = described(
  z.strictObject({
    connection: described(text, 'The loki or clickhouse connection that is asked.'),
    table: maybe(
      table,
      'Of clickhouse: the table of the logs, otel_logs unless told.',
      'otel.otel_logs',
    ),
    streams: maybe(
      z.record(z.string(), text).meta({
        minProperties: 1,
        maxProperties: 10,
        propertyNames: { pattern: '^[A-Za-z_][A-Za-z0-9_]*$' },
      }),
      'Labels that all lines have which are looked at.',
      { env: 'production' },
    ),
    account_labels: maybe(
      z.array(label).min(1).max(3),
      'Labels of streams that say whose a line is.',
      ['account_id'],
    ),
    account_fields: maybe(
      fields,
      'Fields of JSON lines, structured metadata or attributes that say whose a line is. Of several, each that a line has must be the account.',
      ['account.id', 'tenant.id'],
    ),
    service: maybe(fields, 'What a service is called: service.name, service or app unless told.'),
    level: maybe(fields, 'What the level is called: level or severity unless told.'),
    message: maybe(fields, 'What the message is called: message, msg or body unless told.'),
    trace: maybe(fields, 'What the id of a trace is called: trace_id or as usual unless told.'),
    span: maybe(fields, 'What the id of a span is called: span_id or as usual unless told.'),
    timeout: maybe(duration, 'How long one search may take: 10s unless told.'),
  }),
  'Where the logs are that tickets and runbooks read, when a system of your own keeps them; what is sent by OTLP unless told.',
)
type Said = z.infer<typeof logsForm>

/** The section `traces`. */
export const tracesForm = described(
  z.strictObject({
    connection: described(text, 'The clickhouse connection that is asked.'),
    table: maybe(table, 'The table of the spans, otel_traces unless told.', 'otel.otel_traces'),
    account_fields: described(
      fields,
      'Attributes of a span or its resource that say whose it is. Of several, each that a span has must be the account.',
      ['account.id'],
    ),
    timeout: maybe(duration, 'How long one search may take: 10s unless told.'),
  }),
  'Where the traces are that tickets show, when a system of your own keeps them; what is sent by OTLP unless told.',
)
type SaidOfTraces = z.infer<typeof tracesForm>
type Connections = Record<string, ConnectionDefinition>

const timeoutOf = (timeout: string | undefined) =>
  timeout === undefined ? 10 * seconds : parseDuration(timeout)

export function compileTraces(said: SaidOfTraces | undefined): TracesPlace | null {
  if (!said) return null
  const { connection, table: name = 'otel_traces', account_fields, timeout } = said
  return { connection, table: name, accountFields: account_fields, timeoutMs: timeoutOf(timeout) }
}

export function compileLogs(
  said: Said | undefined,
  connections: Connections = {},
): LogsPlace | null {
  if (!said) return null
  const { connection, streams = {}, account_labels = [], account_fields = [], timeout } = said
  if (ownProperty(connections, connection)?.kind === 'clickhouse') {
    return {
      kind: 'clickhouse',
      connection,
      table: said.table ?? 'otel_logs',
      accountFields: account_fields,
      timeoutMs: timeoutOf(timeout),
    }
  }
  const { service, level, message, trace, span } = said
  return {
    kind: 'loki',
    connection,
    streams: new Map(Object.entries(streams)),
    accountLabels: account_labels,
    accountFields: account_fields,
    names: {
      service: service ?? defaults.service,
      level: level ?? defaults.level,
      message: message ?? defaults.message,
      trace: trace ?? defaults.trace,
      span: span ?? defaults.span,
    },
    timeoutMs: timeoutOf(timeout),
  }
}

/** What a form cannot say: that the connection is declared, and how a line says whose it is. */
export function logsProblems(
  file: LoadedFile,
  said: Said | undefined,
  connections: Connections = {},
): FileProblem[] {
  if (!said) return []
  const at = (key: string) => file.lineOf(['logs', key])
  const kind = ownProperty(connections, said.connection)?.kind
  if (kind === 'clickhouse') return clickhouseProblems(file, said)
  if (kind !== 'loki') {
    return [notDeclared(file, 'logs', said.connection, connections, ['loki', 'clickhouse'])]
  }
  if (said.table !== undefined)
    return [problem(at('table'), sentence`logs: a loki connection has no table`)]
  const { streams = {}, account_labels: labels = [], account_fields: ofLines = [] } = said
  if (labels.length + ofLines.length === 0) {
    const reason = sentence`logs: “account_labels” or “account_fields” is missing: every line must say whose it is`
    return [problem(file.lineOf(['logs']), reason, 'account_labels: [account_id]')]
  }
  const isBySelector = labels.length === 1 && ofLines.length === 0
  const doubled = labels.filter((name) => Object.hasOwn(streams, name))
  return [
    ...doubled.map((name) =>
      problem(
        at('streams'),
        sentence`logs: “${name}” says whose a line is: leave it out of streams`,
      ),
    ),
    ...(isBySelector || Object.keys(streams).length > 0
      ? []
      : [
          problem(
            file.lineOf(['logs']),
            sentence`logs: “streams” is missing: which streams are looked through for the account`,
            'streams: { app: shop }',
          ),
        ]),
  ]
}

export function tracesProblems(
  file: LoadedFile,
  said: SaidOfTraces | undefined,
  connections: Connections = {},
): FileProblem[] {
  if (!said || ownProperty(connections, said.connection)?.kind === 'clickhouse') return []
  return [notDeclared(file, 'traces', said.connection, connections, ['clickhouse'])]
}

const ofLoki = [
  'streams',
  'account_labels',
  'service',
  'level',
  'message',
  'trace',
  'span',
] as const

/** The tables of the exporter have columns of their own for all but the account. */
function clickhouseProblems(file: LoadedFile, said: Said): FileProblem[] {
  const needless = ofLoki
    .filter((key) => said[key] !== undefined)
    .map((key) =>
      problem(file.lineOf(['logs', key]), sentence`logs: a clickhouse connection has no ${key}`),
    )
  if (said.account_fields !== undefined) return needless
  const reason = sentence`logs: “account_fields” is missing: every line must say whose it is`
  return [...needless, problem(file.lineOf(['logs']), reason, 'account_fields: [account.id]')]
}

function notDeclared(
  file: LoadedFile,
  section: 'logs' | 'traces',
  id: string,
  connections: Connections,
  kinds: readonly ConnectionDefinition['kind'][],
): FileProblem {
  const known = Object.entries(connections).flatMap(([name, { kind }]) =>
    kinds.includes(kind) ? [name] : [],
  )
  const reason = sentence`${section}: “${id}” is not a ${anyOf(kinds)} connection`
  return problem(file.lineOf([section, 'connection']), reason, nearest(id, known))
}
