import type pg from 'pg'
import { Conflict } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { OutcomeUnknown, isDatabaseGone } from '#server/database/database-gone.ts'
import { beginRestore } from '#server/database/migrate.ts'
import { nameOf } from './archive-format.ts'
import type { ArchivedTable, Header } from './archive-format.ts'
import { loadTable } from './copy-rows.ts'
import type { TableLoad } from './copy-rows.ts'
import { speakPlainly } from './copy-session.ts'
import { loosen } from './loose-tables.ts'
import type { Archive } from './read-archive.ts'
import { isPassing, quoted, readTables } from './read-schema.ts'

export type LoadWatch = {
  /** Told each part as it goes in. */
  onPart?(table: string, rows: Buffer): void
  /** In the same transaction, when all rows are there. */
  after?(client: pg.Client): Promise<void>
}

/**
 * Every row and every sequence, in one transaction.
 * @param client of the owner of empty tables
 * @throws OutcomeUnknown where all was loaded, and the commit was not answered
 */
export async function loadArchive(
  client: pg.Client,
  archive: Archive,
  watch: LoadWatch = {},
): Promise<void> {
  const { header } = archive
  await speakPlainly(client)
  await client.query('begin')
  let isLoaded = false
  try {
    await client.query(`select set_config('maintenance_work_mem', '128MB', true)`)
    await requireColumns(client, header)
    await beginRestore(client)
    for (const day of header.telemetryDays) {
      await client.query('select create_telemetry_day($1::date)', [day])
    }
    const tighten = await loosen(client)
    const names = header.tables.map(({ schema, table }) => quoted(schema, table))
    await client.query(`truncate ${names.join(', ')}`)
    await loadParts(client, archive, watch)
    const passing = header.tables.filter(isPassing)
    for (const { schema, table } of passing) await client.query(`truncate ${quoted(schema, table)}`)
    await tighten()
    for (const { schema, name, value, isCalled } of header.sequences) {
      await client.query('select setval($1::regclass, $2, $3)', [
        quoted(schema, name),
        value,
        isCalled,
      ])
    }
    await watch.after?.(client)
    isLoaded = true
    await client.query('commit')
  } catch (error) {
    if (isLoaded && error instanceof Error && isDatabaseGone(error)) throw new OutcomeUnknown(error)
    await client.query('rollback').catch(() => undefined) // the connection may be what was lost
    throw error
  }
}

async function loadParts(client: pg.Client, archive: Archive, watch: LoadWatch): Promise<void> {
  const tables = new Map(archive.header.tables.map((table) => [nameOf(table), table]))
  let under = ''
  let load: TableLoad | null = null
  for await (const { table: name, rows } of archive.parts()) {
    if (under !== name || load === null) {
      await load?.end()
      under = name
      load = loadTable(client, known(tables, name))
    }
    await load.add(rows)
    watch.onPart?.(name, rows)
  }
  await load?.end()
}

/** @throws where the library of the queue, whose tables are its own, has changed them since */
async function requireColumns(client: pg.Client, header: Header): Promise<void> {
  const here = new Map((await readTables(client)).map((table) => [nameOf(table), table.columns]))
  for (const table of header.tables) {
    const missing = table.columns.find((column) => !here.get(nameOf(table))?.includes(column))
    if (missing === undefined) continue
    throw new Conflict(
      'restore.other-tables',
      sentence`The backup has ${nameOf(table)}.${missing}, which this version does not have: restore it with the version that made it (${header.program})`,
    )
  }
}

function known(tables: ReadonlyMap<string, ArchivedTable>, name: string): ArchivedTable {
  const table = tables.get(name)
  if (!table) throw new Error(`The backup has rows of ${name}, which it does not name`)
  return table
}
