import { matching, maybe, told } from '@firstline/contract/formats/form'
import { duration, text } from '@firstline/contract/formats/values'
import { ownProperty } from '@firstline/contract/own-property'
import { z } from 'zod'
import type { ConnectionDefinition } from '#server/connections/kinds.ts'
import { nearest } from '#server/core/spelling.ts'
import { seconds } from '#server/core/clock.ts'
import { parseDuration } from '#server/project/duration.ts'
import { problem } from '#server/project/project-document.ts'
import type { FileProblem, LoadedFile } from '#server/project/project-document.ts'

/** Where the company keeps its logs, and what is called how there. */
export type LogsPlace = {
  connection: string
  /** Labels that all lines have which are looked at. */
  streams: ReadonlyMap<string, string>
  accountLabels: readonly string[]
  accountFields: readonly string[]
  /** Each the names that a value may have; the first one that is there counts. */
  names: Readonly<Record<Named, readonly string[]>>
  timeoutMs: number
}
export type Named = 'service' | 'level' | 'message' | 'trace' | 'span'

declare module '#server/project/project.ts' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface is added to
  interface Project {
    /** null: the desk's own store. */
    logs: LogsPlace | null
  }
}

const label = matching('^[A-Za-z_][A-Za-z0-9_]*$', 'must be the name of a label')
const field = matching(
  '^[A-Za-z0-9_@-]+(?:\\.[A-Za-z0-9_@-]+)*$',
  'must be the name of a field, such as account_id or account.id',
)
const fields = z.array(field).min(1).max(5)

const defaults: Readonly<Record<Named, readonly string[]>> = {
  service: ['service.name', 'service', 'app'],
  level: ['level', 'severity'],
  message: ['message', 'msg', 'body'],
  trace: ['trace_id', 'trace.id', 'traceId', 'traceid'],
  span: ['span_id', 'span.id', 'spanId', 'spanid'],
}

/** The section `logs`. */
export const logsForm = told(
  z.strictObject({
    connection: told(text, 'The loki connection that is asked.'),
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
      'Fields of JSON lines, or structured metadata, that say whose a line is. Of several, each that a line has must be the account.',
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

export function compileLogs(said: Said | undefined): LogsPlace | null {
  if (!said) return null
  const { connection, streams = {}, account_labels = [], account_fields = [], timeout } = said
  const { service, level, message, trace, span } = said
  return {
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
    timeoutMs: timeout === undefined ? 10 * seconds : parseDuration(timeout),
  }
}

/** What a form cannot say: that the connection is declared, and how a line says whose it is. */
export function logsProblems(
  file: LoadedFile,
  said: Said | undefined,
  connections: Record<string, ConnectionDefinition> = {},
): FileProblem[] {
  if (!said) return []
  const at = (key: string) => file.lineOf(['logs', key])
  if (ownProperty(connections, said.connection)?.kind !== 'loki') {
    const reason = `logs: “${said.connection}” is not a loki connection`
    const known = Object.entries(connections).flatMap(([id, { kind }]) =>
      kind === 'loki' ? [id] : [],
    )
    return [problem(at('connection'), reason, nearest(said.connection, known))]
  }
  const { streams = {}, account_labels: labels = [], account_fields: ofLines = [] } = said
  if (labels.length + ofLines.length === 0) {
    const reason =
      'logs: “account_labels” or “account_fields” is missing: every line must say whose it is'
    return [problem(file.lineOf(['logs']), reason, 'account_labels: [account_id]')]
  }
  const isBySelector = labels.length === 1 && ofLines.length === 0
  const doubled = labels.filter((name) => Object.hasOwn(streams, name))
  return [
    ...doubled.map((name) =>
      problem(at('streams'), `logs: “${name}” says whose a line is: leave it out of streams`),
    ),
    ...(isBySelector || Object.keys(streams).length > 0
      ? []
      : [
          problem(
            file.lineOf(['logs']),
            'logs: “streams” is missing: which streams are looked through for the account',
            'streams: { app: shop }',
          ),
        ]),
  ]
}
