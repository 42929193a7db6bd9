import { CreateSavedReply } from '@firstline/contract/saved-replies'
import { defineDeed } from '#server/core/verb.ts'
import type { DeedContext } from '#server/core/verb.ts'
import { addSavedReply } from '#server/tickets/saved-replies/add-saved-reply.ts'
import { refuseUnknownVariables } from './refuse-unknown-variables.ts'
import type { WithProject } from '#server/project/project.ts'

export const createSavedReply = defineDeed({
  permission: 'saved-reply:write',
  input: CreateSavedReply,
  async run(desk: DeedContext & WithProject, words) {
    await refuseUnknownVariables(desk.readDb, desk.sources.project, words.text)
    return addSavedReply(desk, desk.actor, words, desk.promised)
  },
})
