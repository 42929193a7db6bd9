import { RefuseMatch } from '@firstline/contract/runbooks'
import { NotFound } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { VerbContext } from '#server/core/verb.ts'
import { unmatchTicket } from '#server/tickets/match-ticket.ts'
import { lockTicket } from '#server/tickets/state.ts'
import { matchRefused } from '#server/runbooks/events.ts'

/** "Not this one": it is no longer offered for this ticket, and less for those that sound like it. */
export const refuseRunbookMatch = defineVerb({
  permission: 'runbook:run',
  input: RefuseMatch,
  async run({ tx }: VerbContext, { ticketId, runbook }) {
    const ticket = await lockTicket(tx, ticketId)
    const known = await tx
      .selectFrom('runbook')
      .select('id')
      .where('id', '=', runbook)
      .executeTakeFirst()
    if (!known) throw new NotFound('runbook.not-found', sentence`No runbook is named “${runbook}”`)
    await unmatchTicket(tx, ticketId, runbook)
    return { result: { ticketId, runbook }, events: [matchRefused(ticket, runbook)] }
  },
})
