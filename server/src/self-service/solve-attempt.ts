import { z } from 'zod'
import { Conflict } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import { Scope } from '#server/portal/scope.ts'
import { lockAttempt } from './attempt.ts'
import { attemptSolved } from './events.ts'
import { refuseEnded } from './refuse-ended.ts'

/** The customer says that what they were shown solved it: no ticket is made. */
export const solveAttempt = defineVerb({
  permission: 'public',
  input: z.object({ scope: Scope, id: z.string() }),
  async run({ tx, clock }, { scope, id }) {
    const attempt = await lockAttempt(tx, scope, id)
    refuseEnded(attempt)
    const { state, cause } = attempt
    if (state !== 'shown' || cause === null) {
      throw new Conflict('self-service.nothing-shown', 'Nothing was shown yet that could solve it')
    }
    await tx
      .updateTable('self_service_attempt')
      .set({ state: 'solved', ended_at: clock.now() })
      .where('id', '=', attempt.id)
      .execute()
    return { result: null, events: [attemptSolved(attempt, cause)] }
  },
})
