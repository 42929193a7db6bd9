import { GetSelfService } from '@firstline/contract/scorecard-insights'
import type { SelfService } from '@firstline/contract/scorecard-insights'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { z } from 'zod'
import type { DB } from '#server/database/db-types.ts'
import { defineQuery } from '#server/core/verb.ts'
import { proportion } from '#server/scorecard/statistics/proportion.ts'
import { countAttempt, noAttempts } from './count-self-service.ts'
import type { AttemptFact, SelfServiceCounts } from './count-self-service.ts'
import { scopeOf } from './queries.ts'
import type { ScorecardDesk } from './queries.ts'
import type { Scope } from './scope.ts'

export const getSelfService = defineQuery({
  permission: 'scorecard:read',
  input: GetSelfService,
  run: (desk: ScorecardDesk, wanted) => readSelfService(desk, wanted),
})

/** Of the attempts that were begun in the period. @throws Invalid `scorecard.period-invalid` */
export async function readSelfService(
  desk: ScorecardDesk,
  wanted: z.output<typeof GetSelfService>,
): Promise<SelfService> {
  const scope = await scopeOf(desk, wanted)
  const byRunbook = await countByRunbook(desk.db, scope)
  const titles = await readTitles(desk.db, [...byRunbook.keys()])
  const rows = [...byRunbook].map(([runbook, { type, counts }]) => ({
    runbook,
    title: titles.get(runbook) ?? runbook,
    type,
    counts,
  }))
  const all = rows.map(({ counts }) => counts)
  return {
    from: scope.from.toISOString(),
    to: scope.to.toISOString(),
    windowDays: scope.windowDays,
    solved: proportion(sum(all, 'solved'), sum(all, 'attempts')),
    broken: proportion(sum(all, 'broken'), sum(all, 'mature')),
    runbooks: rows
      .toSorted((a, b) => b.counts.attempts - a.counts.attempts || (a.runbook < b.runbook ? -1 : 1))
      .map(({ counts, ...runbook }) => ({
        ...runbook,
        solved: proportion(counts.solved, counts.attempts),
        passedOn: counts.passedOn,
        pending: counts.pending,
        cameBack: counts.cameBack,
        broken: proportion(counts.broken, counts.mature),
      })),
  }
}

function sum(all: readonly SelfServiceCounts[], name: keyof SelfServiceCounts): number {
  return all.reduce((total, counts) => total + counts[name], 0)
}

type OfRunbook = { type: string; counts: SelfServiceCounts }

async function countByRunbook(db: Kysely<DB>, scope: Scope): Promise<Map<string, OfRunbook>> {
  const byRunbook = new Map<string, OfRunbook>()
  let after: Row | undefined
  do {
    const rows = await readFacts(db, scope, after)
    for (const fact of rows) {
      const before = byRunbook.get(fact.runbook)?.counts ?? noAttempts
      byRunbook.set(fact.runbook, { type: fact.type, counts: countAttempt(before, fact, scope) })
    }
    after = rows.length === pageSize ? rows.at(-1) : undefined
  } while (after)
  return byRunbook
}

const pageSize = 5_000
type Row = AttemptFact & { id: string; startedAt: Date }

async function readFacts(
  db: Kysely<DB>,
  { from, to, type }: Scope,
  after: Row | undefined,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select attempt.id, attempt.started_at as "startedAt", attempt.runbook_id as runbook,
      attempt.type, attempt.state, attempt.ended_at as "endedAt", came_back.at as "cameBackAt"
    from self_service_attempt attempt
    left join lateral (
      select ticket.opened_at as at from ticket
      where attempt.state = 'solved' and ticket.contact_id = attempt.contact_id
        and ticket.opened_at > attempt.ended_at and ticket.state <> 'void'
        and (ticket.type = attempt.type or ticket.matched_runbook = attempt.runbook_id)
      order by ticket.opened_at limit 1
    ) came_back on true
    where attempt.started_at >= ${from} and attempt.started_at < ${to}
      ${type === undefined ? sql`` : sql`and attempt.type = ${type}`}
      ${after ? sql`and (attempt.started_at, attempt.id) > (${after.startedAt}, ${after.id}::uuid)` : sql``}
    order by attempt.started_at, attempt.id limit ${pageSize}`.execute(db)
  return rows
}

async function readTitles(
  db: Kysely<DB>,
  runbooks: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (runbooks.length === 0) return new Map()
  const rows = await db
    .selectFrom('runbook_version')
    .distinctOn('runbook_id')
    .select(['runbook_id as id', 'title'])
    .where('runbook_id', 'in', runbooks)
    .orderBy('runbook_id')
    .orderBy('version', 'desc')
    .execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}
