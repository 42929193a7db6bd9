import { Id } from '@firstline/contract/common'
import { GetRunbook } from '@firstline/contract/runbooks'
import type { RunbookMatch } from '@firstline/contract/runbooks'
import { z } from 'zod'
import { defineQuery } from '#server/core/verb.ts'
import type { QueryContext } from '#server/core/verb.ts'
import { ticketNotFound } from '#server/tickets/state.ts'
import { findMatches } from './match-runbook.ts'
import type { NeedsRunbookProject } from './named.ts'
import { readRunbookVersion, readRunbooks } from './read-runbook.ts'
import { describeRun, readRun, runOf, selectRuns } from './runs.ts'

const runsShown = 50

export const listRunbooks = defineQuery({
  permission: 'runbook:read',
  input: z.object({}),
  async run({ db, clock, sources }: QueryContext & NeedsRunbookProject) {
    const refused = sources.project.problems().filter(({ file }) => file.endsWith('.md'))
    return { items: await readRunbooks(db, clock.now()), problems: [...refused] }
  },
})

export const getRunbook = defineQuery({
  permission: 'runbook:read',
  input: GetRunbook,
  run: ({ db, clock, sources }: QueryContext & NeedsRunbookProject, { id, version }) =>
    readRunbookVersion(db, sources.project, id, version, clock.now()),
})

const TicketId = z.object({ ticketId: Id })

export const listRunbookMatches = defineQuery({
  permission: 'runbook:read',
  input: TicketId,
  async run({ db }, { ticketId }): Promise<{ items: RunbookMatch[] }> {
    const ticket = await db
      .selectFrom('ticket')
      .select('type')
      .where('id', '=', ticketId)
      .executeTakeFirst()
    if (!ticket) throw ticketNotFound()
    const fits = await findMatches(db, ticketId)
    return {
      items: fits.map(({ match, runbook: { id, title, type, version } }) => ({
        runbook: { id, title, type, version },
        score: match.score,
        reasons: match.reasons,
        isSameType: ticket.type === type,
        isMatch: match.isMatch,
      })),
    }
  },
})

export const listRunbookRuns = defineQuery({
  permission: 'account:read',
  input: TicketId,
  async run({ db, clock, sources }: QueryContext & NeedsRunbookProject, { ticketId }) {
    const rows = await selectRuns(db)
      .where('run.ticket_id', '=', ticketId)
      .orderBy('run.started_at', 'desc')
      .orderBy('run.id', 'desc')
      .limit(runsShown)
      .execute()
    return { items: rows.map((row) => describeRun(runOf(row), sources.project, clock.now())) }
  },
})

export const getRunbookRun = defineQuery({
  permission: 'account:read',
  input: z.object({ id: Id }),
  async run({ db, clock, sources }: QueryContext & NeedsRunbookProject, { id }) {
    return describeRun(await readRun(db, id), sources.project, clock.now())
  },
})
