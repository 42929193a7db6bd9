import { basename } from 'node:path'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import { system } from '#server/core/actor.ts'
import type { Clock } from '#server/core/clock.ts'
import type { DB } from '#server/core/db-types.ts'
import { Invalid } from '#server/core/errors.ts'
import { appendEvents } from '#server/core/events.ts'
import { appendImported } from '#server/imports/append-imported.ts'
import { connect } from '#server/imports/connect.ts'
import { eventsOfCase, ticketIdOf } from '#server/imports/events-of-case.ts'
import {
  beginRun,
  finishRun,
  lockOrigin,
  readReport,
  recordBatch,
} from '#server/imports/import-run.ts'
import type { Run, RunReport } from '#server/imports/import-run.ts'
import { inspectFile } from '#server/imports/inspect-file.ts'
import type { FileShape } from '#server/imports/inspect-file.ts'
import { loadFile } from '#server/imports/load-file.ts'
import type { LoadOptions } from '#server/imports/load-file.ts'
import { settleReading } from '#server/imports/reading.ts'
import type { Reading, ReadingChoice } from '#server/imports/reading.ts'
import { readCases } from '#server/imports/sort-updates.ts'
import type { Update } from '#server/imports/updates.ts'
import { recomputeFacts } from '#server/scorecard/recompute-facts.ts'

export type ImportChoice = ReadingChoice &
  Omit<LoadOptions, 'until'> & {
    /** `generated`, or `import:<key>`: names this history for good. */
    origin: string
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

const batchCases = 500

/**
 * Writes a history into the record and computes its facts, batch by batch, each in a transaction
 * with its progress: after a kill the next run goes on where this one stood. Every event has a key
 * of its own, so that a file imported twice, or one that grew, adds only what is new.
 * @throws Invalid when the file cannot be read as a history, Conflict when it is in under another
 *   name or in another reading, or is being imported now
 */
export async function importHistory(
  desk: ImportDesk,
  path: string,
  choice: ImportChoice,
): Promise<ImportReport> {
  refuseBadOrigin(choice.origin)
  const shape = await inspectFile(path)
  const { reading, assumed } = await settleReading(shape, choice)
  if (reading.lines.kind === 'unknown') throw linesUnknown()
  const client = await connect(desk.url)
  try {
    await lockOrigin(client, choice.origin)
    const run = await beginRun(desk.db, desk.clock.now(), {
      origin: choice.origin,
      format: choice.format,
      fileName: basename(path),
      sha256: shape.sha256,
      rules: rulesOf(reading, choice),
    })
    const outcome = run.state === 'done' ? 'unchanged' : 'imported'
    if (run.state === 'running') await importFile(desk, client, run, reading, shape, choice)
    const report = await readReport(desk.db, run.origin)
    return { ...report, outcome, reading, assumed }
  } finally {
    await client.end()
  }
}

async function importFile(
  desk: ImportDesk,
  client: pg.Client,
  run: Run,
  reading: Reading,
  shape: FileShape,
  choice: ImportChoice,
): Promise<void> {
  const loaded = await loadFile(client, shape, reading, choice)
  await importCases(desk, client, run, reading)
  await finishRun(desk.db, desk.clock.now(), run.origin, loaded, (tx, totals) =>
    appendEvents(tx, system('import'), desk.clock.now(), [
      { name: 'history.imported', data: { origin: run.origin, sha256: shape.sha256, ...totals } },
    ]),
  )
}

async function importCases(
  desk: ImportDesk,
  client: pg.Client,
  run: Run,
  reading: Reading,
): Promise<void> {
  await client.query('begin') // the cursor lives in it; the batches commit on other connections
  let batch: Update[][] = []
  for await (const updates of readCases(client, run.lastCase)) {
    batch.push(updates)
    if (batch.length < batchCases) continue
    await importBatch(desk, run, reading, batch)
    batch = []
  }
  if (batch.length > 0) await importBatch(desk, run, reading, batch)
  await client.query('commit')
  await client.query('analyze ticket_fact, resolution_fact')
}

async function importBatch(
  desk: ImportDesk,
  { origin }: Run,
  reading: Reading,
  batch: readonly Update[][],
): Promise<void> {
  const asksRatings = reading.columns.rating !== undefined
  const cases = batch.map((updates) => {
    const caseKey = updates[0]!.caseKey
    const events = eventsOfCase(origin, updates, reading.lines, asksRatings)
    return { caseKey, ticketId: ticketIdOf(origin, caseKey), events }
  })
  await desk.db.transaction().execute(async (tx) => {
    const events = await appendImported(tx, origin, cases)
    await recomputeFacts(
      tx,
      cases.map(({ ticketId }) => ticketId),
    )
    const lastCase = cases.at(-1)!.caseKey
    await recordBatch(tx, desk.clock.now(), { origin, lastCase, cases: cases.length, events })
  })
}

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

/** What must stay the same for a history that grew to be the same history. */
function rulesOf(reading: Reading, choice: ImportChoice) {
  return {
    columns: reading.columnNames,
    resolved: reading.statuses.resolved,
    l1: [...(choice.l1 ?? [])],
    l1Pattern: choice.l1Pattern ?? null,
    timeZone: reading.timeZone,
  }
}
