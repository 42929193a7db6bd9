import type { Scorecard } from '@firstline/contract/scorecard'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { DB } from '#server/core/db-types.ts'
import { connect, databaseOn } from '#server/imports/connect.ts'
import type { Loaded, LoadOptions } from '#server/imports/load-file.ts'
import { openHistory } from '#server/imports/open-history.ts'
import type { HistoryCase } from '#server/imports/understood.ts'
import type { Reading, ReadingChoice } from '#server/imports/reading.ts'
import type { HistoryEvent } from '#server/scorecard/history.ts'
import { factsOfTicket } from '#server/scorecard/facts-of-ticket.ts'
import { readScorecard } from '#server/scorecard/read-scorecard.ts'
import { factTables, insertFacts } from '#server/scorecard/store-facts.ts'
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
  paths: readonly string[],
  choice: FileScorecardChoice,
  openDatabase: () => Promise<string>,
): Promise<FileScorecard> {
  const history = await openHistory(paths, choice)
  const client = await connect(await openDatabase())
  try {
    const { loaded, reading, assumed, cases } = await history.load(client, {
      ...choice,
      until: choice.now,
    })
    if (!choice.now)
      assumed.push(`now is the last moment in the file, ${loaded.lastAt.toISOString()}`)
    const db = databaseOn(client)
    await computeFacts(client, db, () => cases(client, history.sha256, null))
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

async function computeFacts(
  client: pg.Client,
  db: Kysely<DB>,
  cases: () => AsyncIterable<HistoryCase>,
): Promise<void> {
  await client.query(`set search_path = pg_temp`)
  await client.query(factTables())
  await client.query('begin')
  let batch: StoredFacts[] = []
  const repeats: Repeats = new Map()
  for await (const { ticketId, events } of cases()) {
    keepRepeats(repeats, events)
    const facts = factsOfTicket(ticketId, events)
    if (facts) batch.push({ ...facts, origin: 'file' })
    if (batch.length >= batchCases) {
      await insertFacts(db, batch)
      batch = []
    }
  }
  await insertFacts(db, batch)
  if (repeats.size > 0) await tellAgain(client, db, cases, repeats)
  await client.query('commit')
  await client.query('analyze ticket_fact, resolution_fact')
}

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
  db: Kysely<DB>,
  cases: () => AsyncIterable<HistoryCase>,
  repeats: Repeats,
): Promise<void> {
  for await (const { ticketId, events } of cases()) {
    const links = repeats.get(ticketId)
    if (!links) continue
    const all = [...events, ...links].toSorted((a, b) => a.at - b.at)
    const facts = factsOfTicket(ticketId, all)
    for (const table of ['ticket_fact', 'resolution_fact']) {
      await client.query(`delete from ${table} where ticket_id = $1`, [ticketId])
    }
    if (facts) await insertFacts(db, [{ ...facts, origin: 'file' }])
  }
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
