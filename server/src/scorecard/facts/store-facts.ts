import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { isoTime } from '#server/core/iso-time.ts'
import type { BusinessClock } from '#server/scorecard/statistics/business-hours.ts'
import type { Facts } from './facts-of-ticket.ts'
import type { Conduct } from './signals-of-ticket.ts'
import type { FactRows } from '#server/scorecard/sums/update-rollups.ts'
import { planKept } from '#server/database/keep-plan.ts'

export type StoredFacts = Facts & { origin: string; conduct?: ReadonlyMap<string, Conduct> }

/**
 * Replaces the facts of these tickets; without new ones they are gone.
 * @returns the rows before and after, for the rollups
 */
export async function replaceFacts(
  db: Kysely<DB>,
  ticketIds: readonly string[],
  facts: readonly StoredFacts[],
  clock: BusinessClock | null,
): Promise<{ before: FactRows; after: FactRows }> {
  const ids = [...ticketIds]
  const { rows } = await sql<{ isTicket: boolean; row: object }>`
    with resolutions as (
      delete from resolution_fact where ticket_id = any(${ids}::uuid[])
      returning to_jsonb(resolution_fact) as row),
    tickets as (
      delete from ticket_fact where ticket_id = any(${ids}::uuid[])
      returning to_jsonb(ticket_fact) as row)
    select true as "isTicket", row from tickets
    union all select false, row from resolutions ${planKept}`.execute(db)
  const taken = (isTicket: boolean) =>
    rows.filter((one) => one.isTicket === isTicket).map(({ row }) => row)
  const before = { tickets: taken(true), resolutions: taken(false) }
  return { before, after: await insertFacts(db, facts, clock) }
}

/** Adds the facts of tickets that have none yet; the rollups do not know of them until told. */
export async function insertFacts(
  db: Kysely<DB>,
  facts: readonly StoredFacts[],
  clock: BusinessClock | null = null,
): Promise<FactRows> {
  const rows = { tickets: [...ticketRows(facts, clock)], resolutions: [...resolutionRows(facts)] }
  if (facts.length === 0) return rows
  await sql`
    with tickets as (
      insert into ticket_fact
      select * from jsonb_populate_recordset(null::ticket_fact, ${JSON.stringify(rows.tickets)}::jsonb))
    insert into resolution_fact
    select * from jsonb_populate_recordset(null::resolution_fact, ${JSON.stringify(rows.resolutions)}::jsonb)
    ${planKept}`.execute(db)
  return rows
}

/** The facts as rows of their tables, by column name; for COPY as for insertFacts. */
export function* ticketRows(
  facts: readonly StoredFacts[],
  clock: BusinessClock | null,
): Generator<TicketRow> {
  for (const one of facts) yield ticketRow(one, clock)
}

export function* resolutionRows(facts: readonly StoredFacts[]): Generator<ResolutionRow> {
  for (const one of facts) yield* resolutionRowsOf(one)
}

export type TicketRow = ReturnType<typeof ticketRow>
export type ResolutionRow = ReturnType<typeof resolutionRowsOf>[number]

function ticketRow({ ticket, origin }: StoredFacts, clock: BusinessClock | null) {
  const over = ticket.standingAt ?? ticket.continuedAt
  return {
    ticket_id: ticket.ticketId,
    origin,
    type: ticket.type,
    channel: ticket.channel,
    product: ticket.product,
    received_at: isoTime(ticket.receivedAt),
    problem_started_at: isoTime(ticket.problemStartedAt),
    escalated: ticket.escalated,
    is_void: ticket.isVoid,
    standing_resolution: ticket.standingResolution,
    standing_at: time(ticket.standingAt),
    standing_line: ticket.standingLine,
    continued_at: time(ticket.continuedAt),
    business_seconds: clock && over !== null ? clock(ticket.problemStartedAt, over) : null,
  }
}

function resolutionRowsOf({ ticket, resolutions, origin, conduct }: StoredFacts) {
  const brokenOnes = resolutions.filter(({ brokenAt }) => brokenAt !== null).length
  return resolutions.map((one) => ({
    resolution_id: one.resolutionId,
    ticket_id: one.ticketId,
    at: isoTime(one.at),
    type: one.type,
    channel: one.channel,
    product: one.product,
    line: one.line,
    made_by: one.by,
    runbook_version: one.runbookVersion,
    action_runs: one.actionRuns,
    escalated: ticket.escalated,
    broken_at: time(one.brokenAt),
    broken_by: one.brokenBy,
    agent_reopened_at: time(one.agentReopenedAt),
    rating_requested_at: time(one.ratingRequestedAt),
    rating: one.rating,
    origin,
    team: conduct?.get(one.resolutionId)?.team ?? null,
    signals: conduct?.get(one.resolutionId)?.signals ?? [],
    broken_again: one.brokenAt !== null && brokenOnes > 1,
  }))
}

function time(milliseconds: number | null): string | null {
  return milliseconds === null ? null : isoTime(milliseconds)
}

/** The tables of facts once more, for a connection that keeps its own (`search_path = pg_temp`). */
export function factTables(): string {
  const files = ['0012_scorecard', '0014_reopened', '0020_rollups']
  const text = (name: string) =>
    readFileSync(new URL(`../../../migrations/${name}.sql`, import.meta.url), 'utf8')
  return files.map(text).join('\n')
}
