import { ChangeSavedReply } from '@firstline/contract/saved-replies'
import { defineDeed } from '#server/core/verb.ts'
import type { DeedContext } from '#server/core/verb.ts'
import { rewriteSavedReply } from '#server/tickets/saved-replies/rewrite-saved-reply.ts'
import { refuseUnknownVariables } from './refuse-unknown-variables.ts'
import type { WithProject } from '#server/project/project.ts'

export const changeSavedReply = defineDeed({
  permission: 'saved-reply:write',
  input: ChangeSavedReply,
  async run(desk: DeedContext & WithProject, change) {
    await refuseUnknownVariables(desk.readDb, desk.sources.project, change.text)
    return rewriteSavedReply(desk, desk.actor, change, desk.promised)
  },
})
