import { rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '#server/database/migrate.ts'
import { startEmbedded } from '#server/database/postgres/embedded.ts'
import { makeScratchFolder } from '#server/database/postgres/scratch-folder.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connection string of the maintenance database of the test cluster. */
    maintenanceUrl: string
  }
}

const fast = '-c fsync=off -c synchronous_commit=off -c full_page_writes=off'

/** One real PostgreSQL for the run; each test file gets a clone of the migrated template. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = makeScratchFolder('firstline-test-')
  const cluster = await startEmbedded(join(folder, 'postgres'), { flags: fast })
  await migrate(await cluster.database('template_app'))
  await closeToConnections(cluster.urlOf('postgres'))
  project.provide('maintenanceUrl', cluster.urlOf('postgres'))
  return async () => {
    await cluster.leave()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function closeToConnections(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('alter database template_app with is_template true allow_connections false')
  await client.end()
}
