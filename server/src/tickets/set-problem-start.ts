import { SetProblemStart } from '@firstline/contract/tickets'
import { Invalid } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import { problemStarted } from './events.ts'
import { readTicket } from './read-ticket.ts'
import { mattersTo, refuseUnseen } from './refuse-unseen.ts'
import { lockTicket } from './state.ts'

/** Says when the problem began; without a time it is the first report again. */
export const setProblemStart = defineVerb({
  permission: 'ticket:write',
  input: SetProblemStart,
  async run(context, { ticketId, at }) {
    const { tx, clock } = context
    const ticket = await lockTicket(tx, ticketId)
    await refuseUnseen(context, ticketId, mattersTo.dating)
    const startedAt = at === null ? null : new Date(at)
    refuseFutureStart(startedAt, clock.now())
    const { openedAt } = await tx
      .updateTable('ticket')
      .set({ problem_started_at: startedAt })
      .where('id', '=', ticketId)
      .returning('opened_at as openedAt')
      .executeTakeFirstOrThrow()
    const data = {
      at: (startedAt ?? openedAt).toISOString(),
      previous: ticket.problemStartedAt?.toISOString() ?? null,
    }
    return {
      result: await readTicket(tx, ticketId, clock.now()),
      events: [problemStarted(ticket, data)],
    }
  },
})

/** @throws Invalid `problem-start.in-future` */
export function refuseFutureStart(startedAt: Date | null, now: Date): void {
  if (startedAt === null || startedAt <= now) return
  throw new Invalid('problem-start.in-future', 'A problem cannot have begun in the future')
}
