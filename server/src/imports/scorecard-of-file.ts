import { readFileSync } from 'node:fs'
import type { Scorecard } from '@firstline/contract/scorecard'
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { DB } from '#server/core/db-types.ts'
import { connect } from '#server/imports/connect.ts'
import { eventsOfCase, ticketIdOf } from '#server/imports/events-of-case.ts'
import type { FileShape } from '#server/imports/inspect-file.ts'
import { inspectFile } from '#server/imports/inspect-file.ts'
import { loadFile } from '#server/imports/load-file.ts'
import type { Loaded, LoadOptions } from '#server/imports/load-file.ts'
import { settleReading } from '#server/imports/reading.ts'
import type { Reading, ReadingChoice } from '#server/imports/reading.ts'
import { readCases } from '#server/imports/sort-updates.ts'
import { factsOfTicket } from '#server/scorecard/facts-of-ticket.ts'
import { readScorecard } from '#server/scorecard/read-scorecard.ts'
import { insertFacts } from '#server/scorecard/store-facts.ts'
import type { StoredFacts } from '#server/scorecard/store-facts.ts'

export type FileScorecardChoice = ReadingChoice &
  Omit<LoadOptions, 'until'> & {
    windowDays: number
    /** As of when; what came later is refused. Default: the last moment of the file. */
    now: Date | undefined
  }

export type FileScorecard = Pick<Loaded, 'rows' | 'refusals' | 'remarks'> & {
  reading: Reading
  /** Every assumption made, as a sentence. */
  assumed: string[]
  scorecard: Scorecard
}

const batchCases = 1_000

/**
 * The scorecard of a file, by the same facts and the same queries as the desk's own. Nothing is
 * kept: all tables are temporary ones of one connection.
 * @param openDatabase called once the file is understood; the address of any PostgreSQL database
 * @throws Invalid when the file cannot be read as a history
 */
export async function scorecardOfFile(
  path: string,
  choice: FileScorecardChoice,
  openDatabase: () => Promise<string>,
): Promise<FileScorecard> {
  const shape = await inspectFile(path)
  const { reading, assumed } = await settleReading(shape, choice)
  const client = await connect(await openDatabase())
  try {
    const loaded = await loadFile(client, shape, reading, { ...choice, until: choice.now })
    if (!choice.now)
      assumed.push(`now is the last moment in the file, ${loaded.lastAt.toISOString()}`)
    const db = databaseOn(client)
    await computeFacts(client, db, shape, reading)
    const asOf = choice.now ?? loaded.lastAt
    const scorecard = await readScorecard(db, {
      from: loaded.firstAt,
      to: new Date(asOf.getTime() + 1),
      asOf,
      windowDays: choice.windowDays,
      timeZone: reading.timeZone,
    })
    if (isListOfTickets(scorecard, loaded)) assumed.push(oneRowEach)
    const { rows, refusals, remarks } = loaded
    const told = reading.lines.kind === 'unknown' ? withoutLines(scorecard) : scorecard
    return { rows, refusals, remarks, reading, assumed, scorecard: told }
  } finally {
    await client.end()
  }
}

const oneRowEach =
  'every ticket has a single row: this looks like a list of tickets, not of what happened to them, ' +
  'so that neither reopens nor times to resolution can be seen'

function isListOfTickets({ origins }: Scorecard, { rows }: Loaded): boolean {
  const tickets = origins.reduce((sum, origin) => sum + origin.tickets, 0)
  return tickets === rows.used && tickets > 1
}

/** Kysely on one connection, which alone sees its temporary tables: one query after another. */
function databaseOn(client: pg.Client): Kysely<DB> {
  let isFree = Promise.resolve()
  const connect = async () => {
    const turn = isFree
    const { promise, resolve: release } = Promise.withResolvers<void>()
    isFree = promise
    await turn
    return Object.assign(client, { release })
  }
  const pool = { connect, end: async () => undefined }
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: pool as never }) })
}

async function computeFacts(
  client: pg.Client,
  db: Kysely<DB>,
  shape: FileShape,
  reading: Reading,
): Promise<void> {
  await client.query(`set search_path = pg_temp`)
  await client.query(factTables())
  await client.query('begin')
  let batch: StoredFacts[] = []
  const asksRatings = reading.columns.rating !== undefined
  for await (const updates of readCases(client, null)) {
    const events = eventsOfCase(shape.sha256, updates, reading.lines, asksRatings)
    const facts = factsOfTicket(ticketIdOf(shape.sha256, updates[0]!.caseKey), events)
    if (facts) batch.push({ ...facts, origin: 'file' })
    if (batch.length >= batchCases) {
      await insertFacts(db, batch)
      batch = []
    }
  }
  await insertFacts(db, batch)
  await client.query('commit')
  await client.query('analyze ticket_fact, resolution_fact')
}

/** The desk's own definition of the tables, made once more as temporary ones. */
function factTables(): string {
  return readFileSync(new URL('../../migrations/0012_scorecard.sql', import.meta.url), 'utf8')
}

/** Without knowing the lines, nobody can say what stayed with the first one. */
function withoutLines(scorecard: Scorecard): Scorecard {
  const unknown = { l1: null, heldL1: null }
  return {
    ...scorecard,
    ...unknown,
    reopenByPath: null,
    weeks: scorecard.weeks.map((week) => ({ ...week, ...unknown })),
    types: scorecard.types.map((type) => ({
      ...type,
      ...unknown,
      weeks: type.weeks.map((week) => ({ ...week, l1: null })),
    })),
  }
}
