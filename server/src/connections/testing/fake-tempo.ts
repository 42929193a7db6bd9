import { BadTraceql, evaluateTraceql } from './evaluate-traceql.ts'
import type { Attribute, KeptSpan } from './evaluate-traceql.ts'
import { startFakeSystem } from './fake-system.ts'
import type { Answer, FakeSystem, Given } from './fake-system.ts'

export type FakeTempo = FakeSystem<KeptSpan>

/** The HTTP API of a Tempo 2.8 that keeps what it is given. */
export function startFakeTempo(given: Given = {}): Promise<FakeTempo> {
  return startFakeSystem<KeptSpan>(answerOf, given, 'no org id\n')
}

function answerOf(url: URL, kept: readonly KeptSpan[], isCareless: () => boolean): Answer {
  const [, traceId] = /^\/api\/traces\/([0-9a-f]{1,32})$/.exec(url.pathname) ?? []
  if (traceId !== undefined) return traceOf(kept.filter((span) => span.traceId === traceId))
  if (url.pathname !== '/api/search') return { status: 404, body: '404 page not found\n' }
  try {
    return { status: 200, body: JSON.stringify(found(url.searchParams, kept, isCareless())) }
  } catch (error) {
    if (!(error instanceof BadTraceql)) throw error
    return { status: 400, body: `invalid TraceQL query: ${error.message}` }
  }
}

function found(given: URLSearchParams, kept: readonly KeptSpan[], isCareless: boolean) {
  const { matches, isNewestFirst } = evaluateTraceql(given.get('q') ?? '', isCareless)
  const [start, end] = ['start', 'end'].map((name) => BigInt(given.get(name) ?? 0) * 1_000_000_000n)
  const traces = [...Map.groupBy(kept, ({ traceId }) => traceId)]
    .map(([traceID, spans]) => ({ traceID, spans, at: firstOf(spans) }))
    .filter(({ at, spans }) => at >= start! && at <= end! && matches(spans))
  // what it comes upon first, unless it is told otherwise
  const ordered = isNewestFirst ? traces.toSorted((a, b) => (a.at < b.at ? 1 : -1)) : traces
  return {
    traces: ordered.slice(0, Number(given.get('limit') ?? 20)).map(({ traceID, at }) => ({
      // zeros in front are left out
      traceID: traceID.replace(/^0+/, ''),
      startTimeUnixNano: String(at),
    })),
    metrics: {},
  }
}

function firstOf(spans: readonly KeptSpan[]): bigint {
  return spans.map(({ start }) => start).reduce((a, b) => (a < b ? a : b))
}

function traceOf(spans: readonly KeptSpan[]): Answer {
  if (spans.length === 0) return { status: 404, body: 'trace not found' }
  const batches = spans.map((span) => ({
    resource: { attributes: span.resource.map(written) },
    scopeSpans: [{ scope: {}, spans: [spanOf(span)] }],
  }))
  return { status: 200, body: JSON.stringify({ batches }) }
}

/** As protobuf's own JSON has it: bytes in base64, numbers of 64 bits as texts, names of enumerations. */
function spanOf(span: KeptSpan): object {
  const base64 = (id: string) => Buffer.from(id, 'hex').toString('base64')
  return {
    traceId: base64(span.traceId),
    spanId: base64(span.spanId),
    ...(span.parentSpanId === null ? {} : { parentSpanId: base64(span.parentSpanId) }),
    name: span.name,
    kind: `SPAN_KIND_${span.kind.toUpperCase()}`,
    startTimeUnixNano: String(span.start),
    endTimeUnixNano: String(span.end),
    attributes: span.attributes.map(written),
    events: span.events.map(({ at, name, attributes }) => ({
      timeUnixNano: String(at),
      name,
      attributes: attributes.map(written),
    })),
    status: { code: `STATUS_CODE_${span.status.toUpperCase()}`, message: span.statusMessage },
  }
}

function written([key, value]: Attribute): object {
  if (typeof value === 'number') return { key, value: { intValue: String(value) } }
  return { key, value: typeof value === 'boolean' ? { boolValue: value } : { stringValue: value } }
}
