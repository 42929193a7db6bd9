import { z } from 'zod'
import { actorRef, system } from '#server/core/actor.ts'
import { Conflict, Refusal } from '#server/core/errors.ts'
import type { NewJob } from '#server/core/jobs.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk } from '#server/core/verb.ts'
import { approvalDecided } from '#server/actions/events.ts'
import { lockApproval } from '#server/actions/run/take-approval.ts'

export function expireJob(approval: string, runAt: Date): NewJob {
  return {
    task: 'expire_action_approval',
    payload: { approval },
    key: `action-approval:${approval}`,
    runAt,
  }
}

/** Its time is over. May run twice, and early: then it does nothing. */
export async function expireApproval(desk: Desk, { approval }: { approval: string }) {
  try {
    await closeApproval(desk, system('actions'), { id: approval, state: 'expired' })
  } catch (error) {
    if (!(error instanceof Refusal && error.reason === 'action-approval.not-waiting')) throw error
  }
}

/** Ends a request that nobody decided: its time is over, or what it was about has changed. */
export const closeApproval = defineVerb({
  permission: 'action:run',
  input: z.object({ id: z.uuid(), state: z.enum(['expired', 'stale']) }),
  async run({ tx, actor, clock }, { id, state }) {
    const waiting = await lockApproval(tx, id)
    const now = clock.now()
    const isDue = state === 'stale' || waiting.expires_at <= now
    if (waiting.state !== 'waiting' || !isDue) {
      throw new Conflict('action-approval.not-waiting', 'There is nothing to end')
    }
    const closed = await tx
      .updateTable('action_approval')
      .set({
        state,
        decided_at: now,
        decided_by: state === 'stale' ? JSON.stringify(actorRef(actor)) : null,
      })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    return { result: closed, events: [approvalDecided(closed)] }
  },
})
