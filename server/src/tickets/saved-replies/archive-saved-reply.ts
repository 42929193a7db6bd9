import { ArchiveSavedReply } from '@firstline/contract/saved-replies'
import { Conflict } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import { savedReplyArchived } from '#server/tickets/events.ts'
import { lockSavedReply } from './read-saved-reply.ts'

/** It is offered no more; what was sent with it still names it. */
export const archiveSavedReply = defineVerb({
  permission: 'saved-reply:write',
  input: ArchiveSavedReply,
  async run({ tx, clock }, { savedReplyId }) {
    const { title, archivedAt } = await lockSavedReply(tx, savedReplyId)
    if (archivedAt) throw new Conflict('saved-reply.archived', 'It is archived already')
    await tx
      .updateTable('saved_reply')
      .set({ archived_at: clock.now() })
      .where('id', '=', savedReplyId)
      .execute()
    return { result: { id: savedReplyId }, events: [savedReplyArchived(savedReplyId, title)] }
  },
})
