import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createGunzip } from 'node:zlib'
import type { ChangeLog } from './states-of-changes.ts'
import { Invalid, messageOf } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { decodes, encodingOf } from './encoding.ts'
import type { Encoding } from './encoding.ts'
import { layoutOf } from './table-layout.ts'
import type { TableLayout } from './table-layout.ts'

/** What the bytes of a file say about how to read them. */
export type FileShape = TableLayout & {
  path: string
  /** table: delimited text; xes: an XML event log; json: records, one a line or in a list. */
  content: 'table' | 'xes' | 'json'
  isGzip: boolean
  encoding: Encoding
  /** Some bytes are not of that encoding: they are read as �. */
  hasStrayBytes: boolean
  /** A quotation mark may be in it somewhere; if not, every line of a table is a record. */
  hasQuotes: boolean
  /** A table whose rows are changes of fields. */
  changes?: ChangeLog
  /** Its beginning, decoded. */
  sample: string
  /** Only so much of it was looked at, and nothing beyond may be read. */
  readBytes?: number
  /** As it lies there. */
  bytes: number
  /** Of what was looked at, as it lies there: the same file is recognised under any name. */
  sha256: string
}

const sampleBytes = 256 * 1024

/** How far to look; everything unless said otherwise. */
export type InspectLimits = { mostBytes?: number | undefined; signal?: AbortSignal | undefined }

/**
 * Reads the whole file once, as bytes only: compression, encoding and delimiter are known before a
 * row is parsed, so nothing read early was read wrongly.
 * @throws Invalid when the file is missing, empty, broken, or no delimited text
 */
export async function inspectFile(path: string, look: InspectLimits = {}): Promise<FileShape> {
  const lies = await digest(path, look)
  const { head, isUtf8, hasQuotes } = await lookThrough({ path, ...lies }, look)
  if (head.length === 0) throw new Invalid('import.file-empty', sentence`${path} is empty`)
  const encoding = encodingOf(head, isUtf8)
  const sample = new TextDecoder(encoding).decode(head)
  const content = contentOf(path, sample)
  return {
    path,
    ...lies,
    content,
    encoding,
    hasStrayBytes: encoding === 'utf-8' && !isUtf8,
    // what was not looked at may have one
    hasQuotes: hasQuotes || lies.readBytes !== undefined,
    sample,
    ...(content === 'table' ? layoutOf(path, sample) : noLayout),
  }
}

/** The beginning of the text, as bytes, and what all of it shows. */
async function lookThrough(
  file: Lies,
  { mostBytes = Number.POSITIVE_INFINITY, signal }: InspectLimits,
) {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  const head: Buffer[] = []
  let bytes = 0
  let isUtf8 = true
  let hasQuotes = false
  await pipeline(openBytes(file).stream, async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      signal?.throwIfAborted()
      if (bytes < sampleBytes) head.push(chunk)
      bytes += chunk.length
      isUtf8 &&= decodes(utf8, chunk)
      hasQuotes ||= chunk.includes(quotationMark)
      if (bytes >= mostBytes) break
    }
  }).catch((error: unknown) => {
    signal?.throwIfAborted()
    throw new Invalid(
      'import.file-broken',
      sentence`${file.path} cannot be read to its end: ${messageOf(error)}`,
    )
  })
  return { head: Buffer.concat(head).subarray(0, sampleBytes), isUtf8, hasQuotes }
}

const quotationMark = 0x22
const noLayout = { delimiter: '', headerLine: 1 }

function contentOf(path: string, text: string): FileShape['content'] {
  if (/^\s*<(?:!doctype html|html)[\s>]/i.test(text)) {
    throw new Invalid(
      'import.file-not-text',
      sentence`${path} is a web page, perhaps one that asked to sign in: save the export itself`,
    )
  }
  if (/^\s*[[{]/.test(text) || /^[^\n]*\n\s*\{\s*"/.test(text)) return 'json'
  return /^\s*(?:<\?xml|<!--|<log[\s>])/.test(text) ? 'xes' : 'table'
}

/**
 * The content of the file as text, decompressed and decoded, piece by piece.
 * @param onBytes told how much of the file, as it lies there, was read so far
 */
export async function* readText(
  shape: FileShape,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(shape.encoding)
  const { stream, readSoFar } = openBytes(shape)
  let rest = ''
  for await (const chunk of stream) {
    onBytes?.(readSoFar())
    const text = rest + decoder.decode(chunk as Buffer, { stream: true })
    rest = isCut(shape) ? text.slice(text.lastIndexOf('\n') + 1) : ''
    yield rest === '' ? text : text.slice(0, -rest.length)
  }
  if (shape.readBytes === undefined) yield decoder.decode()
}

/** Where only the beginning is read, its last row may be half a row, and is left out. */
const isCut = ({ content, readBytes }: FileShape) => content === 'table' && readBytes !== undefined

/** The lines of the file, each with its number from 1; the file is read on as they are used. */
export async function* readLines(
  shape: FileShape,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<{ line: number; text: string }> {
  let rest = ''
  let line = 0
  for await (const piece of readText(shape, onBytes)) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const text of lines) yield { line: ++line, text }
    if (rest.length > maxLineCharacters) {
      throw new Invalid(
        'import.line-too-long',
        sentence`Line ${line + 1} of ${shape.path} is longer than ${maxLineCharacters} characters`,
      )
    }
  }
  if (rest !== '' && shape.readBytes === undefined) yield { line: ++line, text: rest }
}

const maxLineCharacters = 64 * 1024 * 1024

type Bytes = { stream: Readable; /** Of the file as it lies there. */ readSoFar(): number }

type Lies = Pick<FileShape, 'path' | 'isGzip' | 'readBytes'>

function openBytes({ path, isGzip, readBytes }: Lies): Bytes {
  const end = readBytes === undefined ? {} : { end: readBytes - 1 }
  const file = createReadStream(path, { highWaterMark: 64 * 1024, ...end })
  const readSoFar = () => file.bytesRead
  if (!isGzip) return { stream: file, readSoFar }
  // where only the beginning is read, an end in the middle is none of the file's faults
  const gunzip = createGunzip(
    readBytes === undefined ? {} : { finishFlush: constants.Z_SYNC_FLUSH },
  )
  file.on('error', (error) => gunzip.destroy(error))
  return { stream: file.pipe(gunzip), readSoFar }
}

/** As far as it is looked at: what it is, how long, and its hash. */
async function digest(
  path: string,
  { mostBytes = Number.POSITIVE_INFINITY, signal }: InspectLimits,
): Promise<Pick<FileShape, 'isGzip' | 'sha256' | 'bytes' | 'readBytes'>> {
  const hash = createHash('sha256')
  let first: Buffer | undefined
  let bytes = 0
  let isPartial = false
  try {
    for await (const chunk of createReadStream(path)) {
      signal?.throwIfAborted()
      first ??= chunk as Buffer
      hash.update(chunk as Buffer)
      bytes += (chunk as Buffer).length
      isPartial = bytes >= mostBytes
      if (isPartial) break
    }
  } catch (error) {
    signal?.throwIfAborted()
    throw new Invalid(
      'import.file-unreadable',
      sentence`${path} cannot be read: ${messageOf(error)}`,
    )
  }
  if (first && isArchive(first)) {
    throw new Invalid(
      'import.file-not-text',
      sentence`${path} is a zip archive or a spreadsheet: export it as CSV (plain or .gz)`,
    )
  }
  const isGzip = first !== undefined && first[0] === 0x1f && first[1] === 0x8b
  return { isGzip, sha256: hash.digest('hex'), bytes, ...(isPartial && { readBytes: bytes }) }
}

/** By their first bytes: zip (also .xlsx), and the container of .xls. */
function isArchive(first: Buffer): boolean {
  const beginnings = ['504b0304', 'd0cf11e0a1b11ae1']
  return beginnings.some((hex) => first.subarray(0, hex.length / 2).toString('hex') === hex)
}
