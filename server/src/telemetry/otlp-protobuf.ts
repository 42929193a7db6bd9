import { BinaryReader, WireType } from '@bufbuild/protobuf/wire'

/**
 * OTLP's protobuf messages turned into the shape of OTLP/JSON, so that one path follows: ids in
 * hex, 64-bit numbers as strings. Field numbers as in opentelemetry-proto 1.x. Log records, of which there
 * are many more, are read by read-protobuf-logs.ts.
 */
type Kind =
  | 'string'
  | 'bool'
  | 'int64'
  | 'double'
  | 'bytes'
  | 'hex'
  | 'fixed64'
  | 'enum'
  | 'fixed32'
type Field = readonly [name: string, kind: Kind | (() => Table), isRepeated?: true]
type Table = Readonly<Record<number, Field>>

export const anyValue: Table = {
  1: ['stringValue', 'string'],
  2: ['boolValue', 'bool'],
  3: ['intValue', 'int64'],
  4: ['doubleValue', 'double'],
  5: ['arrayValue', () => array],
  6: ['kvlistValue', () => keyValueList],
  7: ['bytesValue', 'bytes'],
}
const keyValue: Table = { 1: ['key', 'string'], 2: ['value', () => anyValue] }
const array: Table = { 1: ['values', () => anyValue, true] }
const keyValueList: Table = { 1: ['values', () => keyValue, true] }
const attributes: Field = ['attributes', () => keyValue, true]
export const resource: Table = { 1: attributes }
export const scope: Table = { 1: ['name', 'string'], 2: ['version', 'string'], 3: attributes }
const spanEvent: Table = { 1: ['timeUnixNano', 'fixed64'], 2: ['name', 'string'], 3: attributes }
const spanLink: Table = { 1: ['traceId', 'hex'], 2: ['spanId', 'hex'], 4: attributes }
const spanStatus: Table = { 2: ['message', 'string'], 3: ['code', 'enum'] }
const span: Table = {
  1: ['traceId', 'hex'],
  2: ['spanId', 'hex'],
  3: ['traceState', 'string'],
  4: ['parentSpanId', 'hex'],
  5: ['name', 'string'],
  6: ['kind', 'enum'],
  7: ['startTimeUnixNano', 'fixed64'],
  8: ['endTimeUnixNano', 'fixed64'],
  9: attributes,
  11: ['events', () => spanEvent, true],
  13: ['links', () => spanLink, true],
  15: ['status', () => spanStatus],
  16: ['flags', 'fixed32'],
}

const inScope: Table = { 1: ['scope', () => scope], 2: ['spans', () => span, true] }
const inResource: Table = {
  1: ['resource', () => resource],
  2: ['scopeSpans', () => inScope, true],
}
const tracesRequest: Table = { 1: ['resourceSpans', () => inResource, true] }

const deepest = 64

export type Message = Record<string, unknown>

/** @throws for bytes that are not this message, or are nested deeper than 64 */
export function decodeTracesRequest(bytes: Uint8Array): Message {
  return decode(new BinaryReader(bytes), bytes.length, tracesRequest, 0)
}

/** One message that ends there. @throws for what is no such message, or nested deeper than 64 */
export function decode(reader: BinaryReader, end: number, table: Table, depth: number): Message {
  if (depth > deepest) throw new RangeError('nested too deeply')
  if (end > reader.len) throw new RangeError('a message ends beyond the request')
  const fields = new Map<string, unknown>()
  while (reader.pos < end) {
    const [number, wire] = reader.tag()
    const field = table[number]
    if (!field) {
      reader.skip(wire, number)
      continue
    }
    const [name, kind, isRepeated] = field
    const value = readField(reader, kind, wire, depth)
    if (isRepeated) listAt(fields, name).push(value)
    else fields.set(name, value)
  }
  if (reader.pos !== end) throw new RangeError('a field ends beyond its message')
  return Object.fromEntries(fields)
}

function listAt(fields: Map<string, unknown>, name: string): unknown[] {
  const there = fields.get(name)
  if (Array.isArray(there)) return there
  const list: unknown[] = []
  fields.set(name, list)
  return list
}

const wires: Record<Kind, WireType> = {
  string: WireType.LengthDelimited,
  bytes: WireType.LengthDelimited,
  hex: WireType.LengthDelimited,
  bool: WireType.Varint,
  int64: WireType.Varint,
  enum: WireType.Varint,
  double: WireType.Bit64,
  fixed64: WireType.Bit64,
  fixed32: WireType.Bit32,
}

function readField(reader: BinaryReader, kind: Field[1], wire: WireType, depth: number): unknown {
  const expected = typeof kind === 'string' ? wires[kind] : WireType.LengthDelimited
  if (wire !== expected) throw new RangeError(`wire type ${wire} instead of ${expected}`)
  if (typeof kind !== 'string') {
    const length = reader.uint32()
    return decode(reader, reader.pos + length, kind(), depth + 1)
  }
  switch (kind) {
    case 'hex':
      return Buffer.from(reader.bytes()).toString('hex')
    case 'bytes':
      return Buffer.from(reader.bytes()).toString('base64')
    case 'int64':
      return String(reader.int64())
    case 'fixed64':
      return String(reader.fixed64())
    case 'enum':
      return reader.int32()
    case 'string':
      return reader.string()
    case 'bool':
      return reader.bool()
    case 'double':
      return reader.double()
    case 'fixed32':
      return reader.fixed32()
  }
}
