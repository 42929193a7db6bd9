import type { Sentence } from '@firstline/contract/sentence'
import { anyOf, sentence } from '#server/core/sentence.ts'
import type { HttpDefinition } from '#server/connections/connection-form.ts'
import { clickhouseType } from '#server/connections/clickhouse-sql.ts'
import { readBySql } from '#server/connections/kinds.ts'
import type { SourceFile } from '@firstline/contract/formats/source'
import { ownProperty } from '@firstline/contract/own-property'
import { problem } from '#server/project/project-document.ts'
import type { FileProblem, LoadedFile } from '#server/project/project-document.ts'
import type { KindCheck } from '#server/project/project-files.ts'
import { nearest } from '#server/core/spelling.ts'
import { checkCall, valueNamed } from '#server/connections/check-call.ts'
import { checkMapping } from '#server/connections/check-mapping.ts'
import type { Known, Schema } from '#server/connections/check-mapping.ts'
import { asProblems, checkFrom, isNamedByPath, knownFrom, sentOf } from './check-from.ts'
import { checkMetric, metricKeysOf } from './check-metric.ts'
import { checkMethod, searchKeysOf } from './check-search.ts'
import { connectionsOf, readingOf, readSource } from './load-sources.ts'
import type { Files } from './load-sources.ts'
import { parameterize } from '#server/connections/named-parameters.ts'
import { pathsIn } from '#server/connections/mapping.ts'
import { findOperation } from '#server/connections/openapi.ts'
import type { Operation } from '#server/connections/openapi.ts'
import { signaturesOf } from '#server/connections/sign-call.ts'
import { isTaken, pageInBody, pageName, searchBody } from './search-body.ts'
import type { OperationAsk } from './search-body.ts'
import { checkKey } from './check-key.ts'
import { vouchesForItself } from './vouches-for-itself.ts'

/** What a source file must be, beyond its schema: one way to read, one account, known names. */
export const checkSource: KindCheck = (file, files) => {
  const read = readSource(file)
  if ('problems' in read) return read.problems
  const source = read.says
  const ways = (['sql', 'operation', 'promql', 'redis', 'builtin'] as const).filter(
    (way) => source[way] !== undefined,
  )
  if (ways.length !== 1) {
    return [
      problem(
        1,
        sentence`A source reads in exactly one way: sql, operation, promql, redis or builtin`,
      ),
    ]
  }
  if (source.promql !== undefined) {
    return [...checkConnection(file, source, files), ...checkMetric(file, source, source.promql)]
  }
  const misplaced = [
    ...metricKeysOf(file, source),
    ...(source.operation === undefined ? searchKeysOf(file, source, withoutKey(source)) : []),
  ]
  if (source.builtin !== undefined) return [...misplaced, ...needless(file, source)]
  return [
    ...misplaced,
    ...checkFrom(file, source, files),
    ...checkConnection(file, source, files),
    ...(source.redis === undefined
      ? checkAccount(file, source, files)
      : [...chainKeysOf(file, source), ...checkKey(file, source, source.redis)]),
    ...(source.sql === undefined ? [] : checkParameters(file, source, files)),
  ]
}

function withoutKey({ sql, redis }: SourceFile): (key: string) => Sentence {
  if (redis !== undefined) return (key) => sentence`A source that reads a key has no ${key}`
  return sql === undefined
    ? (key) => sentence`A built-in source has no ${key}`
    : (key) => sentence`A source that reads by sql has no ${key}`
}

function chainKeysOf(file: LoadedFile, source: SourceFile): FileProblem[] {
  return (['from', 'belongs_to'] as const)
    .filter((key) => source[key] !== undefined)
    .map((key) => problem(file.lineOf([key]), withoutKey(source)(key)))
}

function needless(file: LoadedFile, source: SourceFile): FileProblem[] {
  const keys = [
    'connection',
    'account_column',
    'bind',
    'rows',
    'pages',
    'from',
    'belongs_to',
  ] as const
  return keys
    .filter((key) => source[key] !== undefined)
    .map((key) => problem(file.lineOf([key]), sentence`A built-in source has no ${key}`))
}

function checkConnection(file: LoadedFile, source: SourceFile, files: Files): FileProblem[] {
  const connections = connectionsOf(files)
  if (source.connection === undefined) {
    return [
      problem(
        1,
        sentence`“connection” is missing`,
        `connection: ${Object.keys(connections)[0] ?? '…'}`,
      ),
    ]
  }
  const connection = ownProperty(connections, source.connection)
  const line = file.lineOf(['connection'])
  if (!connection) {
    const meant = nearest(source.connection, Object.keys(connections))
    return [
      problem(line, sentence`firstline.yaml declares no connection “${source.connection}”`, meant),
    ]
  }
  const needed = kindsFor(source)
  if (!needed.includes(connection.kind)) {
    return [
      problem(
        line,
        sentence`“${source.connection}” is of kind ${connection.kind}, this source needs ${anyOf(needed)}`,
      ),
    ]
  }
  if (connection.kind !== 'http' || source.operation === undefined) return []
  return checkOperation(file, source, connection, files, forAccount(source, files))
}

/** What a call is filled with, and what of it must be sent, or it would ask about everybody. */
export type AskedWith = {
  names: readonly (readonly [string, Schema | null])[]
  mustSend: string
  never: Sentence
}

function forAccount(source: SourceFile, files: Files): AskedWith {
  const names = [
    ['scope', { properties: { account_id: { type: 'string' } } }],
    ['params', { properties: source.params ?? {} }],
    ...knownFrom(source, files),
  ] as const
  return { names, mustSend: 'scope.account_id', never: sentence`never asks for the account` }
}

function kindsFor({ sql, promql, redis }: SourceFile): readonly string[] {
  if (redis !== undefined) return ['redis']
  if (promql !== undefined) return ['prometheus']
  return sql === undefined ? ['http'] : readBySql
}

/** What is wrong with how a file asks an operation; @param file whose places are those of the part that asks */
export function checkOperation(
  file: Pick<LoadedFile, 'lineOf'>,
  source: OperationAsk,
  connection: HttpDefinition,
  files: Files,
  asked: AskedWith,
): FileProblem[] {
  const { operation: id = '' } = source
  const line = file.lineOf(['operation'])
  const described = files('OpenAPI').find((other) => other.path === connection.openapi)
  if (!described)
    return [
      problem(
        line,
        sentence`The connection names no OpenAPI file of the project`,
        'openapi: admin.yaml',
      ),
    ]
  const found = findOperation(described, id)
  if ('nearest' in found)
    return [problem(line, sentence`${described.path} has no operation “${id}”`, found.nearest)]
  const misread = checkMethod(file, source, found.operation)
  if (misread.length > 0) return misread
  const signed = signaturesOf(found.operation, connection, null)
  return [
    ...checkPages(file, source, found.operation),
    ...('reason' in signed ? [problem(line, signed.reason)] : []),
    ...checkBindings(file, source, found.operation, asked),
  ]
}

/** Each way of paging takes what it needs and nothing else, and pages by something that is sent. */
function checkPages(
  file: Pick<LoadedFile, 'lineOf'>,
  source: OperationAsk,
  operation: Operation,
): FileProblem[] {
  const { pages, single, bind = {} } = source
  if (!pages) return []
  const line = file.lineOf(['pages'])
  if (single) return [problem(line, sentence`pages: one record has no pages`)]
  const { by, param, next, more } = pages
  const needed = { param: by !== 'link', next: by === 'cursor' }
  const given = { param, next }
  const wrong = (['param', 'next'] as const)
    .filter((key) => needed[key] !== (given[key] !== undefined))
    .map((key) =>
      problem(
        line,
        needed[key]
          ? sentence`pages: by ${by} needs “${key}”`
          : sentence`pages: by ${by} has no “${key}”`,
      ),
    )
  if (more !== undefined && by !== 'cursor')
    wrong.push(problem(line, sentence`pages: by ${by} has no “${'more'}”`))
  if (param === undefined || wrong.length > 0) return wrong
  const taken = [problem(line, sentence`pages: “${param}” is bound already`)]
  if (pageInBody(source, operation) !== null) return isTaken(source, param) ? taken : []
  const inQuery = operation.parameters.filter((parameter) => parameter.in === 'query')
  const names = inQuery.map(({ name }) => name)
  if (!names.includes(param)) {
    const reason = sentence`pages: ${operation.id} knows no parameter “${param}” of its query`
    return [problem(line, reason, nearest(param, names))]
  }
  return Object.hasOwn(bind, param) ? taken : []
}

function checkAccount(file: LoadedFile, source: SourceFile, files: Files): FileProblem[] {
  if (source.account_column !== undefined) return []
  const operation = operationOf(source, files)
  if (operation && isNamedByPath(source, operation)) return []
  const { belongs_to: belongsTo } = source
  const reason =
    belongsTo === undefined
      ? sentence`“account_column” is missing: every row must say which account it belongs to`
      : sentence`“account_column” is missing: every row must say that it is of ${belongsTo}, unless the path of the operation has it, and nothing of params`
  return [problem(1, reason, 'account_column: account_id')]
}

/** null where it is not known; what is wrong with it is said elsewhere. */
function operationOf({ connection = '', operation }: SourceFile, files: Files): Operation | null {
  const declared = ownProperty(connectionsOf(files), connection)
  if (declared?.kind !== 'http' || operation === undefined) return null
  const described = files('OpenAPI').find(({ path }) => path === declared.openapi)
  const found = described && findOperation(described, operation)
  return found && 'operation' in found ? found.operation : null
}

function checkParameters(file: LoadedFile, source: SourceFile, files: Files): FileProblem[] {
  const bind = source.from ? (source.bind ?? {}) : {}
  const known = ['account_id', ...Object.keys(source.params ?? {}), ...Object.keys(bind)]
  const reading = readingOf(source, files)
  const { names, words } = parameterize(source.sql ?? '', reading)
  const line = file.lineOf(['sql'])
  if (words[0] !== 'select' && words[0] !== 'with') {
    return [problem(line, sentence`sql: a source only reads: it begins with select or with`)]
  }
  const unknown = names
    .filter((name) => !known.includes(name))
    .map((name) =>
      problem(line, sentence`sql: “:${name}” is not declared in params`, nearest(name, known)),
    )
  if (reading.places === 'named') unknown.push(...unbound(file, source))
  if (!isOneQuery(words)) unknown.push(problem(line, sentence`sql: one query, and no more`))
  const { account_column: column } = source
  if (column !== undefined && vouchesForItself(words, column)) {
    const reason = sentence`sql: “${column}” must be a column of the data, not what the query was given: each row would say of itself that it is the ticket's`
    return [...unknown, problem(line, reason)]
  }
  unknown.push(...checkBound(file, source, files, names))
  if (names.includes('account_id') || sentOf(source).length > 0) return unknown
  return [
    ...unknown,
    problem(line, sentence`sql: never asks for the account`, 'where account_id = :account_id'),
  ]
}

/** It is sent within parentheses: what would close them is none. */
function isOneQuery(words: readonly string[]): boolean {
  let depth = 0
  return words.every((word, at) => {
    if (word === '(') depth++
    if (word === ')') depth--
    return depth >= 0 && (word !== ';' || at === words.length - 1)
  })
}

/** Where each value is sent with its type. */
function unbound(file: LoadedFile, { params = {} }: SourceFile): FileProblem[] {
  return Object.entries(params)
    .filter(([, schema]) => clickhouseType(schema) === null)
    .map(([name]) =>
      problem(
        file.lineOf(['params', name]),
        sentence`params.${name}: only one of type string, integer, number or boolean can be bound here`,
      ),
    )
}

/** What a query gets of the row that was read first: each has a name of its own, and is asked for. */
function checkBound(
  file: LoadedFile,
  source: SourceFile,
  files: Files,
  names: readonly string[],
): FileProblem[] {
  const { from, bind = {}, params = {} } = source
  const at = (name: string) => file.lineOf(['bind', name])
  if (!from) {
    return source.bind === undefined
      ? []
      : [problem(file.lineOf(['bind']), sentence`bind: sql takes what it is given from params`)]
  }
  const wrong = Object.keys(bind).flatMap((name) => {
    if (name === 'account_id' || Object.hasOwn(params, name))
      return [problem(at(name), sentence`bind: “${name}” is a parameter already`)]
    if (names.includes(name)) return []
    return [problem(at(name), sentence`bind: sql never asks for “:${name}”`, nearest(name, names))]
  })
  const known: Known = new Map(knownFrom(source, files))
  return [...wrong, ...asProblems(file, checkMapping(bind, known, ['bind']))]
}

/** What cannot be sent is no filter: the account counts only where the operation takes it. */
function checkBindings(
  file: Pick<LoadedFile, 'lineOf'>,
  source: OperationAsk,
  operation: Operation,
  { names, mustSend, never }: AskedWith,
): FileProblem[] {
  const { bind = {}, graphql } = source
  const inBody = pageInBody(source, operation)
  const known: Known = new Map<string, Schema | null>([
    ...names,
    ...(inBody === null ? [] : [[pageName, null] as const]),
  ])
  const part = { path: ['bind'], values: bind, places: everywhere }
  const value = searchBody(source, operation)
  const body = value === null ? null : { path: graphql === undefined ? ['body'] : [], value }
  const call = { parts: [part], body, path: ['bind'] }
  const wrong = asProblems(file, checkCall(operation, call, known))
  const isSent =
    sentOf(source).length > 0 ||
    pathsIn(value).includes(mustSend) ||
    operation.parameters.some((parameter) =>
      pathsIn(valueNamed(bind, parameter) ?? null).includes(mustSend),
    )
  if (isSent) return wrong
  const key = placeOfAccount(source, operation)
  const hint = `${key}: { ${mustSend.split('.').at(-1)}: ${mustSend} }`
  // who says nothing at all is told the one thing
  return [
    ...(value !== null || Object.keys(bind).length > 0 ? wrong : []),
    problem(file.lineOf([key]), sentence`${key}: ${never}`, hint),
  ]
}

function placeOfAccount({ graphql }: OperationAsk, { method }: Operation) {
  if (graphql !== undefined) return 'variables'
  return method === 'GET' ? 'bind' : 'body'
}

const everywhere = ['path', 'query', 'header', 'cookie'] as const
