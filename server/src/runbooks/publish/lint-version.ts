import type { RunbookLint } from '@firstline/contract/runbooks'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { namedIn } from '#server/runbooks/format/named.ts'
import type { RunbookProject } from '#server/runbooks/format/named.ts'
import { lintInProcess } from '#server/runbooks/lint/check-in-process.ts'
import { versionNotFound } from './versions.ts'

type Which = { id: string; version: number }

/**
 * A version's text never changes, so it is checked before the transaction that says what becomes of it.
 * @throws NotFound `runbook.not-found`, and as `lintInProcess`
 */
export async function lintVersion(
  db: Kysely<DB>,
  { files }: RunbookProject,
  which: Which,
): Promise<RunbookLint> {
  return lintInProcess(await sourceOfVersion(db, which), namedIn(files))
}

/** @throws NotFound `runbook.not-found` */
export async function sourceOfVersion(db: Kysely<DB>, { id, version }: Which): Promise<string> {
  const row = await db
    .selectFrom('runbook_version')
    .select('source')
    .where('runbook_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!row) throw versionNotFound(id, version)
  return row.source
}
