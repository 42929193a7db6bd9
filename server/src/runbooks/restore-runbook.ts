import { RestoreRunbook } from '@firstline/contract/runbooks'
import type { Runbook } from '@firstline/contract/runbooks'
import { actorRef } from '#server/core/actor.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { VerbContext } from '#server/core/verb.ts'
import { runbookDrafted } from './events.ts'
import type { NeedsRunbookProject } from './named.ts'
import { parseRunbook } from './parse-runbook.ts'
import { readRunbookVersion } from './read-runbook.ts'
import { insertDraft, lockVersions, refuseStale, requireVersion } from './versions.ts'

/** An older text as the new draft; to count again it is published like any other. */
export const restoreRunbook = defineVerb({
  permission: 'runbook:edit',
  input: RestoreRunbook,
  async run(
    { tx, actor, clock, sources }: VerbContext & NeedsRunbookProject,
    { id, version, baseVersion },
  ) {
    const now = clock.now()
    const versions = await lockVersions(tx, id, now)
    const { source } = requireVersion(versions, id, version)
    refuseStale(versions, baseVersion)
    const { content } = parseRunbook(source)
    const draft = { id, source, content, origin: 'browser', author: actorRef(actor) } as const
    const drafted = await insertDraft(tx, versions, draft, now)
    const about = { runbook: id, version: drafted, origin: draft.origin, escalation: null }
    const result: Runbook = await readRunbookVersion(tx, sources.project, id, drafted, now)
    return {
      result,
      events: [runbookDrafted({ ...about, base_version: baseVersion, restored: version })],
    }
  },
})
