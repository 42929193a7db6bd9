import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { UploadHistory } from '@firstline/contract/imports'
import type { ImportUpload } from '@firstline/contract/imports'
import { z } from 'zod'
import { requirePerson } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import { Invalid, Unavailable, messageOf } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import type { Incoming } from '#server/core/http.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk } from '#server/core/verb.ts'

const maxBytes = 8 * 1024 ** 3

/** Where uploads, what was fetched, and rejects lie; for this desk's eyes only. */
export function importFolder({ config }: Pick<Desk, 'config'>): string {
  return join(config.home, 'imports')
}

const uploadMark = 'upload-'

/** Of the files in that folder. */
export function isUpload(name: string): boolean {
  return name.startsWith(uploadMark)
}

/** Takes a file as it arrives: it is never in memory as a whole. */
export async function uploadHistory(
  desk: Desk,
  { request, reply }: Incoming,
  actor: Actor,
): Promise<void> {
  const { name } = request.query as z.output<typeof UploadHistory>
  if (request.body === undefined) {
    throw new Invalid('import.file-empty', 'Send the file as application/octet-stream')
  }
  const path = join(importFolder(desk), `${uploadMark}${crypto.randomUUID()}`)
  try {
    const bytes = await store(desk, request.body as Readable, path)
    await reply.send(await keepUpload(desk, actor, { name, bytes, path }))
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

async function store(desk: Pick<Desk, 'config'>, body: Readable, path: string): Promise<number> {
  let bytes = 0
  const limited = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      const tooLarge = new Invalid('import.too-large', 'Larger than 8 GB: gzip it, or import it with the command line') // prettier-ignore
      if (bytes > maxBytes) done(tooLarge)
      else done(null, chunk)
    },
  })
  try {
    await mkdir(importFolder(desk), { recursive: true, mode: 0o700 })
    await pipeline(body, limited, createWriteStream(path, { mode: 0o600 }))
  } catch (error) {
    if (error instanceof Invalid) throw error
    throw new Unavailable(
      'import.storage-unavailable',
      sentence`The file could not be kept: ${messageOf(error)}`,
    )
  }
  if (bytes === 0) throw new Invalid('import.file-empty', 'The file is empty')
  return bytes
}

const keepUpload = defineVerb({
  permission: 'history:import',
  input: UploadHistory.extend({ bytes: z.int(), path: z.string() }),
  async run({ tx, actor, clock }, { name, bytes, path }) {
    const { id: person } = requirePerson(actor)
    const { id } = await tx
      .insertInto('import_upload')
      .values({ file_name: name, bytes, path, uploaded_by: person, uploaded_at: clock.now() })
      .returning('id')
      .executeTakeFirstOrThrow()
    const upload: ImportUpload = { id, fileName: name, bytes }
    return { result: upload, events: [{ name: 'history.uploaded', data: { upload: id, bytes } }] }
  },
})
