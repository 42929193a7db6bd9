import pg from 'pg'
import { Conflict } from '#server/core/errors.ts'
import { readApplied, readMigrations, tablesMadeBy } from '#server/database/migrate.ts'
import { nameOf } from './archive-format.ts'
import type { ArchivedTable, Header } from './archive-format.ts'

const schemas = ['public', 'auth', 'graphile_worker']

/**
 * What is of no use to a desk that is restored, or would let somebody in: sessions, links and codes
 * that were good for one time, marks of workers that are gone, files that lay on the machine.
 */
const passing = [
  'auth.rateLimit',
  'auth.session',
  'auth.verification',
  'public.import_upload',
  'public.passkey_challenge',
  'public.password_link',
  'public.portal_link',
  'public.portal_session',
  'public.provider_session',
  'public.provider_sign_in',
  'public.sign_in_attempt',
  'public.source_trial',
  'public.worker_life',
]

/** Also of a backup that was made when it was not left out yet: what it belongs to is not there. */
export function isPassing(table: Pick<ArchivedTable, 'schema' | 'table'>): boolean {
  return passing.includes(nameOf(table))
}

/** Made by migrations, and by them alone. */
const ofMigrations = ['public.migration', 'graphile_worker.migrations']
const telemetry = ['public.telemetry_log', 'public.telemetry_span']

export type Choice = { withTelemetry: boolean }

/** What there is to be kept of this database. */
export async function readContents(
  client: pg.Client,
  { withTelemetry }: Choice,
): Promise<Omit<Header, 'format' | 'program' | 'takenAt' | 'server'>> {
  const migrations = await readApplied(client)
  if (migrations.length === 0) {
    throw new Conflict('backup.no-desk', 'There is no desk in this database: see DATABASE_URL')
  }
  if (migrations.length > readMigrations().length) {
    throw new Conflict(
      'backup.desk-newer',
      'The tables of this desk are newer than this version knows: back it up with the version that runs it',
    )
  }
  const all = await readTables(client)
  const made = tablesMadeBy(migrations.length)
  const isOurs = ({ schema, table }: ArchivedTable) => schema !== 'public' || made.has(table)
  const leftOut = [...passing, ...(withTelemetry ? [] : telemetry)]
  const not = new Set([...leftOut, ...ofMigrations])
  return {
    migrations,
    tables: all.filter((table) => isOurs(table) && !not.has(nameOf(table))),
    sequences: await readSequences(client),
    telemetryDays: withTelemetry ? await readTelemetryDays(client) : [],
    leftOut,
    others: all
      .filter((table) => !isOurs(table))
      .map(nameOf)
      .filter((name) => !ofMigrations.includes(name)),
  }
}

/** All that hold rows of their own, partitions by the table they are parts of. */
export async function readTables(client: pg.Client): Promise<ArchivedTable[]> {
  const { rows } = await client.query<ArchivedTable>(
    `select n.nspname as schema, c.relname as table,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = any ($1) and c.relkind in ('r', 'p') and not c.relispartition
    order by n.nspname collate "C", c.relname collate "C"`,
    [schemas],
  )
  return rows
}

async function readSequences(client: pg.Client): Promise<Header['sequences']> {
  const { rows } = await client.query<Header['sequences'][number]>(
    `select schemaname as schema, sequencename as name,
      coalesce(last_value, start_value)::text as value, last_value is not null as "isCalled"
    from pg_sequences where schemaname = any ($1)
    order by schemaname collate "C", sequencename collate "C"`,
    [schemas],
  )
  return rows
}

async function readTelemetryDays(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ day: string }>(
    `select distinct to_char(to_date(right(c.relname, 8), 'YYYYMMDD'), 'YYYY-MM-DD') as day
    from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent in ('telemetry_log'::regclass, 'telemetry_span'::regclass)
      and c.relname ~ '_[0-9]{8}$' order by 1`,
  )
  return rows.map(({ day }) => day)
}

export function quoted(schema: string, name: string): string {
  return `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`
}
