import type { RetentionOf } from '@firstline/contract/privacy'
import { systemClock } from './core/clock.ts'
import type { Config } from './core/config.ts'
import { createLog } from './core/log.ts'
import { createDatabase, createPool } from './database/database.ts'
import { openProject } from './open-project.ts'
import { countRetention } from './privacy/list-retention.ts'

/** What the next night would erase. @param url a migrated database */
export async function rehearseRetention(url: string, config: Config): Promise<RetentionOf[]> {
  const log = createLog('warn')
  const project = await openProject(config.projectFolder ?? null, log)
  const pool = createPool(url, log, { max: 1, name: 'firstline privacy', isReading: true })
  try {
    return await countRetention(
      createDatabase(pool),
      project.current().retention,
      systemClock.now(),
    )
  } finally {
    await pool.end()
    project.stop()
  }
}
