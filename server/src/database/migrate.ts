import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { runMigrations } from 'graphile-worker'
import type pg from 'pg'
import { createPool } from './database.ts'
import { isDatabaseGone } from './database-gone.ts'
import { messageOf } from '#server/core/errors.ts'
import { createLog } from '#server/core/log.ts'
import { withClient } from './open-client.ts'
import { supplyUuidV7 } from './supply-uuidv7.ts'

const folder = new URL('../../migrations/', import.meta.url)
const lockKey = 7_241_001
/** The oldest PostgreSQL that has all that the desk asks of one. */
const oldest = 16

type Migration = { number: number; name: string; text: string; sha256: string }

type MigrateOptions = {
  /** Only the first so many files: what a backup of an earlier version was made of. */
  upTo?: number
  /** By the restore that is under way itself. */
  isRestoring?: boolean
}

/**
 * Brings the database to this version, forward only: one transaction a file, any number of callers
 * at once (one applies, the others find nothing). Returns the names applied.
 * @throws when an applied file was changed or is missing, when the numbers have a gap, or when a
 * restore has not ended.
 */
export async function migrate(
  url: string,
  { upTo, isRestoring = false }: MigrateOptions = {},
): Promise<string[]> {
  return connected(url, async (client) => {
    await requireVersion(client)
    if (!isRestoring) await refuseUnfinished(client)
    await migrateQueue(url)
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await supplyUuidV7(client)
    const files = readMigrations()
    const applied = await applyPending(client, files.slice(0, upTo))
    if (upTo === undefined || upTo >= files.length) {
      await client.query(readFileSync(new URL('grants.sql', folder), 'utf8'))
    }
    return applied
  })
}

/** The library's own tables. */
async function migrateQueue(url: string): Promise<void> {
  const pool = createPool(url, createLog('warn'), { max: 2, name: 'firstline migrate' })
  try {
    await runMigrations({ pgPool: pool })
  } finally {
    await pool.end()
  }
}

async function requireVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>(
    `select current_setting('server_version') as version
    where current_setting('server_version_num')::int < ${oldest} * 10000`,
  )
  for (const { version } of rows) {
    throw new Error(`it is PostgreSQL ${version}; Firstline needs PostgreSQL ${oldest} or newer`)
  }
}

/** Whether this login owns the desk's tables, or nobody does yet. */
export async function mayMigrate(url: string): Promise<boolean> {
  return connected(url, async (client) => {
    const { rows } = await client.query<{ may: boolean }>(
      `select pg_has_role(relowner, 'member') as may from pg_class
      where oid = to_regclass('public.migration')`,
    )
    return rows[0]?.may ?? true
  })
}

/** For a node that may not migrate. @throws when the database is older than this version */
export async function requireMigrated(url: string): Promise<void> {
  const missing = await connected(url, async (client) => {
    await refuseUnfinished(client)
    const applied = await readApplied(client)
    const files = readMigrations()
    for (const row of applied) refuseChanged(row, files[row.number - 1])
    return files[applied.length]
  })
  if (!missing) return
  throw new Error(
    `${missing.name} is not applied yet, and this login may not: start one node with ` +
      'DATABASE_MIGRATION_URL, or run "firstline migrate" with it',
  )
}

function connected<T>(url: string, question: (client: pg.Client) => Promise<T>): Promise<T> {
  return withClient(url, 'firstline migrate', question)
}

export function readMigrations(): Migration[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}_\w+\.sql$/.test(name))
  return names.sort().map((name, index) => {
    const number = Number(name.slice(0, 4))
    if (number !== index + 1) throw new Error(`Migration ${name}: expected number ${index + 1}`)
    const text = readFileSync(new URL(name, folder), 'utf8')
    return { number, name, text, sha256: createHash('sha256').update(text).digest('hex') }
  })
}

/** The tables that the first so many files make beside the library's and the sign-in's. */
export function tablesMadeBy(upTo: number): ReadonlySet<string> {
  const texts = readMigrations().slice(0, upTo)
  return new Set(
    texts.flatMap(({ text }) =>
      [...text.matchAll(/^create table (?:if not exists )?([a-z_]+) *\(/gm)].flatMap(
        ([, name]) => name ?? [],
      ),
    ),
  )
}

async function applyPending(client: pg.Client, migrations: Migration[]): Promise<string[]> {
  await client.query(`create table if not exists migration (
    number int primary key, name text not null, sha256 text not null,
    applied_at timestamptz not null default now())`)
  const applied = await readApplied(client)
  for (const row of applied) refuseChanged(row, migrations[row.number - 1])
  const pending = migrations.slice(applied.length)
  for (const migration of pending) await apply(client, migration)
  return pending.map((migration) => migration.name)
}

export type Applied = { number: number; name: string; sha256: string }

/** @returns none where there is no desk */
export async function readApplied(client: pg.Client): Promise<Applied[]> {
  if (!(await hasMigrations(client))) return []
  const { rows } = await client.query<Applied>(
    'select number, name, sha256 from migration where number > 0 order by number',
  )
  return rows
}

async function hasMigrations(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query(
    `select from pg_class where oid = to_regclass('public.migration')`,
  )
  return rows.length > 0
}

/** From the first row that is restored: no desk starts on half of one. */
export async function beginRestore(client: pg.Client): Promise<void> {
  await client.query(`insert into migration (number, name, sha256) values (0, 'restore', '')`)
}

export async function endRestore(client: pg.Client): Promise<void> {
  await client.query('delete from migration where number = 0')
}

/** @throws where a restore was begun and has not ended */
export async function refuseUnfinished(client: pg.Client): Promise<void> {
  if (!(await hasMigrations(client))) return
  const { rows } = await client.query('select from migration where number = 0')
  if (rows.length === 0) return
  throw new Error(
    'a restore into it was begun and has not ended: wait for it, or where it was broken off, ' +
      'restore once more into an empty database',
  )
}

function refuseChanged(applied: Applied, file: Migration | undefined) {
  if (file?.sha256 === applied.sha256) return
  throw new Error(
    `Migration ${applied.name} was applied to this database and has ${file ? 'changed' : 'vanished'} since: ` +
      'restore the file, or start from an empty database',
  )
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  let isDone = false
  try {
    await client.query('begin')
    await client.query(migration.text)
    await client.query('insert into migration (number, name, sha256) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.sha256,
    ])
    isDone = true
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined) // the connection may be what was lost
    const outcome =
      isDone && isDatabaseGone(error)
        ? 'was done, and the database did not answer whether it kept it; start again, nothing is done twice'
        : 'failed'
    throw new Error(`Migration ${migration.name} ${outcome}: ${messageOf(error)}`, { cause: error })
  }
}
