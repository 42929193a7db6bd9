import type { HttpConnection } from '#server/connections/open-http.ts'
import { ownProperty } from '@firstline/contract/own-property'
import type { OutboundAnswer } from '#server/outbound/call-out.ts'
import { parseExactJson } from '#server/core/exact-json.ts'
import { sentence } from '#server/core/sentence.ts'
import { noValues, setPath } from '#server/core/set-path.ts'
import type { Source } from './load-sources.ts'
import { UnfitValues, composeCall } from '#server/connections/compose-call.ts'
import { valueNamed } from '#server/connections/check-call.ts'
import { fill, fillBody, pathsIn, valueAt } from '#server/connections/mapping.ts'
import type { Bindings, Mapping } from '#server/connections/mapping.ts'
import { readPages } from './read-pages.ts'
import { pageName } from './search-body.ts'
import type { Row } from '#server/connections/row-types.ts'

/** Of what a POST that reads sends. */
const largestBodyBytes = 64 * 1024

type HttpSource = Extract<Source, { kind: 'http' }>
/** How an operation is asked, of a source or of the directory. */
export type AskedOperation = Pick<
  HttpSource,
  'operation' | 'bind' | 'body' | 'isGraphql' | 'rows' | 'signatures'
>

/** One answer, filled with these values. @throws Refusal `outbound.…`, and Error for an answer that holds no rows */
export async function askOperation(
  connection: HttpConnection,
  asked: AskedOperation,
  bindings: Bindings,
  timeoutMs: number,
): Promise<Row[]> {
  const { operation, signatures } = asked
  const request = compose(asked, bindings, fill(asked.bind, bindings))
  const answer = await connection.call({ ...request, signatures, timeoutMs })
  // where the path names nobody, “not found” is said of the address itself
  if (answer.status === 404 && !operation.path.includes('{')) throw new Error('HTTP 404')
  return rowsOf(asked, answer)
}

/** What a mapping reads: the account, parameters, and the row that was read first. */
export type Given = {
  accountId: string
  params: Record<string, unknown>
  from: Row | null
}

/** @throws Refusal `outbound.…`, and Error for an answer that holds no rows */
export async function readOperation(
  connection: HttpConnection,
  source: HttpSource,
  given: Given,
): Promise<{ rows: Row[]; hasMore: boolean }> {
  const { signatures, pages } = source
  const call = async (request: Request, timeoutMs: number) => ({
    path: request.path,
    answer: await connection.call({ ...request, signatures, timeoutMs }),
  })
  if (!pages) {
    const { answer } = await call(requestOf(source, given), source.timeoutMs)
    return { rows: rowsOf(source, answer), hasMore: false }
  }
  return readPages(connection, pages, source, {
    rowsOf: (answer) => rowsOf(source, answer),
    ask(place, timeoutMs) {
      const value = 'value' in place ? place.value : null
      const request = requestOf(source, given, value)
      return call('path' in place ? { ...request, path: place.path } : request, timeoutMs)
    },
  })
}

/** Ids that nobody has, for APIs that want a text, a number or a UUID; the first that fits is asked for. */
const nobodies = ['firstline-check', '0', '2147483647', '00000000-0000-0000-0000-000000000000']

/** What the API says to this read for an account that nobody has: whether the call is let in. */
export async function probeOperation(
  connection: HttpConnection,
  source: HttpSource,
  timeoutMs: number,
): Promise<number> {
  const { signatures } = source
  const request = requestForNobody(source, nobodies)
  return (await connection.call({ ...request, signatures, timeoutMs })).status
}

/** @throws UnfitValues what is wrong with the last, where the API is described to take none of them */
function requestForNobody(
  source: HttpSource,
  [nobody = '', ...others]: readonly string[],
): Request {
  const params = Object.fromEntries(Object.keys(source.params).map((name) => [name, nobody]))
  try {
    return requestOf(source, { accountId: nobody, params, from: nobodysRow(source, nobody) })
  } catch (error) {
    if (!(error instanceof UnfitValues) || others.length === 0) throw error
    return requestForNobody(source, others)
  }
}

/** A row that has nothing but what this source takes of it. */
function nobodysRow({ bind, body }: HttpSource, nobody: string): Row {
  const given = noValues()
  for (const path of [...pathsIn(bind), ...pathsIn(body)])
    if (path.startsWith('from.')) setPath(given, path.split('.').slice(1), nobody)
  return given
}

type Request = { method: string; path: string; headers: Record<string, string>; body?: string }

/** @throws UnfitValues, MissingValue, RangeError */
function requestOf(
  source: HttpSource,
  { accountId, params, from }: Given,
  page: string | number | null = null,
): Request {
  const { pages } = source
  const scope = { account_id: accountId }
  const bindings = { scope, params, from: from ?? {}, [pageName]: { value: page } }
  const bound = fill(source.bind, bindings)
  const param = pages && 'param' in pages ? pages.param : null
  const values = param !== null && page !== null ? { ...bound, [param]: page } : bound
  return compose(source, bindings, values)
}

function compose(
  { operation, body }: AskedOperation,
  bindings: Bindings,
  values: Mapping,
): Request {
  const { method, path, headers, bodyText } = composeCall(operation, {
    of: (parameter) => valueNamed(values, parameter),
    body: body === null ? undefined : fillBody(body, bindings),
  })
  if (bodyText === null) return { method, path, headers }
  if (Buffer.byteLength(bodyText) > largestBodyBytes)
    throw new UnfitValues(sentence`the body is larger than 64 kB`)
  const contentType = operation.body?.contentType ?? 'application/json'
  return { method, path, headers: { ...headers, 'content-type': contentType }, body: bodyText }
}

/** 404 is an answer: this account has no such thing. Where all is one address, it is none. */
function rowsOf(source: AskedOperation, answer: OutboundAnswer): Row[] {
  if (answer.status === 404 && !source.isGraphql) return []
  if (answer.status !== 200) throw new Error(`HTTP ${answer.status}`)
  const whole: unknown = parseExactJson(answer.body)
  if (source.isGraphql) refuseErrors(whole)
  let found = whole
  for (const step of source.rows) {
    // what is null there is not: no customer, no order
    if (found === null && source.isGraphql) return []
    found = ownProperty((found as Row | null) ?? {}, step)
  }
  if (found === null && source.isGraphql) return []
  const rows: unknown[] = Array.isArray(found) ? found : [found]
  if (rows.every((row) => typeof row === 'object' && row !== null)) return rows as Row[]
  throw new Error('the answer holds no rows')
}

/** A part of an answer may be missing with each of them: then it is not what was asked for. */
function refuseErrors(whole: unknown): void {
  const errors = valueAt('whole.errors', { whole })
  if (errors !== undefined && errors !== null) throw new Error('the answer of GraphQL names errors')
}
