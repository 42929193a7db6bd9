import type { Sentence } from '@firstline/contract/sentence'
import { ownProperty } from '@firstline/contract/own-property'
import { present } from '@firstline/contract/present'
import { sentence, textOf } from '#server/core/sentence.ts'
import type { HttpConnection } from '#server/connections/open-http.ts'
import { promqlFor } from '#server/connections/bind-promql.ts'
import { checkMailbox } from '#server/channels/imap/check-mailbox.ts'
import { createConnections } from '#server/connections/connections.ts'
import type { Connections } from '#server/connections/connections.ts'
import { createTokens } from '#server/connections/oauth-tokens.ts'
import { askedWith, lookupNames } from '#server/accounts/directory-section.ts'
import type { Lookup } from '#server/accounts/directory-section.ts'
import { askOperation, probeOperation } from '#server/accounts/read-http.ts'
import { probeKey } from '#server/accounts/read-key.ts'
import type { KeySource } from '#server/accounts/read-key.ts'
import type { MetricSource } from '#server/accounts/read-metric.ts'
import type { Source } from '#server/accounts/load-sources.ts'
import type { ProjectStore } from '#server/project/project.ts'
import { nobody } from '#server/telemetry/probe.ts'
import { probes } from '#server/telemetry/probes.ts'
import { seconds } from '#server/core/clock.ts'
import { messageOf } from '#server/core/errors.ts'
import { nearest } from '#server/core/spelling.ts'
import type { Path } from '#server/project/places.ts'
import { pino } from 'pino'
import type { FolderProblem } from './lint-problem.ts'

export type LiveResult = {
  name: string
  isReachable: boolean
  /** What it answered, or why it did not. */
  answer: string
  durationMs: number
}
/** The fields of a source's rows, by its id. */
export type Shapes = ReadonlyMap<string, ReadonlySet<string>>

const timeoutMs = 5 * seconds
/** It greets, signs in and opens: several answers, each in its time. */
const mailboxTimeoutMs = 15 * seconds
const silent = pino({ level: 'silent' })
type SqlSource = Extract<Source, { kind: 'sql' }>

/** Asks every SQL source for the names of its columns: its statement is planned, no row is read. */
export async function readShapes(project: ProjectStore, env: NodeJS.ProcessEnv) {
  const connections = createConnections(project, silent, env)
  const all = [...project.current().sources.values()]
  const sources = all.filter((s): s is SqlSource => s.kind === 'sql')
  const asked = await Promise.all(
    sources.map(async (source) => {
      const [result, fields] = await timed(`source ${source.id}`, () =>
        shapeOf(connections, source),
      )
      return { source, result, fields }
    }),
  )
  const metrics = await checkMetrics(project, connections)
  const keys = await checkKeys(project, connections)
  const directory = await checkDirectory(project, connections)
  await connections.stop()
  return {
    results: [
      ...asked.map(({ result }) => result),
      ...metrics.results,
      ...keys.results,
      ...directory.results,
    ],
    shapes: new Map(
      asked.flatMap(({ source, fields }) => (fields ? [[source.id, fields]] : [])),
    ) as Shapes,
    problems: [
      ...directory.problems,
      ...metrics.problems,
      ...keys.problems,
      ...asked.flatMap(({ source, result, fields }) =>
        fields
          ? missingFields(project, source, fields)
          : [problemAt(project, source, ['sql'], sentence`${result.answer}`)],
      ),
    ],
  }
}

/** Every key is asked for of an account that nobody has: the sign-in and the rights of its user decide. */
async function checkKeys(project: ProjectStore, connections: Connections) {
  const keys = [...project.current().sources.values()].filter(
    (source): source is KeySource => source.kind === 'redis',
  )
  const asked = await Promise.all(
    keys.map(async (source) => {
      const [result] = await timed(`source ${source.id}`, async () => {
        const rows = await probeKey(connections.redis(source.connection), source, timeoutMs)
        return { answer: `${rows.length} rows of nobody`, value: rows }
      })
      return { source, result }
    }),
  )
  return {
    results: asked.map(({ result }) => result),
    problems: asked.flatMap(({ source, result }) =>
      result.isReachable ? [] : [problemAt(project, source, ['redis'], sentence`${result.answer}`)],
    ),
  }
}

/** Every metric is asked for an account that nobody has: its query is run, no series is found. */
async function checkMetrics(project: ProjectStore, connections: Connections) {
  const metrics = [...project.current().sources.values()].filter(
    (source): source is MetricSource => source.kind === 'metric',
  )
  const asked = await Promise.all(
    metrics.map(async (source) => {
      const [result] = await timed(`source ${source.id}`, async () => {
        const query = promqlFor(source.promql, nobody)
        const { series } = await connections.prometheus(source.connection).instant(query, timeoutMs)
        return { answer: `${series.length} series of “${nobody}”`, value: series }
      })
      return { source, result }
    }),
  )
  return {
    results: asked.map(({ result }) => result),
    problems: asked.flatMap(({ source, result }) =>
      result.isReachable
        ? []
        : [problemAt(project, source, ['promql'], sentence`${result.answer}`)],
    ),
  }
}

/**
 * The queries by which accounts are found are planned like sources, and must say who is found. An operation is asked
 * for somebody whom nobody knows.
 */
async function checkDirectory(project: ProjectStore, connections: Connections) {
  const results: LiveResult[] = []
  const problems: FolderProblem[] = []
  for (const { directory, key, path, lookup } of lookupsOf(project)) {
    const { connection } = directory
    const where = path.join('.')
    const name = where.replaceAll('.', ' ')
    const wrong = (reason: Sentence, meant: string | null = null) =>
      problems.push(problemIn(project, 'Project', null, path, reason, meant))
    if (lookup.kind !== 'sql') {
      const [result] = await timed(name, () => probeLookup(connections, connection, key, lookup))
      results.push(result)
      if (!result.isReachable) wrong(sentence`${where}: ${result.answer}`)
      continue
    }
    const asked = { connection, sql: lookup.sql }
    const [result, fields] = await timed(name, () => shapeOf(connections, asked))
    results.push(result)
    if (!fields) wrong(sentence`${where}: ${result.answer}`)
    const identifiers = key === 'by_id' ? directory.identifiers.values() : []
    for (const field of fields ? ['account_id', 'account_name', ...identifiers] : []) {
      if (fields?.has(field)) continue
      wrong(sentence`${where}: the answer has no field “${field}”`, nearest(field, fields ?? []))
    }
  }
  return { results, problems }
}

function lookupsOf(project: ProjectStore) {
  return project.current().directories.flatMap((directory) => {
    const { lookups, path } = directory
    return lookupNames.flatMap((key) => {
      const lookup = lookups[key]
      return lookup ? [{ directory, key, path: [...path, key], lookup }] : []
    })
  })
}

async function probeLookup(
  connections: Connections,
  connection: string,
  key: keyof typeof askedWith,
  lookup: Exclude<Lookup, { kind: 'sql' }>,
) {
  if (lookup.kind === 'gone') throw new Error('its operation has gone')
  // a domain that nobody can have
  const value = { by_email: `${nobody}@firstline.invalid`, by_domain: 'firstline.invalid' }
  const bindings = { asked: { [askedWith[key]]: ownProperty(value, key) ?? nobody } }
  const rows = await asLetIn(
    askOperation(connections.http(connection), lookup, bindings, timeoutMs),
  )
  return { answer: `${rows.length} records for “${nobody}”`, value: rows }
}

async function shapeOf(
  connections: Connections,
  { connection, sql }: Pick<SqlSource, 'connection' | 'sql'>,
) {
  const fields = await connections.sql(connection).fields(sql, timeoutMs)
  return { answer: `${fields.length} fields`, value: new Set(fields) }
}

/** Columns the definition names and the answer does not have. */
function missingFields(project: ProjectStore, source: SqlSource, fields: ReadonlySet<string>) {
  const named: [string[], string][] = [
    [['account_column'], source.accountColumn],
    ...Object.keys(source.mask).map((field): [string[], string] => [['mask', field], field]),
    ...source.columns.map(({ field }): [string[], string] => [['columns'], field]),
  ]
  return named.flatMap(([path, field]) => {
    if (fields.has(field)) return []
    const reason = sentence`${path.join('.')}: the answer has no field “${field}”`
    return [problemAt(project, source, path, reason, nearest(field, fields))]
  })
}

/**
 * Every declared HTTP API is asked what a source would ask it, for an account that nobody has, so that
 * its credential decides; one that no source reads is only asked for anything.
 */
export async function checkConnections(
  project: ProjectStore,
  env: NodeJS.ProcessEnv,
): Promise<LiveResult[]> {
  const connections = createConnections(project, silent, env)
  const { connections: declared, sources } = project.current()
  const http = Object.entries(declared).filter(([, { kind }]) => kind === 'http')
  const results = await Promise.all(
    http.map(([id]) => {
      const asks = mostTelling([...sources.values()], id)
      return timed(`connection ${id}`, async () => {
        const status = await statusOf(connections.http(id), asks)
        if (asks && (status === 401 || status === 403)) {
          throw new Error(`HTTP ${status}: the credential of the connection is not accepted`)
        }
        if (status === 404 && asks && !hasPlaces(asks)) {
          throw new Error(`HTTP 404: there is no ${asks.operation.path}: is base_url right?`)
        }
        if (status >= 500) throw new Error(`HTTP ${status}`)
        return { answer: answerOf(status, asks), value: status }
      })
    }),
  )
  const metrics = await Promise.all(
    Object.entries(declared).flatMap(([id, { kind }]) =>
      kind === 'prometheus' ? [timed(`connection ${id}`, () => isLetIn(connections, id))] : [],
    ),
  )
  const others = await Promise.all(
    Object.entries(declared).flatMap(([id, { kind }]) => {
      const probe = probes.get(kind)
      if (!probe) return []
      const ask = async () => ({
        answer: await asLetIn(probe(connections, id, project.current(), timeoutMs)),
        value: null,
      })
      return [timed(`connection ${id}`, ask)]
    }),
  )
  await connections.stop()
  const mailboxes = await checkMailboxes(project, env)
  return [...results, ...metrics, ...others, ...mailboxes].map(([result]) => result)
}

/** Every mailbox is signed in to and its folder looked into; nothing is fetched, moved or made. */
function checkMailboxes(project: ProjectStore, env: NodeJS.ProcessEnv) {
  const needs = { place: { env, folder: project.folder }, tokens: createTokens() }
  return Promise.all(
    project.current().mailboxes.map((mailbox) =>
      timed(`mailbox ${mailbox.name}`, async () => ({
        answer: await checkMailbox(mailbox, needs, mailboxTimeoutMs),
        value: null,
      })),
    ),
  )
}

/** The shortest query there is: whether it is answered is for the credential to decide. */
async function isLetIn(connections: Connections, id: string) {
  await asLetIn(connections.prometheus(id).instant('1', timeoutMs))
  return { answer: 'HTTP 200', value: 200 }
}

async function asLetIn<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    const refused = /^HTTP 40[13]$/.test(messageOf(error))
    const why = `${messageOf(error)}: the credential of the connection is not accepted`
    throw refused ? new Error(why) : error
  }
}

type HttpSource = Extract<Source, { kind: 'http' }>

/** One whose path names nobody: there it is either found or wrong. */
function mostTelling(sources: readonly Source[], id: string): HttpSource | undefined {
  const reads = sources.filter(
    (source): source is HttpSource => source.kind === 'http' && source.connection === id,
  )
  return reads.find((source) => !hasPlaces(source)) ?? reads[0]
}

function hasPlaces({ operation }: HttpSource): boolean {
  return operation.path.includes('{')
}

function answerOf(status: number, asks: HttpSource | undefined): string {
  if (!asks) return `HTTP ${status}; no source reads it, so its credential was not tried`
  if (status !== 404) return `HTTP ${status}`
  return `HTTP 404: no such account there, or no such path: try source ${asks.id} with an account`
}

async function statusOf(connection: HttpConnection, asks: HttpSource | undefined) {
  if (asks) return probeOperation(connection, asks, timeoutMs)
  return (await connection.call({ path: '/', signatures: [], timeoutMs })).status
}

async function timed<T>(
  name: string,
  work: () => Promise<{ answer: string; value: T }>,
): Promise<[LiveResult, T | null]> {
  const started = performance.now()
  const took = () => Math.round(performance.now() - started)
  try {
    const { answer, value } = await work()
    return [{ name, isReachable: true, answer, durationMs: took() }, value]
  } catch (error) {
    const answer = messageOf(error) || 'It did not answer in time'
    return [{ name, isReachable: false, answer, durationMs: took() }, null]
  }
}

function problemAt(
  project: ProjectStore,
  source: SqlSource | MetricSource | KeySource,
  path: string[],
  reason: Sentence,
  suggestion: string | null = null,
): FolderProblem {
  return problemIn(project, 'Source', source.id, path, reason, suggestion)
}

function problemIn(
  project: ProjectStore,
  kind: string,
  id: string | null,
  path: Path,
  reason: Sentence,
  suggestion: string | null,
): FolderProblem {
  const file = present(project.files(kind).find((each) => id === null || each.id === id))
  const { line, column, endColumn } = file.rangeOf(path)
  const where = { file: file.path, line, column, endColumn }
  return {
    ...where,
    severity: 'error',
    reason: textOf(reason),
    said: reason,
    suggestion,
    state: null,
  }
}
