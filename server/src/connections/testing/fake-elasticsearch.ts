import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { BadQuery, evaluateDocuments, fieldsOf, patternOf } from './evaluate-documents.ts'
import type { KeptDocument, Mapping } from './evaluate-documents.ts'

type Answer = { status: number; body: string }
type Asked = { path: string; headers: IncomingMessage['headers']; body: unknown }

export type FakeElasticsearch = {
  url: string
  /** What was asked, newest last. */
  asked: Asked[]
  /** Beside what is kept already. */
  keep(documents: readonly object[]): void
  /** In place of every answer, until it is null again. */
  answerWith(answer: Answer | null): void
  stop(): Promise<void>
}

type Given = {
  index?: string
  mapping?: Mapping
  authorization?: string
  isCareless?: () => boolean
}

/** What an index gives unless it is told to give more (`index.max_result_window`). */
const longestWindow = 10_000
const parameters = new Set(['allow_partial_search_results', 'fields'])

/** The search API of an Elasticsearch 8 that keeps what it is given in one index. */
export async function startFakeElasticsearch({
  index = 'logs-shop-production',
  mapping = { strings: 'keyword', fields: {} },
  authorization,
  isCareless = () => false,
}: Given = {}): Promise<FakeElasticsearch> {
  const kept: KeptDocument[] = []
  let fixed: Answer | null = null
  const asked: Asked[] = []
  const answerTo = async (request: IncomingMessage): Promise<Answer> => {
    const url = new URL(request.url!, 'http://fake')
    const isSearch = request.method === 'POST'
    const isJson = request.headers['content-type'] === 'application/json'
    const body = isSearch ? await json(request) : null
    asked.push({ path: url.pathname + url.search, headers: request.headers, body })
    if (authorization && request.headers.authorization !== authorization)
      return errorOf(401, 'security_exception', 'unable to authenticate')
    if (fixed) return fixed
    if (isSearch && !isJson)
      return errorOf(406, 'media_type_header_exception', 'Content-Type header is not supported')
    const strange = [...url.searchParams.keys()].find((name) => !parameters.has(name))
    if (strange) return errorOf(400, 'illegal_argument_exception', `unrecognized [${strange}]`)
    const [, pattern = '', action = ''] = decodeURIComponent(url.pathname).split('/')
    if (!isNamed(index, pattern)) {
      return pattern.includes('*')
        ? { status: 200, body: answered([], mapping) }
        : errorOf(404, 'index_not_found_exception', `no such index [${pattern}]`)
    }
    if (action === '_field_caps') {
      const fields = url.searchParams.get('fields')?.split(',') ?? []
      return { status: 200, body: JSON.stringify({ fields: fieldsOf(kept, mapping, fields) }) }
    }
    if (action !== '_search') return errorOf(405, 'method', 'Incorrect HTTP method')
    return { status: 200, body: answered(searched(body, kept, mapping, isCareless()), mapping) }
  }
  const server = createServer((request, response) => {
    answerTo(request)
      .catch((error: unknown) => {
        if (!(error instanceof BadQuery)) throw error
        return errorOf(400, 'search_phase_execution_exception', error.message)
      })
      .then(({ status, body }) => response.writeHead(status).end(body))
      .catch((error: unknown) => response.destroy(error as Error))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  let ids = 0
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    keep(documents) {
      kept.push(...documents.map((source) => ({ index, id: `doc-${++ids}`, source })))
    },
    answerWith: (answer) => void (fixed = answer),
    async stop() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

type Found = { document: KeptDocument; sort: bigint }

function searched(
  body: unknown,
  kept: readonly KeptDocument[],
  mapping: Mapping,
  isCareless: boolean,
): Found[] {
  const { from = 0, size = 10 } = body as { from?: number; size?: number }
  if (from + size > longestWindow) {
    throw new BadQuery(
      `Result window is too large, from + size must be less than or equal to: [${longestWindow}] but was [${from + size}]`,
    )
  }
  return evaluateDocuments(body, inNoOrder(kept), mapping, isCareless).slice(from, from + size)
}

/** A sort value is a number of nineteen digits, which JSON.stringify cannot write. */
function answered(found: readonly Found[], { fields }: Mapping): string {
  const hits = found.map(({ document: { index, id, source }, sort }) => ({
    _index: index,
    _id: id,
    _score: null,
    _source: source,
    sort: [`number ${sort}`],
  }))
  const shards = { total: 1, successful: 1, skipped: 0, failed: 0 }
  const whole = {
    took: 1,
    timed_out: false,
    _shards: shards,
    hits: { max_score: null, hits },
    fields,
  }
  return JSON.stringify(whole).replaceAll(/"number (\d+)"/g, '$1')
}

function isNamed(index: string, pattern: string): boolean {
  return pattern.split(',').some((each) => patternOf(each).test(index))
}

function errorOf(status: number, type: string, reason: string): Answer {
  const error = { root_cause: [{ type, reason }], type, reason }
  return { status, body: JSON.stringify({ error, status }) }
}

let turns = 0

/** Documents that have the same time come in the order of their shards: each search finds another. */
function inNoOrder(documents: readonly KeptDocument[]): KeptDocument[] {
  turns += 1
  const middle = documents.length === 0 ? 0 : (turns * 7) % documents.length
  return [...documents.slice(middle), ...documents.slice(0, middle)]
}
