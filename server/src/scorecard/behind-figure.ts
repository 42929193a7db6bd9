import type { ScorecardFigure, ScorecardTicket } from '@firstline/contract/scorecard'
import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { DB } from '#server/core/db-types.ts'
import { isBroken, matureBefore, within } from '#server/scorecard/count-facts.ts'
import type { Scope } from '#server/scorecard/count-facts.ts'
import { decodeCursor, encodeCursor } from '#server/core/cursor.ts'

type Page = { cursor?: string | undefined; limit: number }
type Row = Omit<ScorecardTicket, 'at' | 'brokenAt' | 'number'> & {
  id: string
  at: Date
  brokenAt: Date | null
  number: string | null
}

/**
 * Exactly the tickets, or resolutions, that a figure counts, newest first: the conditions are those
 * of count-facts.ts, so that list and figure cannot differ.
 */
export async function listBehindFigure(
  db: Kysely<DB>,
  scope: Scope,
  figure: ScorecardFigure,
  { cursor, limit }: Page,
): Promise<{ items: ScorecardTicket[]; next: string | null }> {
  const after = cursor ? decodeCursor(cursor) : null
  const beyond = after ? sql`and (at, id) < (${after.at}, ${after.id}::uuid)` : sql``
  const { rows } = await sql<Row>`
    select page.*, ticket.number::text as number, ticket.subject
    from (
      select * from (${countedBy(figure, scope)}) as counted
      where true ${beyond}
      order by at desc, id desc
      limit ${limit + 1}
    ) as page
    left join ticket on ticket.id = page."ticketId"
    order by page.at desc, page.id desc`.execute(db)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    items: rows.slice(0, limit).map(shown),
    next: last ? encodeCursor({ at: last.at, id: last.id }) : null,
  }
}

function countedBy(figure: ScorecardFigure, scope: Scope): RawBuilder<unknown> {
  const isHeld = sql`standing_at <= ${matureBefore(scope)}`
  const isMature = sql`at <= ${matureBefore(scope)}`
  switch (figure) {
    case 'resolved':
      return standing(scope, sql``)
    case 'l1-resolved':
      return standing(scope, sql`and not escalated`)
    case 'escalated':
      return standing(scope, sql`and escalated`)
    case 'held-l1':
      return standing(scope, sql`and not escalated and ${isHeld}`)
    case 'unsolved':
      return unsolved(scope)
    case 'mature':
      return made(scope, sql`and ${isMature}`)
    case 'broken':
      return made(scope, sql`and ${isMature} and ${isBroken(scope)}`)
    case 'rated-down':
      return made(scope, sql`and rating = 'down'`)
  }
}

function standing(scope: Scope, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select fact.ticket_id as id, fact.ticket_id as "ticketId", standing_resolution as "resolutionId",
      standing_at as at, fact.type, fact.channel, origin, fact.escalated, resolution_fact.broken_at as "brokenAt", rating
    from (
      select * from ticket_fact where ${within('standing_at', scope)} ${condition}
    ) as fact
    left join resolution_fact on resolution_id = standing_resolution`
}

function unsolved(scope: Scope): RawBuilder<unknown> {
  return sql`
    select ticket_id as id, ticket_id as "ticketId", null::uuid as "resolutionId", received_at as at,
      type, channel, origin, escalated, null::timestamptz as "brokenAt", null::text as rating
    from ticket_fact
    where ${within('received_at', scope)} and standing_at is null and not is_void`
}

function made(scope: Scope, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select resolution_id as id, fact.ticket_id as "ticketId", resolution_id as "resolutionId",
      fact.at, fact.type, fact.channel, ticket_fact.origin, fact.escalated, broken_at as "brokenAt", rating
    from (
      select * from resolution_fact where ${within('at', scope)} ${condition}
    ) as fact
    join ticket_fact on ticket_fact.ticket_id = fact.ticket_id`
}

function shown(row: Row): ScorecardTicket {
  const { ticketId, resolutionId, subject, type, channel, origin, escalated, rating } = row
  return {
    ticketId,
    resolutionId,
    at: row.at.toISOString(),
    number: row.number === null ? null : Number(row.number),
    subject,
    type,
    channel,
    origin,
    escalated,
    brokenAt: row.brokenAt?.toISOString() ?? null,
    rating,
  }
}
