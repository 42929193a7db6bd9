import { existsSync } from 'node:fs'
import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Invalid, messageOf } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import type { Desk } from '#server/core/verb.ts'

/** One line of the list of who was erased: an id, and the address as a keyed hash. */
export const ErasedLine = z.object({ contact: z.uuid(), hash: z.string(), at: z.string() })
export type ErasedLine = z.infer<typeof ErasedLine>

export function erasedFileOf(home: string): string {
  return join(home, 'erased.ndjson')
}

/** Outside the database as well: a backup from before does not know of it. */
export async function keepErased(desk: Desk, line: ErasedLine): Promise<void> {
  try {
    await appendFile(erasedFileOf(desk.config.home), `${JSON.stringify(line)}\n`, { mode: 0o600 })
  } catch (error) {
    desk.log.warn(
      { err: messageOf(error) },
      'who was erased could not be kept outside the database: “firstline privacy erased” writes the list',
    )
  }
}

/** @throws Invalid `erased.unreadable` */
export async function readErasedFile(file: string): Promise<ErasedLine[]> {
  if (!existsSync(file)) return []
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean)
  try {
    return lines.map((line) => ErasedLine.parse(JSON.parse(line)))
  } catch {
    throw new Invalid(
      'erased.unreadable',
      sentence`${file} holds a line that is none of the list of who was erased: take the list that “firstline privacy erased” wrote`,
    )
  }
}
