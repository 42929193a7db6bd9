import { z } from 'zod'
import { BadDatadogQuery, evaluateDatadog } from './evaluate-datadog.ts'
import type { DatadogLog } from './evaluate-datadog.ts'
import { startFakeSystem } from './fake-system.ts'
import type { Answer, FakeSystem, Given, Sent } from './fake-system.ts'

export type FakeDatadog = FakeSystem<DatadogLog>
type Keys = { apiKey: string; applicationKey: string }

const time = z.string().regex(/^\d{13}$/)
const searchForm = z.strictObject({
  filter: z.strictObject({
    query: z.string(),
    from: time,
    to: time,
    indexes: z.array(z.string()).min(1).optional(),
  }),
  sort: z.enum(['timestamp', '-timestamp']),
  page: z.strictObject({ limit: z.int().min(1).max(1_000), cursor: z.string().optional() }),
})

/** The Logs API, version 2, of a Datadog that keeps what it is given in one index, `main`. */
export function startFakeDatadog({
  keys,
  ...given
}: Omit<Given, 'authorization'> & { keys?: Keys } = {}): Promise<FakeDatadog> {
  return startFakeSystem<DatadogLog>((url, kept, isCareless, sent) => {
    const { 'dd-api-key': api, 'dd-application-key': application } = sent.headers
    if (keys && (api !== keys.apiKey || application !== keys.applicationKey))
      return refusal(403, 'Forbidden')
    if (url.pathname !== '/api/v2/logs/events/search' || sent.method !== 'POST')
      return refusal(404, 'Not found')
    return answerTo(sent, kept, isCareless)
  }, given)
}

function answerTo({ headers, body }: Sent, kept: readonly DatadogLog[], isCareless: () => boolean) {
  if (headers['content-type'] !== 'application/json') return refusal(415, 'Unsupported Media Type')
  const { data: search } = searchForm.safeParse(parsed(body))
  if (!search) return refusal(400, 'input_validation_error')
  const { filter, sort, page } = search
  const begin = page.cursor === undefined ? newSearch(filter.query) : searchOf(page.cursor)
  if (begin?.query !== filter.query) return refusal(400, 'Invalid cursor')
  const { skipped, turn } = begin
  try {
    const way = sort === 'timestamp' ? 1 : -1
    const found = evaluateDatadog(filter.query, inNoOrder(kept, turn), isCareless())
      .filter((log) => millis(log) >= Number(filter.from) && millis(log) <= Number(filter.to))
      .toSorted((a, b) => way * (millis(a) - millis(b)))
    const shown = found.slice(skipped, skipped + page.limit)
    const end = skipped + shown.length
    const after =
      end < found.length ? { page: { after: cursorFor({ ...begin, skipped: end }) } } : {}
    const warnings =
      filter.indexes?.every((name) => ['main', '*'].includes(name)) === false
        ? { warnings: [{ code: 'unknown_index', title: 'One or several indexes are missing' }] }
        : {}
    const data = shown.map(({ id, ...attributes }) => ({ id, type: 'log', attributes }))
    const meta = { elapsed: 7, request_id: 'r', status: 'done', ...after, ...warnings }
    return { status: 200, body: JSON.stringify({ data, meta }) }
  } catch (error) {
    if (!(error instanceof BadDatadogQuery)) throw error
    return refusal(400, error.message)
  }
}

function refusal(status: number, reason: string): Answer {
  return { status, body: JSON.stringify({ errors: [reason] }) }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

const millis = ({ timestamp }: DatadogLog) => Date.parse(timestamp)

type Search = { query: string; skipped: number; turn: number }
let turns = 0

function newSearch(query: string): Search {
  turns += 1
  return { query, skipped: 0, turn: turns }
}

/** A cursor is of the search that gave it. */
function cursorFor(search: Search): string {
  return Buffer.from(JSON.stringify(search)).toString('base64url')
}

function searchOf(cursor: string): Search | null {
  return parsed(Buffer.from(cursor, 'base64url').toString()) as Search | null
}

/** Nobody says in which order logs of the same time come: each search finds another, but for its own pages. */
function inNoOrder(logs: readonly DatadogLog[], turn: number): DatadogLog[] {
  const middle = logs.length === 0 ? 0 : (turn * 7) % logs.length
  return [...logs.slice(middle), ...logs.slice(0, middle)]
}
