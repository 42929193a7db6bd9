import { parseExactJson } from '#server/core/exact-json.ts'
import type { HttpConnection } from '#server/connections/open-http.ts'
import type { OutboundAnswer } from '#server/outbound/call-out.ts'
import { valueAt } from '#server/connections/mapping.ts'
import type { Row } from '#server/connections/row-types.ts'
import type { Pages } from './load-sources.ts'

/** Where a page is: as the source says, with a value for the parameter that pages; or at an address. */
type Place = { value: string | number | null } | { path: string }

/** How one page is asked for, and what rows its answer holds. */
type Reading = {
  ask(place: Place, timeoutMs: number): Promise<{ path: string; answer: OutboundAnswer }>
  rowsOf(answer: OutboundAnswer): Row[]
}

/**
 * Reads page after page until there are more rows than are shown, no page is left, or the file's number
 * of pages is read. All of it has the time of one read.
 * @returns the rows, and whether there are more than these
 * @throws Error when a page leads to one that was read
 */
export async function readPages(
  connection: Pick<HttpConnection, 'below'>,
  pages: Pages,
  { maxRows, timeoutMs }: { maxRows: number; timeoutMs: number },
  { ask, rowsOf }: Reading,
): Promise<{ rows: Row[]; hasMore: boolean }> {
  const end = performance.now() + timeoutMs
  const rows: Row[] = []
  const seen = new Set<string>()
  let place: Place | null = first(pages)
  for (let count = 0; place !== null; count++) {
    if (rows.length > maxRows) return { rows, hasMore: true }
    const key = JSON.stringify(place)
    if (seen.has(key)) throw new Error('its pages lead in a circle')
    seen.add(key)
    const { path, answer } = await ask(place, Math.max(Math.ceil(end - performance.now()), 1))
    const found = rowsOf(answer)
    // one page more than is taken, or nobody would know whether there is anything on it
    if (count === pages.max) return { rows, hasMore: found.length > 0 }
    rows.push(...found)
    place = next(connection, pages, { path, answer, count, found: found.length, read: rows.length })
  }
  return { rows, hasMore: false }
}

function first(pages: Pages): Place {
  if (pages.by === 'page') return { value: pages.from }
  return { value: pages.by === 'offset' ? 0 : null }
}

type Read = { path: string; answer: OutboundAnswer; count: number; found: number; read: number }

/** An empty page is the last of those that are counted; a cursor or an address says so by its absence. */
function next(
  connection: Pick<HttpConnection, 'below'>,
  pages: Pages,
  { path, answer, count, found, read }: Read,
): Place | null {
  if (answer.status !== 200) return null
  if (pages.by === 'page') return found === 0 ? null : { value: pages.from + count + 1 }
  if (pages.by === 'offset') return found === 0 ? null : { value: read }
  if (pages.by === 'link') return linked(connection, path, answer.headers.link ?? '')
  const body: unknown = parseExactJson(answer.body)
  if (pages.more !== null && valueAt(`body.${pages.more}`, { body }) !== true) return null
  const cursor = valueAt(`body.${pages.next}`, { body })
  return cursor === undefined || cursor === null || cursor === '' || cursor === false
    ? null
    : { value: String(cursor) }
}

/** `Link: <…>; rel="next"` (RFC 8288). @throws Error when it leads away from the declared address */
function linked(connection: Pick<HttpConnection, 'below'>, from: string, header: string) {
  for (const [, address = '', rest = ''] of header.matchAll(/<([^<>]*)>([^<]*)/g)) {
    if (!/;\s*rel\s*=\s*(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next\b)/i.test(rest)) continue
    const path = connection.below(address, from)
    if (path === null) throw new Error('its next page is not below the declared address')
    return { path }
  }
  return null
}
