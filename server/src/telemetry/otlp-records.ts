import { ownProperty } from '@firstline/contract/own-property'
import {
  AttributesText,
  NotARecord,
  accountAttribute,
  attributesOf,
  cleanText,
  cut,
  isObject,
  limits,
  listOf,
  objectOf,
  valueOf,
} from './otlp-values.ts'
import type { Json } from './otlp-values.ts'
import type { Attributes, NewLog, NewSpan, PreciseTime } from './store.ts'

/**
 * OTLP requests in their JSON shape (a decoded protobuf has it too) turned into records. What is
 * not a record is counted and said in the answer; the others of the request are kept.
 */
export type Tally = { rejected: number; reasons: Set<string> }

export type Accepting = {
  /** Stands in for a missing time. */
  receivedAt: Date
  /** Older is refused: it would be forgotten at once. */
  oldest: Date
  newest: Date
}

/** Of a request in its JSON shape. */
export function* readLogs(
  request: unknown,
  accepting: Accepting,
  tally: Tally,
): Generator<NewLog, void> {
  const names = ['resourceLogs', 'scopeLogs', 'logRecords'] as const
  for (const [resource, records] of groupsOf(request, names, tally)) {
    const source = sourceOf(resource)
    for (const record of records) {
      const log = orRejected(tally, () => logOf(recordOf(record), source, accepting))
      if (log) yield log
    }
  }
}

export function readSpans(request: unknown, accepting: Accepting, tally: Tally): NewSpan[] {
  const spans: NewSpan[] = []
  const names = ['resourceSpans', 'scopeSpans', 'spans'] as const
  for (const [resource, records] of groupsOf(request, names, tally)) {
    for (const record of records) {
      const span = orRejected(tally, () => spanOf(recordOf(record), resource, accepting))
      if (span) spans.push(span)
    }
  }
  return spans
}

/** The records of each scope, with the attributes of their resource; without those it has none to be kept. */
function* groupsOf(
  request: unknown,
  [resources, scopes, records]: readonly [string, string, string],
  tally: Tally,
): Generator<[Attributes, readonly unknown[]], void> {
  for (const group of listOf(ownProperty(objectOf(request), resources))) {
    const lists = listOf(ownProperty(objectOf(group), scopes)).map((scope) =>
      listOf(ownProperty(objectOf(scope), records)),
    )
    const { attributes } = objectOf(objectOf(group).resource)
    const resource = orRejected(tally, () => attributesOf(attributes), lists.flat().length)
    if (resource) for (const list of lists) yield [resource, list]
  }
}

/** What is not a record is counted, and its reason kept. */
export function orRejected<Kept>(tally: Tally, read: () => Kept, records = 1): Kept | null {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof NotARecord)) throw error
    tally.rejected += records
    tally.reasons.add(error.message)
    return null
  }
}

function recordOf(value: unknown): Json {
  if (isObject(value)) return value
  throw new NotARecord('a record is not an object')
}

/** What the records of a resource take from it. */
export type LogSource = {
  account: unknown
  service: string
  /** Which release said it, as a member of a JSON object: what the next look at the deploys needs. */
  version: string
}

export function sourceOf(resource: Attributes): LogSource {
  const version = versionOf(resource)
  return {
    account: resource[accountAttribute],
    service: serviceOf(resource),
    version: JSON.stringify(version).slice(1, -1),
  }
}

/** A log record as far as it is read, whichever encoding it came in. */
export type ReadLog = {
  /** Microseconds since 1970; null when it says none. */
  atMicros: number | null
  severityNumber: unknown
  severityText: unknown
  /** Plain JSON. */
  body: unknown
  eventName: unknown
  /** In hex; null or anything else when it is none. */
  traceId: unknown
  spanId: unknown
  attributes: AttributesText
}

/** @throws NotARecord */
export function newLogOf(read: ReadLog, source: LogSource, accepting: Accepting): NewLog {
  return {
    atMicros: acceptedMicros(read.atMicros ?? accepting.receivedAt.getTime() * 1_000, accepting),
    accountKey: accountOf(read.attributes.account ?? source.account),
    service: source.service,
    severity: severityOf(read),
    message: messageOf(read),
    traceId: idOf(read.traceId, 32),
    spanId: idOf(read.spanId, 16),
    attributes: read.attributes.toString(),
  }
}

function logOf(record: Json, source: LogSource, accepting: Accepting): NewLog {
  const attributes = new AttributesText(source.version)
  for (const pair of listOf(record.attributes).slice(0, limits.attributes)) {
    const { key, value } = objectOf(pair)
    if (typeof key === 'string' && key !== '') attributes.add(key, valueOf(value, 0))
  }
  const read: ReadLog = {
    atMicros: microsOf(record.timeUnixNano) ?? microsOf(record.observedTimeUnixNano),
    severityNumber: record.severityNumber,
    severityText: record.severityText,
    body: valueOf(record.body, 0),
    eventName: record.eventName,
    traceId: record.traceId,
    spanId: record.spanId,
    attributes,
  }
  return newLogOf(read, source, accepting)
}

function spanOf(record: Json, resource: Attributes, accepting: Accepting): NewSpan {
  const traceId = idOf(record.traceId, 32)
  const spanId = idOf(record.spanId, 16)
  if (!traceId || !spanId) throw new NotARecord('a span has no valid traceId and spanId')
  const start = nanosOf(record.startTimeUnixNano)
  const end = nanosOf(record.endTimeUnixNano)
  if (!start || end < start) throw new NotARecord('a span has no valid beginning and end')
  const own = attributesOf(record.attributes)
  const status = objectOf(record.status)
  return {
    at: acceptedTime(start, accepting),
    accountKey: accountOf(own[accountAttribute] ?? resource[accountAttribute]),
    traceId,
    spanId,
    parentSpanId: idOf(record.parentSpanId, 16),
    service: serviceOf(resource),
    name: cut(cleanText(record.name), 300) || 'unnamed',
    kind: numberFrom(record.kind, spanKinds),
    status: numberFrom(status.code, statusCodes),
    statusMessage: cut(cleanText(status.message), limits.textLength) || null,
    durationNs: end - start,
    attributes: { ...versionOf(resource), ...own },
    events: listOf(record.events).slice(0, limits.events).map(spanEventOf),
  }
}

function spanEventOf(value: unknown): NewSpan['events'][number] {
  const event = objectOf(value)
  return {
    at: preciseTime(nanosOf(event.timeUnixNano)),
    name: cut(cleanText(event.name), 300),
    attributes: attributesOf(event.attributes),
  }
}

/** JSON senders may write an enumeration as its number or as its name. */
const spanKinds = ['UNSPECIFIED', 'INTERNAL', 'SERVER', 'CLIENT', 'PRODUCER', 'CONSUMER'].map(
  (name) => `SPAN_KIND_${name}`,
)
const statusCodes = ['STATUS_CODE_UNSET', 'STATUS_CODE_OK', 'STATUS_CODE_ERROR']

function numberFrom(value: unknown, names: readonly string[]): number {
  const number = typeof value === 'string' ? names.indexOf(value) : Number(value ?? 0)
  return Number.isInteger(number) && number >= 0 && number < names.length ? number : 0
}

const severityNames = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL']

/** Without a number the text decides: `WARNING` is a warning. */
function severityOf({ severityNumber: given, severityText: text }: ReadLog): number {
  if (typeof given === 'number' && given >= 1 && given <= 24 && Number.isInteger(given))
    return given
  const [, name, step = 1] =
    /^SEVERITY_NUMBER_([A-Z]+)([2-4])?$/.exec(typeof given === 'string' ? given : '') ?? []
  if (name !== undefined) return fromName(name, Number(step))
  const number = Number(given ?? 0)
  if (Number.isInteger(number) && number >= 1 && number <= 24) return number
  return typeof text === 'string' ? fromName(text.trim().toUpperCase(), 1) : 0
}

function fromName(name: string, step: number): number {
  const index = severityNames.findIndex((known) => name.startsWith(known))
  if (index >= 0) return index * 4 + step
  return /^(?:CRIT|EMERG|ALERT|PANIC)/.test(name) ? 21 : name.startsWith('ERR') ? 17 : 0
}

function messageOf({ body: value, eventName }: ReadLog): string {
  const text = typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value)
  return cut(text || cleanText(eventName), limits.messageLength)
}

function accountOf(key: unknown): string | null {
  if (typeof key !== 'string' && typeof key !== 'number') return null
  return String(key).trim().slice(0, 200) || null
}

function serviceOf(resource: Attributes): string {
  const name = resource['service.name']
  return typeof name === 'string' && name !== '' ? name.slice(0, 120) : 'unknown'
}

/** Which release said it: what the next look at the deploys needs. */
function versionOf(resource: Attributes): Attributes {
  const version = resource['service.version']
  return version === undefined ? {} : { 'service.version': version }
}

function idOf(value: unknown, length: number): string | null {
  const id = typeof value === 'string' ? value.toLowerCase() : ''
  return id.length === length && /^[0-9a-f]+$/.test(id) && !/^0+$/.test(id) ? id : null
}

function nanosOf(value: unknown): bigint {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : ''
  return /^\d{1,20}$/.test(text) ? BigInt(text) : 0n
}

/** @returns null for no time, which zero is too */
function microsOf(nanos: unknown): number | null {
  const text = typeof nanos === 'number' || typeof nanos === 'string' ? String(nanos) : ''
  if (!/^\d{1,20}$/.test(text) || Number(text) === 0) return null
  return Number(text.slice(0, -3)) // exact until the year 2255
}

function acceptedMicros(micros: number, accepting: Accepting): number {
  requireAccepted(Math.floor(micros / 1_000), accepting)
  return micros
}

function acceptedTime(nanos: bigint, accepting: Accepting): PreciseTime {
  requireAccepted(Number(nanos / 1_000_000n), accepting)
  return preciseTime(nanos)
}

function requireAccepted(ms: number, { oldest, newest }: Accepting): void {
  if (ms < oldest.getTime()) throw new NotARecord('a record is older than the retention')
  if (ms > newest.getTime()) throw new NotARecord('a record is from the future')
}

function preciseTime(nanos: bigint): PreciseTime {
  const ms = Math.min(Number(nanos / 1_000_000n), 8.64e15)
  const micros = String((nanos / 1_000n) % 1_000n).padStart(3, '0')
  return new Date(ms).toISOString().replace('Z', `${micros}Z`)
}
