import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB } from '#server/core/db-types.ts'
import type { Facts } from '#server/scorecard/facts-of-ticket.ts'

export type StoredFacts = Facts & { origin: string }

/** Replaces the facts of these tickets. */
export async function storeFacts(db: Kysely<DB>, facts: readonly StoredFacts[]): Promise<void> {
  const ticketIds = facts.map(({ ticket }) => ticket.ticketId)
  await sql`delete from resolution_fact where ticket_id = any(${ticketIds}::uuid[])`.execute(db)
  await sql`delete from ticket_fact where ticket_id = any(${ticketIds}::uuid[])`.execute(db)
  await insertFacts(db, facts)
}

/** Adds the facts of tickets that have none yet. */
export async function insertFacts(db: Kysely<DB>, facts: readonly StoredFacts[]): Promise<void> {
  if (facts.length === 0) return
  await sql`
    insert into ticket_fact
    select * from jsonb_populate_recordset(null::ticket_fact, ${JSON.stringify(facts.map(ticketRow))}::jsonb)
  `.execute(db)
  const resolutions = facts.flatMap(resolutionRows)
  await sql`
    insert into resolution_fact
    select * from jsonb_populate_recordset(null::resolution_fact, ${JSON.stringify(resolutions)}::jsonb)
  `.execute(db)
}

function ticketRow({ ticket, origin }: StoredFacts) {
  return {
    ticket_id: ticket.ticketId,
    origin,
    type: ticket.type,
    channel: ticket.channel,
    product: ticket.product,
    received_at: time(ticket.receivedAt),
    problem_started_at: time(ticket.problemStartedAt),
    escalated: ticket.escalated,
    is_void: ticket.isVoid,
    standing_resolution: ticket.standingResolution,
    standing_at: time(ticket.standingAt),
    standing_line: ticket.standingLine,
    continued_at: time(ticket.continuedAt),
  }
}

function resolutionRows({ ticket, resolutions }: StoredFacts) {
  return resolutions.map((one) => ({
    resolution_id: one.resolutionId,
    ticket_id: one.ticketId,
    at: time(one.at),
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
  }))
}

function time(milliseconds: number | null): string | null {
  return milliseconds === null ? null : new Date(milliseconds).toISOString()
}
