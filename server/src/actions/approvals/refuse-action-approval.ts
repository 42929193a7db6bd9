import { RefuseApproval, approvalRoutes } from '@firstline/contract/approvals'
import type { ActionApproval } from '@firstline/contract/approvals'
import type { Transaction } from 'kysely'
import { actorRef } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import type { DB } from '#server/database/db-types.ts'
import { Conflict, Forbidden } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import { approvalDecided } from '#server/actions/events.ts'
import type { ApprovalRow } from '#server/actions/events.ts'
import { actorKey } from '#server/actions/limits/actor-key.ts'
import { hindranceOf } from '#server/actions/run/may-approve.ts'
import { readApproval } from './read-approval.ts'
import { lockApproval } from '#server/actions/run/take-approval.ts'

export const refuseActionApproval = defineVerb({
  permission: 'action:approve',
  input: RefuseApproval,
  async run({ tx, actor, clock }, { approvalId, reason }) {
    const waiting = await lockApproval(tx, approvalId)
    const hindrance = await hindranceOf(tx, actor, waiting, clock.now())
    if (hindrance) throw hindrance
    return decide(tx, actor, clock.now(), waiting, 'refused', reason)
  },
})

export const withdrawActionApproval = defineVerb({
  permission: 'action:run',
  input: approvalRoutes.withdrawActionApproval.params,
  async run({ tx, actor, clock }, { approvalId }) {
    const waiting = await lockApproval(tx, approvalId)
    if (waiting.actor_id !== actorKey(actor)) {
      throw new Forbidden('action-approval.foreign', 'Only who asked for it can withdraw it')
    }
    if (waiting.state !== 'waiting') {
      throw new Conflict('action-approval.not-waiting', 'It was decided already')
    }
    return decide(tx, actor, clock.now(), waiting, 'withdrawn', '')
  },
})

async function decide(
  tx: Transaction<DB>,
  actor: Actor,
  now: Date,
  { id }: ApprovalRow,
  state: 'refused' | 'withdrawn',
  reason: string,
) {
  const decided = await tx
    .updateTable('action_approval')
    .set({ state, decided_at: now, decided_by: JSON.stringify(actorRef(actor)), decision: reason })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const result: ActionApproval = await readApproval(
    { db: tx, clock: { now: () => now } },
    actor,
    id,
  )
  return { result, events: [approvalDecided(decided)] as const }
}
