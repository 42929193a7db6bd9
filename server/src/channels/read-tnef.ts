import { withoutTrailing } from '#server/core/without-trailing.ts'
import { decodeText } from './decode-text.ts'
import { textOfRtf, unpackRtf } from './read-rtf.ts'

/** Outlook's rich text (`winmail.dat`, MS-OXTNEF): what is in it for a reader. */
export type Tnef = { text: string | null; html: string | null; files: TnefFile[] }
/** `rich`: its words as compressed rich text, where there are no others. */
type Reading = Tnef & { rich?: Buffer }
type TnefFile = { name: string | null; content: Buffer }

const signature = 0x223e9f78
const attributes = {
  body: 0x0002800c,
  codepage: 0x00069007,
  properties: 0x00069003,
  fileBegins: 0x00069002,
  fileName: 0x00018010,
  fileContent: 0x0006800f,
  fileProperties: 0x00069005,
}
const properties = { body: 0x1000, rtf: 0x1009, html: 0x1013, longName: 0x3707 }
const limits = { attributes: 5_000, files: 100, properties: 2_000 }

/** @returns null where it is none */
export function readTnef(bytes: Buffer): Tnef | null {
  if (bytes.length < 6 || bytes.readUInt32LE(0) !== signature) return null
  const found: Reading = { text: null, html: null, files: [] }
  let charset = 'windows-1252'
  for (const { id, content } of attributesOf(bytes)) {
    const file = found.files.at(-1)
    if (id === attributes.codepage && content.length >= 4) charset = `cp${content.readUInt32LE(0)}`
    if (id === attributes.body) found.text = textOf(content, charset)
    if (id === attributes.properties) readBodies(content, charset, found)
    if (id === attributes.fileBegins && found.files.length < limits.files) {
      found.files.push({ name: null, content: Buffer.alloc(0) })
    }
    if (id === attributes.fileName) nameFile(found, textOf(content, charset))
    if (id === attributes.fileContent && file) file.content = content
    if (id === attributes.fileProperties && file) {
      file.name = readProperties(content, charset).get(properties.longName)?.text ?? file.name
    }
  }
  if (found.html === null && !found.text?.trim()) found.text = richText(found.rich) ?? found.text
  return found
}

function richText(packed: Buffer | undefined): string | null {
  const rtf = packed && unpackRtf(packed)
  return rtf ? textOfRtf(rtf) : null
}

function nameFile({ files }: Tnef, name: string): void {
  const last = files.at(-1)
  if (last) last.name ??= name
}

function readBodies(content: Buffer, charset: string, found: Reading): void {
  const known = readProperties(content, charset)
  found.text ??= known.get(properties.body)?.text ?? null
  const html = known.get(properties.html)
  if (html) found.html = html.text
  const rtf = known.get(properties.rtf)
  if (rtf && !html) found.rich = rtf.content
}

type Attribute = { id: number; content: Buffer }

/** Level, id, length, content, checksum; what comes after a broken one is not guessed. */
function* attributesOf(bytes: Buffer): Generator<Attribute> {
  let at = 6
  for (let count = 0; at + 9 <= bytes.length && count < limits.attributes; count++) {
    const length = bytes.readUInt32LE(at + 5)
    const end = at + 9 + length
    if (end > bytes.length) return
    yield { id: bytes.readUInt32LE(at + 1), content: bytes.subarray(at + 9, end) }
    at = end + 2
  }
}

type Property = { text: string; content: Buffer }

/** The properties of text and bytes; reading ends where one is of an unknown size. */
function readProperties(bytes: Buffer, charset: string): Map<number, Property> {
  const found = new Map<number, Property>()
  if (bytes.length < 4) return found
  const count = Math.min(bytes.readUInt32LE(0), limits.properties)
  let at = 4
  for (let index = 0; index < count && at + 4 <= bytes.length; index++) {
    const type = bytes.readUInt16LE(at)
    const id = bytes.readUInt16LE(at + 2)
    at = afterName(bytes, at + 4, id)
    const value = valueAt(bytes, at, type)
    if (!value) break
    if (value.content) {
      const isWide = (type & 0xfff) === 0x1f
      found.set(id, {
        text: textOf(value.content, isWide ? 'utf-16le' : charset),
        content: value.content,
      })
    }
    at = value.end
  }
  return found
}

/** Properties above 0x8000 are named: by a number, or by words. */
function afterName(bytes: Buffer, at: number, id: number): number {
  if (id < 0x8000 || at + 24 > bytes.length) return at
  if (bytes.readUInt32LE(at + 16) === 0) return at + 24
  return at + 24 + padded(bytes.readUInt32LE(at + 20))
}

const sizes = new Map([
  [0x02, 4],
  [0x03, 4],
  [0x04, 4],
  [0x05, 8],
  [0x06, 8],
  [0x07, 8],
  [0x0a, 4],
  [0x0b, 4],
  [0x14, 8],
  [0x40, 8],
  [0x48, 16],
])
/** String, wide string, bytes, object: a count of values, each with its length. */
const measured = new Set([0x1e, 0x1f, 0x102, 0x0d])

function valueAt(
  bytes: Buffer,
  start: number,
  type: number,
): { content?: Buffer; end: number } | null {
  const base = type & 0xfff
  const isMany = (type & 0x1000) !== 0
  const size = sizes.get(base)
  if (size !== undefined && !isMany) return { end: start + size }
  if (start + 4 > bytes.length) return null
  const values = bytes.readUInt32LE(start)
  if (size !== undefined) return { end: start + 4 + values * size }
  if (!measured.has(base) || values > limits.properties) return null
  let at = start + 4
  let first: Buffer | undefined
  for (let index = 0; index < values; index++) {
    if (at + 4 > bytes.length) return null
    const length = bytes.readUInt32LE(at)
    first ??= bytes.subarray(at + 4, at + 4 + length)
    at += 4 + padded(length)
  }
  return first ? { content: first, end: at } : { end: at }
}

const padded = (length: number) => Math.ceil(length / 4) * 4

function textOf(content: Buffer, charset: string): string {
  const label = charset === 'cp65001' ? 'utf-8' : charset
  return withoutTrailing(decodeText(content, label), /\0/)
}
