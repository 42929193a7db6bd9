import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { BadQuery, evaluatePromql } from './evaluate-promql.ts'
import type { Sample } from './evaluate-promql.ts'
import { written } from './metric-samples.ts'
import type { KeptSeries } from './metric-samples.ts'

export type FakePrometheus = {
  url: string
  /** What was asked, newest last. */
  asked: { path: string; query: URLSearchParams; headers: IncomingMessage['headers'] }[]
  keep(series: readonly KeptSeries[]): void
  /** In place of every answer, until it is null again. */
  answerWith(answer: { status: number; body: string } | null): void
  stop(): Promise<void>
}

/** The HTTP API, version 1, of a Prometheus that keeps what it is given. */
export async function startFakePrometheus({
  authorization,
  isCareless,
}: { authorization?: string; isCareless?: boolean } = {}): Promise<FakePrometheus> {
  let kept: readonly KeptSeries[] = []
  let fixed: { status: number; body: string } | null = null
  const asked: FakePrometheus['asked'] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url!, 'http://fake')
    asked.push({ path: url.pathname, query: url.searchParams, headers: request.headers })
    const isKnown = !authorization || request.headers.authorization === authorization
    const { status, body } = isKnown
      ? (fixed ?? answerOf(isCareless ? withoutAccount(url) : url, kept))
      : { status: 401, body: 'Unauthorized\n' }
    response.writeHead(status, { 'content-type': 'application/json' }).end(body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    keep: (series) => void (kept = series),
    answerWith: (answer) => void (fixed = answer),
    async stop() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

/** What a proxy in front of it would have to lose for one customer to see another. */
function withoutAccount(url: URL): URL {
  const query = url.searchParams.get('query') ?? ''
  const careless = new URL(url)
  careless.searchParams.set('query', query.replace(/account_id="(?:[^"\\]|\\.)*",?/g, ''))
  return careless
}

function answerOf({ pathname, searchParams }: URL, kept: readonly KeptSeries[]) {
  const query = searchParams.get('query') ?? ''
  try {
    if (pathname === '/api/v1/query_range') return success(rangeOf(query, searchParams, kept))
    if (pathname === '/api/v1/query') return success(instantOf(query, searchParams, kept))
    return { status: 404, body: '404 page not found\n' }
  } catch (error) {
    if (!(error instanceof BadQuery)) throw error
    const body = { status: 'error', errorType: 'bad_data', error: error.message }
    return { status: 400, body: JSON.stringify(body) }
  }
}

function success(data: unknown) {
  return { status: 200, body: JSON.stringify({ status: 'success', data }) }
}

function rangeOf(query: string, given: URLSearchParams, kept: readonly KeptSeries[]) {
  const [start, end, step] = ['start', 'end', 'step'].map((name) => Number(given.get(name)))
  const count = Math.floor((end! - start!) / step!) + 1
  if (!(count > 0 && count <= 11_000)) throw new BadQuery('exceeded maximum resolution')
  const series = new Map<string, { metric: Sample['labels']; values: [number, string][] }>()
  const valueAt = evaluatePromql(query, kept)
  for (let n = 0; n < count; n++) {
    const at = start! + n * step!
    for (const { labels, value } of vectorOf(valueAt(Math.round(at * 1_000)))) {
      const key = JSON.stringify(labels)
      const known = series.get(key) ?? { metric: labels, values: [] }
      known.values.push([at, written(value)])
      series.set(key, known)
    }
  }
  return { resultType: 'matrix', result: [...series.values()] }
}

function instantOf(query: string, given: URLSearchParams, kept: readonly KeptSeries[]) {
  const at = Number(given.get('time') ?? 0)
  const found = evaluatePromql(query, kept)(at * 1_000)
  if (typeof found === 'number') return { resultType: 'scalar', result: [at, written(found)] }
  const result = found.map(({ labels, value }) => ({ metric: labels, value: [at, written(value)] }))
  return { resultType: 'vector', result }
}

function vectorOf(found: number | Sample[]): Sample[] {
  return typeof found === 'number' ? [{ labels: {}, value: found }] : found
}
