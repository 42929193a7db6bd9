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

/** A table, and what in it says whose a row is. */
export type TablePlace = {
  connection: string
  table: string
  accountFields: readonly string[]
  timeoutMs: number
}
/** Where the company keeps its traces. */
export type TracesPlace = ({ kind: 'clickhouse' } & TablePlace) | WholeTracesPlace
/** A system that answers traces whole, whoever their spans are of. */
export type WholeTracesPlace = {
  kind: 'tempo' | 'jaeger'
  connection: string
  accountFields: readonly string[]
  /** Whose traces are looked through; null: of all that the system knows. */
  services: readonly string[] | null
  timeoutMs: number
}
/** Where the company keeps its logs, and what is called how there. */
export type LogsPlace =
  | LokiPlace
  | ({ kind: 'clickhouse' } & TablePlace)
  | DocumentsPlace
  | VictoriaPlace
  | DatadogPlace
  | CloudwatchPlace
/** An Elasticsearch or OpenSearch, and the documents there. */
export type DocumentsPlace = {
  kind: 'elasticsearch'
  connection: string
  /** Of an index, a data stream or several, with `*`. */
  index: string
  accountFields: readonly string[]
  /** The field of a document's time. */
  time: string
  /** Where a word is looked for. */
  search: readonly string[]
  names: Names
  timeoutMs: number
}
/** A VictoriaLogs, where every line has fields, which are texts. */
export type VictoriaPlace = {
  kind: 'victorialogs'
  connection: string
  /** Fields of streams that all lines have which are looked at. */
  streams: ReadonlyMap<string, string>
  accountFields: readonly string[]
  /** Where a word is looked for. */
  search: readonly string[]
  names: Names
  timeoutMs: number
}
/** A Datadog, which has names of its own for all but the account and the trace. */
export type DatadogPlace = {
  kind: 'datadog'
  connection: string
  /** None: all of them. */
  indexes: readonly string[]
  accountFields: readonly string[]
  /** Where a word is looked for: the message, or attributes. */
  search: readonly string[]
  names: Pick<Names, 'trace' | 'span'>
  timeoutMs: number
}
/** Log groups of CloudWatch, whose lines are JSON. */
export type CloudwatchPlace = {
  kind: 'cloudwatch'
  connection: string
  /** Names or ARNs. */
  logGroups: readonly string[]
  accountFields: readonly string[]
  /** Where a word is looked for; null: in the message. */
  search: readonly string[] | null
  names: Names
  timeoutMs: number
}
export type LokiPlace = {
  kind: 'loki'
  connection: string
  /** Labels that all lines have which are looked at. */
  streams: ReadonlyMap<string, string>
  accountLabels: readonly string[]
  accountFields: readonly string[]
  names: Names
  timeoutMs: number
}
/** Each the names that a value may have; the first one that is there counts. */
type Names = Readonly<Record<Named, readonly string[]>>
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

const indices = matching(
  '^[a-z0-9_.*][a-z0-9_.*:-]*(?:,[a-z0-9_.*][a-z0-9_.*:-]*)*$',
  'must be the name of an index or a data stream, or several with commas',
)

const logGroup = matching(
  '^[A-Za-z0-9_./#:-]{1,2048}$',
  'must be the name or the ARN of a log group',
)

const ofLoki: Names = {
  service: ['service.name', 'service', 'app'],
  level: ['level', 'severity'],
  message: ['message', 'msg', 'body'],
  trace: ['trace_id', 'trace.id', 'traceId', 'traceid'],
  span: ['span_id', 'span.id', 'spanId', 'spanid'],
}
const ofVictoria: Names = {
  ...ofLoki,
  level: ['level', 'severity', 'severity_text', 'log.level'],
  message: ['_msg'],
}
/** As the Elastic Common Schema, OpenTelemetry's mappings and those of OpenSearch call them. */
const ofDocuments: Names = {
  service: ['service.name', 'serviceName'],
  level: ['log.level', 'severity_text', 'severityText', 'severity.text', 'level'],
  message: ['message', 'body.text', 'body_text', 'body'],
  trace: ['trace.id', 'trace_id', 'traceId'],
  span: ['span.id', 'span_id', 'spanId'],
}
/** As OpenTelemetry's exporter, Datadog's own tracers and others call them. */
const ofDatadog: Pick<Names, 'trace' | 'span'> = {
  trace: ['otel.trace_id', 'trace_id', 'trace.id'],
  span: ['otel.span_id', 'span_id', 'span.id'],
}
const ofCloudwatch: Names = {
  service: [...ofLoki.service, 'resource.service.name'],
  level: ['level', 'severity', 'severity_text', 'log.level'],
  message: ['message', 'msg', 'body'],
  trace: ofLoki.trace,
  span: ofLoki.span,
}

/** The section `logs`. */
export const logsForm = described(
  z.strictObject({
    connection: described(
      text,
      'The connection that is asked: loki, clickhouse, elasticsearch, victorialogs, datadog or cloudwatch.',
    ),
    table: maybe(
      table,
      'Of clickhouse: the table of the logs, otel_logs unless told.',
      'otel.otel_logs',
    ),
    index: maybe(
      indices,
      'Of elasticsearch: the index or data stream of the logs, logs-* unless told. Of datadog: its indexes, with commas; all unless told.',
      'logs-*-production',
    ),
    log_groups: maybe(
      z.array(logGroup).min(1).max(50),
      'Of cloudwatch: the log groups that are looked through, by name or ARN.',
      ['/aws/lambda/checkout'],
    ),
    time: maybe(field, 'Of elasticsearch: the field of the time, @timestamp unless told.'),
    search: maybe(
      z.array(field).min(1).max(10),
      'Of elasticsearch, victorialogs, datadog and cloudwatch: the fields in which a word is looked for; the message unless told.',
      ['message', 'order.id'],
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
    service: maybe(fields, 'What a service is called: service.name or as usual unless told.'),
    level: maybe(fields, 'What the level is called: level, log.level or as usual unless told.'),
    message: maybe(fields, 'What the message is called: message, body or as usual unless told.'),
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
    connection: described(text, 'The connection that is asked: clickhouse, tempo or jaeger.'),
    table: maybe(
      table,
      'Of clickhouse: the table of the spans, otel_traces unless told.',
      'otel.otel_traces',
    ),
    services: maybe(
      z.array(text).min(1).max(30),
      'Of jaeger: the services whose spans say the account; all that it knows, up to 30, unless told.',
      ['checkout', 'exports'],
    ),
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

export function compileTraces(
  said: SaidOfTraces | undefined,
  connections: Connections = {},
): TracesPlace | null {
  if (!said) return null
  const { connection, account_fields: accountFields, timeout } = said
  const place = { connection, accountFields, timeoutMs: timeoutOf(timeout) }
  const kind = ownProperty(connections, connection)?.kind
  return kind === 'tempo' || kind === 'jaeger'
    ? { ...place, kind, services: said.services ?? null }
    : { ...place, kind: 'clickhouse', table: said.table ?? 'otel_traces' }
}

export function compileLogs(
  said: Said | undefined,
  connections: Connections = {},
): LogsPlace | null {
  if (!said) return null
  const { connection, account_fields: accountFields = [], timeout } = said
  const place = { connection, accountFields, timeoutMs: timeoutOf(timeout) }
  const kind = ownProperty(connections, connection)?.kind
  if (kind === 'clickhouse') return { ...place, kind, table: said.table ?? 'otel_logs' }
  if (kind === 'elasticsearch') {
    const names = namesOf(said, ofDocuments)
    return {
      ...place,
      kind,
      index: said.index ?? 'logs-*',
      time: said.time ?? '@timestamp',
      search: said.search ?? [...names.message, 'error.message'],
      names,
    }
  }
  const streams = new Map(Object.entries(said.streams ?? {}))
  if (kind === 'victorialogs') {
    const names = namesOf(said, ofVictoria)
    return { ...place, kind, streams, search: said.search ?? names.message, names }
  }
  if (kind === 'datadog') {
    const names = { trace: said.trace ?? ofDatadog.trace, span: said.span ?? ofDatadog.span }
    const indexes = said.index?.split(',') ?? []
    return { ...place, kind, indexes, search: said.search ?? ['message'], names }
  }
  if (kind === 'cloudwatch') {
    const names = namesOf(said, ofCloudwatch)
    return { ...place, kind, logGroups: said.log_groups ?? [], search: said.search ?? null, names }
  }
  return {
    ...place,
    kind: 'loki',
    streams,
    accountLabels: said.account_labels ?? [],
    names: namesOf(said, ofLoki),
  }
}

function namesOf({ service, level, message, trace, span }: Said, usual: Names): Names {
  return {
    service: service ?? usual.service,
    level: level ?? usual.level,
    message: message ?? usual.message,
    trace: trace ?? usual.trace,
    span: span ?? usual.span,
  }
}

/** What a form cannot say: that the connection is declared, and how a line says whose it is. */
export function logsProblems(
  file: LoadedFile,
  said: Said | undefined,
  connections: Connections = {},
): FileProblem[] {
  if (!said) return []
  const kind = ownProperty(connections, said.connection)?.kind
  if (!isOfLogs(kind)) return [notDeclared(file, 'logs', said.connection, connections, logKinds)]
  const superfluous = keys
    .filter((key) => said[key] !== undefined && !keysOf[kind].includes(key))
    .map((key) => needless(file, 'logs', key, kind))
  if (kind === 'loki') return [...superfluous, ...lokiProblems(file, said)]
  const groups = kind === 'cloudwatch' ? groupProblems(file, said) : []
  return [...superfluous, ...ownerProblems(file, said), ...groups]
}

const named = ['service', 'level', 'message', 'trace', 'span'] as const
const keys = [
  ...named,
  'table',
  'index',
  'log_groups',
  'time',
  'search',
  'streams',
  'account_labels',
  'account_fields',
] as const

type Key = (typeof keys)[number]

/** What each kind is told of in the section, beside the connection and the time it has. */
const keysOf: Readonly<Record<LogsPlace['kind'], readonly Key[]>> = {
  loki: [...named, 'streams', 'account_labels', 'account_fields'],
  // the tables of the exporter have columns of their own for all but the account
  clickhouse: ['table', 'account_fields'],
  elasticsearch: [...named, 'index', 'time', 'search', 'account_fields'],
  victorialogs: [...named, 'streams', 'search', 'account_fields'],
  cloudwatch: [...named, 'log_groups', 'search', 'account_fields'],
  datadog: ['trace', 'span', 'index', 'search', 'account_fields'],
}
const logKinds = [
  'loki',
  'clickhouse',
  'elasticsearch',
  'victorialogs',
  'datadog',
  'cloudwatch',
] as const

function isOfLogs(kind: ConnectionDefinition['kind'] | undefined): kind is LogsPlace['kind'] {
  return logKinds.some((each) => each === kind)
}

function lokiProblems(file: LoadedFile, said: Said): FileProblem[] {
  const at = (key: string) => file.lineOf(['logs', key])
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
  if (!said) return []
  const kind = ownProperty(connections, said.connection)?.kind
  const kinds = ['clickhouse', 'tempo', 'jaeger'] as const
  const known = kinds.find((each) => each === kind)
  if (!known) return [notDeclared(file, 'traces', said.connection, connections, kinds)]
  const ofOne = { table: 'clickhouse', services: 'jaeger' } as const
  return (['table', 'services'] as const)
    .filter((key) => said[key] !== undefined && ofOne[key] !== known)
    .map((key) => needless(file, 'traces', key, known))
}

function needless(
  file: LoadedFile,
  section: 'logs' | 'traces',
  key: string,
  kind: string,
): FileProblem {
  const reason = sentence`${section}: “${key}” is nothing for a connection of the kind ${kind}`
  return problem(file.lineOf([section, key]), reason)
}

function ownerProblems(file: LoadedFile, said: Said): FileProblem[] {
  if (said.account_fields !== undefined) return []
  const reason = sentence`logs: “account_fields” is missing: every line must say whose it is`
  return [problem(file.lineOf(['logs']), reason, 'account_fields: [account.id]')]
}

function groupProblems(file: LoadedFile, said: Said): FileProblem[] {
  if (said.log_groups !== undefined) return []
  const reason = sentence`logs: “log_groups” is missing: which groups are looked through for the account`
  return [problem(file.lineOf(['logs']), reason, 'log_groups: [/aws/lambda/checkout]')]
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
