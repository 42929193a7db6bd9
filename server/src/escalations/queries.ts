import { Id } from '@firstline/contract/common'
import { EscalationState, ListEscalations, PreviewDraft } from '@firstline/contract/escalations'
import { present } from '@firstline/contract/present'
import { sql } from 'kysely'
import type { Kysely, SqlBool } from 'kysely'
import { z } from 'zod'
import { recordLooks } from '#server/accounts/record-look.ts'
import { decodeCursor, encodeCursor, pageOf } from '#server/core/cursor.ts'
import { defineDeed, defineQuery } from '#server/core/verb.ts'
import type { QueryContext } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import { lintInProcess } from '#server/runbooks/lint/check-in-process.ts'
import { namedIn } from '#server/runbooks/format/named.ts'
import { draftOfEscalation } from './lesson-of-escalation.ts'
import { escalationOf, readEscalation, selectEscalations } from './read-escalation.ts'
import { teamsOf } from './teams.ts'
import type { WithProject } from '#server/project/project.ts'

export const listEscalations = defineQuery({
  permission: 'escalation:read',
  input: ListEscalations,
  async run({ db }, { state, cursor, limit }) {
    const after = cursor ? decodeCursor(cursor) : null
    const [rows, counts] = await Promise.all([
      selectEscalations(db)
        .$if(state !== undefined, (query) => query.where('escalation.state', '=', present(state)))
        .$if(after !== null, (query) =>
          query.where(
            sql<SqlBool>`(escalation.escalated_at, escalation.id) < (${after?.at}, ${after?.id}::uuid)`,
          ),
        )
        .orderBy('escalation.escalated_at', 'desc')
        .orderBy('escalation.id', 'desc')
        .limit(limit + 1)
        .execute(),
      countByState(db),
    ])
    const { page, last } = pageOf(rows, limit)
    return {
      items: page.map(escalationOf),
      next: last ? encodeCursor({ at: last.escalated_at, id: last.id }) : null,
      counts,
    }
  },
})

/** What is closed grows for ever, and nobody counts it to its end. */
const countedUpTo = 1000

async function countByState(db: Kysely<DB>): Promise<Record<EscalationState, number>> {
  const { rows } = await sql<{ state: EscalationState; count: number }>`
    select state, (
      select count(*)::int from (
        select from escalation where escalation.state = asked.state limit ${countedUpTo}) as found
    ) as count
    from unnest(${EscalationState.options}::text[]) as asked(state)`.execute(db)
  return Object.fromEntries(rows.map(({ state, count }) => [state, count])) as Record<
    EscalationState,
    number
  >
}

export const getEscalation = defineDeed({
  permission: 'escalation:read',
  input: z.object({ id: Id }),
  async run(desk, { id }) {
    const escalation = await readEscalation(desk.db, id)
    const { ticket, account } = escalation
    if (account)
      await recordLooks(desk, desk.actor, [{ ticketId: ticket.id, accountId: account.id }])
    return escalation
  },
})

export const listTeams = defineQuery({
  permission: 'escalation:read',
  input: z.object({}),
  async run({ sources }: QueryContext & WithProject) {
    return { items: teamsOf(sources.project.current()) }
  },
})

/** The draft these words would make, as the engineer types them. */
export const previewEscalationDraft = defineQuery({
  permission: 'escalation:return',
  input: PreviewDraft,
  async run({ db, sources }: QueryContext & WithProject, { id, ...lesson }) {
    const { project } = sources
    const draft = await draftOfEscalation(db, project, id, lesson)
    const { content, problems } = await lintInProcess(draft.source, namedIn(project.files))
    return {
      runbook: draft.id,
      isNew: draft.isNew,
      cause: draft.cause,
      source: draft.source,
      before: draft.before,
      content,
      problems,
    }
  },
})
