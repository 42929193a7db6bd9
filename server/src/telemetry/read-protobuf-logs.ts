import { BinaryReader, WireType } from '@bufbuild/protobuf/wire'
import { anyValue, decode, resource as resourceTable, scope } from './otlp-protobuf.ts'
import { newLogOf, orRejected, sourceOf } from './otlp-records.ts'
import type { Accepting, LogSource, ReadLog, Tally } from './otlp-records.ts'
import {
  AttributesText,
  attributesOf,
  cleanText,
  cut,
  doubleNumber,
  limits,
  objectOf,
  valueOf,
  wholeNumber,
} from './otlp-values.ts'
import type { NewLog } from './store.ts'

const { LengthDelimited, Varint, Bit64, Bit32 } = WireType

/**
 * The logs of an ExportLogsServiceRequest, each as it is come to: nothing of the request is kept but the
 * record at hand. Depths count as in the messages: request, resource, scope, record.
 * @throws for bytes that are not this message, or are nested deeper than 64
 */
export function* readProtobufLogs(
  bytes: Buffer,
  accepting: Accepting,
  tally: Tally,
): Generator<NewLog, void> {
  const reader = new BinaryReader(bytes)
  while (reader.pos < bytes.length) {
    if (isField(reader, 1, bytes.length)) yield* readResource(reader, accepting, tally)
  }
}

/** A resource may stand behind its records: it is looked for first. */
function* readResource(
  reader: BinaryReader,
  accepting: Accepting,
  tally: Tally,
): Generator<NewLog, void> {
  const end = endOf(reader, reader.len)
  const start = reader.pos
  let attributes: unknown
  while (reader.pos < end) {
    const [field, wire] = reader.tag()
    if (field === 1) {
      expect(wire, LengthDelimited)
      attributes = decode(reader, endOf(reader, end), resourceTable, 2).attributes
    } else reader.skip(wire, field)
  }
  requireEnd(reader, end)
  const source = sourceOf(attributesOf(attributes))
  reader.pos = start
  while (reader.pos < end) {
    if (isField(reader, 2, end)) yield* readScope(reader, end, source, accepting, tally)
  }
}

function* readScope(
  reader: BinaryReader,
  endOfResource: number,
  source: LogSource,
  accepting: Accepting,
  tally: Tally,
): Generator<NewLog, void> {
  const end = endOf(reader, endOfResource)
  while (reader.pos < end) {
    const [field, wire] = reader.tag()
    if (field === 1) {
      expect(wire, LengthDelimited)
      decode(reader, endOf(reader, end), scope, 3)
    } else if (field === 2) {
      expect(wire, LengthDelimited)
      const read = readRecord(reader, endOf(reader, end), source.version)
      const log = orRejected(tally, () => newLogOf(read, source, accepting))
      if (log) yield log
    } else reader.skip(wire, field)
  }
  requireEnd(reader, end)
}

function readRecord(reader: BinaryReader, end: number, version: string): ReadLog {
  const read: ReadLog = {
    atMicros: null,
    severityNumber: undefined,
    severityText: undefined,
    body: null,
    eventName: undefined,
    traceId: undefined,
    spanId: undefined,
    attributes: new AttributesText(version),
  }
  let observed: number | null = null
  let pairs = 0
  while (reader.pos < end) {
    const [field, wire] = reader.tag()
    const expected = wires[field]
    if (expected === undefined) {
      reader.skip(wire, field)
      continue
    }
    expect(wire, expected)
    if (field === 6) readPair(reader, endOf(reader, end), ++pairs > limits.attributes ? null : read)
    else if (field === 5) read.body = readAny(reader, endOf(reader, end), 4)
    else if (field === 1) read.atMicros = readMicros(reader)
    else if (field === 11) observed = readMicros(reader)
    else if (field === 2) read.severityNumber = reader.int32()
    else if (field === 3) read.severityText = reader.string()
    else if (field === 9) read.traceId = hexOf(reader.bytes())
    else if (field === 10) read.spanId = hexOf(reader.bytes())
    else if (field === 12) read.eventName = reader.string()
    else reader.fixed32() // flags
  }
  requireEnd(reader, end)
  read.atMicros ??= observed
  return read
}

/** Of a log record's fields. */
const wires: Readonly<Partial<Record<number, WireType>>> = {
  1: Bit64,
  2: Varint,
  3: LengthDelimited,
  5: LengthDelimited,
  6: LengthDelimited,
  8: Bit32,
  9: LengthDelimited,
  10: LengthDelimited,
  11: Bit64,
  12: LengthDelimited,
}

/** @param into null when it has as many as are kept */
function readPair(reader: BinaryReader, end: number, into: ReadLog | null): void {
  let key = ''
  let value: unknown = null
  while (reader.pos < end) {
    const [field, wire] = reader.tag()
    if (field === 1) {
      expect(wire, LengthDelimited)
      key = reader.string()
    } else if (field === 2) {
      expect(wire, LengthDelimited)
      value = readAny(reader, endOf(reader, end), 5)
    } else reader.skip(wire, field)
  }
  requireEnd(reader, end)
  into?.attributes.add(key, value)
}

/** Nearly every value is one text or number; what is not is read as all other messages are. */
function readAny(reader: BinaryReader, end: number, depth: number): unknown {
  const start = reader.pos
  if (start < end) {
    const [field, wire] = reader.tag()
    let value: unknown
    if (field === 1 && wire === LengthDelimited)
      value = cut(cleanText(reader.string()), limits.messageLength)
    else if (field === 2 && wire === Varint) value = reader.bool()
    else if (field === 3 && wire === Varint) value = wholeNumber(reader.int64())
    else if (field === 4 && wire === Bit64) value = doubleNumber(reader.double())
    if (value !== undefined && reader.pos === end) return value
    reader.pos = start
  }
  return valueOf(objectOf(decode(reader, end, anyValue, depth)), 0)
}

/** Nanoseconds of 64 bits, without a number that a double would change. @returns null for zero */
function readMicros(reader: BinaryReader): number | null {
  const low = reader.fixed32()
  const high = reader.fixed32()
  if (low === 0 && high === 0) return null
  // 2 ** 32 is 4,294,967 thousands and 296
  return high * 4_294_967 + Math.floor((high * 296 + low) / 1_000)
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')
}

/** Whether the next field is this message; another one is left behind. */
function isField(reader: BinaryReader, wanted: number, end: number): boolean {
  const [field, wire] = reader.tag()
  if (field === wanted) {
    expect(wire, LengthDelimited)
    return true
  }
  reader.skip(wire, field)
  if (reader.pos > end) throw new RangeError('a field ends beyond its message')
  return false
}

/** Where the message that begins here ends. */
function endOf(reader: BinaryReader, endOfParent: number): number {
  const length = reader.uint32()
  const end = reader.pos + length
  if (end > endOfParent) throw new RangeError('a message ends beyond the one it is in')
  return end
}

function requireEnd(reader: BinaryReader, end: number): void {
  if (reader.pos !== end) throw new RangeError('a field ends beyond its message')
}

function expect(wire: WireType, expected: WireType): void {
  if (wire !== expected) throw new RangeError(`wire type ${wire} instead of ${expected}`)
}
