import { RetireRunbook } from '@firstline/contract/runbooks'
import type { Runbook } from '@firstline/contract/runbooks'
import { actorRef } from '#server/core/actor.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { VerbContext } from '#server/core/verb.ts'
import { runbookRetired } from '#server/runbooks/events.ts'
import type { NeedsRunbookProject } from '#server/runbooks/format/named.ts'
import { readRunbookVersion } from './read-runbook.ts'
import { lockVersions, requirePublished } from './versions.ts'

/** Out of use by hand: no ticket is matched by it, runs under way keep their version. */
export const retireRunbook = defineVerb({
  permission: 'runbook:publish',
  input: RetireRunbook,
  async run(
    { tx, actor, clock, sources }: VerbContext & NeedsRunbookProject,
    { id, version, reason },
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
    const result: Runbook = await readRunbookVersion(tx, sources.project, id, version, now)
    return { result, events: [runbookRetired({ runbook: id, version, reason })] }
  },
})
