import type pg from 'pg'
import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type { DB } from '#server/core/db-types.ts'
import { rowsOf } from '#server/imports/append-imported.ts'
import { copyRows } from '#server/imports/copy-rows.ts'
import type { HistoryCase } from '#server/imports/understood.ts'
import { businessClockOf, holdBasis } from '#server/scorecard/basis.ts'
import type { BusinessClock } from '#server/scorecard/business-hours.ts'
import { factsOfTicket } from '#server/scorecard/facts-of-ticket.ts'
import { signalsOfTicket } from '#server/scorecard/signals-of-ticket.ts'
import { resolutionRows, ticketRows } from '#server/scorecard/store-facts.ts'
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
  const events = await copyRows(client, 'event', eventRows(origin, cases))
  // the caller has begun the transaction on this very connection
  const tx = db as Transaction<DB>
  const basis = await holdBasis(tx)
  await writeFacts(client, factsOf(origin, cases), businessClockOf(basis))
  await addToRollups(db, basis, newFacts)
  return events
}

/** Facts pass through tables of this connection: the sums are made of exactly these rows. */
async function writeFacts(
  client: pg.Client,
  facts: readonly StoredFacts[],
  clock: BusinessClock | null,
): Promise<void> {
  await client.query(`
    create temp table if not exists new_ticket_fact (like ticket_fact) on commit delete rows;
    create temp table if not exists new_resolution_fact (like resolution_fact) on commit delete rows`)
  await copyRows(client, 'new_ticket_fact', ticketRows(facts, clock))
  await copyRows(client, 'new_resolution_fact', resolutionRows(facts))
  await client.query(`
    insert into ticket_fact select * from new_ticket_fact;
    insert into resolution_fact select * from new_resolution_fact`)
}

const newFacts = {
  tickets: sql`(select 1 as sign, * from new_ticket_fact)`,
  resolutions: sql`(select 1 as sign, * from new_resolution_fact)`,
}

function* eventRows(origin: string, cases: readonly HistoryCase[]) {
  for (const one of cases) yield* rowsOf(origin, one)
}

function factsOf(origin: string, cases: readonly HistoryCase[]): StoredFacts[] {
  return cases.flatMap(({ ticketId, events }) => {
    const facts = factsOfTicket(ticketId, events)
    return facts ? [{ ...facts, origin, conduct: signalsOfTicket(ticketId, events, false) }] : []
  })
}
