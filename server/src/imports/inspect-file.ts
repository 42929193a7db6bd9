import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { ChangeLog } from '#server/imports/states-of-changes.ts'
import { Invalid, messageOf } from '#server/core/errors.ts'

/** What the bytes of a file say about how to read them. */
export type FileShape = {
  path: string
  /** table: delimited text; xes: an XML event log; json: records, one a line or in a list. */
  content: 'table' | 'xes' | 'json'
  isGzip: boolean
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  /** Some bytes are not of that encoding: they are read as �. */
  hasStrayBytes: boolean
  /** Of a table. */
  delimiter: string
  /** Of a table: the line with its columns, from 1; blank lines before it do not matter. */
  headerLine: number
  /** A quotation mark may be in it somewhere; if not, every line of a table is a record. */
  hasQuotes: boolean
  /** A table whose rows are changes of fields. */
  changes?: ChangeLog
  /** Its beginning, decoded. */
  sample: string
  /** As it lies there. */
  bytes: number
  /** Of the file as it lies there: the same file is recognised under any name. */
  sha256: string
}

const delimiters = [',', ';', '\t', '|'] as const
const sampleBytes = 256 * 1024

/**
 * Reads the whole file once, as bytes only: compression, encoding and delimiter are known before a
 * row is parsed, so nothing read early was read wrongly.
 * @throws Invalid when the file is missing, empty, broken, or no delimited text
 */
export async function inspectFile(path: string, signal?: AbortSignal): Promise<FileShape> {
  const { isGzip, sha256, bytes } = await digest(path, signal)
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  const head: Buffer[] = []
  let headBytes = 0
  let isUtf8 = true
  let hasQuotes = false
  await pipeline(openBytes(path, isGzip).stream, async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      signal?.throwIfAborted()
      if (headBytes < sampleBytes) headBytes += head.push(chunk) && chunk.length
      isUtf8 &&= decodes(utf8, chunk)
      hasQuotes ||= chunk.includes(quotationMark)
    }
  }).catch((error: unknown) => {
    signal?.throwIfAborted()
    throw new Invalid(
      'import.file-broken',
      `${path} cannot be read to its end: ${messageOf(error)}`,
    )
  })
  const sample = Buffer.concat(head)
  if (sample.length === 0) throw new Invalid('import.file-empty', `${path} is empty`)
  const encoding = encodingOf(sample.subarray(0, sampleBytes), isUtf8)
  const text = new TextDecoder(encoding).decode(sample.subarray(0, sampleBytes))
  const content = contentOf(path, text)
  const hasStrayBytes = encoding === 'utf-8' && !isUtf8
  const told = { path, content, isGzip, encoding, hasStrayBytes, hasQuotes, bytes, sha256 }
  return { ...told, sample: text, ...(content === 'table' ? layoutOf(path, text) : noLayout) }
}

const quotationMark = 0x22
const noLayout = { delimiter: '', headerLine: 1 }

function contentOf(path: string, text: string): FileShape['content'] {
  if (/^\s*<(?:!doctype html|html)[\s>]/i.test(text)) {
    throw new Invalid(
      'import.file-not-text',
      `${path} is a web page, perhaps one that asked to sign in: save the export itself`,
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
  const { stream, readSoFar } = openBytes(shape.path, shape.isGzip)
  for await (const chunk of stream) {
    onBytes?.(readSoFar())
    yield decoder.decode(chunk as Buffer, { stream: true })
  }
  yield decoder.decode()
}

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
        `Line ${line + 1} of ${shape.path} is longer than ${maxLineCharacters} characters`,
      )
    }
  }
  if (rest !== '') yield { line: ++line, text: rest }
}

const maxLineCharacters = 64 * 1024 * 1024

type Bytes = { stream: Readable; /** Of the file as it lies there. */ readSoFar(): number }

function openBytes(path: string, isGzip: boolean): Bytes {
  const file = createReadStream(path, { highWaterMark: 64 * 1024 })
  const readSoFar = () => file.bytesRead
  if (!isGzip) return { stream: file, readSoFar }
  const gunzip = createGunzip()
  file.on('error', (error) => gunzip.destroy(error))
  return { stream: file.pipe(gunzip), readSoFar }
}

async function digest(
  path: string,
  signal?: AbortSignal,
): Promise<{ isGzip: boolean; sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let first: Buffer | undefined
  let bytes = 0
  try {
    for await (const chunk of createReadStream(path)) {
      signal?.throwIfAborted()
      first ??= chunk as Buffer
      hash.update(chunk as Buffer)
      bytes += (chunk as Buffer).length
    }
  } catch (error) {
    signal?.throwIfAborted()
    throw new Invalid('import.file-unreadable', `${path} cannot be read: ${messageOf(error)}`)
  }
  if (first && isArchive(first)) {
    throw new Invalid(
      'import.file-not-text',
      `${path} is a zip archive or a spreadsheet: export it as CSV (plain or .gz)`,
    )
  }
  const isGzip = first !== undefined && first[0] === 0x1f && first[1] === 0x8b
  return { isGzip, sha256: hash.digest('hex'), bytes }
}

/** By their first bytes: zip (also .xlsx), and the container of .xls. */
function isArchive(first: Buffer): boolean {
  const beginnings = ['504b0304', 'd0cf11e0a1b11ae1']
  return beginnings.some((hex) => first.subarray(0, hex.length / 2).toString('hex') === hex)
}

function decodes(decoder: InstanceType<typeof TextDecoder>, chunk: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: true })
    return true
  } catch {
    return false
  }
}

function encodingOf(sample: Buffer, isUtf8: boolean): FileShape['encoding'] {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le'
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be'
  const unmarked = utf16Of(sample.subarray(0, 2_000))
  if (unmarked) return unmarked
  return isUtf8 || isMostlyUtf8(sample) ? 'utf-8' : 'windows-1252'
}

/** Without its mark, UTF-16 of mostly Latin text is known by where its zero bytes are. */
function utf16Of(sample: Buffer): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0]
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2]! += 1
  const [even = 0, odd = 0] = zeros
  const many = sample.length * 0.3
  if (odd > many && even === 0) return 'utf-16le'
  return even > many && odd === 0 ? 'utf-16be' : null
}

/** A stray byte does not make all other letters those of another encoding. */
function isMostlyUtf8(sample: Buffer): boolean {
  const text = sample.toString('utf8')
  const stray = text.split('\uFFFD').length - 1
  const letters = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0
  return letters > stray * 3
}

/** Excel tells its delimiter in a line before the header: `sep=;`. */
function layoutOf(path: string, text: string): Pick<FileShape, 'delimiter' | 'headerLine'> {
  const told = /^\uFEFF?"?sep=([,;\t|])"?\r?\n/i.exec(text)
  if (told) return { delimiter: told[1]!, headerLine: 2 }
  return { delimiter: delimiterOf(path, text), headerLine: 1 }
}

/** The candidate that splits the header into most parts; delimiters inside quotes do not count. */
function delimiterOf(path: string, text: string): string {
  const header = headerRecord(text.replace(/^\uFEFF/, ''))
  const bare = header.replaceAll(/"(?:[^"]|"")*"/g, '')
  const parts = delimiters.map((delimiter) => bare.split(delimiter).length)
  const most = Math.max(...parts)
  if (most < 2 || text.includes('\0')) {
    throw new Invalid(
      'import.not-a-table',
      `${path} does not begin with a header of columns separated by comma, semicolon, tab or bar; ` +
        `its first line is: ${JSON.stringify(header.slice(0, 80))}`,
    )
  }
  return delimiters[parts.indexOf(most)] ?? ','
}

/** The first line that is not blank; a quoted header may itself contain line breaks. */
function headerRecord(text: string): string {
  const record = /^(?:[\t ]*\r?\n)*((?:"(?:[^"]|"")*"|[^"\r\n])*)/.exec(text)
  return record?.[1] ?? ''
}
