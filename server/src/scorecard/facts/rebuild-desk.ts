import { createDatabase, createPool } from '#server/database/database.ts'
import { createLog } from '#server/core/log.ts'
import { factsVersion, readBasis } from '#server/scorecard/sums/basis.ts'
import { rebuildScorecard } from './rebuild.ts'
import type { Differences } from './rebuild.ts'

/** Rebuilds from a process that runs no desk itself, by the desk's own settings. @param url migrated */
export async function rebuildDesk(
  url: string,
  onProgress?: (tickets: number) => void,
): Promise<Differences> {
  const pool = createPool(url, createLog('warn'), { max: 2, name: 'firstline rebuild' })
  try {
    const db = createDatabase(pool)
    const basis = { ...(await readBasis(db)), factsVersion }
    return await rebuildScorecard({ db }, basis, onProgress)
  } finally {
    await pool.end()
  }
}
