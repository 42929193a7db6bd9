import { setHeadAside } from '#server/audit/head-file.ts'
import { openSealKey } from '#server/audit/seal-key.ts'
import { readLastSeal } from '#server/audit/seal-store.ts'
import { verifyDatabase } from '#server/audit/verify-database.ts'
import type { Verdict } from '#server/audit/verify-database.ts'
import { system } from '#server/core/actor.ts'
import { Refusal, Unavailable, messageOf } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import type { Desk } from '#server/core/verb.ts'
import { OutcomeUnknown } from '#server/database/database-gone.ts'
import { endRestore, migrate } from '#server/database/migrate.ts'
import { openClient } from '#server/database/open-client.ts'
import type { Header, Manifest } from './archive-format.ts'
import { eraseAgain } from '#server/privacy/erase-again.ts'
import { erasedFileOf, readErasedFile } from '#server/privacy/erased-file.ts'
import { countRows } from './copy-rows.ts'
import { holdWhatLeaves, recordRestore, settleQueue } from './hold-what-leaves.ts'
import type { Held } from './hold-what-leaves.ts'
import { loadArchive } from './load-archive.ts'
import type { LoadWatch } from './load-archive.ts'
import { requireEmpty, requireKnown } from './prepare-target.ts'
import { openArchive } from './read-archive.ts'

export type RestoreChoice = {
  file: string
  keyFile: string
  onProgress?: ((rows: number) => void) | undefined
}

export type Restored = {
  header: Header
  tables: Manifest['tables']
  held: Held
  /** Who was erased since the backup, and is once more. */
  erased: number
  verdict: Verdict
  /** Where the newest seal that the desk once had is kept, if the restored record ends before it. */
  headAside: string | null
  /** Why the next seal cannot be signed. */
  missingKey: string | null
}

/**
 * A backup into an empty database, as its owner: the tables as they were, then brought to this version;
 * what may have left since is held.
 * @param desk of that database, as its owner too
 */
export async function restoreBackup(
  ownerUrl: string,
  desk: Desk,
  { file, keyFile, onProgress }: RestoreChoice,
): Promise<Restored> {
  const archive = await openArchive(file, keyFile)
  const { header } = archive
  requireKnown(header)
  const client = await openClient(ownerUrl, 'firstline restore')
  try {
    await requireEmpty(client, header)
    await migrate(ownerUrl, { upTo: header.migrations.length })
    let jobs = 0
    const after = async () => void (jobs = await settleQueue(client))
    await loadOrSay(() => loadArchive(client, archive, { after, ...counting(onProgress) }))
    await migrate(ownerUrl, { isRestoring: true })
    await client.query('analyze')
    const held = await holdWhatLeaves(desk, new Date(header.takenAt))
    await recordRestore(desk, system('restore'), { ...header, ...held })
    const erased = await eraseAgain(desk, await readErasedFile(erasedFileOf(desk.config.home)))
    const restored = {
      header,
      tables: archive.manifest.tables,
      held: { ...held, jobs },
      erased,
      verdict: await verifyDatabase(desk.db, {}),
      headAside: await setHeadAside(desk),
      missingKey: await findMissingKey(desk),
    }
    await endRestore(client)
    return restored
  } finally {
    await client.end()
  }
}

/** @throws Unavailable `restore.failed`, `restore.outcome-unknown` */
export async function loadOrSay(load: () => Promise<void>): Promise<void> {
  try {
    await load()
  } catch (error) {
    if (error instanceof Refusal) throw error
    if (error instanceof OutcomeUnknown) {
      throw new Unavailable(
        'restore.outcome-unknown',
        sentence`All rows were given to the database, which did not answer whether it kept them (${messageOf(error.cause)}): look why, then restore again. Where this one says that a restore was begun and has not ended, take another empty database`,
      )
    }
    throw new Unavailable(
      'restore.failed',
      sentence`The rows could not be restored (${messageOf(error)}). The database has none of them: mend what is wrong, and restore again`,
    )
  }
}

function counting(onProgress: RestoreChoice['onProgress']): LoadWatch {
  let all = 0
  return onProgress ? { onPart: (_, rows) => onProgress((all += countRows(rows))) } : {}
}

async function findMissingKey({ db, config }: Desk): Promise<string | null> {
  const last = await readLastSeal(db)
  if (!last) return null
  const place = { home: config.home, reference: config.sealKey, env: process.env }
  try {
    openSealKey(place, last.seal.next_key ?? last.seal.key)
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
}
