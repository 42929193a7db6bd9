import { SaveDraft } from '@firstline/contract/runbooks'
import type { Runbook } from '@firstline/contract/runbooks'
import { actorRef } from '#server/core/actor.ts'
import { Invalid } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { VerbContext } from '#server/core/verb.ts'
import { runbookDrafted } from './events.ts'
import type { NeedsRunbookProject } from './named.ts'
import { parseRunbook } from './parse-runbook.ts'
import { readRunbookVersion } from './read-runbook.ts'
import { insertDraft, lockVersions, refuseStale } from './versions.ts'
import { removeWorkingCopy } from './working-copy.ts'

/** Keeps the text even when it has problems: nothing an editor wrote is lost. */
export const saveDraft = defineVerb({
  permission: 'runbook:edit',
  input: SaveDraft,
  async run(
    { tx, actor, clock, sources }: VerbContext & NeedsRunbookProject,
    { id, source, baseVersion, origin },
  ) {
    const now = clock.now()
    const versions = await lockVersions(tx, id, now)
    refuseStale(versions, baseVersion)
    const { content } = parseRunbook(source)
    if (content && content.id !== id) {
      throw new Invalid('runbook.id-changed', `The head says id: ${content.id}, but this is ${id}`)
    }
    const draft = { id, source, content, origin, author: actorRef(actor) }
    const version = await insertDraft(tx, versions, draft, now)
    if (actor.kind === 'person') await removeWorkingCopy(tx, id, actor.id)
    const drafted = {
      runbook: id,
      version,
      origin: draft.origin,
      base_version: versions[0]?.version ?? null,
      escalation: null,
    }
    const result: Runbook = await readRunbookVersion(tx, sources.project, id, version, now)
    return { result, events: [runbookDrafted(drafted)] }
  },
})
