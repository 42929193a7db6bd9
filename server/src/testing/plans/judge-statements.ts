import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { calledForEachRow } from './called-for-each-row.ts'
import { notGrowing } from './large-desk.ts'
import { readWholeTables } from './read-whole-tables.ts'
import type { Plan } from './read-whole-tables.ts'
import type { RecordedStatement } from './record-statements.ts'

export type Judgement = { explained: number; findings: string[] }

/** Looks at the plans of all statements that were recorded in a folder. */
export async function judgeStatements(folder: string, url: string): Promise<Judgement> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // a table of a few pages is read whole, whatever indexes there are; so it is told not to
    await client.query('set enable_seqscan = off')
    const parts = await smallParts(client)
    const functions = await ownFunctions(client)
    const findings: string[] = []
    let explained = 0
    for (const statement of recordedIn(folder)) {
      const plan = await planOf(client, statement)
      if (plan === null) continue
      explained++
      const tables = readWholeTables(plan, parts).filter(
        (table) => !isAgreed(statement.file, table),
      )
      if (tables.length > 0) findings.push(said(statement, `reads all of ${tables.join(', ')}`))
      const called = calledForEachRow(plan, functions)
      if (called.length > 0)
        findings.push(said(statement, `calls ${called.join(', ')} for each row`))
    }
    return { explained, findings }
  } finally {
    await client.end()
  }
}

/** Who reads all of which table, and why that is agreed. */
const agreed: Readonly<Record<string, string>> = {
  'backup/hold-what-leaves.ts graphile_worker._private_job_queues': 'once for a restore',
  'backup/loose-tables.ts pg_catalog.pg_constraint': 'of the schema, once for a restore',
  'backup/loose-tables.ts pg_catalog.pg_index': 'of the schema, once for a restore',
  'backup/loose-tables.ts pg_catalog.pg_trigger': 'of the schema, once for a restore',
  'backup/read-schema.ts pg_catalog.pg_inherits': 'of the schema, once for a backup',
  'backup/read-schema.ts pg_catalog.pg_sequence': 'of the schema, once for a backup',
  'connections/postgres.ts pg_catalog.pg_index': 'of a company’s own schema, by its command line',
  'connections/postgres.ts pg_catalog.pg_namespace':
    'of a company’s own schema, by its command line',
  'channels/look-alike.ts account': 'a name may be anywhere inside another; it stops at 5,000',
  'imports/jobs/run-import.ts ticket_fact': 'once for an import, which takes far longer',
  'privacy/erase-again.ts contact_erasure': 'the whole list, by the command line',
  'scorecard/facts/rebuild.ts resolution_fact': 'a rebuild counts all again, and compares',
  'scorecard/facts/rebuild.ts ticket_fact': 'a rebuild counts all again, and compares',
  'tickets/hold-queued-mail.ts message': 'once for a restore, which writes all of it',
  'tickets/incidents/send-incident-update.ts incident_update': 'once for a restore',
}

/** Indexes of few of their table's rows: what waits, what is open. */
async function smallParts(client: pg.Client): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ name: string }>(`
    select part.relname as name from pg_index
    join pg_class part on part.oid = indexrelid join pg_class of on of.oid = indrelid
    where indpred is not null and part.reltuples <= of.reltuples / 10`)
  return new Set(rows.map(({ name }) => name))
}

async function ownFunctions(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct proname as name from pg_proc where pronamespace = 'public'::regnamespace`,
  )
  return rows.map(({ name }) => name)
}

function isAgreed(file: string, table: string): boolean {
  return notGrowing.includes(table) || `${file} ${table}` in agreed
}

function recordedIn(folder: string): RecordedStatement[] {
  const lines = readdirSync(folder).flatMap((file) =>
    readFileSync(join(folder, file), 'utf8').trimEnd().split('\n'),
  )
  const statements = lines.map((line) => JSON.parse(line) as RecordedStatement)
  return [...new Map(statements.map((one) => [one.text, one])).values()]
}

/** @returns null for what is asked of another database, or of a table of the moment */
async function planOf(
  client: pg.Client,
  { text, values }: RecordedStatement,
): Promise<Plan | null> {
  try {
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `explain (verbose, format json) ${text}`,
      values,
    )
    return rows[0]?.['QUERY PLAN'][0].Plan ?? null
  } catch (error) {
    if (error instanceof pg.DatabaseError && foreign.has(error.code ?? '')) return null
    throw new Error(`No plan is known of ${text}`, { cause: error })
  }
}

/** No such table, column, function or schema here; what a test's source file says wrongly. */
const foreign: ReadonlySet<string> = new Set(['42P01', '42703', '42883', '3F000', '42601'])

function said({ file, text }: RecordedStatement, what: string): string {
  return `${file} ${what}\n      ${text.replaceAll(/\s+/g, ' ').slice(0, 600)}`
}
