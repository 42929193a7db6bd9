import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { zstdDecompress } from 'node:zlib'
import { Decrypter } from 'age-encryption'
import { createTarDecoder } from 'modern-tar'
import { Invalid, Refusal, messageOf } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { Header, Manifest, headerEntry, manifestEntry, tableOfPart } from './archive-format.ts'
import { readBackupKeys } from './backup-key.ts'
import { systemCodeOf } from './system-code.ts'

const decompress = promisify(zstdDecompress)

export type Archive = {
  header: Header
  manifest: Manifest
  /** Its rows once more, part by part in their order, each as it was when all was checked. */
  parts(): AsyncGenerator<{ table: string; rows: Buffer }>
}

/**
 * Reads all of it before anything is done with it: every byte is authentic, every part is there.
 * @param keyFile opens it
 * @throws Invalid `backup.wrong-key`, `backup.damaged`, `backup.newer`
 */
export async function openArchive(file: string, keyFile: string): Promise<Archive> {
  const keys = readBackupKeys(keyFile)
  let header: Header | null = null
  let manifest: Manifest | null = null
  const found = new Map<string, string>()
  for await (const { name, bytes } of entriesOf(file, keys)) {
    if (header === null) header = headerOf(file, name, bytes)
    else if (name === manifestEntry) manifest = manifestOf(file, bytes)
    else if (manifest !== null) throw damaged(file, `${name} stands behind its end`)
    else found.set(name, hashOf(bytes))
  }
  if (!header || !manifest) throw damaged(file, 'its end is missing')
  requireAll(file, manifest, found)
  return { header, manifest, parts: () => partsOf(file, keys, found) }
}

function requireAll(file: string, manifest: Manifest, found: ReadonlyMap<string, string>): void {
  const missing = manifest.parts.find(({ name, sha256 }) => found.get(name) !== sha256)
  if (missing) throw damaged(file, `${missing.name} is missing, or is not what was written`)
  if (found.size !== manifest.parts.length) throw damaged(file, 'it has more parts than it says')
}

async function* partsOf(file: string, keys: readonly string[], known: ReadonlyMap<string, string>) {
  for await (const { name, bytes } of entriesOf(file, keys)) {
    const table = tableOfPart(name)
    if (table === null) continue
    if (known.get(name) !== hashOf(bytes)) throw damaged(file, `${name} was changed meanwhile`)
    yield { table, rows: await decompress(bytes) }
  }
}

type Entry = { name: string; bytes: Buffer }

async function* entriesOf(file: string, keys: readonly string[]): AsyncGenerator<Entry> {
  const decrypter = new Decrypter()
  for (const key of keys) decrypter.addIdentity(key)
  const source = createReadStream(file)
  try {
    const plain = await decrypter.decrypt(webStreamOf(source))
    const entries = plain.pipeThrough(createTarDecoder({ strict: true }))
    for await (const { header, body } of entries) {
      yield { name: header.name, bytes: await buffer(body) }
    }
  } catch (error) {
    throw inWords(file, error)
  } finally {
    source.destroy()
  }
}

/** As bytes of its own: a file's chunks are. */
function webStreamOf(source: Readable): ReadableStream<Uint8Array> {
  const reader = source[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await reader.next()
      if (done) controller.close()
      else controller.enqueue(value instanceof Uint8Array ? value : Buffer.from(String(value)))
    },
    cancel: () => void source.destroy(),
  })
}

function inWords(file: string, error: unknown): unknown {
  if (error instanceof Refusal) return error
  const code = systemCodeOf(error)
  if (/^E[A-Z]+$/.test(code)) {
    return new Invalid('backup.unreadable', sentence`${file} cannot be read (${code})`)
  }
  const why = messageOf(error)
  if (why.includes('no identity matched')) {
    return new Invalid(
      'backup.wrong-key',
      sentence`This key does not open ${file}: the backup was made for another one. Nothing was written`,
    )
  }
  if (why.includes('version line')) {
    return new Invalid('backup.not-one', sentence`${file} is no backup that Firstline has written`)
  }
  return damaged(file, why)
}

function damaged(file: string, why: string): Invalid {
  return new Invalid(
    'backup.damaged',
    sentence`${file} is not as it was written (${why}): it was cut off or changed. Nothing was written; take another backup`,
  )
}

function headerOf(file: string, name: string, bytes: Buffer): Header {
  const format = name === headerEntry ? formatOf(bytes) : null
  if (format === null) throw damaged(file, 'its beginning is missing')
  const parsed = Header.safeParse(format)
  if (parsed.success) return parsed.data
  throw new Invalid(
    'backup.newer',
    sentence`${file} was written in a form that this version does not know: restore it with the version that made it, or a newer one`,
  )
}

function manifestOf(file: string, bytes: Buffer): Manifest {
  const parsed = Manifest.safeParse(formatOf(bytes))
  if (!parsed.success) throw damaged(file, 'its end cannot be read')
  return parsed.data
}

function formatOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return null
  }
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
