import { join } from 'node:path'
import type pg from 'pg'
import type { Clock } from '#server/core/clock.ts'
import { Unavailable, messageOf } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { isDatabaseGone } from '#server/database/database-gone.ts'
import { openClient } from '#server/database/open-client.ts'
import { onlyRow } from '#server/database/only-row.ts'
import { partName } from './archive-format.ts'
import type { ArchivedTable, Header, Manifest } from './archive-format.ts'
import { countRows, partsOfTable } from './copy-rows.ts'
import { speakPlainly } from './copy-session.ts'
import { quoted, readContents } from './read-schema.ts'
import { writeArchive } from './write-archive.ts'
import type { ArchiveWriter } from './write-archive.ts'

export type BackupChoice = {
  /** Where the file comes to lie. */
  folder: string
  /** Public keys it is encrypted for. */
  recipients: readonly string[]
  withTelemetry: boolean
  /** Version of the program. */
  program: string
  clock: Clock
  onProgress?: ((rows: number) => void) | undefined
}

export type Backup = {
  file: string
  bytes: number
  takenAt: string
  tables: Manifest['tables']
  /** Tables of the same database that are not the desk's. */
  others: readonly string[]
}

/** All of the desk as of one moment, while it works on. @param url as the product, or as the owner */
export async function makeBackup(url: string, choice: BackupChoice): Promise<Backup> {
  const client = await openClient(url, 'firstline backup')
  try {
    await speakPlainly(client)
    await client.query('begin isolation level repeatable read read only')
    const header = await readHeader(client, choice)
    await holdStill(client, header.tables)
    const file = join(choice.folder, fileName(header.takenAt))
    let tables: Manifest['tables'] = []
    const bytes = await writeArchive(file, choice.recipients, header, async (writer) => {
      tables = await writeTables(client, header.tables, writer, choice.onProgress)
      return tables
    })
    return { file, bytes, takenAt: header.takenAt, tables, others: header.others }
  } catch (error) {
    if (!isDatabaseGone(error)) throw error
    throw new Unavailable(
      'backup.database-gone',
      sentence`The database went away amid the backup (${messageOf(error)}); nothing of it was kept. Make it again when the database is back`,
    )
  } finally {
    await client.end()
  }
}

async function readHeader(client: pg.Client, choice: BackupChoice): Promise<Header> {
  const { rows } = await client.query<{ server: string }>(
    `select current_setting('server_version') as server`,
  )
  return {
    format: 'firstline.backup/1',
    program: choice.program,
    takenAt: choice.clock.now().toISOString(),
    server: onlyRow(rows).server,
    ...(await readContents(client, choice)),
  }
}

/** No migration changes a table while others are read. */
async function holdStill(client: pg.Client, tables: readonly ArchivedTable[]): Promise<void> {
  const names = tables.map(({ schema, table }) => quoted(schema, table))
  await client.query(`lock table ${names.join(', ')} in access share mode`)
}

async function writeTables(
  client: pg.Client,
  tables: readonly ArchivedTable[],
  writer: ArchiveWriter,
  onProgress: BackupChoice['onProgress'],
): Promise<Manifest['tables']> {
  const written: Manifest['tables'] = []
  let all = 0
  for (const table of tables) {
    const sum = { schema: table.schema, table: table.table, rows: 0, bytes: 0 }
    let number = 0
    for await (const part of partsOfTable(client, table)) {
      await writer.add(partName(table, ++number), part)
      const rows = countRows(part)
      sum.rows += rows
      sum.bytes += part.length
      all += rows
      onProgress?.(all)
    }
    written.push(sum)
  }
  return written
}

/** In the order of time, and without what a file system does not take. */
function fileName(takenAt: string): string {
  return `firstline-${takenAt.slice(0, 19).replaceAll(':', '-')}Z.tar.age`
}
