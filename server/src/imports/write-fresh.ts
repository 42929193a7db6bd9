import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type { DB } from '#server/core/db-types.ts'
import { rowsOf } from '#server/imports/append-imported.ts'
import { copyLine } from '#server/imports/copy-text.ts'
import { jsonText } from '#server/imports/json-text.ts'
import type { HistoryCase } from '#server/imports/understood.ts'
import { businessClockOf, holdBasis } from '#server/scorecard/basis.ts'
import { factsOfTicket } from '#server/scorecard/facts-of-ticket.ts'
import { signalsOfTicket } from '#server/scorecard/signals-of-ticket.ts'
import { factRows } from '#server/scorecard/store-facts.ts'
import type { StoredFacts } from '#server/scorecard/store-facts.ts'
import { addToRollups } from '#server/scorecard/update-rollups.ts'

/** One connection, as itself and for queries; in a transaction. */
export type Writer = { client: pg.Client; db: Kysely<DB> }

/**
 * Writes cases of which nothing is in the record yet: events, facts and sums are made of what is in
 * memory and copied in bulk, nothing is read back.
 * @returns how many events
 */
export async function writeFresh(
  { client, db }: Writer,
  origin: string,
  cases: readonly HistoryCase[],
): Promise<number> {
  const events = cases.flatMap((one) => rowsOf(origin, one))
  await copyRows(client, 'event', eventColumns, events)
  // the caller has begun the transaction on this very connection
  const tx = db as Transaction<DB>
  const basis = await holdBasis(tx)
  const rows = factRows(factsOf(origin, cases), businessClockOf(basis))
  await writeFacts(client, rows)
  await addToRollups(db, basis, newFacts)
  return events.length
}

/** Facts pass through tables of this connection: the sums are made of exactly these rows. */
async function writeFacts(client: pg.Client, rows: ReturnType<typeof factRows>): Promise<void> {
  await client.query(`
    create temp table if not exists new_ticket_fact (like ticket_fact) on commit delete rows;
    create temp table if not exists new_resolution_fact (like resolution_fact) on commit delete rows`)
  const { tickets, resolutions } = rows
  await copyRows(client, 'new_ticket_fact', Object.keys(tickets[0] ?? {}), tickets)
  await copyRows(client, 'new_resolution_fact', Object.keys(resolutions[0] ?? {}), resolutions)
  await client.query(`
    insert into ticket_fact select * from new_ticket_fact;
    insert into resolution_fact select * from new_resolution_fact`)
}

const newFacts = {
  tickets: sql`(select 1 as sign, * from new_ticket_fact)`,
  resolutions: sql`(select 1 as sign, * from new_resolution_fact)`,
}

const eventColumns = ['at', 'name', 'actor_kind', 'actor_id', 'ticket_id', 'data', 'origin', 'key']

function factsOf(origin: string, cases: readonly HistoryCase[]): StoredFacts[] {
  return cases.flatMap(({ ticketId, events }) => {
    const facts = factsOfTicket(ticketId, events)
    return facts ? [{ ...facts, origin, conduct: signalsOfTicket(ticketId, events, false) }] : []
  })
}

async function copyRows(
  client: pg.Client,
  table: string,
  columns: readonly string[],
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  if (rows.length === 0) return
  const copy = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
  const done = new Promise<void>((resolve, reject) => {
    copy.on('finish', resolve)
    copy.on('error', reject)
  })
  for (let from = 0; from < rows.length; from += rowsOfPiece) {
    const piece = rows.slice(from, from + rowsOfPiece)
    const text = piece.map((row) => copyLine(columns.map((name) => copied(row[name])))).join('')
    if (!copy.write(text)) await drained(copy, done)
  }
  copy.end()
  await done
}

const rowsOfPiece = 500

/** Until more can be written; a refusal by the database ends the waiting too. */
async function drained(copy: NodeJS.EventEmitter, done: Promise<void>): Promise<void> {
  await Promise.race([new Promise<void>((resolve) => copy.once('drain', resolve)), done])
}

function copied(value: unknown): string | number | boolean | null {
  if (value === undefined || value === null) return null
  if (Array.isArray(value)) return arrayText(value as string[])
  if (typeof value === 'object') return jsonText(value)
  return value as string | number | boolean
}

/** An array of texts as PostgreSQL reads it. */
function arrayText(values: readonly string[]): string {
  const quoted = values.map((value) => `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`)
  return `{${quoted.join(',')}}`
}
