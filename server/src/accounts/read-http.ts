import type { HttpConnection } from '#server/connections/open-http.ts'
import { ownProperty } from '@firstline/contract/own-property'
import type { OutboundAnswer } from '#server/outbound/call-out.ts'
import { parseExactJson } from '#server/core/exact-json.ts'
import type { Source } from './load-sources.ts'
import { composeCall } from '#server/connections/compose-call.ts'
import { valueNamed } from '#server/connections/check-call.ts'
import { fill } from '#server/connections/mapping.ts'
import { readPages } from './read-pages.ts'
import type { Row } from '#server/connections/row-types.ts'

type HttpSource = Extract<Source, { kind: 'http' }>

/** @throws Refusal `outbound.…`, and Error for an answer that holds no rows */
export async function readOperation(
  connection: HttpConnection,
  source: HttpSource,
  accountId: string,
  params: Record<string, unknown>,
): Promise<{ rows: Row[]; hasMore: boolean }> {
  const { signatures, pages } = source
  const call = async (path: string, headers: Record<string, string>, timeoutMs: number) => ({
    path,
    answer: await connection.call({ path, headers, signatures, timeoutMs }),
  })
  if (!pages) {
    const { path, headers } = requestOf(source, accountId, params)
    const { answer } = await call(path, headers, source.timeoutMs)
    return { rows: rowsOf(source, answer), hasMore: false }
  }
  return readPages(connection, pages, source, {
    rowsOf: (answer) => rowsOf(source, answer),
    ask(place, timeoutMs) {
      const value = 'value' in place ? place.value : null
      const { path, headers } = requestOf(source, accountId, params, value)
      return call('path' in place ? place.path : path, headers, timeoutMs)
    },
  })
}

/** What the API says to this read for an account that nobody has: whether the call is let in. */
export async function probeOperation(
  connection: HttpConnection,
  source: HttpSource,
  timeoutMs: number,
): Promise<number> {
  const nobody = 'firstline-check'
  const params = Object.fromEntries(Object.keys(source.params).map((name) => [name, nobody]))
  const { path, headers } = requestOf(source, nobody, params)
  const { signatures } = source
  return (await connection.call({ path, headers, signatures, timeoutMs })).status
}

/** @throws UnfitValues, MissingValue, RangeError */
function requestOf(
  source: HttpSource,
  accountId: string,
  params: Record<string, unknown>,
  page: string | number | null = null,
) {
  const bound = fill(source.bind, { scope: { account_id: accountId }, params })
  const param = source.pages && 'param' in source.pages ? source.pages.param : null
  const values = param !== null && page !== null ? { ...bound, [param]: page } : bound
  return composeCall(source.operation, {
    of: (parameter) => valueNamed(values, parameter),
    body: undefined,
  })
}

/** 404 is an answer: this account has no such thing. */
function rowsOf(source: HttpSource, answer: OutboundAnswer): Row[] {
  if (answer.status === 404) return []
  if (answer.status !== 200) throw new Error(`HTTP ${answer.status}`)
  let found: unknown = parseExactJson(answer.body)
  for (const step of source.rows) found = ownProperty((found as Row | null) ?? {}, step)
  const rows: unknown[] = Array.isArray(found) ? found : [found]
  if (rows.every((row) => typeof row === 'object' && row !== null)) return rows as Row[]
  throw new Error('the answer holds no rows')
}
