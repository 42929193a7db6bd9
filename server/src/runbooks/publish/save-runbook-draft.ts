import { SaveDraft } from '@firstline/contract/runbooks'
import type { Runbook, RunbookLint } from '@firstline/contract/runbooks'
import { z } from 'zod'
import { actorRef } from '#server/core/actor.ts'
import { Invalid } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { defineDeed, defineVerb } from '#server/core/verb.ts'
import type { DeedContext, VerbContext } from '#server/core/verb.ts'
import { lintInProcess } from '#server/runbooks/lint/check-in-process.ts'
import { runbookDrafted } from '#server/runbooks/events.ts'
import { namedIn } from '#server/runbooks/format/named.ts'
import { readRunbookVersion } from './read-runbook.ts'
import { insertDraft, lockVersions, refuseStale } from './versions.ts'
import { removeWorkingCopy } from './keep-working-copy.ts'
import type { WithProject } from '#server/project/project.ts'

/** Keeps the text even when it has problems: nothing an editor wrote is lost. */
const keepDraft = defineVerb({
  permission: 'runbook:edit',
  input: SaveDraft.extend({ linted: z.custom<RunbookLint>() }),
  async run(
    { tx, actor, clock, sources }: VerbContext & WithProject,
    { id, source, baseVersion, origin, linted },
  ) {
    const now = clock.now()
    const versions = await lockVersions(tx, id, now)
    refuseStale(versions, baseVersion)
    const { content } = linted
    if (content && content.id !== id) {
      throw new Invalid(
        'runbook.id-changed',
        sentence`The head says id: ${content.id}, but this is ${id}`,
      )
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
    const { project } = sources
    const result: Runbook = await readRunbookVersion(tx, project, id, version, now, linted)
    return { result, events: [runbookDrafted(drafted)] }
  },
})

/** Checked before anything is stored: a text too large to be checked leaves nothing behind. */
export const saveRunbookDraft = defineDeed({
  permission: keepDraft.permission,
  input: SaveDraft,
  async run(context: DeedContext & WithProject, input) {
    const { sources, actor, promised } = context
    const linted = await lintInProcess(input.source, namedIn(sources.project.files))
    return keepDraft(context, actor, { ...input, linted }, promised)
  },
})
