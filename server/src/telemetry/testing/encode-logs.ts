import { BinaryWriter } from '@bufbuild/protobuf/wire'

/** A value as OTLP/JSON writes it. */
export type Any =
  | { stringValue: string }
  | { boolValue: boolean }
  | { intValue: string }
  | { doubleValue: number }
  | { bytesValue: string }
  | { arrayValue: { values: Any[] } }
  | { kvlistValue: { values: Pair[] } }
  | Record<string, never>
export type Pair = { key: string; value: Any }
export type LogJson = {
  timeUnixNano?: string
  observedTimeUnixNano?: string
  severityNumber?: number
  severityText?: string
  body?: Any
  attributes?: Pair[]
  traceId?: string
  spanId?: string
  eventName?: string
}
export type LogsJson = {
  resourceLogs: {
    resource?: { attributes?: Pair[] }
    scopeLogs: { logRecords: LogJson[] }[]
  }[]
}

/** The same request in protobuf, by the writer of the library and the field numbers of the specification. */
export function encodeLogs({ resourceLogs }: LogsJson): Buffer {
  const writer = new BinaryWriter()
  for (const { resource, scopeLogs } of resourceLogs) {
    writer.tag(1, 2).fork()
    if (resource) {
      writer.tag(1, 2).fork()
      writePairs(writer, 1, resource.attributes)
      writer.join()
    }
    for (const { logRecords } of scopeLogs) {
      writer.tag(2, 2).fork().tag(1, 2).fork().tag(1, 2).string('scope').join()
      for (const record of logRecords) writeRecord(writer, record)
      writer.join()
    }
    writer.join()
  }
  return Buffer.from(writer.finish())
}

function writeRecord(writer: BinaryWriter, record: LogJson): void {
  writer.tag(2, 2).fork()
  if (record.timeUnixNano !== undefined) writer.tag(1, 1).fixed64(record.timeUnixNano)
  if (record.observedTimeUnixNano !== undefined)
    writer.tag(11, 1).fixed64(record.observedTimeUnixNano)
  if (record.severityNumber !== undefined) writer.tag(2, 0).int32(record.severityNumber)
  if (record.severityText !== undefined) writer.tag(3, 2).string(record.severityText)
  if (record.body) writeAny(writer, 5, record.body)
  writePairs(writer, 6, record.attributes)
  writer.tag(8, 5).fixed32(1)
  if (record.traceId !== undefined) writer.tag(9, 2).bytes(Buffer.from(record.traceId, 'hex'))
  if (record.spanId !== undefined) writer.tag(10, 2).bytes(Buffer.from(record.spanId, 'hex'))
  if (record.eventName !== undefined) writer.tag(12, 2).string(record.eventName)
  writer.join()
}

function writePairs(writer: BinaryWriter, field: number, pairs: readonly Pair[] = []): void {
  for (const { key, value } of pairs) {
    writer.tag(field, 2).fork().tag(1, 2).string(key)
    writeAny(writer, 2, value)
    writer.join()
  }
}

function writeAny(writer: BinaryWriter, field: number, value: Any): void {
  writer.tag(field, 2).fork()
  if ('stringValue' in value) writer.tag(1, 2).string(value.stringValue)
  else if ('boolValue' in value) writer.tag(2, 0).bool(value.boolValue)
  else if ('intValue' in value) writer.tag(3, 0).int64(value.intValue)
  else if ('doubleValue' in value) writer.tag(4, 1).double(value.doubleValue)
  else if ('bytesValue' in value) writer.tag(7, 2).bytes(Buffer.from(value.bytesValue, 'base64'))
  else if ('arrayValue' in value) {
    writer.tag(5, 2).fork()
    for (const each of value.arrayValue.values) writeAny(writer, 1, each)
    writer.join()
  } else if ('kvlistValue' in value) {
    writer.tag(6, 2).fork()
    writePairs(writer, 1, value.kvlistValue.values)
    writer.join()
  }
  writer.join()
}
