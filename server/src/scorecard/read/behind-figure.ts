import type { ScorecardFigure, ScorecardTicket } from '@firstline/contract/scorecard'
import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { isBroken, matureBefore, within } from './scope.ts'
import type { Scope } from './scope.ts'
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
 * of scope.ts and count-facts.ts, so that list and figure cannot differ.
 */
export async function listBehindFigure(
  db: Kysely<DB>,
  scope: Scope,
  figure: ScorecardFigure,
  { cursor, limit }: Page,
): Promise<{ items: ScorecardTicket[]; next: string | null }> {
  return pageBehind(db, countedBy(figure, scope), { cursor, limit })
}

/** @param counted rows of tickets or resolutions, as `standing`, `arrived` and `made` shape them */
export async function pageBehind(
  db: Kysely<DB>,
  counted: RawBuilder<unknown>,
  { cursor, limit }: Page,
): Promise<{ items: ScorecardTicket[]; next: string | null }> {
  const after = cursor ? decodeCursor(cursor) : null
  const beyond = after ? sql`and (at, id) < (${after.at}, ${after.id}::uuid)` : sql``
  const { rows } = await sql<Row>`
    select page.*, ticket.number::text as number, ticket.subject
    from (
      select * from (${counted}) as counted
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
  const isAsked = sql`(rating_requested_at is not null or rating is not null)`
  const behind: Record<ScorecardFigure, () => RawBuilder<unknown>> = {
    resolved: () => standing(scope, sql`true`),
    'l1-resolved': () => standing(scope, sql`not escalated`),
    escalated: () => standing(scope, sql`escalated`),
    held: () => standing(scope, isHeld),
    'held-l1': () => standing(scope, sql`not escalated and ${isHeld}`),
    received: () => arrived(scope, sql`true`),
    solved: () => arrived(scope, sql`standing_at is not null`),
    unsolved: () => arrived(scope, sql`standing_at is null and not is_void`),
    voided: () => arrived(scope, sql`is_void`),
    made: () => made(scope, sql`true`),
    mature: () => made(scope, isMature),
    broken: () => made(scope, sql`${isMature} and ${isBroken(scope)}`),
    'broken-ever': () => made(scope, sql`broken_at is not null`),
    'broken-first-line': () =>
      made(scope, sql`${isMature} and ${isBroken(scope)} and not escalated`),
    'mature-first-line': () => made(scope, sql`${isMature} and not escalated`),
    'broken-escalated': () => made(scope, sql`${isMature} and ${isBroken(scope)} and escalated`),
    'mature-escalated': () => made(scope, sql`${isMature} and escalated`),
    young: () => made(scope, sql`not ${isMature}`),
    asked: () => made(scope, isAsked),
    rated: () => made(scope, sql`rating is not null`),
    'rated-up': () => made(scope, sql`rating = 'up'`),
    'rated-down': () => made(scope, sql`rating = 'down'`),
  }
  return behind[figure]()
}

function standing(scope: Scope, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select fact.ticket_id as id, fact.ticket_id as "ticketId", standing_resolution as "resolutionId",
      standing_at as at, fact.type, fact.channel, fact.product, standing_line as line, fact.origin,
      fact.escalated, resolution_fact.broken_at as "brokenAt", rating
    from (
      select * from ticket_fact where ${within('standing_at', scope)} and ${condition}
    ) as fact
    left join resolution_fact on resolution_id = standing_resolution`
}

function arrived(scope: Scope, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select ticket_id as id, ticket_id as "ticketId", null::uuid as "resolutionId", received_at as at,
      type, channel, product, standing_line as line, origin, escalated, null::timestamptz as "brokenAt",
      null::text as rating
    from ticket_fact
    where ${within('received_at', scope)} and ${condition}`
}

export function made(scope: Scope, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select resolution_id as id, ticket_id as "ticketId", resolution_id as "resolutionId", at, type,
      channel, product, line, origin, escalated, broken_at as "brokenAt", rating
    from resolution_fact where ${within('at', scope)} and ${condition}`
}

function shown(row: Row): ScorecardTicket {
  const { id: _, ...rest } = row
  return {
    ...rest,
    at: row.at.toISOString(),
    number: row.number === null ? null : Number(row.number),
    brokenAt: row.brokenAt?.toISOString() ?? null,
  }
}
