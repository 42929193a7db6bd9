import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { once } from 'node:events'
import { rejectsPath } from './queries.ts'
import { rejectLine, rejectsHeader } from '#server/imports/read/reject-line.ts'
import type { Refusal } from '#server/imports/read/rows.ts'
import { importFolder } from './upload-history.ts'
import type { Desk } from '#server/core/verb.ts'

/** The file that lists every refused row of one import. */
export async function openRejects(desk: Pick<Desk, 'config'>, { id }: { id: string }) {
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
