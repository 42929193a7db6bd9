import { textOf } from '#server/core/sentence.ts'
import { patience } from '#server/connections/patience.ts'
import { clickhouseType } from '#server/connections/clickhouse-sql.ts'
import { dialectIn, readingIn } from '#server/connections/kinds.ts'
import type { ConnectionDefinition } from '#server/connections/kinds.ts'
import type { MetricUnit } from '@firstline/contract/accounts'
import { sourceForm } from '@firstline/contract/formats/source'
import type {
  BuiltinKind,
  ColumnKind,
  MaskKind,
  PagesFile,
  RedisFile,
  SourceFile,
} from '@firstline/contract/formats/source'
import { readConnections } from '#server/connections/connections-section.ts'
import { bindPromql } from '#server/connections/bind-promql.ts'
import type { BoundPromql } from '#server/connections/bind-promql.ts'
import { ownProperty } from '@firstline/contract/own-property'
import { present } from '@firstline/contract/present'
import { formReader, whatIsSaid } from '#server/project/form-reader.ts'
import type { LoadedFile } from '#server/project/project-document.ts'
import type { KindCheck } from '#server/project/project-files.ts'
import { parseDuration } from '#server/project/duration.ts'
import type { Mapping } from '#server/connections/mapping.ts'
import { findOperation } from '#server/connections/openapi.ts'
import type { Operation } from '#server/connections/openapi.ts'
import { parseKey } from '#server/connections/redis-key.ts'
import type { RedisKey } from '#server/connections/redis-key.ts'
import type { RedisRead } from '#server/connections/open-redis.ts'
import { signaturesOf } from '#server/connections/sign-call.ts'
import type { Signature } from '#server/connections/sign-call.ts'
import { searchBody } from './search-body.ts'
import { parameterize } from '#server/connections/named-parameters.ts'
import type {
  Dialect,
  ParameterizedSql,
  Reading as SqlReading,
} from '#server/connections/named-parameters.ts'

export type Column = { field: string; title: string; as: ColumnKind }

type Reading = {
  id: string
  title: string
  isSingle: boolean
  /** JSON Schema of each parameter beside the account. */
  params: Record<string, object>
  columns: Column[]
  mask: Record<string, MaskKind>
  emptyText: string
  timeoutMs: number
  maxRows: number
  /** SHA-256 of the file. */
  definition: string
}
/** How the rows of an operation go on; `max` pages are read at most. */
export type Pages = { max: number } & (
  | { by: 'cursor'; param: string; next: string; more: string | null }
  | { by: 'page'; param: string; from: number }
  | { by: 'offset'; param: string }
  | { by: 'link' }
)
/** What is read first, and of how many of its rows the source itself is read. */
type From = { source: string; params: Mapping; take: number }
type Customer = {
  connection: string
  accountColumn: string
  from: From | null
  /** The field of the row read first that a row is of; null: it is of the account itself. */
  belongsTo: string | null
}

type RedisSource = {
  kind: 'redis'
  connection: string
  /** null: whose key it is says whose the value is. */
  accountColumn: string | null
  key: RedisKey
  bind: Mapping
  from: null
  belongsTo: null
} & Omit<RedisRead, 'key'>

/** What a platform team lets the first line see of one account. */
export type Source = Reading &
  (
    | ({
        kind: 'sql'
        sql: ParameterizedSql
        /** What of the row read first is a parameter of the query. */
        bind: Mapping
      } & Customer)
    | ({
        kind: 'http'
        /** null: the path of what is called names whose the rows are. */
        accountColumn: string | null
        operation: Operation
        bind: Mapping
        /** What a POST sends, as a mapping; null: nothing. */
        body: unknown
        /** An answer that names errors holds no rows. */
        isGraphql: boolean
        rows: string[]
        /** null: one page is all there is. */
        pages: Pages | null
        signatures: Signature[]
      } & Omit<Customer, 'accountColumn'>)
    | ({ kind: 'metric'; promql: BoundPromql; unit: MetricUnit; beforeMs: number } & Customer)
    | RedisSource
    | { kind: 'builtin'; builtin: BuiltinKind }
  )

export type Files = Parameters<KindCheck>[1]

declare module '#server/project/project.ts' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface is added to
  interface Project {
    sources: ReadonlyMap<string, Source>
  }
}

export const readSource = formReader(sourceForm)

/** So many sources one behind the other, with the one that is asked for. */
export const longestChain = 3

export function compileSources(files: Files): ReadonlyMap<string, Source> {
  const sources = new Map(files('Source').flatMap((file) => compileIfPossible(file, files)))
  // last good versions of several files may lead in a circle that no check has seen
  return new Map([...sources].filter(([id]) => !isTooLong(sources, id)))
}

function isTooLong(sources: ReadonlyMap<string, Source>, id: string): boolean {
  let at: string | undefined = id
  for (let length = 0; at !== undefined; length++) {
    if (length === longestChain) return true
    const source: Source | undefined = sources.get(at)
    at = source && 'from' in source ? source.from?.source : undefined
  }
  return false
}

/** A last good version may name an operation that has gone since; checkSource has said so. */
function compileIfPossible(file: LoadedFile, files: Files): [string, Source][] {
  try {
    return [[file.id, compileSource(file, files)]]
  } catch {
    return []
  }
}

/** Compiles a file that `check-source.ts` has let pass. */
function compileSource(file: LoadedFile, files: Files): Source {
  const source = whatIsSaid(readSource(file))
  const reading: Reading = {
    id: source.id,
    title: source.title,
    isSingle: source.single ?? false,
    params: source.params ?? {},
    columns: (source.columns ?? []).map((column) => ({
      field: column.field,
      title: column.title ?? titleOf(column.field),
      as: column.as ?? 'text',
    })),
    mask: source.mask ?? {},
    emptyText: source.empty ?? 'Nothing here',
    timeoutMs: source.timeout === undefined ? patience.toRead : parseDuration(source.timeout),
    maxRows: source.max_rows ?? (source.single ? 1 : 200),
    definition: file.hash,
  }
  if (source.builtin !== undefined) return { ...reading, kind: 'builtin', builtin: source.builtin }
  if (source.promql !== undefined) return { ...reading, ...metricOf(source, source.promql) }
  if (source.redis !== undefined) return { ...reading, ...redisOf(source, source.redis) }
  const { from } = source
  const customer = {
    connection: present(source.connection),
    bind: source.bind ?? {},
    from: from ? { source: from.source, params: from.params ?? {}, take: from.take ?? 1 } : null,
    belongsTo: source.belongs_to ?? null,
  }
  if (source.sql !== undefined) {
    return {
      ...reading,
      ...customer,
      accountColumn: present(source.account_column),
      kind: 'sql',
      sql: parameterize(source.sql, readingOf(source, files), (name) => typeOf(source, name)),
    }
  }
  const { operation, signatures } = operationOf(source, files)
  return {
    ...reading,
    ...customer,
    accountColumn: source.account_column ?? null,
    kind: 'http',
    operation,
    signatures,
    body: searchBody(source, operation),
    isGraphql: source.graphql !== undefined,
    rows: source.rows?.split('.') ?? [],
    pages: source.pages ? pagesOf(source.pages) : null,
  }
}

function metricOf(source: SourceFile, promql: string) {
  const { account_label: label = '', connection = '', unit = 'count' } = source
  const bound = bindPromql(promql, label)
  if ('faults' in bound) throw new Error(`${source.id}: the query is not bound`)
  return {
    kind: 'metric' as const,
    connection,
    accountColumn: label,
    from: null,
    belongsTo: null,
    promql: bound,
    unit,
    beforeMs: parseDuration(source.before ?? '6h'),
    isSingle: true,
    emptyText: source.empty ?? '',
  }
}

/** Of what no other source is read before. */
const alone = { bind: {}, from: null, belongsTo: null }

function redisOf(source: SourceFile, redis: RedisFile): RedisSource & { isSingle: boolean } {
  const parsed = parseKey(redis.key, keyNames(source))
  if ('reason' in parsed) throw new Error(textOf(parsed.reason))
  const { read, json: isJson = false, last_first: isLastFirst = false } = redis
  return {
    ...alone,
    kind: 'redis',
    connection: present(source.connection),
    accountColumn: source.account_column ?? null,
    key: parsed.key,
    read,
    isJson,
    isLastFirst,
    isSingle:
      source.single ?? (['hash', 'expiry'].includes(read) || (read === 'string' && !isJson)),
  }
}

/** What a key may name. */
export function keyNames({ params = {} }: SourceFile): string[] {
  return ['scope.account_id', ...Object.keys(params).map((name) => `params.${name}`)]
}

function pagesOf({ by, param = '', next = '', more, from = 1, max = 10 }: PagesFile): Pages {
  if (by === 'link') return { by, max }
  if (by === 'cursor') return { by, max, param, next, more: more ?? null }
  return by === 'page' ? { by, max, param, from } : { by, max, param }
}

/** @throws Error for one that has gone since it was checked */
export function operationOf(
  source: { id: string; connection?: string; operation?: string },
  files: Files,
) {
  const connection = ownProperty(connectionsOf(files), present(source.connection))
  if (connection?.kind !== 'http') throw new Error(`${source.id}: the connection is gone`)
  const described = files('OpenAPI').find((file) => file.path === connection.openapi)
  const found = described && findOperation(described, present(source.operation))
  if (!found || 'nearest' in found) throw new Error(`${source.id}: the operation is gone`)
  const { operation } = found
  const signed = signaturesOf(operation, connection, null)
  if ('reason' in signed) throw new Error(textOf(signed.reason))
  return { operation, signatures: signed.signatures }
}

/** How the database of the connection writes its SQL. */
export function dialectOf({ connection = '' }: { connection?: string }, files: Files): Dialect {
  return dialectIn(connectionsOf(files), connection)
}

/** How SQL of a source for the connection is read. */
export function readingOf({ connection = '' }: { connection?: string }, files: Files): SqlReading {
  return readingIn(connectionsOf(files), connection)
}

/** The account is a text; `check-source.ts` lets no parameter pass that cannot be bound. */
function typeOf({ params = {} }: SourceFile, name: string): string {
  return clickhouseType(ownProperty(params, name) ?? {}) ?? 'String'
}

export function connectionsOf(files: Files): Record<string, ConnectionDefinition> {
  return readConnections(files('Project')[0]) ?? {}
}

/** `requested_by` → `Requested by`, `customer.name` → `Customer name` */
export function titleOf(field: string): string {
  const words = field.replaceAll(/[_.]/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
