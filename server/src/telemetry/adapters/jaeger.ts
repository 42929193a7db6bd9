import { z } from 'zod'
import { hours } from '#server/core/clock.ts'
import { Invalid, messageOf } from '#server/core/errors.ts'
import { parseExactJson } from '#server/core/exact-json.ts'
import { QueryRefused } from '#server/connections/read-series.ts'
import type { OutboundAnswer } from '#server/outbound/call-out.ts'
import { preciseTime } from '../nanos.ts'
import { nobody } from '../probe.ts'
import type { Probe } from '../probe.ts'
import { roomForSpans } from '../sum-traces.ts'
import type { OpenTraces, ReadSpan } from '../whole-trace.ts'
import { inTurns, timeLeft } from './in-turns.ts'
import { ownersIn } from './otlp-json.ts'

const maxBytes = 16 * 1024 * 1024
const atOnce = 6
const mostServices = 30

const hex = z.string().regex(/^[0-9a-fA-F]{1,32}$/)
const tag = z.object({ key: z.string(), value: z.unknown() })
const tags = z.array(tag).nullish()
const micros = z.union([z.number(), z.string()]).transform((value) => BigInt(value) * 1_000n)
const spanForm = z.object({
  traceID: hex,
  spanID: hex,
  operationName: z.string(),
  references: z.array(z.object({ refType: z.string(), traceID: hex, spanID: hex })).nullish(),
  startTime: micros,
  duration: micros,
  tags,
  logs: z.array(z.object({ timestamp: micros, fields: tags })).nullish(),
  processID: z.string(),
})
const tracesForm = z.object({
  data: z
    .array(
      z.object({
        spans: z.array(spanForm),
        processes: z.record(z.string(), z.object({ serviceName: z.string(), tags })),
      }),
    )
    .nullish(),
})
const servicesForm = z.object({ data: z.array(z.string()).nullish() })
type Span = z.infer<typeof spanForm>
type Tags = z.infer<typeof tags>
type Process = NonNullable<z.infer<typeof tracesForm>['data']>[number]['processes'][string]

/** Jaeger by the HTTP API of its pages: a search asks for one service, and for all of several tags. */
export const jaegerTraces: OpenTraces = (
  connections,
  { connection, accountFields, services, timeoutMs },
) => {
  const system = connections.system(connection, 'jaeger')
  const left = timeLeft(timeoutMs)
  const read = (path: string) => system.get(path, { timeoutMs: left(), maxBytes })
  const room = roomForSpans()
  const tracesIn = (body: string) =>
    (tracesForm.parse(parseExactJson(body)).data ?? []).map(({ spans, processes }) => {
      const known = new Map(Object.entries(processes))
      return spans.map((span) => spanOf(span, known.get(span.processID), accountFields))
    })
  const servicesKnown = async () => {
    const { data } = servicesForm.parse(parseExactJson(bodyOf(await read('/api/services'))))
    if ((data ?? []).length <= mostServices) return data ?? []
    throw new Invalid(
      'input.window',
      'Jaeger knows more services than are asked one by one: name those that say the account as services of the section traces',
    )
  }
  return {
    async search(account, { from, to, isFailed, limit }) {
      const asked = (services ?? (await servicesKnown())).flatMap((service) =>
        accountFields.map((field) => ({ service, tags: JSON.stringify({ [field]: account }) })),
      )
      const range = {
        start: String(from.getTime() * 1_000),
        end: String(to.getTime() * 1_000 + 999),
        // those with an error are picked out here: another span of the trace may have it
        limit: String(isFailed ? Math.max(limit, 100) : limit),
      }
      const found = await inTurns(asked, atOnce, async (each) => {
        const answer = await read(`/api/traces?${new URLSearchParams({ ...each, ...range })}`)
        return tracesIn(bodyOf(answer)).map(room)
      })
      return uniqueTraces(found.flat())
    },
    async trace(traceId) {
      const answer = await read(`/api/traces/${traceId}`)
      return answer.status === 404 ? [] : tracesIn(bodyOf(answer)).flat()
    },
  }
}

/** The services are asked for, and the first one's traces of an account that nobody has. */
export const probeJaeger: Probe = async (connections, id, { traces }, timeoutMs) => {
  const isUsed = traces?.kind === 'jaeger' && traces.connection === id
  const place = isUsed
    ? { ...traces, timeoutMs }
    : {
        kind: 'jaeger' as const,
        connection: id,
        accountFields: ['account.id'],
        services: null,
        timeoutMs,
      }
  const now = new Date()
  const search = { from: new Date(now.getTime() - hours), to: now, isFailed: false, limit: 1 }
  try {
    const found = await jaegerTraces(connections, place).search(nobody, search)
    return `${found.length} traces of “${nobody}”`
  } catch (error) {
    if (messageOf(error) !== 'HTTP 404') throw error
    throw new Error('HTTP 404: base_url is not the address of jaeger-query', { cause: error })
  }
}

/** Each service and field may find the same. */
function uniqueTraces(traces: readonly ReadSpan[][]): ReadSpan[][] {
  return [...new Map(traces.map((spans) => [spans[0]?.traceId ?? '', spans])).values()].filter(
    (spans) => spans.length > 0,
  )
}

function spanOf(
  span: Span,
  process: Process | undefined,
  accountFields: readonly string[],
): ReadSpan {
  const own = pairsOf(span.tags)
  const all = [...pairsOf(process?.tags), ...own]
  const said = new Map(own.map(([name, value]) => [name, String(value)]))
  const traceId = idOf(span.traceID, 32)
  const within = (span.references ?? []).filter((each) => idOf(each.traceID, 32) === traceId)
  const parent = within.find(({ refType }) => refType === 'CHILD_OF') ?? within[0]
  return {
    at: preciseTime(span.startTime),
    traceId,
    spanId: idOf(span.spanID, 16),
    parentSpanId: parent ? idOf(parent.spanID, 16) : null,
    service: process?.serviceName ?? '',
    name: span.operationName,
    kind: Math.max(0, kinds.indexOf(said.get('span.kind') ?? '')),
    status: statusOf(said),
    statusMessage: said.get('otel.status_description') ?? null,
    durationNs: span.duration,
    attributes: Object.fromEntries(all),
    events: (span.logs ?? []).map(({ timestamp, fields }) => {
      const attributes = pairsOf(fields)
      const name = attributes.find(([key]) => key === 'event')?.[1]
      return {
        at: preciseTime(timestamp),
        name: typeof name === 'string' ? name : '',
        attributes: Object.fromEntries(attributes.filter(([key]) => key !== 'event')),
      }
    }),
    owners: ownersIn(all, accountFields),
  }
}

const kinds = ['unspecified', 'internal', 'server', 'client', 'producer', 'consumer']

function statusOf(said: ReadonlyMap<string, string>): number {
  const code = said.get('otel.status_code')?.toUpperCase()
  if (code === 'ERROR' || said.get('error') === 'true') return 2
  return code === 'OK' ? 1 : 0
}

function pairsOf(given: Tags): [string, unknown][] {
  return (given ?? []).map(({ key, value }) => [key, value])
}

/** Older ones leave out zeros in front. */
function idOf(id: string, length: number): string {
  return id.toLowerCase().padStart(length, '0')
}

/** @throws QueryRefused, and Error for whatever else is no answer */
function bodyOf({ status, body }: OutboundAnswer): string {
  if (status === 200) return body
  throw status === 400 ? new QueryRefused(body.slice(0, 400)) : new Error(`HTTP ${status}`)
}
