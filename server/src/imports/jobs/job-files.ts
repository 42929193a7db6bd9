import { join } from 'node:path'
import { NotFound } from '#server/core/errors.ts'
import { importFolder } from './upload-history.ts'
import { readUploads } from './uploads.ts'
import type { Desk } from '#server/core/verb.ts'

/** The interface that a job reads from; its key only until all is fetched. */
export type FetchFrom = {
  vendor: string
  url: string
  since?: string
  sealedKey?: string
  isFetched?: boolean
}

export type JobFiles = { origin: string; uploads: string[]; api: FetchFrom | null }
type Files = { paths: string[]; /** As people know them. */ name: string }

/** What an import is read from, once it is all here. */
export async function filesOf(desk: Pick<Desk, 'config' | 'db'>, job: JobFiles): Promise<Files> {
  if (job.api) return { paths: [fetchedPath(desk, job)], name: job.api.url }
  const uploads = await readUploads(desk.db, job.uploads)
  return {
    paths: uploads.map(({ path }) => path),
    name: uploads.map(({ fileName }) => fileName).join(', '),
  }
}

/** Kept between imports of one name: the next one fetches what is new since. */
export function fetchedPath(
  desk: Pick<Desk, 'config'>,
  { origin }: Pick<JobFiles, 'origin'>,
): string {
  return join(importFolder(desk), `${origin.replace(':', '-')}.parts`)
}

/** @throws NotFound when it is not there, or still has to be fetched */
export async function filesOfImport(desk: Pick<Desk, 'config' | 'db'>, id: string): Promise<Files> {
  const job = await desk.db
    .selectFrom('import_job')
    .select(['origin', 'uploads', 'api'])
    .where('id', '=', id)
    .executeTakeFirst()
  const api = (job?.api ?? null) as FetchFrom | null
  if (job && (!api || api.isFetched)) return filesOf(desk, { ...job, api })
  throw new NotFound('import.not-found', 'There is no such import, or nothing of it is here yet')
}
