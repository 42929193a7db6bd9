import { PassedOnBecause } from '@firstline/contract/self-service'
import { z } from 'zod'
import { defineVerb } from '#server/core/verb.ts'
import { Scope } from '#server/portal/scope.ts'
import { admitWriting, arrivalOf } from '#server/portal/written.ts'
import { handInRun } from '#server/runbooks/run/hand-in-run.ts'
import { openTicket } from '#server/tickets/receive-message.ts'
import { lockAttempt } from './attempt.ts'
import { refuseEnded } from './refuse-ended.ts'
import { attemptPassedOn } from './events.ts'

/**
 * What was not solved becomes a ticket of the contact, with what they wrote, what was found and what they
 * were shown: nobody asks again.
 */
export const passOnAttempt = defineVerb({
  permission: 'public',
  input: z.object({ scope: Scope, id: z.string(), because: PassedOnBecause }),
  async run({ tx, actor, clock }, { scope, id, because }) {
    const now = clock.now()
    const attempt = await lockAttempt(tx, scope, id)
    refuseEnded(attempt)
    const { accountId, subject, text, key, cause, shown, runbook, version, compiled } = attempt
    const messageId = await admitWriting(tx, scope, key, now)
    const arrival = arrivalOf(scope, { subject, text, messageId })
    const contact = { id: scope.contact.id, accountId }
    const { ticketId, events } = await openTicket(tx, now, { ...arrival, contact })
    const { runId, event } = await handInRun(tx, actor, now, {
      ticketId,
      accountId,
      runbook,
      version,
      compiled,
      findings: attempt.findings,
      startedAt: attempt.startedAt,
    })
    await tx
      .updateTable('self_service_attempt')
      .set({
        state: 'passed_on',
        passed_on_because: because,
        ticket_id: ticketId,
        ended_at: now,
      })
      .where('id', '=', attempt.id)
      .execute()
    const { title } = compiled.content
    const passedOn = attemptPassedOn(attempt, ticketId, {
      run: runId,
      title,
      cause,
      because,
      shown,
    })
    return { result: null, events: [...events, event, passedOn] }
  },
})
