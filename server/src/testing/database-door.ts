import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createFaultyNetwork } from './faulty-network.ts'
import type { FaultyNetwork } from './faulty-network.ts'

export type DatabaseDoor = Omit<FaultyNetwork, 'port' | 'close'> & {
  /** The database, through this door. */
  url: string
  remove(): Promise<void>
}

/** A socket before a real database, so that one test can lose it while others go on. */
export async function createDatabaseDoor(databaseUrl: string): Promise<DatabaseDoor> {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-door-'))
  const url = new URL(databaseUrl)
  const behind = join(url.searchParams.get('host')!, '.s.PGSQL.5432')
  url.searchParams.set('host', folder)
  const network = await createFaultyNetwork(behind, join(folder, '.s.PGSQL.5432'))
  return {
    ...network,
    url: url.href,
    async remove() {
      await network.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
