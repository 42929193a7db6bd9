import { ownProperty } from '@firstline/contract/own-property'
import {
  NotARecord,
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
export type Read<Record> = { records: Record[]; rejected: number; reasons: Set<string> }

const accountAttribute = 'account.id'

export type Accepting = {
  /** Stands in for a missing time. */
  receivedAt: Date
  /** Older is refused: it would be forgotten at once. */
  oldest: Date
  newest: Date
}

export function readLogs(request: unknown, accepting: Accepting): Read<NewLog> {
  return readRecords(request, ['resourceLogs', 'scopeLogs', 'logRecords'], (record, resource) =>
    logOf(record, resource, accepting),
  )
}

export function readSpans(request: unknown, accepting: Accepting): Read<NewSpan> {
  return readRecords(request, ['resourceSpans', 'scopeSpans', 'spans'], (record, resource) =>
    spanOf(record, resource, accepting),
  )
}

function readRecords<Kept>(
  request: unknown,
  [resources, scopes, records]: readonly [string, string, string],
  toRecord: (record: Json, resource: Attributes) => Kept,
): Read<Kept> {
  const read: Read<Kept> = { records: [], rejected: 0, reasons: new Set() }
  for (const group of listOf(ownProperty(objectOf(request), resources))) {
    const resource = attributesOf(objectOf(objectOf(group).resource).attributes)
    for (const scope of listOf(ownProperty(objectOf(group), scopes))) {
      for (const record of listOf(ownProperty(objectOf(scope), records))) {
        try {
          read.records.push(toRecord(recordOf(record), resource))
        } catch (error) {
          if (!(error instanceof NotARecord)) throw error
          read.rejected += 1
          read.reasons.add(error.message)
        }
      }
    }
  }
  return read
}

function recordOf(value: unknown): Json {
  if (isObject(value)) return value
  throw new NotARecord('a record is not an object')
}

function logOf(record: Json, resource: Attributes, accepting: Accepting): NewLog {
  const own = attributesOf(record.attributes)
  const nanos = nanosOf(record.timeUnixNano) || nanosOf(record.observedTimeUnixNano)
  return {
    at: acceptedTime(nanos || BigInt(accepting.receivedAt.getTime()) * 1_000_000n, accepting),
    accountKey: accountOf(own, resource),
    service: serviceOf(resource),
    severity: severityOf(record),
    message: messageOf(record),
    traceId: idOf(record.traceId, 32),
    spanId: idOf(record.spanId, 16),
    attributes: { ...versionOf(resource), ...own },
  }
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
    accountKey: accountOf(own, resource),
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
function severityOf({ severityNumber: given, severityText: text }: Json): number {
  const named = /^SEVERITY_NUMBER_([A-Z]+)([2-4])?$/.exec(typeof given === 'string' ? given : '')
  if (named) return fromName(named[1]!, Number(named[2] ?? 1))
  const number = Number(given ?? 0)
  if (Number.isInteger(number) && number >= 1 && number <= 24) return number
  return typeof text === 'string' ? fromName(text.trim().toUpperCase(), 1) : 0
}

function fromName(name: string, step: number): number {
  const index = severityNames.findIndex((known) => name.startsWith(known))
  if (index >= 0) return index * 4 + step
  return /^(?:CRIT|EMERG|ALERT|PANIC)/.test(name) ? 21 : name.startsWith('ERR') ? 17 : 0
}

function messageOf({ body, eventName }: Json): string {
  const value = valueOf(body, 0)
  const text = typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value)
  return cut(text || cleanText(eventName), limits.messageLength)
}

function accountOf(own: Attributes, resource: Attributes): string | null {
  const key = own[accountAttribute] ?? resource[accountAttribute]
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

function acceptedTime(nanos: bigint, { oldest, newest }: Accepting): PreciseTime {
  const ms = Number(nanos / 1_000_000n)
  if (ms < oldest.getTime()) throw new NotARecord('a record is older than the retention')
  if (ms > newest.getTime()) throw new NotARecord('a record is from the future')
  return preciseTime(nanos)
}

function preciseTime(nanos: bigint): PreciseTime {
  const ms = Math.min(Number(nanos / 1_000_000n), 8.64e15)
  const micros = String((nanos / 1_000n) % 1_000n).padStart(3, '0')
  return new Date(ms).toISOString().replace('Z', `${micros}Z`)
}
