import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { appRole } from './database.ts'

const folder = new URL('../../migrations/', import.meta.url)
const lockKey = 7_241_001

type Migration = { number: number; name: string; text: string; sha256: string }

/**
 * Brings the database to this version, forward only: one transaction a file, any number of callers
 * at once (one applies, the others find nothing). Returns the names applied.
 * @throws when an applied file was changed or is missing, or when the numbers have a gap.
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'firstline migrate' })
  await client.connect()
  try {
    await requireVersion(client)
    await runMigrations({ connectionString: url })
    await client.query('select pg_advisory_lock($1)', [lockKey])
    const applied = await applyPending(client, readMigrations())
    await client.query(readFileSync(new URL('grants.sql', folder), 'utf8'))
    await requireMembership(client)
    return applied
  } finally {
    await client.end()
  }
}

async function requireVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>(
    `select current_setting('server_version') as version
    where current_setting('server_version_num')::int < 180000`,
  )
  for (const { version } of rows) {
    throw new Error(`it is PostgreSQL ${version}; Firstline needs PostgreSQL 18 or newer`)
  }
}

/** The role may have been made for another database of this server, by another owner. */
async function requireMembership(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ owner: string }>(
    `select quote_ident(current_user) as owner where not pg_has_role($1, 'set')`,
    [appRole],
  )
  for (const { owner } of rows) {
    throw new Error(
      `${owner} may not work as ${appRole}. Let an administrator run: grant ${appRole} to ${owner};`,
    )
  }
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

async function applyPending(client: pg.Client, migrations: Migration[]): Promise<string[]> {
  await client.query(`create table if not exists migration (
    number int primary key, name text not null, sha256 text not null,
    applied_at timestamptz not null default now())`)
  const { rows } = await client.query<{ number: number; name: string; sha256: string }>(
    'select number, name, sha256 from migration order by number',
  )
  for (const row of rows) refuseChanged(row, migrations[row.number - 1])
  const pending = migrations.slice(rows.length)
  for (const migration of pending) await apply(client, migration)
  return pending.map((migration) => migration.name)
}

function refuseChanged(applied: { name: string; sha256: string }, file: Migration | undefined) {
  if (file?.sha256 === applied.sha256) return
  throw new Error(
    `Migration ${applied.name} was applied to this database and has ${file ? 'changed' : 'vanished'} since: ` +
      'restore the file, or start from an empty database',
  )
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(migration.text)
    await client.query('insert into migration (number, name, sha256) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.sha256,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${migration.name} failed: ${(error as Error).message}`, {
      cause: error,
    })
  }
}
