import { basename } from 'node:path'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import { system } from '#server/core/actor.ts'
import type { Clock } from '#server/core/clock.ts'
import { inTransaction } from '#server/core/in-transaction.ts'
import type { DB } from '#server/database/db-types.ts'
import { Invalid } from '#server/core/errors.ts'
import { sentence, textOf } from '#server/core/sentence.ts'
import { appendEvents } from '#server/core/events.ts'
import { connect } from './connect.ts'
import { beginRun, finishRun, lockOrigin, readReport, release } from './import-run.ts'
import type { Run, RunReport } from './import-run.ts'
import type { LoadOptions } from '#server/imports/history/load-file.ts'
import { openHistory } from '#server/imports/history/open-history.ts'
import type { LoadedHistory, OpenHistory } from '#server/imports/history/loaded-history.ts'
import type { Reading, ReadingChoice } from '#server/imports/table/reading.ts'
import { writeCases } from './write-cases.ts'
import type { WriteChoice } from './write-cases.ts'
import { countOrigin } from '#server/scorecard/sums/count-origin.ts'
import { recomputeFacts } from '#server/scorecard/facts/recompute-facts.ts'
import { enqueue } from '#server/core/jobs.ts'

export type ImportChoice = ReadingChoice &
  Omit<LoadOptions, 'until' | 'maxRows'> &
  WriteChoice & {
    /** `generated`, or `import:<key>`: names this history for good. */
    origin: string
    /** As people know the files, where their paths do not say it. */
    fileName?: string
  }

export type ImportReport = RunReport & {
  /** unchanged: this very file is in the record already. */
  outcome: 'imported' | 'unchanged'
  reading: Reading
  assumed: string[]
}

type ImportDesk = {
  db: Kysely<DB>
  clock: Clock
  /** Address of the same database, for a connection that keeps temporary tables. */
  url: string
}

const ticketsOfRecount = 1_000

/**
 * Writes a history into the record and computes its facts, batch by batch, each in a transaction
 * with its progress: after a kill the next run goes on where this one stood. Every event has a key
 * of its own, so that a file imported twice, or one that grew, adds only what is new.
 * @throws Invalid when the files cannot be read as a history, Conflict when it is in under another
 *   name or in another reading, or is being imported now
 */
export async function importHistory(
  desk: ImportDesk,
  paths: readonly string[],
  choice: ImportChoice,
): Promise<ImportReport> {
  refuseBadOrigin(choice.origin)
  const history = await openHistory(paths, choice)
  if (isUnknown(history) && isTable(history)) throw linesUnknown()
  const client = await connect(desk.url)
  try {
    await lockOrigin(client, choice.origin)
    const run = await beginRun(desk.db, desk.clock.now(), {
      origin: choice.origin,
      format: history.format,
      fileName: choice.fileName ?? paths.map((path) => basename(path)).join(', '),
      sha256: history.sha256,
      rules: history.rules,
    })
    if (run.state === 'done') return await reportOf(desk, run, 'unchanged', history)
    const loaded = await importFiles(desk, client, run, history, choice)
    return await reportOf(desk, run, 'imported', loaded)
  } finally {
    await release(client)
    await client.end()
  }
}

async function importFiles(
  desk: ImportDesk,
  client: pg.Client,
  run: Run,
  history: OpenHistory,
  choice: ImportChoice,
): Promise<LoadedHistory> {
  const loadedHistory = await history.load(client, run.origin, choice)
  if (isUnknown(loadedHistory)) throw linesUnknown()
  await importCases(desk, client, run, loadedHistory, choice)
  await settleRepeats(desk, run)
  const { loaded } = loadedHistory
  await finishRun(desk.db, desk.clock.now(), run.origin, loaded, async (tx, totals) => {
    await appendEvents(tx, system('import'), desk.clock.now(), [
      {
        name: 'history.imported',
        data: { origin: run.origin, sha256: history.sha256, ...totals },
      },
    ])
    // so many at once do not wait for their turn
    await enqueue(tx, [{ task: 'seal_record', payload: {}, key: 'seal_record' }])
  })
  return loadedHistory
}

/** What is written is counted, also when a person stops it there. */
async function importCases(
  desk: ImportDesk,
  client: pg.Client,
  run: Run,
  history: LoadedHistory,
  choice: ImportChoice,
): Promise<void> {
  try {
    await client.query('begin') // a cursor lives in it; the batches commit on other connections
    await writeCases(desk, run, history, choice)
    await client.query('commit')
  } catch (error) {
    await count(desk, run).catch(() => undefined) // the import that goes on counts it
    throw error
  }
  await count(desk, run)
}

/** Once for all batches: to sum each of them up takes longer than to write it. */
async function count({ db }: ImportDesk, { origin }: Run): Promise<void> {
  await sql`analyze ticket_fact, resolution_fact`.execute(db)
  await countOrigin(db, origin)
}

/** A repeat contact breaks a resolution of another ticket, which may have been written before. */
async function settleRepeats({ db }: ImportDesk, { origin, isFresh }: Run): Promise<void> {
  if (!isFresh) return
  const { rows } = await sql<{ ticketId: string }>`
    select distinct ticket_id as "ticketId" from event
    where name = 'ticket.repeat_linked' and origin = ${origin}`.execute(db)
  for (let from = 0; from < rows.length; from += ticketsOfRecount) {
    const tickets = rows.slice(from, from + ticketsOfRecount).map(({ ticketId }) => ticketId)
    await inTransaction(db, (tx) => recomputeFacts(tx, tickets))
  }
}

async function reportOf(
  { db }: ImportDesk,
  { origin }: Run,
  outcome: ImportReport['outcome'],
  { reading, assumed }: Pick<OpenHistory, 'reading' | 'assumed'>,
): Promise<ImportReport> {
  return { ...(await readReport(db, origin)), outcome, reading, assumed: assumed.map(textOf) }
}

const isUnknown = ({ reading }: Pick<OpenHistory, 'reading'>) => reading.lines.kind === 'unknown'
/** Of a table it is known before it is read. */
const isTable = ({ format }: OpenHistory) => format === 'servicenow' || format === 'event-log'

function refuseBadOrigin(origin: string): void {
  if (origin === 'generated' || /^import:[\w.-]{1,80}$/.test(origin)) return
  throw new Invalid(
    'import.origin-invalid',
    sentence`“${origin}” cannot name a history: use letters, digits, dots, dashes and underscores`,
  )
}

function linesUnknown(): Invalid {
  return new Invalid(
    'import.lines-unknown',
    'No column tells the team, so the L1 resolution rate would be wrong for every period of the ' +
      'desk: name the column with --columns team=…',
  )
}
