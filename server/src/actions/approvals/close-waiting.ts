import type { Actor } from '#server/core/actor.ts'
import type { Desk } from '#server/core/verb.ts'
import { closeApproval } from './expire-approval.ts'

/**
 * Requests that waited when a backup was made may have been approved, and run, since: approved again
 * they would run again. @returns how many
 */
export async function closeWaitingApprovals(desk: Desk, actor: Actor): Promise<number> {
  const waiting = await desk.db
    .selectFrom('action_approval')
    .select('id')
    .where('state', '=', 'waiting')
    .orderBy('id')
    .execute()
  for (const { id } of waiting) await closeApproval(desk, actor, { id, state: 'stale' })
  return waiting.length
}
