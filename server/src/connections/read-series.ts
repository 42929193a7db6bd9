import type { OutboundAnswer } from '#server/outbound/call-out.ts'

/** One series: its labels, and what it was when; `value` may be no number, or without end. */
export type Series = {
  labels: ReadonlyMap<string, string>
  /** In the order of time; `at` in milliseconds since 1970. */
  samples: readonly { at: number; value: number }[]
}
export type SeriesAnswer = {
  series: readonly Series[]
  /** The system says that what it answered is not all. */
  isPartial: boolean
}

/** The query itself is refused, in the system's own words. */
export class QueryRefused extends Error {}

/**
 * What the HTTP API of Prometheus, version 1, answers to a query.
 * @throws QueryRefused, and Error for whatever else is no answer
 */
export function readSeries({ status, body }: OutboundAnswer): SeriesAnswer {
  if (status !== 200) {
    const said = status === 400 || status === 422 ? errorIn(body) : null
    throw said === null ? new Error(`HTTP ${status}`) : new QueryRefused(said)
  }
  const { data, warnings } = objectOf(JSON.parse(body))
  const { resultType, result } = objectOf(data)
  // a number alone, as `query=1` answers
  const isSeries = resultType === 'matrix' || resultType === 'vector'
  const series = isSeries && Array.isArray(result) ? result.map(seriesOf) : []
  if (!isSeries && resultType !== 'scalar') throw new Error('the answer holds no series')
  return { series, isPartial: Array.isArray(warnings) && warnings.length > 0 }
}

/** What the system says of itself; null: a page of a proxy, no answer of the API. */
export function errorIn(body: string): string | null {
  try {
    const { error } = objectOf(JSON.parse(body))
    return typeof error === 'string' ? error : null
  } catch {
    return null
  }
}

function seriesOf(given: unknown): Series {
  const { metric, value, values, histogram, histograms } = objectOf(given)
  if (histogram || histograms)
    throw new Error('the answer is a histogram: ask for a quantile of it')
  const samples: unknown = values ?? [value]
  if (!Array.isArray(samples)) throw new Error('the answer holds no values')
  const labels = Object.entries(objectOf(metric)).map(
    ([name, said]) => [name, String(said)] as const,
  )
  return { labels: new Map(labels), samples: samples.map(sampleOf) }
}

function sampleOf(given: unknown) {
  const [at, value]: unknown[] = Array.isArray(given) ? given : []
  if (typeof at !== 'number' || typeof value !== 'string')
    throw new Error('a value is not understood')
  return { at: Math.round(at * 1_000), value: numberOf(value) }
}

const endless = new Map([
  ['NaN', Number.NaN],
  ['Inf', Infinity],
  ['+Inf', Infinity],
  ['-Inf', -Infinity],
])

/** A double, written so that it reads as the same. */
function numberOf(text: string): number {
  const said = endless.get(text)
  if (said !== undefined) return said
  if (/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) return Number(text)
  throw new Error('a value is no number')
}

function objectOf(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  throw new Error('the answer is not understood')
}
