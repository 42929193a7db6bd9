import type { EscalationState } from '@firstline/contract/escalations'
import type { LoopColumn, LoopStage } from '@firstline/contract/learning'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { days, later } from '#server/core/clock.ts'
import type { DB } from '#server/database/db-types.ts'
import { defineQuery } from '#server/core/verb.ts'
import { escalationOf, selectEscalations } from '#server/escalations/read-escalation.ts'

const closedDays = 30
const mostShown = 50

/** Every escalation that has not come back to the first line yet, and those that lately did. */
export const getEscalationLoop = defineQuery({
  permission: 'escalation:read',
  input: z.object({}),
  async run({ db, clock }) {
    const since = later(clock.now(), -closedDays * days)
    const columns = Object.keys(stages).map((stage) => readColumn(db, stage as LoopStage, since))
    return { closedDays, columns: await Promise.all(columns) }
  },
})

/** What is in each stage, and since when. */
const stages = {
  open: { state: 'open', how: null, since: sql<Date>`escalation.escalated_at` },
  returned: { state: 'returned', how: null, since: sql<Date>`escalation.returned_at` },
  draft: { state: 'draft', how: null, since: sql<Date>`escalation.returned_at` },
  published: { state: 'closed', how: 'published', since: sql<Date>`escalation.closed_at` },
  waived: { state: 'closed', how: 'waived', since: sql<Date>`escalation.closed_at` },
} satisfies Record<LoopStage, { state: EscalationState; how: string | null; since: object }>

async function readColumn(
  db: Kysely<DB>,
  stage: LoopStage,
  closedSince: Date,
): Promise<LoopColumn> {
  const { state, how, since } = stages[stage]
  const [rows, { count, oldest }] = await Promise.all([
    selectEscalations(db)
      .select(since.as('since'))
      .where('escalation.state', '=', state)
      .$if(how !== null, (query) =>
        query
          .where('escalation.closed_how', '=', how)
          .where('escalation.closed_at', '>', closedSince),
      )
      .orderBy(since, how === null ? 'asc' : 'desc')
      .limit(mostShown)
      .execute(),
    db
      .selectFrom('escalation')
      .select(sql<number>`count(*)::int`.as('count'))
      .select(sql<Date | null>`min(${since})`.as('oldest'))
      .where('state', '=', state)
      .$if(how !== null, (query) =>
        query.where('closed_how', '=', how).where('closed_at', '>', closedSince),
      )
      .executeTakeFirstOrThrow(),
  ])
  return {
    stage,
    count,
    oldest: how === null ? (oldest?.toISOString() ?? null) : null,
    items: rows.map((row) => ({ ...escalationOf(row), since: row.since.toISOString() })),
  }
}
