import { CreateSavedReply } from '@firstline/contract/saved-replies'
import { personIdOf } from '#server/core/actor.ts'
import { defineVerb } from '#server/core/verb.ts'
import { savedReplyCreated } from '#server/tickets/events.ts'
import { refuseMoreReplies } from './refuse-more-replies.ts'

/** Its variables are known by then: what a runbook finds, only runbooks know. */
export const addSavedReply = defineVerb({
  permission: 'saved-reply:write',
  input: CreateSavedReply,
  async run({ tx, actor, clock }, words) {
    await refuseMoreReplies(tx)
    const { id } = await tx
      .insertInto('saved_reply')
      .values({ ...words, changed_at: clock.now(), changed_by: personIdOf(actor) })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { result: { id }, events: [savedReplyCreated(id, words)] }
  },
})
