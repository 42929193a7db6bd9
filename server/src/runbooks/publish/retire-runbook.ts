import { RetireRunbook } from '@firstline/contract/runbooks'
import type { Runbook } from '@firstline/contract/runbooks'
import { z } from 'zod'
import { actorRef } from '#server/core/actor.ts'
import { defineDeed, defineVerb } from '#server/core/verb.ts'
import type { DeedContext, VerbContext } from '#server/core/verb.ts'
import { runbookRetired } from '#server/runbooks/events.ts'
import { sourceOfVersion } from './lint-version.ts'
import { lintOrSay, readRunbookVersion } from './read-runbook.ts'
import type { Linted } from './read-runbook.ts'
import { lockVersions, requirePublished } from './versions.ts'
import type { WithProject } from '#server/project/project.ts'

const takeOutOfUse = defineVerb({
  permission: 'runbook:publish',
  input: RetireRunbook.extend({ linted: z.custom<Linted>() }),
  async run(
    { tx, actor, clock, sources }: VerbContext & WithProject,
    { id, version, reason, linted },
  ) {
    const now = clock.now()
    requirePublished(await lockVersions(tx, id, now), id, version)
    await tx
      .updateTable('runbook_version')
      .set({
        state: 'retired',
        retired_at: now,
        retired_by: JSON.stringify(actorRef(actor)),
        retired_reason: reason,
      })
      .where('runbook_id', '=', id)
      .where('version', '=', version)
      .execute()
    const result: Runbook = await readRunbookVersion(tx, sources.project, id, version, now, linted)
    return { result, events: [runbookRetired({ runbook: id, version, reason })] }
  },
})

/** Out of use by hand: no ticket is matched by it, runs under way keep their version. */
export const retireRunbook = defineDeed({
  permission: takeOutOfUse.permission,
  input: RetireRunbook,
  async run(context: DeedContext & WithProject, input) {
    const { actor, db, sources, promised } = context
    const linted = await lintOrSay(await sourceOfVersion(db, input), sources.project)
    return takeOutOfUse(context, actor, { ...input, linted }, promised)
  },
})
