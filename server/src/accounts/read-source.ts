import type { BuiltinKind } from '@firstline/contract/formats/source'
import type { MetricChart } from '@firstline/contract/accounts'
import { ownProperty } from '@firstline/contract/own-property'
import { didYouMean } from '#server/core/did-you-mean.ts'
import { NotFound, Refusal, Unavailable } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { nearest } from '#server/core/spelling.ts'
import { checkParams } from './check-params.ts'
import type { Asking } from './directory.ts'
import { countAnswer } from '#server/connections/health/count-answer.ts'
import type { Source } from './load-sources.ts'
import { ownerOf, rowsToGoOnFrom } from './go-on-from.ts'
import type { Chained } from './go-on-from.ts'
import { fill, valueAt } from '#server/connections/mapping.ts'
import { askMetric, labelsOf, metricOf } from './read-metric.ts'
import type { MetricSource } from './read-metric.ts'
import { readOperation } from './read-http.ts'
import { readKey } from './read-key.ts'
import type { Given } from './read-http.ts'
import { refuseForeign } from './refuse-foreign.ts'
import type { ForeignRow } from './refuse-foreign.ts'
import type { Row } from '#server/connections/row-types.ts'
import { scopeOn } from './scope-on.ts'
import { requireMinted } from './scope.ts'
import type { AccountScope, ScopeOn } from './scope.ts'
import { refusalOf, timedOut } from './source-refusals.ts'

export type { Row } from '#server/connections/row-types.ts'
export type Params = Record<string, unknown>

/** A source the product answers itself, from telemetry or changes. */
export type BuiltinSource = (
  scope: AccountScope,
  params: Params,
  signal: AbortSignal,
) => Promise<{ rows: Row[]; isSingle: boolean; isTruncated?: boolean }>

export type Sources = Asking & {
  builtins: Partial<Record<BuiltinKind, BuiltinSource>>
  /** Writes the security event; a read that found a foreign row fails either way. */
  onForeignRow(found: ForeignRow): Promise<void>
  /** Reads under way, by source, account and parameters: ten reloads are one read. */
  underWay: Map<string, Promise<SourceAnswer>>
}

export type WithSources = { sources: Sources }

export type SourceAnswer = {
  source: string
  rows: Row[]
  isSingle: boolean
  fetchedAt: Date
  durationMs: number
  isTruncated: boolean
  /** Of a metric only. */
  chart?: MetricChart
  /** SHA-256 of the source's definition. */
  definition: string
}

export type ReadOptions = {
  signal?: AbortSignal
  /** Less time than the source's own timeout. */
  timeoutMs?: number
  /** Do not join a read that began before now: what was just changed must be seen. */
  isFresh?: boolean
}

/**
 * What one source answers for one account, now. Rows are as the system gave them, not masked.
 * @throws NotFound `source.not-found`, Invalid `source.params-invalid`,
 *   Unavailable `source.timeout` | `source.unavailable`, Forbidden `source.foreign-row`
 */
export async function readSource(
  sources: Sources,
  scope: AccountScope,
  id: string,
  params: Params = {},
  options: ReadOptions = {},
): Promise<SourceAnswer> {
  requireMinted(scope)
  const source = findSource(sources, id)
  checkParams(source, params)
  options.signal?.throwIfAborted()
  const read = options.isFresh
    ? readNow(sources, scope, source, { params, isFresh: true })
    : joinRead(sources, scope, source, params)
  return withinLimits(read, source, options)
}

/** @throws NotFound `source.not-found` */
export function findSource(sources: Pick<Sources, 'project'>, id: string): Source {
  const known = sources.project.current().sources
  const source = known.get(id)
  if (source) return source
  const meant = nearest(id, known.keys())
  throw new NotFound('source.not-found', didYouMean(sentence`No source is called “${id}”`, meant))
}

function joinRead(sources: Sources, scope: AccountScope, source: Source, params: Params) {
  const key = JSON.stringify([
    source.id,
    source.definition,
    scope.directoryId,
    // a metric is read around it
    scope.problemBegan,
    Object.entries(params).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ])
  const running = sources.underWay.get(key)
  if (running) return running
  const read = readNow(sources, scope, source, { params, isFresh: false }).finally(() =>
    sources.underWay.delete(key),
  )
  sources.underWay.set(key, read)
  return read
}

/** The read itself goes on for others who wait for it; each waits only as long as they want. */
async function withinLimits(
  read: Promise<SourceAnswer>,
  source: Source,
  { signal, timeoutMs }: ReadOptions,
): Promise<SourceAnswer> {
  if (!signal && timeoutMs === undefined) return read
  const limits = [signal, timeoutMs === undefined ? undefined : AbortSignal.timeout(timeoutMs)]
  const limit = AbortSignal.any(limits.filter((each) => each !== undefined))
  // when the limit wins nobody looks at the read's own failure any more
  read.catch(() => undefined)
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal?.aborted ? signal.reason : timedOut(source, timeoutMs))
    limit.addEventListener('abort', stop, { once: true })
    read.then(resolve, reject).finally(() => limit.removeEventListener('abort', stop))
  })
}

async function readNow(
  sources: Sources,
  account: AccountScope,
  source: Source,
  { params, isFresh }: { params: Params; isFresh: boolean },
): Promise<SourceAnswer> {
  const { id, definition } = source
  const counted =
    source.kind === 'builtin'
      ? await countAnswer(sources, null, () => readBuiltin(sources, account, source, params))
      : await readConnected(sources, account, source, { params, isFresh })
  const durationMs = Math.round(counted.durationMs * 10) / 10
  return { source: id, ...counted.answer, fetchedAt: counted.at, durationMs, definition }
}

async function readConnected(
  sources: Sources,
  account: AccountScope,
  source: CustomerSource,
  { params, isFresh }: { params: Params; isFresh: boolean },
) {
  const { connection, id } = source
  const end = performance.now() + source.timeoutMs
  const first = await readFirst(sources, account, source, { params, isFresh })
  const scope = await scopeOn(sources, account, connection, { isFresh })
  const asked = { connection, kind: 'source', thing: id } as const
  const own = await countAnswer(sources, asked, () =>
    readRows(sources, scope, source, { params, first, end }),
  )
  return { ...own, durationMs: own.durationMs + (first?.durationMs ?? 0) }
}

/** What is read before it, for the same account and by the same fences; null: nothing. */
async function readFirst(
  sources: Sources,
  account: AccountScope,
  { from, timeoutMs }: CustomerSource,
  { params, isFresh }: { params: Params; isFresh: boolean },
): Promise<SourceAnswer | null> {
  if (!from) return null
  const given = fill(from.params, { params })
  return readSource(sources, account, from.source, given, { timeoutMs, isFresh })
}

type Rows = { rows: Row[]; isSingle: boolean; isTruncated: boolean; chart?: MetricChart }
type CustomerSource = Exclude<Source, { kind: 'builtin' }>
type BuiltinDefinition = Extract<Source, { kind: 'builtin' }>

/** @param reading.end when all of it must be over, by `performance.now()` */
type Reading = { params: Params; first: SourceAnswer | null; end: number }

async function readRows(
  sources: Sources,
  scope: ScopeOn,
  source: CustomerSource,
  { params, first, end }: Reading,
): Promise<Rows> {
  if (source.kind === 'metric') return readMetric(sources, scope, source)
  const { maxRows, isSingle } = source
  const rows: Row[] = []
  let isTruncated = first !== null && isCut(first, source)
  for (const from of rowsToGoOnFrom(source, first)) {
    if (rows.length > maxRows) break
    const timeoutMs = Math.ceil(end - performance.now())
    if (timeoutMs <= 0) throw timedOut(source)
    const found = await readOwn(sources, scope, source, { params, from, timeoutMs })
    isTruncated ||= found.hasMore
    rows.push(...found.rows)
  }
  isTruncated ||= rows.length > maxRows
  return { rows: rows.slice(0, maxRows), isSingle, isTruncated }
}

function isCut({ rows, isTruncated }: SourceAnswer, { from }: Chained): boolean {
  return isTruncated || (from !== null && rows.length > from.take)
}

/** The rows for one row that was read first, each compared with whose it must be. */
async function readOwn(
  sources: Sources,
  scope: ScopeOn,
  source: Chained,
  { params, from, timeoutMs }: { params: Params; from: Row | null; timeoutMs: number },
): Promise<{ rows: Row[]; hasMore: boolean }> {
  const { id, title, accountColumn } = source
  const read = async () => {
    const given = { accountId: scope.externalId, params, from }
    // before anything is asked: what is of nobody is not asked for
    const owner = ownerOf(source, from, scope.externalId)
    return { owner, ...(await readCustomerRows(sources, { ...source, timeoutMs }, given)) }
  }
  const { owner, ...found } = await read().catch((error: unknown) => {
    throw refusalOf(sources.log, source, error)
  })
  // without a column the key or the path that was asked for has named whose they are
  if (accountColumn !== null) {
    const accounts = accountsIn(found.rows, accountColumn)
    await refuseForeign(sources, scope, { id, title, accountColumn }, accounts, owner)
  }
  return found
}

async function readMetric(sources: Sources, scope: ScopeOn, source: MetricSource): Promise<Rows> {
  const { connections, clock, log } = sources
  try {
    const connection = connections.prometheus(source.connection)
    const asked = await askMetric(connection, source, scope, clock.now())
    await refuseForeign(
      sources,
      scope,
      source,
      accountsIn(labelsOf(asked, source), source.accountColumn),
    )
    const isTruncated = asked.shown.isPartial || (asked.around?.isPartial ?? false)
    return { ...metricOf(source, scope, asked), isSingle: true, isTruncated }
  } catch (error) {
    if (error instanceof Refusal && error.reason.startsWith('source.')) throw error
    throw refusalOf(log, source, error)
  }
}

async function readBuiltin(
  sources: Sources,
  scope: AccountScope,
  source: BuiltinDefinition,
  params: Params,
): Promise<Rows> {
  const builtin = sources.builtins[source.builtin]
  if (!builtin)
    throw new Unavailable(
      'source.unavailable',
      sentence`${source.id} is not available on this node`,
    )
  const limit = AbortSignal.timeout(source.timeoutMs)
  try {
    return { isTruncated: false, ...(await builtin(scope, params, limit)) }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw limit.aborted ? timedOut(source) : refusalOf(sources.log, source, error)
  }
}

async function readCustomerRows(
  { connections }: Sources,
  source: Chained,
  given: Given,
): Promise<{ rows: Row[]; hasMore: boolean }> {
  if (source.kind === 'http')
    return readOperation(connections.http(source.connection), source, given)
  const { accountId, params, from } = given
  if (source.kind === 'redis') {
    const asked = { externalId: accountId }
    return readKey(connections.redis(source.connection), source, asked, params)
  }
  const bound = fill(source.bind, { from: from ?? {} })
  const values = { ...params, ...bound, account_id: accountId }
  // one row more than allowed, to know that there is more
  const limits = { timeoutMs: source.timeoutMs, limit: source.maxRows + 1 }
  const rows = await connections.sql(source.connection).read(source.sql, values, limits)
  return { rows, hasMore: false }
}

function accountsIn(rows: readonly Row[], accountColumn: string): unknown[] {
  return rows.map((row) => accountIn(row, accountColumn))
}

/** A column, or a path into what a column holds: `tenant.id`. */
function accountIn(row: Row, column: string): unknown {
  return Object.hasOwn(row, column) ? ownProperty(row, column) : valueAt(column, row)
}
