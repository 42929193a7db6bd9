import { join } from 'node:path'
import { present } from '@firstline/contract/present'
import { readConfig } from '#server/core/config.ts'
import type { Config } from '#server/core/config.ts'
import { Unavailable, messageOf } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { startEmbedded } from './postgres/embedded.ts'

export type OpenDatabase = {
  /** What the product connects with: a login that may append to the record and never change it. */
  url: string
  /** To be said at a start: why this login is not fenced in, and what to do. */
  warning?: string
  leave(): Promise<void>
}

/**
 * The desk's database for a command: the one of DATABASE_URL, or the embedded one, started if it
 * does not run.
 * @param options.isMigrated false when any database will do, whatever it holds
 * @throws Unavailable
 */
export async function openDatabase(
  env: NodeJS.ProcessEnv,
  options: { isMigrated: boolean },
): Promise<OpenDatabase> {
  const config = readConfig(env)
  try {
    const say = (line: string) => void process.stderr.write(`${line}\n`)
    const folder = join(config.home, 'postgres')
    const embedded = config.databaseUrl ? null : await startEmbedded(folder, { say })
    const leave = async () => embedded?.leave()
    try {
      const url = config.databaseUrl ?? (await present(embedded).database('firstline'))
      if (!options.isMigrated) return { url, leave }
      return { ...(await openMigrated(config, url)), leave }
    } catch (error) {
      await leave()
      throw error
    }
  } catch (error) {
    throw new Unavailable(
      'database.unavailable',
      sentence`The database cannot be used: ${messageOf(error)}`,
    )
  }
}

/** Loaded when needed: it brings the job queue, which a command that only counts has no use for. */
async function openMigrated({ migrationUrl }: Config, url: string) {
  const { migrate, mayMigrate, requireMigrated } = await import('./migrate.ts')
  const { admitLogin, ensureAppLogin, requireConfined } = await import('./app-login.ts')
  if (migrationUrl) {
    await migrate(migrationUrl)
    return admitLogin(migrationUrl, url)
  }
  if (await mayMigrate(url)) {
    await migrate(url)
    return ensureAppLogin(url)
  }
  await requireMigrated(url)
  await requireConfined(url)
  return { url }
}
