import { Id } from '@firstline/contract/common'
import type { RunbookMatches } from '@firstline/contract/runbooks'
import { z } from 'zod'
import { defineQuery } from '#server/core/verb.ts'
import { ticketNotFound } from '#server/tickets/state.ts'
import { findMatches } from './match-runbook.ts'

export const listRunbookMatches = defineQuery({
  permission: 'runbook:read',
  input: z.object({ ticketId: Id }),
  async run({ db }, { ticketId }): Promise<RunbookMatches> {
    const ticket = await db
      .selectFrom('ticket')
      .select('type')
      .where('id', '=', ticketId)
      .executeTakeFirst()
    if (!ticket) throw ticketNotFound()
    const { runbooks, types } = await findMatches(db, ticketId)
    return {
      items: runbooks.map(({ match, runbook: { id, title, type, version } }) => ({
        runbook: { id, title, type, version },
        score: match.score,
        reasons: match.reasons,
        learned: match.learned,
        isSameType: ticket.type === type,
        isMatch: match.isMatch,
      })),
      types,
    }
  },
})
