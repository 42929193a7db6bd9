import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { once } from 'node:events'
import { rejectsPath } from '#server/imports/queries.ts'
import { rejectLine, rejectsHeader } from '#server/imports/reject-line.ts'
import type { Refusal } from '#server/imports/rows.ts'
import { importFolder } from '#server/imports/upload-history.ts'
import type { KeepsFiles } from '#server/imports/upload-history.ts'

/** The file that lists every refused row of one import. */
export async function openRejects(desk: KeepsFiles, { id }: { id: string }) {
  await mkdir(importFolder(desk), { recursive: true, mode: 0o700 })
  const file = createWriteStream(rejectsPath(desk, id), { mode: 0o600 })
  file.write(rejectsHeader)
  return {
    write: (refusal: Refusal) => void file.write(rejectLine(refusal)),
    async close() {
      file.end()
      await once(file, 'close')
    },
  }
}
