import { BadLogql, evaluateLogql } from './evaluate-logql.ts'
import type { Labels } from './evaluate-logql.ts'
import { startFakeSystem } from './fake-system.ts'
import type { Answer, FakeSystem, Given } from './fake-system.ts'

/** A line with the labels of its stream; `at` in nanoseconds since 1970. */
export type KeptLine = { at: bigint; labels: Labels; text: string }

export type FakeLoki = FakeSystem<KeptLine>

const hour = 3_600_000_000_000n
/** What Loki allows unless it is told to allow more. */
const limits = { entries: 5_000, range: 721n * hour }

/** The HTTP API, version 1, of a Loki that keeps what it is given. */
export function startFakeLoki(given: Given = {}): Promise<FakeLoki> {
  return startFakeSystem<KeptLine>(answerOf, given)
}

function answerOf(url: URL, kept: readonly KeptLine[], isCareless: () => boolean): Answer {
  if (url.pathname !== '/loki/api/v1/query_range')
    return { status: 404, body: '404 page not found\n' }
  try {
    const result = streamsOf(url.searchParams, kept, isCareless())
    const data = { resultType: 'streams', result, stats: {} }
    return { status: 200, body: JSON.stringify({ status: 'success', data }) }
  } catch (error) {
    if (!(error instanceof BadLogql)) throw error
    return { status: 400, body: error.message }
  }
}

function streamsOf(given: URLSearchParams, kept: readonly KeptLine[], isCareless: boolean) {
  const limit = Number(given.get('limit') ?? 100)
  const [start, end] = [BigInt(given.get('start')!), BigInt(given.get('end')!)]
  if (limit > limits.entries) {
    throw new BadLogql(
      `max entries limit per query exceeded, limit > max_entries_limit (${limit} > ${limits.entries})`,
    )
  }
  if (end - start > limits.range) {
    throw new BadLogql(
      `the query time range exceeds the limit (query length: ${(end - start) / hour}h0m0s, limit: 721h)`,
    )
  }
  const show = evaluateLogql(given.get('query') ?? '', isCareless)
  const way = given.get('direction') === 'forward' ? 1 : -1
  const found = inNoOrder(kept)
    .filter(({ at }) => at >= start && at < end)
    .toSorted((a, b) => way * Number(a.at - b.at))
    .flatMap((line) => {
      const shown = show(line)
      return shown ? [{ at: line.at, ...shown }] : []
    })
    .slice(0, limit)
  const streams = Map.groupBy(found, ({ labels }) => JSON.stringify(labels))
  return [...streams.values()].map((lines) => ({
    stream: lines[0]!.labels,
    values: lines.map(({ at, text }) => [String(at), text]),
  }))
}

let turns = 0

/** Loki says nothing of the order of lines that have the same time: each query finds another. */
function inNoOrder(lines: readonly KeptLine[]): KeptLine[] {
  turns += 1
  const middle = lines.length === 0 ? 0 : (turns * 7) % lines.length
  return [...lines.slice(middle), ...lines.slice(0, middle)]
}
