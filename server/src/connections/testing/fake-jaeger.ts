import type { Attribute, KeptSpan } from './evaluate-traceql.ts'
import { startFakeSystem } from './fake-system.ts'
import type { Answer, FakeSystem, Given } from './fake-system.ts'

export type FakeJaeger = FakeSystem<KeptSpan>

/** The HTTP API of the pages of a Jaeger that keeps what it is given. */
export function startFakeJaeger(given: Given = {}): Promise<FakeJaeger> {
  return startFakeSystem<KeptSpan>(answerOf, given)
}

function answerOf(url: URL, kept: readonly KeptSpan[], isCareless: () => boolean): Answer {
  const traces = [...Map.groupBy(kept, ({ traceId }) => traceId).values()]
  if (url.pathname === '/api/services') {
    const names = [...new Set(kept.map(serviceOf))].toSorted()
    return answered(200, { data: names.length === 0 ? null : names, total: names.length })
  }
  if (url.pathname === '/api/traces') return searched(url.searchParams, traces, isCareless())
  const [, traceId] = /^\/api\/traces\/([0-9a-f]{1,32})$/.exec(url.pathname) ?? []
  if (traceId === undefined) return { status: 404, body: '404 page not found\n' }
  const found = traces.find(([first]) => first?.traceId === traceId)
  return found
    ? answered(200, { data: [traceOf(found)], total: 0 })
    : answered(404, { data: null, errors: [{ code: 404, msg: 'trace not found' }] })
}

/** All tags must be those of one span of the service, whose process has them too. */
function searched(
  given: URLSearchParams,
  traces: readonly KeptSpan[][],
  isCareless: boolean,
): Answer {
  const refused = (msg: string) => answered(400, { data: null, errors: [{ code: 400, msg }] })
  const service = given.get('service')
  if (!service) return refused("parameter 'service' is required")
  const tags = tagsIn(given.get('tags') ?? '{}')
  if (!tags) return refused("unable to parse param 'tags'")
  const [start, end] = ['start', 'end'].map((name) => BigInt(given.get(name) ?? 0) * 1_000n)
  const isWanted = (span: KeptSpan) => {
    const said = [...span.attributes, ...span.resource]
    const hasAll = tags.every(([key, value]) =>
      said.some(([name, own]) => name === key && String(own) === value),
    )
    return (
      serviceOf(span) === service &&
      span.start >= start! &&
      span.start <= end! &&
      (isCareless || hasAll)
    )
  }
  const found = traces
    .filter((spans) => spans.some(isWanted))
    .toSorted((a, b) => (a[0]!.start < b[0]!.start ? 1 : -1))
    .slice(0, Number(given.get('limit') ?? 100))
  return answered(200, { data: found.map(traceOf), total: 0, limit: 0, offset: 0, errors: null })
}

function tagsIn(text: string): [string, string][] | null {
  try {
    const tags = Object.entries(JSON.parse(text) as Record<string, unknown>)
    return tags.every(([, value]) => typeof value === 'string')
      ? (tags as [string, string][])
      : null
  } catch {
    return null
  }
}

function answered(status: number, body: object): Answer {
  return { status, body: JSON.stringify(body) }
}

function serviceOf({ resource }: KeptSpan): string {
  return String(new Map(resource).get('service.name'))
}

/** Each span with a process of its own; what OpenTelemetry has fields for are tags. */
function traceOf(spans: readonly KeptSpan[]): object {
  const processes = spans.map((span, n): [string, object] => {
    const own = span.resource.filter(([name]) => name !== 'service.name')
    return [`p${n}`, { serviceName: serviceOf(span), tags: own.map(tagOf) }]
  })
  return {
    traceID: spans[0]!.traceId,
    spans: spans.map((span, n) => spanOf(span, `p${n}`)),
    processes: Object.fromEntries(processes),
    warnings: null,
  }
}

function spanOf(span: KeptSpan, processID: string): object {
  const { traceId: traceID, parentSpanId, status, statusMessage } = span
  const said: Attribute[] = [
    ['span.kind', span.kind],
    ...(status === 'error'
      ? [['error', true] as const, ['otel.status_code', 'ERROR'] as const]
      : []),
    ...(status === 'ok' ? [['otel.status_code', 'OK'] as const] : []),
    ...(statusMessage === '' ? [] : [['otel.status_description', statusMessage] as const]),
  ]
  return {
    traceID,
    spanID: span.spanId,
    operationName: span.name,
    references:
      parentSpanId === null ? [] : [{ refType: 'CHILD_OF', traceID, spanID: parentSpanId }],
    startTime: Number(span.start / 1_000n),
    duration: Number((span.end - span.start) / 1_000n),
    tags: [...span.attributes, ...said].map(tagOf),
    logs: span.events.map(({ at, name, attributes }) => ({
      timestamp: Number(at / 1_000n),
      fields: [['event', name] as const, ...attributes].map(tagOf),
    })),
    processID,
    warnings: null,
  }
}

function tagOf([key, value]: Attribute): object {
  const type = { string: 'string', number: 'int64', boolean: 'bool' }[typeof value as 'string']
  return { key, type, value }
}
