import { ResumeAction, StopAction } from '@firstline/contract/approvals'
import { actorRef } from '#server/core/actor.ts'
import { Conflict } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { VerbContext } from '#server/core/verb.ts'
import type { WithActions } from '#server/actions/desk.ts'
import { actionResumed, actionStopped } from '#server/actions/events.ts'
import { everyAction, excludeRuns, shownStop } from './stops.ts'

/** From now on nobody begins it, on any node; a call that has begun is not cut off. */
export const stopAction = defineVerb({
  permission: 'action:stop',
  input: StopAction,
  async run({ tx, actor, clock, actions }: VerbContext & WithActions, { action, reason }) {
    if (action !== null) actions.get(action)
    const id = action ?? everyAction
    await excludeRuns(tx, id)
    const stop = await tx
      .insertInto('action_stop')
      .values({
        action_id: id,
        reason,
        actor: JSON.stringify(actorRef(actor)),
        stopped_at: clock.now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst()
    if (!stop) throw new Conflict('action.stopped-already', 'It is stopped already')
    return { result: { stop: shownStop(stop) }, events: [actionStopped(action, reason)] }
  },
})

export const resumeAction = defineVerb({
  permission: 'action:stop',
  input: ResumeAction,
  async run({ tx }, { action, reason }) {
    const removed = await tx
      .deleteFrom('action_stop')
      .where('action_id', '=', action ?? everyAction)
      .returning('action_id')
      .executeTakeFirst()
    if (!removed) throw new Conflict('action.not-stopped', 'It is not stopped')
    return { result: { resumed: true as const }, events: [actionResumed(action, reason)] }
  },
})
