import { ownProperty } from '@firstline/contract/own-property'
import type { OutboundAnswer } from '#server/outbound/call-out.ts'
import type { HttpConnection } from './connections.ts'
import type { Source } from './load-sources.ts'
import { pathOf } from './openapi.ts'
import type { Row } from './row-types.ts'

type HttpSource = Extract<Source, { kind: 'http' }>

/** @throws Refusal `outbound.…`, and Error for an answer that holds no rows */
export async function readOperation(
  connection: HttpConnection,
  source: HttpSource,
  accountId: string,
  params: Record<string, unknown>,
): Promise<Row[]> {
  const path = requestPath(source, accountId, params)
  return rowsOf(source, await connection.call({ path, timeoutMs: source.timeoutMs }))
}

function requestPath(
  source: HttpSource,
  accountId: string,
  params: Record<string, unknown>,
): string {
  const values = Object.fromEntries(
    Object.entries(source.bind).map(([name, from]) => [
      name,
      String(
        from === 'scope.account_id'
          ? accountId
          : ownProperty(params, from.replace(/^params\./, '')),
      ),
    ]),
  )
  const query = new URLSearchParams()
  for (const parameter of source.operation.parameters) {
    const value = ownProperty(values, parameter.name)
    if (parameter.in === 'query' && value !== undefined) query.set(parameter.name, value)
  }
  const path = pathOf(source.operation, values)
  return query.size > 0 ? `${path}?${query}` : path
}

/** 404 is an answer: this account has no such thing. */
function rowsOf(source: HttpSource, answer: OutboundAnswer): Row[] {
  if (answer.status === 404) return []
  if (answer.status !== 200) throw new Error(`HTTP ${answer.status}`)
  let found: unknown = JSON.parse(answer.body)
  for (const step of source.rows) found = ownProperty((found as Row | null) ?? {}, step)
  const rows: unknown[] = Array.isArray(found) ? found : [found]
  if (rows.every((row) => typeof row === 'object' && row !== null)) return rows as Row[]
  throw new Error('the answer holds no rows')
}
