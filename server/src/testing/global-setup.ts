import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '#server/database/migrate.ts'
import { startEmbedded } from '#server/database/postgres/embedded.ts'
import { makeScratchFolder } from '#server/database/postgres/scratch-folder.ts'
import { judgeRequests } from './plans/judge-requests.ts'
import { judgeStatements } from './plans/judge-statements.ts'
import { startOther } from './other-postgres.ts'
import type { TestCluster } from './other-postgres.ts'
import { fillLargeDesk } from './plans/large-desk.ts'

declare module 'vitest' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- merged with the library’s own
  export interface ProvidedContext {
    /** Connection string of the maintenance database of the test cluster. */
    maintenanceUrl: string
    /** Folder in which the statements of the product are written down. */
    statements: string
    /** Folder in which it is written down what requests took. */
    requests: string
  }
}

const fast =
  '-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=128MB'

/**
 * One real PostgreSQL for the run; each test file gets a clone of the migrated template.
 * `FIRSTLINE_TEST_POSTGRES=16` runs them on an older one, whose planner is not judged.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = makeScratchFolder('firstline-test-')
  const other = process.env.FIRSTLINE_TEST_POSTGRES
  const cluster = other
    ? await startOther(other, folder, fast)
    : await startEmbedded(join(folder, 'postgres'), { flags: fast })
  await migrate(await cluster.database('template_app'))
  await closeToConnections(cluster.urlOf('postgres'))
  project.provide('maintenanceUrl', cluster.urlOf('postgres'))
  const statements = join(folder, 'statements')
  mkdirSync(statements)
  project.provide('statements', statements)
  const requests = join(folder, 'requests')
  mkdirSync(requests)
  project.provide('requests', requests)
  return async () => {
    try {
      if (!other) await judgePlans(statements, cluster)
      holdToAgreed(requests)
    } finally {
      await cluster.leave()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** Of every statement that the product sent while the tests ran. @throws when one reads a table whole */
async function judgePlans(statements: string, cluster: TestCluster): Promise<void> {
  if (readdirSync(statements).length === 0) return
  const url = await cluster.database('large')
  await migrate(url)
  await fillLargeDesk(url)
  const { explained, findings } = await judgeStatements(statements, url)
  process.stdout.write(
    `${explained} statements explained on a large desk, ${findings.length} findings\n`,
  )
  if (findings.length > 0) throw new Error(`Plans that grow with the desk:\n${findings.join('\n')}`)
}

/** @throws when the answer to a request took more of PostgreSQL than is agreed */
function holdToAgreed(requests: string): void {
  if (readdirSync(requests).length === 0) return
  const { counted, findings } = judgeRequests(requests)
  process.stdout.write(`${counted} routes counted, ${findings.length} findings\n`)
  if (findings.length > 0) throw new Error(`Requests that take too much:\n${findings.join('\n')}`)
}

async function closeToConnections(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('alter database template_app with is_template true allow_connections false')
  await client.end()
}
