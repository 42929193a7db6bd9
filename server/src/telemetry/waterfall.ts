import { present } from '@firstline/contract/present'
import type { Trace, TraceSpan } from '@firstline/contract/telemetry'
import type { FoundLog, PreciseTime, SpanEntry } from './store.ts'

const kinds = ['unspecified', 'internal', 'server', 'client', 'producer', 'consumer'] as const
const statuses = ['unset', 'ok', 'error'] as const

/** Spans as a waterfall: parents before their children, siblings in the order they began. */
export function traceOf(
  traceId: string,
  spans: readonly SpanEntry[],
  logs: readonly FoundLog[],
): Pick<Trace, 'traceId' | 'startedAt' | 'durationMs' | 'spans'> {
  const startedAt = present([...spans, ...logs].map((each) => each.at).toSorted()[0])
  const start = microsOf(startedAt)
  const end = Math.max(...spans.map(endOf), ...logs.map((log) => microsOf(log.at)))
  const known = new Set(spans.map((span) => span.spanId))
  const children = Map.groupBy(spans, ({ parentSpanId }) =>
    parentSpanId !== null && known.has(parentSpanId) ? parentSpanId : null,
  )
  const shown: TraceSpan[] = []
  const seen = new Set<string>()
  const place = (span: SpanEntry, depth: number) => {
    // a sender's mistake may close a circle of parents
    if (seen.has(span.spanId)) return
    seen.add(span.spanId)
    shown.push(barOf(span, { depth, start, known }))
    for (const child of children.get(span.spanId) ?? []) place(child, depth + 1)
  }
  for (const root of children.get(null) ?? []) place(root, 0)
  for (const span of spans) place(span, 0)
  return { traceId, startedAt, durationMs: toMs(end - start), spans: shown }
}

function barOf(
  span: SpanEntry,
  { depth, start, known }: { depth: number; start: number; known: ReadonlySet<string> },
): TraceSpan {
  const { spanId, parentSpanId, name, service, statusMessage, attributes } = span
  return {
    spanId,
    parentSpanId: parentSpanId !== null && known.has(parentSpanId) ? parentSpanId : null,
    depth,
    name,
    service,
    kind: kinds[span.kind] ?? 'unspecified',
    status: statuses[span.status] ?? 'unset',
    statusMessage,
    startedAt: span.at,
    offsetMs: toMs(microsOf(span.at) - start),
    durationMs: Number(span.durationNs) / 1e6,
    attributes,
    events: span.events.map((event) => ({
      name: event.name,
      offsetMs: toMs(microsOf(event.at) - start),
      attributes: event.attributes,
    })),
  }
}

function endOf(span: SpanEntry): number {
  return microsOf(span.at) + Number(span.durationNs / 1_000n)
}

/** Microseconds since 1970: exact in a double. */
function microsOf(at: PreciseTime): number {
  const micros = Number(/\.\d{3}(\d{3})Z$/.exec(at)?.[1] ?? 0)
  return new Date(at).getTime() * 1_000 + micros
}

function toMs(micros: number): number {
  return micros / 1_000
}
