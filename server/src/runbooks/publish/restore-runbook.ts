import { RestoreRunbook } from '@firstline/contract/runbooks'
import type { Runbook, RunbookLint } from '@firstline/contract/runbooks'
import { z } from 'zod'
import { actorRef } from '#server/core/actor.ts'
import { defineDeed, defineVerb } from '#server/core/verb.ts'
import type { DeedContext, VerbContext } from '#server/core/verb.ts'
import { runbookDrafted } from '#server/runbooks/events.ts'
import { lintVersion } from './lint-version.ts'
import { readRunbookVersion } from './read-runbook.ts'
import { insertDraft, lockVersions, refuseStale, requireVersion } from './versions.ts'
import type { WithProject } from '#server/project/project.ts'

const storeAgain = defineVerb({
  permission: 'runbook:edit',
  input: RestoreRunbook.extend({ linted: z.custom<RunbookLint>() }),
  async run(
    { tx, actor, clock, sources }: VerbContext & WithProject,
    { id, version, baseVersion, linted },
  ) {
    const now = clock.now()
    const versions = await lockVersions(tx, id, now)
    const { source } = requireVersion(versions, id, version)
    refuseStale(versions, baseVersion)
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

/** An older text as the new draft; to count again it is published like any other. */
export const restoreRunbook = defineDeed({
  permission: storeAgain.permission,
  input: RestoreRunbook,
  async run(context: DeedContext & WithProject, input) {
    const { actor, db, sources, promised } = context
    const linted = await lintVersion(db, sources.project, input)
    return storeAgain(context, actor, { ...input, linted }, promised)
  },
})
