import type { Rot, RunbookDebt, RunbookHealth } from '@firstline/contract/runbook-health'
import type { RunbookSummary } from '@firstline/contract/runbooks'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { days, later } from '#server/core/clock.ts'
import type { DB } from '#server/database/db-types.ts'
import { defineQuery } from '#server/core/verb.ts'
import type { QueryContext } from '#server/core/verb.ts'
import { readRunbooks } from '#server/runbooks/publish/read-runbook.ts'
import { readBasis } from '#server/scorecard/sums/basis.ts'
import { proportion } from '#server/scorecard/statistics/proportion.ts'
import type { WithProject } from '#server/project/project.ts'

const weeks = 13
/** Weeks in a row that the open rate has to fall, each of so many tickets at least. */
const fallingWeeks = 4
const fewestTickets = 5
const mostUnclassified = 0.2
const debtDays = 30
const fewestEscalations = 3

/** Health, rot and debt as docs/metrics.md defines them, of live tickets. */
export const listRunbookHealth = defineQuery({
  permission: 'scorecard:read',
  input: z.object({}),
  async run({ db, clock, sources }: QueryContext & WithProject) {
    const { timeZone, windowDays } = await readBasis(db)
    const now = clock.now()
    const span = { now, timeZone, windowDays }
    const [runbooks, opened, runs, resolved, debt] = await Promise.all([
      readRunbooks(db, sources.project, now),
      readOpened(db, span),
      readRuns(db, span),
      readResolved(db, span),
      readDebt(db, later(now, -debtDays * days)),
    ])
    const items = runbooks
      .filter((runbook) => runbook.state === 'published')
      .map((runbook) => healthOf(runbook, { opened, runs, resolved }))
      .toSorted((a, b) => b.rot.length - a.rot.length || a.id.localeCompare(b.id))
    return {
      from: later(now, -weeks * 7 * days).toISOString(),
      to: now.toISOString(),
      windowDays,
      items,
      debt,
    }
  },
})

type Span = { now: Date; timeZone: string; windowDays: number }
type Opened = { id: string; week: string; eligible: number; opened: number; isWhole: boolean }

/** Whole weeks and the running one, for every published runbook, also where no ticket came. */
async function readOpened(db: Kysely<DB>, { now, timeZone }: Span): Promise<Opened[]> {
  const { rows } = await sql<Opened>`
    with this as (select date_trunc('week', ${now}::timestamptz at time zone ${timeZone}) as week),
    week as (
      select generate_series(this.week - make_interval(weeks => ${weeks}), this.week, interval '1 week')
        as begins from this
    ), runbook as (select runbook_id as id, type from runbook_version where state = 'published'),
    eligible as (
      select runbook.id, date_trunc('week', ticket.opened_at at time zone ${timeZone}) as begins,
        exists (select from runbook_run run
          where run.ticket_id = ticket.id and run.runbook_id = runbook.id
            and run.handled_by ->> 'kind' <> 'customer') as is_opened
      from ticket join runbook on ticket.type = runbook.type or ticket.matched_runbook = runbook.id
      where ticket.state <> 'void' and ticket.opened_at <= ${now}
        and ticket.opened_at >= (select min(begins) from week) at time zone ${timeZone}
    )
    select runbook.id, to_char(week.begins, 'YYYY-MM-DD') as week,
      count(eligible.id)::int as eligible,
      count(eligible.id) filter (where eligible.is_opened)::int as opened,
      week.begins < this.week as "isWhole"
    from runbook cross join week cross join this
      left join eligible on eligible.id = runbook.id and eligible.begins = week.begins
    group by runbook.id, week.begins, this.week order by runbook.id, week.begins`.execute(db)
  return rows
}

type Runs = { id: string; started: number; found: number; unclassified: number; tickets: number }

async function readRuns(db: Kysely<DB>, { now }: Span): Promise<Runs[]> {
  return (
    db
      .selectFrom('runbook_run')
      .select('runbook_id as id')
      .select(sql<number>`count(*)::int`.as('started'))
      .select(sql<number>`count(*) filter (where state = 'cause_found')::int`.as('found'))
      .select(sql<number>`count(*) filter (where state = 'unclassified')::int`.as('unclassified'))
      .select(
        sql<number>`count(distinct ticket_id) filter (where state = 'cause_found')::int`.as(
          'tickets',
        ),
      )
      .where('started_at', '>', later(now, -weeks * 7 * days))
      // what a customer tried themselves is counted by itself
      .where(sql<boolean>`handled_by ->> 'kind' <> 'customer'`)
      .groupBy('runbook_id')
      .execute()
  )
}

type Resolved = { id: string; tickets: number; mature: number; held: number }

async function readResolved(db: Kysely<DB>, { now, windowDays }: Span): Promise<Resolved[]> {
  const isMature = sql`resolution.at <= ${later(now, -windowDays * days)}`
  return db
    .selectFrom('resolution')
    .innerJoin('resolution_fact as fact', 'fact.resolution_id', 'resolution.id')
    .select(sql<string>`resolution.runbook_id`.as('id'))
    .select(sql<number>`count(distinct resolution.ticket_id)::int`.as('tickets'))
    .select(sql<number>`count(*) filter (where ${isMature})::int`.as('mature'))
    .select(
      sql<number>`count(*) filter (where ${isMature} and (fact.broken_at is null
        or fact.broken_at > resolution.at + make_interval(days => ${windowDays})))::int`.as('held'),
    )
    .where('resolution.runbook_id', 'is not', null)
    .where('resolution.at', '>', later(now, -weeks * 7 * days))
    .groupBy('resolution.runbook_id')
    .execute()
}

type Counts = { opened: readonly Opened[]; runs: readonly Runs[]; resolved: readonly Resolved[] }

function healthOf(runbook: RunbookSummary, counts: Counts): RunbookHealth {
  const { id, title, type, owner, stale } = runbook
  const byWeek = counts.opened.filter((week) => week.id === id)
  const runs = counts.runs.find((each) => each.id === id)
  const resolved = counts.resolved.find((each) => each.id === id)
  const finished = runs ? runs.found + runs.unclassified : 0
  const tickets = runs?.tickets ?? 0
  return {
    id,
    title,
    type,
    owner,
    openRate: byWeek.map(({ week, opened, eligible }) => ({
      week,
      opened: proportion(opened, eligible),
    })),
    opened: proportion(sum(byWeek.map((week) => week.opened)), sum(byWeek.map((w) => w.eligible))),
    finished: proportion(finished, runs?.started ?? 0),
    causeFound: proportion(runs?.found ?? 0, finished),
    unclassified: proportion(runs?.unclassified ?? 0, finished),
    resolved: proportion(Math.min(resolved?.tickets ?? 0, tickets), tickets),
    held: proportion(resolved?.held ?? 0, resolved?.mature ?? 0),
    verifiedAt: runbook.verified?.at ?? null,
    stale,
    rot: rotOf(byWeek, runs, stale.length > 0),
  }
}

function rotOf(byWeek: readonly Opened[], runs: Runs | undefined, isStale: boolean): Rot[] {
  const { found, unclassified } = runs ?? { found: 0, unclassified: 0 }
  const finished = found + unclassified
  const isUnclear = finished >= fewestTickets && unclassified > mostUnclassified * finished
  return [
    ...(isFalling(byWeek) ? (['opened-less'] as const) : []),
    ...(isUnclear ? (['unclassified'] as const) : []),
    ...(isStale ? (['stale'] as const) : []),
  ]
}

/** Lower than the week before, four whole weeks in a row; a quiet week says nothing. */
function isFalling(byWeek: readonly Opened[]): boolean {
  const rates = byWeek
    .filter((week) => week.isWhole && week.eligible >= fewestTickets)
    .slice(-(fallingWeeks + 1))
    .map((week) => week.opened / week.eligible)
  return (
    rates.length === fallingWeeks + 1 &&
    rates.every((rate, index) => rate < (rates[index - 1] ?? Infinity))
  )
}

/**
 * Escalated lately without a runbook that told the cause, and not learned from since: the lesson is
 * published once the loop was closed by a publication.
 */
async function readDebt(db: Kysely<DB>, since: Date): Promise<RunbookDebt[]> {
  const { rows } = await sql<{
    type: string | null
    tickets: number
    minutes: number
    runbooks: string[]
    drafts: { runbook: string; version: number }[] | null
    last: Date
  }>`
    select ticket.type, count(distinct ticket.id)::int as tickets,
      coalesce(sum(escalation.minutes_spent), 0)::int as minutes,
      array(select runbook_id from runbook_version version
        where version.state = 'published' and version.type = ticket.type order by 1) as runbooks,
      jsonb_agg(distinct jsonb_build_object('runbook', escalation.draft_runbook,
        'version', escalation.draft_version)) filter (where escalation.state = 'draft') as drafts,
      max(escalation.escalated_at) as last
    from escalation join ticket on ticket.id = escalation.ticket_id
      left join runbook_run run on run.id = escalation.runbook_run_id
    where escalation.escalated_at > ${since} and ticket.state <> 'void'
      and run.cause is null and escalation.closed_how is distinct from 'published'
    group by ticket.type having count(distinct ticket.id) >= ${fewestEscalations}
    order by tickets desc, ticket.type`.execute(db)
  return rows.map(({ minutes, drafts, last, ...row }) => ({
    ...row,
    engineerHours: minutes / 60,
    drafts: drafts ?? [],
    last: last.toISOString(),
  }))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
