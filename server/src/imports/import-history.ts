import { basename } from 'node:path'
import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type pg from 'pg'
import { system } from '#server/core/actor.ts'
import type { Clock } from '#server/core/clock.ts'
import type { DB } from '#server/core/db-types.ts'
import { Invalid } from '#server/core/errors.ts'
import { appendEvents } from '#server/core/events.ts'
import { appendImported } from '#server/imports/append-imported.ts'
import { connect, databaseOn } from '#server/imports/connect.ts'
import {
  beginRun,
  finishRun,
  lockOrigin,
  readReport,
  recordBatch,
} from '#server/imports/import-run.ts'
import type { Run, RunReport } from '#server/imports/import-run.ts'
import type { LoadOptions } from '#server/imports/load-file.ts'
import { openHistory } from '#server/imports/open-history.ts'
import type { HistoryCase, LoadedHistory, OpenHistory } from '#server/imports/understood.ts'
import type { Reading, ReadingChoice } from '#server/imports/reading.ts'
import { writeFresh } from '#server/imports/write-fresh.ts'
import type { Writer } from '#server/imports/write-fresh.ts'
import { recomputeFacts } from '#server/scorecard/recompute-facts.ts'

export type ImportChoice = ReadingChoice &
  Omit<LoadOptions, 'until' | 'maxRows'> & {
    /** `generated`, or `import:<key>`: names this history for good. */
    origin: string
    /** As people know the files, where their paths do not say it. */
    fileName?: string
    /** Events written in one transaction, about. */
    batchEvents?: number
    /** Stops it while it reads, or between two batches; the next run goes on there. */
    signal?: AbortSignal | undefined
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

const usualEvents = 8_000
/** Of the texts in a batch, whatever number of events they are. */
const mostCharacters = 4_000_000
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
  const loadedHistory = await history.load(client, choice)
  if (isUnknown(loadedHistory)) throw linesUnknown()
  await importCases(desk, client, run, loadedHistory, choice)
  const { loaded } = loadedHistory
  await finishRun(desk.db, desk.clock.now(), run.origin, loaded, (tx, totals) =>
    appendEvents(tx, system('import'), desk.clock.now(), [
      {
        name: 'history.imported',
        data: { origin: run.origin, sha256: history.sha256, ...totals },
      },
    ]),
  )
  return loadedHistory
}

/** While one batch is written, the next is read and understood. */
async function importCases(
  desk: ImportDesk,
  client: pg.Client,
  run: Run,
  history: LoadedHistory,
  choice: ImportChoice,
): Promise<void> {
  const writer = await connect(desk.url, { asApp: true })
  // what a crash of the database takes away is imported again; the end of an import is waited for
  await writer.query('set synchronous_commit = off')
  const write = { desk, run, writer: { client: writer, db: databaseOn(writer) } }
  let writing = Promise.resolve()
  const mostEvents = choice.batchEvents ?? usualEvents
  let batch = emptyBatch()
  let rows = 0
  const flush = async () => {
    await writing
    choice.onProgress?.({ phase: 'writing', rows, share: rows / history.loaded.rows.used })
    choice.signal?.throwIfAborted()
    const { cases } = batch
    batch = emptyBatch()
    writing = cases.length > 0 ? importBatch(write, cases) : writing
    writing.catch(() => undefined) // thrown by the next flush
  }
  try {
    await client.query('begin') // the cursor lives in it; the batches commit on another connection
    for await (const one of history.cases(client, run.origin, run.lastCase)) {
      rows += one.rows
      addTo(batch, one)
      const isFull = batch.events >= mostEvents || batch.characters >= mostCharacters
      if (isFull) await flush()
    }
    await flush()
    await writing
    await client.query('commit')
    await settleRepeats(desk, run)
    await writer.query('analyze ticket_fact, resolution_fact')
  } finally {
    await writing.catch(() => undefined)
    await writer.end()
  }
}

type Batch = { cases: HistoryCase[]; events: number; characters: number }

const emptyBatch = (): Batch => ({ cases: [], events: 0, characters: 0 })

function addTo(batch: Batch, one: HistoryCase): void {
  batch.cases.push(one)
  batch.events += one.events.length
  for (const { data } of one.events) {
    for (const value of Object.values(data)) {
      if (typeof value === 'string') batch.characters += value.length
    }
  }
}

type Write = { desk: ImportDesk; run: Run; writer: Writer }

async function importBatch(write: Write, cases: HistoryCase[]): Promise<void> {
  const { desk, run, writer } = write
  await writer.client.query('begin')
  const events = await (run.isFresh ? writeFresh : writeAgain)(writer, run.origin, cases)
  const lastCase = cases.at(-1)!.caseKey
  const batch = { origin: run.origin, lastCase, cases: cases.length, events }
  await recordBatch(writer.db, desk.clock.now(), batch)
  await writer.client.query('commit')
}

/** Adds what is not in the record yet, and computes the facts from the whole of it. */
async function writeAgain(
  { db }: Writer,
  origin: string,
  cases: readonly HistoryCase[],
): Promise<number> {
  const tx = db as Transaction<DB> // begun by the caller on this very connection
  const events = await appendImported(tx, origin, cases)
  await recomputeFacts(
    tx,
    cases.map(({ ticketId }) => ticketId),
  )
  return events
}

/** A repeat contact breaks a resolution of another ticket, which may have been written before. */
async function settleRepeats({ db }: ImportDesk, { origin, isFresh }: Run): Promise<void> {
  if (!isFresh) return
  const { rows } = await sql<{ ticketId: string }>`
    select distinct ticket_id as "ticketId" from event
    where name = 'ticket.repeat_linked' and origin = ${origin}`.execute(db)
  for (let from = 0; from < rows.length; from += ticketsOfRecount) {
    const tickets = rows.slice(from, from + ticketsOfRecount).map(({ ticketId }) => ticketId)
    await db.transaction().execute((tx) => recomputeFacts(tx, tickets))
  }
}

async function reportOf(
  { db }: ImportDesk,
  { origin }: Run,
  outcome: ImportReport['outcome'],
  { reading, assumed }: Pick<OpenHistory, 'reading' | 'assumed'>,
): Promise<ImportReport> {
  return { ...(await readReport(db, origin)), outcome, reading, assumed }
}

const isUnknown = ({ reading }: Pick<OpenHistory, 'reading'>) => reading.lines.kind === 'unknown'
/** Of a table it is known before it is read. */
const isTable = ({ format }: OpenHistory) => format === 'servicenow' || format === 'event-log'

function refuseBadOrigin(origin: string): void {
  if (origin === 'generated' || /^import:[\w.-]{1,80}$/.test(origin)) return
  throw new Invalid(
    'import.origin-invalid',
    `“${origin}” cannot name a history: use letters, digits, dots, dashes and underscores`,
  )
}

function linesUnknown(): Invalid {
  return new Invalid(
    'import.lines-unknown',
    'No column tells the team, so the L1 resolution rate would be wrong for every period of the ' +
      'desk: name the column with --columns team=…',
  )
}
