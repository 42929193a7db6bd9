import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type pg from 'pg'
import { verifyDatabase } from '#server/audit/verify-database.ts'
import type { Verdict } from '#server/audit/verify-database.ts'
import { createLog } from '#server/core/log.ts'
import { createDatabase, createPool } from '#server/database/database.ts'
import { migrate } from '#server/database/migrate.ts'
import { onlyRow } from '#server/database/only-row.ts'
import { withClient } from '#server/database/open-client.ts'
import { startEmbedded } from '#server/database/postgres/embedded.ts'
import { makeScratchFolder } from '#server/database/postgres/scratch-folder.ts'
import type { Differences } from '#server/scorecard/facts/rebuild.ts'
import { rebuildDesk } from '#server/scorecard/facts/rebuild-desk.ts'
import { factsVersion, readBasis } from '#server/scorecard/sums/basis.ts'
import { nameOf } from './archive-format.ts'
import type { Header, Manifest } from './archive-format.ts'
import { countRows, partsOfTable } from './copy-rows.ts'
import { loadArchive } from './load-archive.ts'
import { requireKnown } from './prepare-target.ts'
import { openArchive } from './read-archive.ts'
import type { Archive } from './read-archive.ts'
import { isPassing } from './read-schema.ts'
import { createRowDigest } from './row-digest.ts'
import type { RestoreChoice } from './restore-backup.ts'

export type Verification = {
  header: Header
  tables: Manifest['tables']
  /** Tables whose rows are not those of the backup. */
  otherRows: string[]
  verdict: Verdict
  scorecard: ScorecardCheck
}

/** The sums as they were kept against those that the record gives. */
type ScorecardCheck = {
  /** null: it was kept by other rules than this version's, and is counted anew at the next start. */
  differences: Differences | null
  /** Jobs that waited when the backup was made, and would have counted what is new. */
  waiting: number
}

/**
 * Restores into a PostgreSQL of its own in a temporary folder, looks whether it is all there and as it
 * was, and throws it away. The desk has nothing to do with it.
 */
export async function verifyBackup({
  file,
  keyFile,
  onProgress,
}: RestoreChoice): Promise<Verification> {
  const archive = await openArchive(file, keyFile)
  requireKnown(archive.header)
  const folder = makeScratchFolder('firstline-verify-')
  try {
    const cluster = await startEmbedded(join(folder, 'postgres'), { flags: throwaway })
    try {
      return await verifyIn(await cluster.database('firstline'), archive, onProgress)
    } finally {
      await cluster.leave()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const throwaway = '-c fsync=off -c synchronous_commit=off -c full_page_writes=off'

async function verifyIn(
  url: string,
  archive: Archive,
  onProgress: RestoreChoice['onProgress'],
): Promise<Verification> {
  const { header, manifest } = archive
  await migrate(url, { upTo: header.migrations.length })
  const otherRows = await withClient(url, 'firstline verify', async (client) => {
    const archived = await loadCounting(client, archive, onProgress)
    return findOtherRows(client, archive, archived)
  })
  await migrate(url, { isRestoring: true })
  const pool = createPool(url, createLog('warn'), { max: 2, name: 'firstline verify' })
  try {
    const db = createDatabase(pool)
    const verdict = await verifyDatabase(db, {})
    const { rows } = await sql<{ waiting: number }>`
      select count(*)::int as waiting from graphile_worker._private_jobs job
      join graphile_worker._private_tasks task on task.id = job.task_id
      where task.identifier = 'react'`.execute(db)
    const isComparable = (await readBasis(db)).factsVersion === factsVersion
    const differences = isComparable ? await rebuildDesk(url) : null
    const scorecard = { differences, waiting: onlyRow(rows).waiting }
    return { header, tables: manifest.tables, otherRows, verdict, scorecard }
  } finally {
    await pool.end()
  }
}

type Digests = ReadonlyMap<string, ReturnType<typeof createRowDigest>>

async function loadCounting(
  client: pg.Client,
  archive: Archive,
  onProgress: RestoreChoice['onProgress'],
): Promise<Digests> {
  const digests = new Map(
    archive.header.tables.map((table) => [nameOf(table), createRowDigest()] as const),
  )
  let all = 0
  await loadArchive(client, archive, {
    onPart(table, rows) {
      digests.get(table)?.add(rows)
      all += countRows(rows)
      onProgress?.(all)
    },
  })
  return digests
}

async function findOtherRows(
  client: pg.Client,
  { header }: Archive,
  archived: Digests,
): Promise<string[]> {
  const others: string[] = []
  for (const table of header.tables.filter((each) => !isPassing(each))) {
    const here = createRowDigest()
    for await (const part of partsOfTable(client, table)) here.add(part)
    if (here.end() !== archived.get(nameOf(table))?.end()) others.push(nameOf(table))
  }
  return others
}
