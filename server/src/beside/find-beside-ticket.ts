import { FindBesideTicket } from '@firstline/contract/beside'
import { NotFound } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { defineQuery } from '#server/core/verb.ts'
import type { QueryContext } from '#server/core/verb.ts'
import type { WithProject } from '#server/project/project.ts'
import { notDeclared } from './open-outside.ts'
import { findMirrored } from './mirrored.ts'

/** By the number it has in the desk where it lives: the panel beside it is opened by that. */
export const findBesideTicket = defineQuery({
  permission: 'ticket:read',
  input: FindBesideTicket,
  async run({ db, sources }: QueryContext & WithProject, { desk, externalId }) {
    const known = await findMirrored(db, desk, externalId)
    if (known) return { id: known.ticketId }
    const declared = sources.project.current().beside?.[desk]
    if (!declared) throw notDeclared(desk)
    throw new NotFound(
      'beside.not-mirrored',
      sentence`#${externalId} is not here yet. Tickets of the projects ${declared.projects.join(', ')} come within a minute of their next change`,
    )
  },
})
