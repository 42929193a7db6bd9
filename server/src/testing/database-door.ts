import { createFaultyNetwork } from './faulty-network.ts'
import type { FaultyNetwork } from './faulty-network.ts'
import { socketBefore } from './socket-before.ts'

export type DatabaseDoor = Omit<FaultyNetwork, 'port' | 'close'> & {
  /** The database, through this door. */
  url: string
  remove(): Promise<void>
}

/** A socket before a real database, so that one test can lose it while others go on. */
export async function createDatabaseDoor(databaseUrl: string): Promise<DatabaseDoor> {
  const { url, at, behind, remove } = socketBefore(databaseUrl)
  const network = await createFaultyNetwork(behind, at)
  return {
    ...network,
    url,
    async remove() {
      await network.close()
      remove()
    },
  }
}
