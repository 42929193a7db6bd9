import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '../server/src/core/clock.ts'
import { readConfig } from '../server/src/core/config.ts'
import { createLog } from '../server/src/core/log.ts'
import { ensureAppLogin } from '../server/src/database/app-login.ts'
import { createDatabase, createPool } from '../server/src/database/database.ts'
import { migrate } from '../server/src/database/migrate.ts'
import { startEmbedded } from '../server/src/database/postgres/embedded.ts'
import type { Embedded } from '../server/src/database/postgres/embedded.ts'
import { makeScratchFolder } from '../server/src/database/postgres/scratch-folder.ts'
import type { EventName } from '@firstline/contract/events'
import type { Desk } from '../server/src/core/verb.ts'

export type Scratch = { folder: string; cluster: Embedded }

export const silent = createLog('silent')

/** A PostgreSQL of its own, with its usual safety, gone afterwards with all that was in it. */
export async function withScratch(work: (scratch: Scratch) => Promise<void>): Promise<void> {
  const folder = makeScratchFolder('firstline-bench-')
  const cluster = await startEmbedded(join(folder, 'postgres'))
  let left: Promise<void> | undefined
  const leave = () =>
    (left ??= cluster.leave().finally(() => rmSync(folder, { recursive: true, force: true })))
  const leaveAndExit = (code: number) => void leave().finally(() => process.exit(code))
  process.once('SIGINT', () => leaveAndExit(130)).once('SIGTERM', () => leaveAndExit(143))
  process.on('uncaughtException', (error) => {
    if (left) return // connections that the leaving itself cuts
    console.error(error)
    leaveAndExit(1)
  })
  try {
    await work({ folder, cluster })
  } catch (error) {
    console.error(error)
    process.exitCode = 1 // not thrown on: while leaving nobody would hear it
  } finally {
    await leave()
  }
}

export type BenchDesk = Desk & { url: string; ownerUrl: string; close(): Promise<void> }

/** A migrated desk that serves nothing: for verbs and queries alone. */
export async function openDesk(
  { cluster }: Scratch,
  options: { connections: number; reactionsTo?: (name: EventName) => readonly string[] },
): Promise<BenchDesk> {
  const ownerUrl = await cluster.database('desk')
  await migrate(ownerUrl)
  const { url } = await ensureAppLogin(ownerUrl)
  const pool = createPool(url, silent, { max: options.connections })
  const reading = createPool(url, silent, { max: options.connections, isReading: true })
  return {
    db: createDatabase(pool),
    readDb: createDatabase(reading),
    clock: systemClock,
    log: silent,
    config: readConfig({}),
    reactionsTo: options.reactionsTo ?? (() => []),
    url,
    ownerUrl,
    async close() {
      await Promise.all([pool.end(), reading.end()])
    },
  }
}
