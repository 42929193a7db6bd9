import { RestoreSavedReply } from '@firstline/contract/saved-replies'
import { Conflict } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import { savedReplyRestored } from '#server/tickets/events.ts'
import { lockSavedReply } from './read-saved-reply.ts'
import { refuseMoreReplies } from './refuse-more-replies.ts'

/** Takes an archiving back. */
export const restoreSavedReply = defineVerb({
  permission: 'saved-reply:write',
  input: RestoreSavedReply,
  async run({ tx }, { savedReplyId }) {
    await refuseMoreReplies(tx)
    const { title, archivedAt } = await lockSavedReply(tx, savedReplyId)
    if (!archivedAt) throw new Conflict('saved-reply.kept', 'It is not archived')
    await tx
      .updateTable('saved_reply')
      .set({ archived_at: null })
      .where('id', '=', savedReplyId)
      .execute()
    return { result: { id: savedReplyId }, events: [savedReplyRestored(savedReplyId, title)] }
  },
})
