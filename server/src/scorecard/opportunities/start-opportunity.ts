import type { NewDataOf } from '@firstline/contract/events'
import {
  DismissOpportunity,
  ListOpportunities,
  ListOpportunityEscalations,
  StartOpportunity,
} from '@firstline/contract/opportunities'
import type { Opportunity } from '@firstline/contract/opportunities'
import { Id } from '@firstline/contract/common'
import { sql } from 'kysely'
import type { Kysely, SqlBool } from 'kysely'
import { z } from 'zod'
import type { WithActions } from '#server/actions/desk.ts'
import { actorRef } from '#server/core/actor.ts'
import { days as oneDay } from '#server/core/clock.ts'
import { decodeCursor, encodeCursor, pageOf } from '#server/core/cursor.ts'
import type { DB } from '#server/database/db-types.ts'
import { Conflict } from '#server/core/errors.ts'
import type { NewEvent } from '#server/core/events.ts'
import { defineQuery, defineVerb } from '#server/core/verb.ts'
import type { QueryContext, VerbContext } from '#server/core/verb.ts'
import { escalationOf, selectEscalations } from '#server/escalations/read-escalation.ts'
import { issueOf } from './opportunity-issue.ts'
import { readOpportunities, readOpportunity, sameOpportunity } from './read-opportunities.ts'
import type { Shelf } from './read-opportunities.ts'

/** An opportunity that somebody decided about stays known for a year. */
const knownDays = 365

export const listOpportunities = defineQuery({
  permission: 'scorecard:read',
  input: ListOpportunities,
  async run(context: QueryContext & WithActions, { days }) {
    const { db, clock } = context
    return readOpportunities(db, await shelfOf(db, context), { now: clock.now(), days })
  },
})

export const listOpportunityEscalations = defineQuery({
  permission: 'escalation:read',
  input: ListOpportunityEscalations,
  async run(context: QueryContext & WithActions, { id, cursor, limit }) {
    const opportunity = await known(context, context.db, id)
    return escalationsOf(context, opportunity, { cursor, limit })
  },
})

async function escalationsOf(
  { db, clock }: QueryContext,
  opportunity: Opportunity,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const after = cursor ? decodeCursor(cursor) : null
  const rows = await selectEscalations(db)
    .where(sql<SqlBool>`${sameOpportunity(opportunity)}`)
    .where('escalation.returned_at', '>', new Date(clock.now().getTime() - knownDays * oneDay))
    .$if(after !== null, (query) =>
      query.where(
        sql<SqlBool>`(escalation.escalated_at, escalation.id) < (${after?.at}, ${after?.id}::uuid)`,
      ),
    )
    .orderBy('escalation.escalated_at', 'desc')
    .orderBy('escalation.id', 'desc')
    .limit(limit + 1)
    .execute()
  const { page, last } = pageOf(rows, limit)
  return {
    items: page.map(escalationOf),
    next: last ? encodeCursor({ at: last.escalated_at, id: last.id }) : null,
  }
}

export const getOpportunityIssue = defineQuery({
  permission: 'escalation:read',
  input: z.object({ id: Id }),
  async run(context: QueryContext & WithActions, { id }) {
    const opportunity = await known(context, context.db, id)
    const { items } = await escalationsOf(context, opportunity, { limit: 20 })
    const { publicUrl } = context.config
    return issueOf(opportunity, items, { publicUrl, days: knownDays })
  },
})

export const startOpportunity = defineVerb({
  permission: 'opportunity:decide',
  input: StartOpportunity,
  run: (context: VerbContext & WithActions, { id, link, thing }) =>
    decide(context, id, {
      state: 'started',
      link: link ?? null,
      reason: null,
      thing_kind: thing?.kind ?? null,
      thing_id: thing?.id ?? null,
    }),
})

export const dismissOpportunity = defineVerb({
  permission: 'opportunity:decide',
  input: DismissOpportunity,
  run: (context: VerbContext & WithActions, { id, reason }) =>
    decide(context, id, {
      state: 'dismissed',
      link: null,
      reason,
      thing_kind: null,
      thing_id: null,
    }),
})

export const reopenOpportunity = defineVerb({
  permission: 'opportunity:decide',
  input: z.object({ id: Id }),
  async run(context: VerbContext & WithActions, { id }) {
    const { tx } = context
    await known(context, tx, id)
    const removed = await tx
      .deleteFrom('opportunity_decision')
      .where('id', '=', id)
      .returning('id')
      .executeTakeFirst()
    if (!removed) throw new Conflict('opportunity.undecided', 'Nothing was decided about it yet')
    return {
      result: await known(context, tx, id),
      events: [opportunityDecided(id, { state: 'open' })],
    }
  },
})

type Decision = {
  state: 'started' | 'dismissed'
  link: string | null
  reason: string | null
  thing_kind: string | null
  thing_id: string | null
}

async function decide(context: VerbContext & WithActions, id: string, decision: Decision) {
  const { tx, actor, clock } = context
  await known(context, tx, id)
  const row = { ...decision, at: clock.now(), by: JSON.stringify(actorRef(actor)) }
  await tx
    .insertInto('opportunity_decision')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
  const event = opportunityDecided(id, decision)
  return { result: await known(context, tx, id), events: [event] as const }
}

type Decided = Omit<NewDataOf<'opportunity.decided'>, 'opportunity'>

function opportunityDecided(id: string, data: Decided): NewEvent {
  return { name: 'opportunity.decided', data: { opportunity: id, ...data } }
}

/** @throws NotFound `opportunity.not-found` */
async function known(
  context: Pick<VerbContext, 'clock'> & WithActions,
  db: Kysely<DB>,
  id: string,
) {
  const span = { now: context.clock.now(), days: knownDays }
  return readOpportunity(db, await shelfOf(db, context), { id, ...span })
}

async function shelfOf(db: Kysely<DB>, { actions, sources }: WithActions): Promise<Shelf> {
  const published = await db
    .selectFrom('runbook_version')
    .select('runbook_id')
    .where('state', '=', 'published')
    .execute()
  const runbooks = new Set(published.map((row) => row.runbook_id))
  return {
    has({ kind, id }) {
      if (kind === 'runbook') return runbooks.has(id)
      return kind === 'action'
        ? actions.current().has(id)
        : sources.project.current().sources.has(id)
    },
  }
}
