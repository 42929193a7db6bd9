// Writes what is generated: from the migrations the schema dump, the database types
// and the diagram of tables, from the contract the table of who may what and the page of events,
// from the files of each language what loads them.
// With --verify it writes nothing and fails when what is committed differs.
import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '../server/src/database/migrate.ts'
import { startEmbedded } from '../server/src/database/postgres/embedded.ts'
import { makeScratchFolder } from '../server/src/database/postgres/scratch-folder.ts'
import { withColumnTypes } from './column-types.ts'
import { eventsPage } from './events-page.ts'
import { englishFile, germanFile } from './language-files.ts'
import { withPlacesOfData } from './privacy-section.ts'
import { withTables } from './tables-section.ts'
import { withRolesTable } from './roles-table.ts'
import { withWebhookEvents } from './webhooks-section.ts'
import { dumpSchema } from '../server/src/database/schema-dump.ts'

const schemaFile = 'server/migrations/schema.sql'
const typesFile = 'server/src/database/db-types.ts'
const architectureFile = 'docs/architecture.md'
const privacyFile = 'docs/privacy.md'
const rolesFile = 'docs/security/roles.md'
const webhooksFile = 'docs/webhooks.md'
const isVerifying = process.argv.includes('--verify')

settle('docs/events.md', eventsPage())
settle('web/src/i18n/english.ts', englishFile())
settle('web/src/i18n/german.ts', germanFile())
settle(webhooksFile, withWebhookEvents(readFileSync(webhooksFile, 'utf8')))
settle(privacyFile, withPlacesOfData(readFileSync(privacyFile, 'utf8')))
settle(rolesFile, withRolesTable(readFileSync(rolesFile, 'utf8')))

const folder = makeScratchFolder('firstline-generate-')
const cluster = await startEmbedded(join(folder, 'postgres'), { flags: '-c fsync=off' })
try {
  const url = await cluster.database('generate')
  await migrate(url)
  const schema = await readSchema(url)
  settle(schemaFile, schema)
  settle(architectureFile, withTables(readFileSync(architectureFile, 'utf8'), schema))
  settle(typesFile, readTypes(url))
} finally {
  await cluster.leave()
  rmSync(folder, { recursive: true, force: true })
}

async function readSchema(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const text = await dumpSchema(client)
  await client.end()
  return text
}

function readTypes(url: string): string {
  const out = join(folder, 'db-types.ts')
  execFileSync(
    'kysely-codegen',
    [
      '--url',
      url,
      '--dialect',
      'postgres',
      '--exclude-pattern',
      'graphile_worker.*',
      '--out-file',
      out,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  return withColumnTypes(readFileSync(out, 'utf8'))
}

function settle(file: string, text: string): void {
  if (!isVerifying) return writeFileSync(file, text)
  if (readFileSync(file, 'utf8') === text) return
  console.error(`${file} is not what is generated: run "npm run generate" and commit it`)
  process.exitCode = 1
}
