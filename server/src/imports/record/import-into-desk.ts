import { systemClock } from '#server/core/clock.ts'
import { createDatabase, createPool } from '#server/database/database.ts'
import { createLog } from '#server/core/log.ts'
import { importHistory } from './import-history.ts'
import type { ImportChoice, ImportReport } from './import-history.ts'

/** Imports from a process that runs no desk itself. @param url a migrated database */
export async function importIntoDesk(
  url: string,
  paths: readonly string[],
  choice: ImportChoice,
): Promise<ImportReport> {
  const pool = createPool(url, createLog('warn'), { max: 2, name: 'firstline import' })
  try {
    return await importHistory({ db: createDatabase(pool), clock: systemClock, url }, paths, choice)
  } finally {
    await pool.end()
  }
}
