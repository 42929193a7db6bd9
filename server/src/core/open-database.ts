import { join } from 'node:path'
import { readConfig } from './config.ts'
import { Unavailable, messageOf } from './errors.ts'
import { startEmbedded } from './postgres/embedded.ts'

export type OpenDatabase = { url: string; leave(): Promise<void> }

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
    const embedded = config.databaseUrl ? null : await startEmbedded(join(config.home, 'postgres'))
    const leave = async () => embedded?.leave()
    try {
      const url = config.databaseUrl ?? (await embedded!.database('firstline'))
      // loaded when needed: it brings the job queue, which a command that only counts has no use for
      if (options.isMigrated) await (await import('./migrate.ts')).migrate(url)
      return { url, leave }
    } catch (error) {
      await leave()
      throw error
    }
  } catch (error) {
    throw new Unavailable(
      'database.unavailable',
      `The database cannot be used: ${messageOf(error)}`,
    )
  }
}
