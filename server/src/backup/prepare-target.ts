import type pg from 'pg'
import { Conflict } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { readApplied, readMigrations, refuseUnfinished } from '#server/database/migrate.ts'
import type { Header } from './archive-format.ts'
import { quoted, readTables } from './read-schema.ts'

/** What migrations themselves write into a database without a desk. */
const ofMigrations = new Set(['public.migration', 'public.scorecard_basis', 'public.seal_epoch'])

const lockKey = 7_241_031

/** @throws Conflict `restore.not-empty`, `restore.under-way`: nothing is ever restored over anything */
export async function requireEmpty(client: pg.Client, { migrations }: Header): Promise<void> {
  const { rows } = await client.query<{ alone: boolean }>(
    'select pg_try_advisory_lock($1) as alone',
    [lockKey],
  )
  if (!rows.some(({ alone }) => alone)) {
    throw new Conflict('restore.under-way', 'Another restore into this database is under way')
  }
  await refuseUnfinished(client)
  for (const { schema, table } of await readTables(client)) {
    const isQueue = schema === 'graphile_worker'
    if (isQueue || ofMigrations.has(`${schema}.${table}`)) continue
    const found = await client.query(`select from ${quoted(schema, table)} limit 1`)
    if (found.rows.length > 0) throw notEmpty(`${schema}.${table}`)
  }
  const applied = await readApplied(client)
  if (applied.length > migrations.length) {
    throw new Conflict(
      'restore.tables-newer',
      'The tables of this database are newer than the backup: restore into a database without tables',
    )
  }
}

function notEmpty(table: string): Conflict {
  return new Conflict(
    'restore.not-empty',
    sentence`The database is not empty: there are rows in ${table}. Nothing was changed. Restore into an empty one: another DATABASE_URL, or with the embedded database another FIRSTLINE_HOME; docs/backup.md says how to change over`,
  )
}

/** @throws Conflict `restore.newer`, `restore.other-migrations` before anything is written */
export function requireKnown({ migrations, program }: Header): void {
  const own = readMigrations()
  const last = migrations.length
  if (last > own.length) {
    throw new Conflict(
      'restore.newer',
      sentence`The backup was made by Firstline ${program}, whose tables (${last}) are newer than this version knows (${own.length}): restore it with that version, or a newer one`,
    )
  }
  const other = migrations.find(({ sha256 }, index) => own[index]?.sha256 !== sha256)
  if (!other) return
  throw new Conflict(
    'restore.other-migrations',
    sentence`The tables of the backup were made by another ${other.name} than this version has: restore it with the version that made it (${program})`,
  )
}
