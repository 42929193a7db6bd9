import type { ImportChoice } from '@firstline/contract/imports'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { NotFound } from '#server/core/errors.ts'
import type { ReadingChoice } from '#server/imports/table/reading.ts'

export type Upload = { id: string; fileName: string; path: string }

/** In the order they are asked for. @throws NotFound when one is gone */
export async function readUploads(db: Kysely<DB>, ids: readonly string[]): Promise<Upload[]> {
  const rows = await db
    .selectFrom('import_upload')
    .select(['id', 'file_name as fileName', 'path'])
    .where('id', 'in', [...ids])
    .execute()
  return ids.map((id) => {
    const upload = rows.find((row) => row.id === id)
    if (upload) return upload
    throw new NotFound('import.upload-not-found', 'The file is not here any more: drop it again')
  })
}

export function readingChoiceOf({ columns, ...choice }: ImportChoice): ReadingChoice {
  const roles = Object.entries(columns ?? {}).map(([role, column]) => `${role}=#${column}`)
  return { ...choice, ...(roles.length > 0 ? { columns: roles.join(',') } : {}) }
}
