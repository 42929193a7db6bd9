import { RestoreRunbook } from '@firstline/contract/runbooks'
import type { Runbook } from '@firstline/contract/runbooks'
import { actorRef } from '#server/core/actor.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { VerbContext } from '#server/core/verb.ts'
import { lintInProcess } from '#server/runbooks/lint/check-in-process.ts'
import { runbookDrafted } from '#server/runbooks/events.ts'
import { namedIn } from '#server/runbooks/format/named.ts'
import type { NeedsRunbookProject } from '#server/runbooks/format/named.ts'
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
    const linted = await lintInProcess(source, namedIn(sources.project.files))
    const { content } = linted
    const draft = { id, source, content, origin: 'browser', author: actorRef(actor) } as const
    const drafted = await insertDraft(tx, versions, draft, now)
    const about = { runbook: id, version: drafted, origin: draft.origin, escalation: null }
    const result: Runbook = await readRunbookVersion(tx, sources.project, id, drafted, now, linted)
    return {
      result,
      events: [runbookDrafted({ ...about, base_version: baseVersion, restored: version })],
    }
  },
})
