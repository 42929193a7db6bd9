import { createHash } from 'node:crypto'
import { createWriteStream, rmSync } from 'node:fs'
import { rename, rm, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { zstdCompress } from 'node:zlib'
import { createTarPacker } from 'modern-tar'
import { Unavailable } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { removeForsakenDrafts } from '#server/database/postgres/forsaken-drafts.ts'
import { headerEntry, manifestEntry } from './archive-format.ts'
import type { Header, Manifest } from './archive-format.ts'
import { encrypterFor } from './backup-key.ts'
import { systemCodeOf } from './system-code.ts'

const compress = promisify(zstdCompress)
/** Under which name it is written before it gets its own; then follows the process's id. */
const draftName = '.firstline-backup'
const draftMark = '.draft-'

export type ArchiveWriter = {
  /** One part of rows; ready for the next when it answers. */
  add(name: string, rows: Buffer): Promise<void>
}

/**
 * Writes beside `file`, which has its name only when all of it is on the disk; of one that failed
 * nothing stays.
 * @param write answers what the manifest says of the tables
 * @returns the size in bytes
 */
export async function writeArchive(
  file: string,
  recipients: readonly string[],
  header: Header,
  write: (writer: ArchiveWriter) => Promise<Manifest['tables']>,
): Promise<number> {
  const encrypter = encrypterFor(recipients)
  const folder = dirname(file)
  const draft = join(folder, `${draftName}${draftMark}${process.pid}`)
  const removeDraft = () => rmSync(draft, { force: true })
  process.once('exit', removeDraft)
  try {
    removeForsakenDrafts(join(folder, draftName), draftMark)
    const { readable, controller } = createTarPacker()
    const out = createWriteStream(draft, { mode: 0o600, flush: true })
    const saved = pipeline(Readable.fromWeb(await encrypter.encrypt(readable)), out)
    // what writes fails with it, and says it first
    saved.catch((error: unknown) => controller.error(error))
    await Promise.all([saved, fill(controller, header, write)])
    await rename(draft, file)
    return out.bytesWritten
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined) // it never was, or its folder is gone
    throw await inWords(error, folder)
  } finally {
    process.off('exit', removeDraft)
  }
}

type Packer = ReturnType<typeof createTarPacker>['controller']

async function fill(
  packer: Packer,
  header: Header,
  write: (writer: ArchiveWriter) => Promise<Manifest['tables']>,
): Promise<void> {
  try {
    const parts: Manifest['parts'] = []
    await addEntry(packer, headerEntry, jsonOf(header))
    const tables = await write({
      async add(name, rows) {
        const bytes = await compress(rows)
        const sha256 = createHash('sha256').update(bytes).digest('hex')
        parts.push({ name, sha256, bytes: bytes.length })
        await addEntry(packer, name, bytes)
      },
    })
    await addEntry(packer, manifestEntry, jsonOf({ parts, tables }))
    packer.finalize()
  } catch (error) {
    packer.error(error)
    throw error
  }
}

async function addEntry(packer: Packer, name: string, bytes: Buffer): Promise<void> {
  const entry = packer.add({ name, size: bytes.length, mode: 0o600 }).getWriter()
  await entry.write(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length))
  await entry.close()
}

function jsonOf(value: Header | Manifest): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`)
}

/** What an operator can do about it. */
async function inWords(error: unknown, folder: string): Promise<unknown> {
  const code = systemCodeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') {
    const { bavail, bsize } = await statfs(folder)
    const left = Math.floor((bavail * bsize) / 1024 / 1024)
    return new Unavailable(
      'backup.no-space',
      sentence`The backup does not fit into ${folder}, where ${left} MB are left; nothing of it was kept. Make room, or name another folder`,
    )
  }
  if (code === 'EACCES' || code === 'EROFS' || code === 'ENOENT' || code === 'ENOTDIR') {
    return new Unavailable(
      'backup.folder-closed',
      sentence`The backup cannot be written into ${folder} (${code}): name a folder that is there and open to this account`,
    )
  }
  return error
}
