import { sentence, textOf } from '#server/core/sentence.ts'
import type { Scorecard } from '@firstline/contract/scorecard'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { DB } from '#server/database/db-types.ts'
import { connect, databaseOn } from './connect.ts'
import { FactRows } from './fact-rows.ts'
import type { Loaded, LoadOptions } from '#server/imports/history/load-file.ts'
import { historyOf, inspectFiles } from '#server/imports/history/open-history.ts'
import type { LoadedHistory } from '#server/imports/history/loaded-history.ts'
import type { Reading, ReadingChoice } from '#server/imports/table/reading.ts'
import type { HistoryEvent } from '#server/scorecard/facts/history.ts'
import { readScorecard } from '#server/scorecard/read/read-scorecard.ts'
import { factTables } from '#server/scorecard/facts/store-facts.ts'

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

/**
 * The scorecard of a file, by the same facts and the same queries as the desk's own. Nothing is
 * kept: all tables are temporary ones of connections that end with it.
 * @param openDatabase called while the file is looked at; the address of any PostgreSQL database
 * @throws Invalid when the file cannot be read as a history
 */
export async function scorecardOfFile(
  paths: readonly string[],
  choice: FileScorecardChoice,
  openDatabase: () => Promise<string>,
): Promise<FileScorecard> {
  const files = await inspectFiles(paths, choice)
  const opening = openDatabase()
  opening.catch(() => undefined) // thrown below, unless the file is refused before
  const history = await historyOf(files, choice)
  const url = await opening
  const sorter = await connect(url)
  const client = await connect(url)
  try {
    const loaded = await history.load(sorter, history.sha256, { ...choice, until: choice.now })
    await computeFacts(sorter, client, loaded)
    return await measure(databaseOn(client), loaded, choice)
  } finally {
    await Promise.all([sorter.end(), client.end()])
  }
}

async function measure(
  db: Kysely<DB>,
  { loaded, reading, assumed }: LoadedHistory,
  { now, windowDays }: FileScorecardChoice,
): Promise<FileScorecard> {
  if (!now)
    assumed.push(sentence`now is the last moment in the file, ${loaded.lastAt.toISOString()}`)
  const asOf = now ?? loaded.lastAt
  const scorecard = await readScorecard(db, {
    from: loaded.firstAt,
    to: new Date(asOf.getTime() + 1),
    asOf,
    windowDays,
    timeZone: reading.timeZone,
  })
  if (isListOfTickets(scorecard, loaded)) assumed.push(oneRowEach)
  const { rows, refusals, remarks } = loaded
  const known = reading.lines.kind === 'unknown' ? withoutLines(scorecard) : scorecard
  return { rows, refusals, remarks, reading, assumed: assumed.map(textOf), scorecard: known }
}

const oneRowEach = sentence`every ticket has a single row: this looks like a list of tickets, not of what happened to them, so that neither reopens nor times to resolution can be seen`

function isListOfTickets({ origins }: Scorecard, { rows }: Loaded): boolean {
  const tickets = origins.reduce((sum, origin) => sum + origin.tickets, 0)
  return tickets === rows.used && tickets > 1
}

async function computeFacts(
  sorter: pg.Client,
  client: pg.Client,
  history: LoadedHistory,
): Promise<void> {
  await client.query(`set search_path = pg_temp`)
  await client.query(factTables())
  await client.query('begin')
  await sorter.query('begin')
  const repeats: Repeats = new Map()
  let facts = new FactRows('file')
  for await (const one of history.cases({ after: null })) {
    keepRepeats(repeats, one.events)
    facts.add(one, null)
    if (facts.count < batchTickets) continue
    await facts.copy(client)
    facts = new FactRows('file')
  }
  await facts.copy(client)
  if (repeats.size > 0) await tellAgain(client, history, repeats)
  await client.query('commit')
  await client.query('analyze ticket_fact, resolution_fact')
}

const batchTickets = 5_000

/** By the ticket that another one takes up again. */
type Repeats = Map<string, HistoryEvent[]>

function keepRepeats(repeats: Repeats, events: readonly HistoryEvent[]): void {
  for (const event of events) {
    if (event.name !== 'ticket.repeat_linked') continue
    repeats.set(event.data.of, [...(repeats.get(event.data.of) ?? []), event])
  }
}

/** The ticket that was taken up may have come before the one that did. */
async function tellAgain(
  client: pg.Client,
  history: LoadedHistory,
  repeats: Repeats,
): Promise<void> {
  const facts = new FactRows('file')
  const again: string[] = []
  for await (const one of history.cases({ after: null })) {
    const links = repeats.get(one.ticketId)
    if (!links) continue
    again.push(one.ticketId)
    facts.add({ ...one, events: [...one.events, ...links].toSorted((a, b) => a.at - b.at) }, null)
  }
  for (const table of ['ticket_fact', 'resolution_fact']) {
    await client.query(`delete from ${table} where ticket_id = any($1::uuid[])`, [again])
  }
  await facts.copy(client)
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
