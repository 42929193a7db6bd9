import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { Invalid, messageOf } from '#server/core/errors.ts'

/** What the bytes of a table file say about how to read them. */
export type FileShape = {
  path: string
  isGzip: boolean
  encoding: 'utf-8' | 'utf-16le' | 'windows-1252'
  delimiter: string
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
  const { isGzip, sha256 } = await digest(path)
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  const head: Buffer[] = []
  let headBytes = 0
  let isUtf8 = true
  await pipeline(openBytes(path, isGzip), async (chunks: AsyncIterable<Buffer>) => {
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
  return { path, isGzip, encoding, delimiter: delimiterOf(path, text), sha256 }
}

/** The content of the file as text, decompressed and decoded, piece by piece. */
export async function* readText(shape: FileShape): AsyncGenerator<string> {
  const decoder = new TextDecoder(shape.encoding)
  for await (const chunk of openBytes(shape.path, shape.isGzip)) {
    yield decoder.decode(chunk as Buffer, { stream: true })
  }
  yield decoder.decode()
}

function openBytes(path: string, isGzip: boolean): Readable {
  const file = createReadStream(path, { highWaterMark: 256 * 1024 })
  if (!isGzip) return file
  const gunzip = createGunzip()
  file.on('error', (error) => gunzip.destroy(error))
  return file.pipe(gunzip)
}

async function digest(path: string): Promise<{ isGzip: boolean; sha256: string }> {
  const hash = createHash('sha256')
  let first: Buffer | undefined
  try {
    for await (const chunk of createReadStream(path)) {
      first ??= chunk as Buffer
      hash.update(chunk as Buffer)
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
  return { isGzip, sha256: hash.digest('hex') }
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
