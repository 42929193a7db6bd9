import { isDeepStrictEqual } from 'node:util'
import { ownProperty } from '@firstline/contract/own-property'
import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type pg from 'pg'
import { inTransaction } from '#server/core/in-transaction.ts'
import type { DB } from '#server/database/db-types.ts'
import { Conflict } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import type { Loaded } from '#server/imports/history/load-file.ts'
import { onlyRow } from '#server/database/only-row.ts'

type Rules = Record<string, unknown>
type NewRun = { origin: string; format: string; fileName: string; sha256: string; rules: Rules }

/** An import as it stands when it begins: `done` when there is nothing to do. */
export type Run = {
  origin: string
  state: 'running' | 'done'
  lastCase: string | null
  /** Nothing of it was in the record when it began: cases after the last one are new for sure. */
  isFresh: boolean
}

/** One import of a history at a time. @throws Conflict when another process is at it */
export async function lockOrigin(client: pg.ClientBase, origin: string): Promise<void> {
  const { rows } = await client.query<{ locked: boolean }>(
    `select pg_try_advisory_lock(hashtextextended('import ' || $1, 0)) as locked`,
    [origin],
  )
  if (rows[0]?.locked) return
  throw new Conflict('import.running', sentence`The history “${origin}” is being imported already`)
}

/** A connection that is cut while it works keeps its lock until PostgreSQL notices. */
export async function release(client: pg.ClientBase): Promise<void> {
  await client.query('select pg_advisory_unlock_all()').catch(() => undefined)
}

/**
 * Begins an import, or finds the one it continues: the same file goes on after its last case, a
 * file that grew is gone through again.
 * @throws Conflict when that would mix two readings, or count one file twice
 */
export async function beginRun(db: Kysely<DB>, now: Date, wanted: NewRun): Promise<Run> {
  await refuseTwice(db, wanted)
  await refuseSetAside(db, wanted)
  const known = await readRun(db, wanted.origin)
  if (!known) {
    await insertRun(db, now, wanted)
    return { origin: wanted.origin, state: 'running', lastCase: null, isFresh: true }
  }
  refuseOtherReading(known.rules, wanted)
  if (known.sha256 === wanted.sha256) {
    const { state, last_case: lastCase, is_fresh: isFresh } = known
    return { origin: wanted.origin, state, lastCase, isFresh }
  }
  await sql`
    update import_run
    set sha256 = ${wanted.sha256}, file_name = ${wanted.fileName}, state = 'running',
      is_fresh = false, last_case = null, cases = 0, updated_at = ${now}, finished_at = null
    where origin = ${wanted.origin}`.execute(db)
  return { origin: wanted.origin, state: 'running', lastCase: null, isFresh: false }
}

/** In the transaction of the batch itself. */
export async function recordBatch(
  tx: Kysely<DB>,
  now: Date,
  batch: { origin: string; lastCase: string; cases: number; events: number },
): Promise<void> {
  await sql`
    update import_run
    set last_case = ${batch.lastCase}, cases = cases + ${batch.cases},
      events = events + ${batch.events}, updated_at = ${now}
    where origin = ${batch.origin}`.execute(tx)
}

type Totals = { cases: number; events: number }

/** Ends the run; `whenDone` is called in the transaction that does. */
export async function finishRun(
  db: Kysely<DB>,
  now: Date,
  origin: string,
  { rows, refusals, remarks }: Loaded,
  whenDone: (tx: Transaction<DB>, totals: Totals) => Promise<unknown>,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const finished = await sql<Totals>`
      update import_run
      set state = 'done', finished_at = ${now}, updated_at = ${now}, rows_read = ${rows.read},
        rows_refused = ${rows.refused}, refusals = ${JSON.stringify(refusals)}::jsonb,
        remarks = ${JSON.stringify(remarks)}::jsonb
      where origin = ${origin} and state = 'running'
      returning cases, events`.execute(tx)
    if (finished.rows[0]) await whenDone(tx, finished.rows[0])
  })
}

export type RunReport = Pick<Loaded, 'rows' | 'refusals' | 'remarks'> & Totals & { origin: string }

/** What a finished import brought in. */
export async function readReport(db: Kysely<DB>, origin: string): Promise<RunReport> {
  const { rows } = await sql<
    Totals & Pick<Loaded, 'refusals' | 'remarks'> & { read: number; refused: number }
  >`
    select cases, events, rows_read as read, rows_refused as refused, refusals, remarks
    from import_run where origin = ${origin}`.execute(db)
  const { read, refused, ...run } = onlyRow(rows)
  return { origin, ...run, rows: { read, used: read - refused, refused } }
}

type RunRow = {
  sha256: string
  rules: Rules
  state: 'running' | 'done'
  last_case: string | null
  is_fresh: boolean
}

/** The last batch of a process that was killed may still be under way: its end is waited for. */
async function readRun(db: Kysely<DB>, origin: string): Promise<RunRow | undefined> {
  const { rows } = await sql<RunRow>`
    select sha256, rules, state, last_case, is_fresh from import_run
    where origin = ${origin} for update`.execute(db)
  return rows[0]
}

async function insertRun(db: Kysely<DB>, now: Date, wanted: NewRun): Promise<void> {
  const { origin, format, fileName, sha256, rules } = wanted
  await sql`
    insert into import_run (origin, format, file_name, sha256, rules, state, is_fresh, started_at, updated_at)
    values (${origin}, ${format}, ${fileName}, ${sha256}, ${JSON.stringify(rules)}::jsonb, 'running',
      true, ${now}, ${now})`.execute(db)
}

async function refuseTwice(db: Kysely<DB>, { origin, sha256 }: NewRun): Promise<void> {
  const { rows } = await sql<{ origin: string }>`
    select origin from import_run where sha256 = ${sha256} and origin <> ${origin}`.execute(db)
  if (!rows[0]) return
  throw new Conflict(
    'import.already-imported',
    sentence`This file is in already, as “${rows[0].origin}”: a second name would count its tickets twice`,
  )
}

async function refuseSetAside(db: Kysely<DB>, { origin }: NewRun): Promise<void> {
  const { rows } = await sql`
    select from history_set_aside where origin = ${origin}`.execute(db)
  if (rows.length === 0) return
  throw new Conflict('import.set-aside', sentence`“${origin}” is set aside: count it again first`)
}

function refuseOtherReading(known: Rules, { origin, rules }: NewRun): void {
  const differing = Object.keys(rules).filter(
    (rule) => !isDeepStrictEqual(ownProperty(known, rule), ownProperty(rules, rule)),
  )
  if (differing.length === 0) return
  const was = differing
    .map((rule) => `  ${rule}: ${JSON.stringify(ownProperty(known, rule))}`)
    .join('\n')
  throw new Conflict(
    'import.other-reading',
    sentence`“${origin}” was imported in another reading, and the record cannot be changed. It was:\n${was}\nImport in the same reading, or under another --name if these are other tickets`,
  )
}
