import { ownProperty } from '@firstline/contract/own-property'
import { isObject, listOf, objectOf, valueOf } from '../otlp-values.ts'
import type { Json } from '../otlp-values.ts'
import { preciseTime } from '../nanos.ts'
import type { Attributes, SpanEntry } from '../store.ts'
import type { ReadSpan } from '../whole-trace.ts'

type Pair = readonly [name: string, value: unknown]
type Group = { pairs: readonly Pair[]; service: string }

/** Spans of OTLP's JSON shape, with ids in hex or, as protobuf's own JSON has them, in base64. */
export function spansIn(resources: unknown, accountFields: readonly string[]): ReadSpan[] {
  return listOf(resources).flatMap((given) => {
    const group = objectOf(given)
    const resource = pairsOf(objectOf(group.resource).attributes)
    const service = textOf(new Map(resource).get('service.name'))
    const scopes = listOf(group.scopeSpans ?? group.instrumentationLibrarySpans).map(objectOf)
    return scopes.flatMap(({ scope, spans }) => {
      const pairs = [...resource, ...pairsOf(objectOf(scope).attributes)]
      return listOf(spans).map((span) => spanOf(objectOf(span), { pairs, service }, accountFields))
    })
  })
}

function spanOf(span: Json, { pairs, service }: Group, accountFields: readonly string[]): ReadSpan {
  const own = pairsOf(span.attributes)
  const start = BigInt(textOf(span.startTimeUnixNano))
  const end = BigInt(textOf(span.endTimeUnixNano))
  const status = objectOf(span.status)
  const parent = textOf(span.parentSpanId)
  return {
    at: preciseTime(start),
    traceId: idIn(textOf(span.traceId), 32),
    spanId: idIn(textOf(span.spanId), 16),
    parentSpanId: parent === '' || isNothing(idIn(parent, 16)) ? null : idIn(parent, 16),
    service,
    name: textOf(span.name),
    kind: numberFrom(span.kind, kinds),
    status: numberFrom(status.code, codes),
    statusMessage: textOf(status.message) || null,
    durationNs: end - start,
    attributes: Object.fromEntries([...pairs, ...own]),
    events: listOf(span.events).map((event) => eventOf(objectOf(event))),
    owners: ownersIn([...pairs, ...own], accountFields),
  }
}

/** Every value under a name that says whose it is: a name may stand there more than once. */
export function ownersIn(pairs: readonly Pair[], accountFields: readonly string[]): string[] {
  const said = pairs
    .filter(([name]) => accountFields.includes(name))
    .flatMap(([, value]): unknown[] => (Array.isArray(value) ? value : [value]))
    .filter((value) => value !== null && value !== '')
  return [
    ...new Set(said.map((value) => (isObject(value) ? JSON.stringify(value) : String(value)))),
  ]
}

function pairsOf(attributes: unknown): Pair[] {
  return listOf(attributes)
    .map(objectOf)
    .map((pair) => [textOf(pair.key), valueOf(ownProperty(pair, 'value'), 0)] as const)
}

function eventOf(event: Json): SpanEntry['events'][number] {
  const attributes: Attributes = Object.fromEntries(pairsOf(event.attributes))
  const at = preciseTime(BigInt(textOf(event.timeUnixNano)))
  return { at, name: textOf(event.name), attributes }
}

/** In hex. @throws Error for what is no id of that length */
function idIn(text: string, length: number): string {
  if (text.length === length && /^[0-9a-f]+$/i.test(text)) return text.toLowerCase()
  const hex = Buffer.from(text, 'base64').toString('hex')
  if (hex.length === length) return hex
  throw new Error('the answer holds an id that is none')
}

function isNothing(id: string): boolean {
  return /^0+$/.test(id)
}

const kinds = ['UNSPECIFIED', 'INTERNAL', 'SERVER', 'CLIENT', 'PRODUCER', 'CONSUMER'].map(
  (name) => `SPAN_KIND_${name}`,
)
const codes = ['STATUS_CODE_UNSET', 'STATUS_CODE_OK', 'STATUS_CODE_ERROR']

/** As its name or as its number; what is not said is the first. */
function numberFrom(value: unknown, names: readonly string[]): number {
  const number = typeof value === 'string' ? names.indexOf(value) : Number(value ?? 0)
  return number in names ? number : 0
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
