import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { Invalid, messageOf } from '#server/core/errors.ts'

/** What the bytes of a file say about how to read them. */
export type FileShape = {
  path: string
  /** table: delimited text; xes: an XML event log; json: records, one a line or in a list. */
  content: 'table' | 'xes' | 'json'
  isGzip: boolean
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  /** Of a table. */
  delimiter: string
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
export async function inspectFile(path: string): Promise<FileShape> {
  const { isGzip, sha256, bytes } = await digest(path)
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  const head: Buffer[] = []
  let headBytes = 0
  let isUtf8 = true
  await pipeline(openBytes(path, isGzip).stream, async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      if (headBytes < sampleBytes) headBytes += head.push(chunk) && chunk.length
      isUtf8 &&= decodes(utf8, chunk)
    }
  }).catch((error: unknown) => {
    throw new Invalid(
      'import.file-broken',
      `${path} cannot be read to its end: ${messageOf(error)}`,
    )
  })
  const sample = Buffer.concat(head)
  if (sample.length === 0) throw new Invalid('import.file-empty', `${path} is empty`)
  const encoding = encodingOf(sample, isUtf8)
  const text = new TextDecoder(encoding).decode(sample.subarray(0, sampleBytes))
  const content = contentOf(text)
  const delimiter = content === 'table' ? delimiterOf(path, text) : ''
  return { path, content, isGzip, encoding, delimiter, sample: text, bytes, sha256 }
}

function contentOf(text: string): FileShape['content'] {
  if (/^\s*[[{]/.test(text)) return 'json'
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
  const file = createReadStream(path, { highWaterMark: 256 * 1024 })
  const readSoFar = () => file.bytesRead
  if (!isGzip) return { stream: file, readSoFar }
  const gunzip = createGunzip()
  file.on('error', (error) => gunzip.destroy(error))
  return { stream: file.pipe(gunzip), readSoFar }
}

async function digest(path: string): Promise<{ isGzip: boolean; sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let first: Buffer | undefined
  let bytes = 0
  try {
    for await (const chunk of createReadStream(path)) {
      first ??= chunk as Buffer
      hash.update(chunk as Buffer)
      bytes += (chunk as Buffer).length
    }
  } catch (error) {
    throw new Invalid('import.file-unreadable', `${path} cannot be read: ${messageOf(error)}`)
  }
  if (first?.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) {
    throw new Invalid(
      'import.file-not-text',
      `${path} is a zip archive or a spreadsheet: export it as CSV (plain or .gz)`,
    )
  }
  const isGzip = first !== undefined && first[0] === 0x1f && first[1] === 0x8b
  return { isGzip, sha256: hash.digest('hex'), bytes }
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
  return isUtf8 ? 'utf-8' : 'windows-1252'
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
