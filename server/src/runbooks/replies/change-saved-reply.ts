import { ChangeSavedReply } from '@firstline/contract/saved-replies'
import { defineDeed } from '#server/core/verb.ts'
import type { DeedContext } from '#server/core/verb.ts'
import type { NeedsRunbookProject } from '#server/runbooks/format/named.ts'
import { rewriteSavedReply } from '#server/tickets/saved-replies/rewrite-saved-reply.ts'
import { refuseUnknownVariables } from './refuse-unknown-variables.ts'

export const changeSavedReply = defineDeed({
  permission: 'saved-reply:write',
  input: ChangeSavedReply,
  async run(desk: DeedContext & NeedsRunbookProject, change) {
    await refuseUnknownVariables(desk.readDb, desk.sources.project, change.text)
    return rewriteSavedReply(desk, desk.actor, change, desk.promised)
  },
})
