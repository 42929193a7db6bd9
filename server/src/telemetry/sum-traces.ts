import { Invalid } from '#server/core/errors.ts'
import type { FoundTrace, SpanEntry } from './store.ts'

/** So many are summed up at once. */
export const mostSpans = 20_000

export function tooManySpans(): Invalid {
  return new Invalid(
    'input.window',
    'The traces of that time have too many spans to be summed up: choose a shorter window',
  )
}

/** Lets spans through until there are more than are summed up. @throws Invalid `input.window` */
export function roomForSpans(): <Spans extends readonly unknown[]>(spans: Spans) => Spans {
  let count = 0
  return (spans) => {
    count += spans.length
    if (count > mostSpans) throw tooManySpans()
    return spans
  }
}

/** Of spans of one account its traces, the newest first. */
export function sumTraces(spans: readonly SpanEntry[]): FoundTrace[] {
  const traces = [...Map.groupBy(inOrder(spans), ({ traceId }) => traceId)].map(
    ([traceId, own]) => {
      const [first] = own
      const begin = Math.min(...own.map(({ at }) => microsOf(at)))
      const end = Math.max(
        ...own.map(({ at, durationNs }) => microsOf(at) + Number(durationNs) / 1_000),
      )
      return {
        traceId,
        name: first?.name ?? '',
        services: [...new Set(own.map(({ service }) => service))].toSorted(),
        startedAt: first?.at ?? '',
        durationMs: (end - begin) / 1_000,
        spanCount: own.length,
        errorCount: own.filter(({ status }) => status === 2).length,
      }
    },
  )
  return traces.toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1))
}

/** As they began, each once: what was sent twice may be there twice. */
export function inOrder<Span extends SpanEntry>(spans: readonly Span[]): Span[] {
  const keyed = spans.map((span) => [`${span.traceId}.${span.spanId}`, span] as const)
  return [...new Map(keyed).values()].toSorted(byTime)
}

function byTime(a: SpanEntry, b: SpanEntry): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  return a.spanId < b.spanId ? -1 : 1
}

/** Microseconds since 1970: exact in a double. */
function microsOf(at: string): number {
  return Date.parse(at) * 1_000 + Number(/\.\d{3}(\d{3})Z$/.exec(at)?.[1] ?? 0)
}
