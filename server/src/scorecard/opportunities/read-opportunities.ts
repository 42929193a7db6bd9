import { createHash } from 'node:crypto'
import type { WouldHaveHelped } from '@firstline/contract/escalations'
import type { Opportunities, Opportunity, Thing } from '@firstline/contract/opportunities'
import { present } from '@firstline/contract/present'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { days, later } from '#server/core/clock.ts'
import type { DB } from '#server/database/db-types.ts'
import { NotFound } from '#server/core/errors.ts'

/** What the project has now, to see what has shipped. */
export type Shelf = { has(thing: Thing): boolean }

export type Span = { now: Date; days: number }

const mostGroups = 200
const mostDetails = 5

type Group = {
  type: string | null
  runbook: string | null
  cause: string | null
  missing: WouldHaveHelped
  because: string
  details: string[]
  tickets: number
  minutes: number
  first: Date
  last: Date
  draftRunbook: string | null
  draftVersion: number | null
  publishedRunbook: string | null
}

/**
 * Returned escalations by type × cause × missing thing (docs/metrics.md, “What to build next”),
 * together with what was decided about each.
 */
export async function readOpportunities(
  db: Kysely<DB>,
  shelf: Shelf,
  span: Span,
): Promise<Opportunities> {
  const from = later(span.now, -span.days * days)
  const [groups, resolved, unexplained] = await Promise.all([
    readGroups(db, from, span.now),
    countResolved(db, from, span.now),
    readUnexplained(db, from, span.now),
  ])
  const decisions = await readDecisions(db, groups.map(idOf))
  return {
    from: from.toISOString(),
    to: span.now.toISOString(),
    resolved,
    items: groups.map((group) => opportunityOf(group, { resolved, decisions, shelf })),
    unexplained: unexplained.map((row) => ({
      ...row,
      points: pointsOf(row.tickets, resolved) ?? 0,
    })),
  }
}

/** @throws NotFound `opportunity.not-found` */
export async function readOpportunity(
  db: Kysely<DB>,
  shelf: Shelf,
  { id, ...span }: Span & { id: string },
): Promise<Opportunity> {
  const { items } = await readOpportunities(db, shelf, span)
  const found = items.find((item) => item.id === id)
  if (!found) {
    throw new NotFound('opportunity.not-found', 'No escalations of this kind came back lately')
  }
  return found
}

async function readGroups(db: Kysely<DB>, from: Date, to: Date): Promise<Group[]> {
  const { rows } = await sql<Group>`
    select ticket.type, run.runbook_id as runbook, run.cause,
      escalation.would_have_helped as missing,
      (array_agg(escalation.because order by escalation.returned_at desc, escalation.id desc))[1] as because,
      array_remove(array_agg(nullif(escalation.detail, '') order by escalation.returned_at desc, escalation.id desc), null)
        as details,
      count(distinct escalation.ticket_id)::int as tickets,
      coalesce(sum(escalation.minutes_spent), 0)::int as minutes,
      min(escalation.returned_at) as first, max(escalation.returned_at) as last,
      (array_agg(escalation.draft_runbook order by escalation.returned_at desc, escalation.id desc)
        filter (where escalation.state = 'draft'))[1] as "draftRunbook",
      (array_agg(escalation.draft_version order by escalation.returned_at desc, escalation.id desc)
        filter (where escalation.state = 'draft'))[1] as "draftVersion",
      (array_agg(escalation.draft_runbook order by escalation.closed_at desc)
        filter (where escalation.closed_how = 'published'))[1] as "publishedRunbook"
    from escalation join ticket on ticket.id = escalation.ticket_id
      left join runbook_run run on run.id = escalation.runbook_run_id
    where escalation.returned_at > ${from} and escalation.returned_at <= ${to}
    group by ticket.type, run.runbook_id, run.cause, escalation.would_have_helped
    order by tickets desc, minutes desc, last desc limit ${mostGroups}`.execute(db)
  return rows
}

async function countResolved(db: Kysely<DB>, from: Date, to: Date): Promise<number> {
  const { count } = await db
    .selectFrom('ticket_fact')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('standing_at', '>', from)
    .where('standing_at', '<=', to)
    .where('is_void', '=', false)
    .executeTakeFirstOrThrow()
  return count
}

async function readUnexplained(db: Kysely<DB>, from: Date, to: Date) {
  const { rows } = await sql<{ type: string | null; tickets: number }>`
    select fact.type, count(*)::int as tickets from ticket_fact fact
    where fact.standing_at > ${from} and fact.standing_at <= ${to}
      and fact.escalated and not fact.is_void
      and not exists (
        select from escalation
        where escalation.ticket_id = fact.ticket_id and escalation.returned_at is not null)
    group by fact.type order by tickets desc, fact.type limit 10`.execute(db)
  return rows
}

type Decisions = Awaited<ReturnType<typeof readDecisions>>

async function readDecisions(db: Kysely<DB>, ids: readonly string[]) {
  if (ids.length === 0) return []
  return db.selectFrom('opportunity_decision').selectAll().where('id', 'in', ids).execute()
}

type Beside = { resolved: number; decisions: Decisions; shelf: Shelf }

function opportunityOf(group: Group, { resolved, decisions, shelf }: Beside): Opportunity {
  const id = idOf(group)
  const decision = decisions.find((row) => row.id === id)
  const thing = thingOf(group, decision)
  const isShipped = thing !== null && shelf.has(thing)
  return {
    id,
    type: group.type,
    runbook: group.runbook,
    cause: group.cause,
    missing: group.missing,
    because: group.because,
    details: [...new Set(group.details)].slice(0, mostDetails),
    tickets: group.tickets,
    engineerHours: group.minutes / 60,
    points: pointsOf(group.tickets, resolved),
    first: group.first.toISOString(),
    last: group.last.toISOString(),
    draft:
      group.draftRunbook === null
        ? null
        : { runbook: group.draftRunbook, version: present(group.draftVersion) },
    state:
      decision?.state === 'dismissed'
        ? 'dismissed'
        : isShipped
          ? 'shipped'
          : decision
            ? 'started'
            : 'open',
    decided: decision
      ? {
          at: decision.at.toISOString(),
          by: decision.by,
          link: decision.link,
          reason: decision.reason,
        }
      : null,
    thing,
  }
}

/** A missing runbook is there once a draft made of these escalations was published. */
function thingOf(group: Group, decision: Decisions[number] | undefined): Thing | null {
  if (decision?.thing_kind) {
    return { kind: decision.thing_kind as Thing['kind'], id: present(decision.thing_id) }
  }
  if (group.missing !== 'runbook' || group.publishedRunbook === null) return null
  return { kind: 'runbook', id: group.publishedRunbook }
}

function pointsOf(tickets: number, resolved: number): number | null {
  return resolved === 0 ? null : Math.min(100, (100 * tickets) / resolved)
}

/** The same words are the same opportunity, whatever the period looked at. */
function idOf({ type, runbook, cause, missing }: Group): string {
  const key = JSON.stringify([type, runbook, cause, missing])
  const hash = createHash('sha256').update(key).digest('hex')
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-')
}

/** Narrows escalations to those of one opportunity. */
export function sameOpportunity({ type, runbook, cause, missing }: Opportunity) {
  return sql<boolean>`ticket.type is not distinct from ${type}
    and run.runbook_id is not distinct from ${runbook} and run.cause is not distinct from ${cause}
    and escalation.would_have_helped = ${missing} and escalation.returned_at is not null`
}
