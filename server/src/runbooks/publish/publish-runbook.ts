import { PublishRunbook } from '@firstline/contract/runbooks'
import type { Runbook, RunbookLint, RunbookProblem } from '@firstline/contract/runbooks'
import { z } from 'zod'
import { actorRef } from '#server/core/actor.ts'
import { Invalid } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { defineDeed, defineVerb } from '#server/core/verb.ts'
import type { DeedContext, VerbContext } from '#server/core/verb.ts'
import { runbookPublished } from '#server/runbooks/events.ts'
import { errorsOf } from '#server/runbooks/lint/lint-problem.ts'
import { lintVersion } from './lint-version.ts'
import { readRunbookVersion } from './read-runbook.ts'
import { lockVersions, publishDraft, refuseStale, requireVersion } from './versions.ts'
import type { WithProject } from '#server/project/project.ts'

const publishLinted = defineVerb({
  permission: 'runbook:publish',
  input: PublishRunbook.extend({ linted: z.custom<RunbookLint>() }),
  async run(
    { tx, actor, clock, sources }: VerbContext & WithProject,
    { id, version, note, linted },
  ) {
    const now = clock.now()
    const versions = await lockVersions(tx, id, now)
    const draft = requireVersion(versions, id, version)
    // also refuses to publish twice: a published version is no draft
    refuseStale(versions, version)
    if (draft.state !== 'draft') {
      throw new Invalid(
        'runbook.not-publishable',
        sentence`Version ${version} is no draft any more`,
      )
    }
    const { files } = sources.project
    refuseProblems(linted.problems)
    const by = { actor: actorRef(actor), at: now, note, content: linted.content, files }
    await publishDraft(tx, id, version, by)
    const published = runbookPublished({
      runbook: id,
      version,
      previous: versions.find((row) => row.state === 'published')?.version ?? null,
      origin: draft.origin,
      note,
      escalation: draft.escalation_id,
    })
    const result: Runbook = await readRunbookVersion(tx, sources.project, id, version, now, linted)
    return { result, events: [published] }
  },
})

/** The draft becomes what is run. */
export const publishRunbook = defineDeed({
  permission: publishLinted.permission,
  input: PublishRunbook,
  async run(context: DeedContext & WithProject, input) {
    const { actor, db, sources, promised } = context
    const linted = await lintVersion(db, sources.project, input)
    return publishLinted(context, actor, { ...input, linted }, promised)
  },
})

/** @throws Invalid `runbook.not-publishable`, with every problem and its line */
function refuseProblems(found: readonly RunbookProblem[]): void {
  const problems = errorsOf(found)
  if (problems.length === 0) return
  const errors = problems.map(({ line, reason, suggestion }) => ({
    path: `line ${line}`,
    message: suggestion === null ? reason : `${reason}: did you mean “${suggestion}”?`,
  }))
  const detail =
    problems.length === 1
      ? sentence`The draft has one problem; it is kept as it is`
      : sentence`The draft has ${problems.length} problems; it is kept as it is`
  throw new Invalid('runbook.not-publishable', detail, { errors })
}
