import { mkdir } from 'node:fs/promises'
import { openWrittenFile } from '#server/imports/read/open-written-file.ts'
import { rejectsPath } from './queries.ts'
import { rejectLine, rejectsHeader } from '#server/imports/read/reject-line.ts'
import type { Refusal } from '#server/imports/read/rows.ts'
import { importFolder } from './upload-history.ts'
import type { Desk } from '#server/core/verb.ts'

/** The file that lists every refused row of one import. */
export async function openRejects(desk: Pick<Desk, 'config'>, { id }: { id: string }) {
  await mkdir(importFolder(desk), { recursive: true, mode: 0o700 })
  const file = openWrittenFile(rejectsPath(desk, id))
  file.add(rejectsHeader)
  return {
    write: (refusal: Refusal) => void file.add(rejectLine(refusal)),
    /** @throws why not all of them could be written */
    close: () => file.close(),
  }
}
