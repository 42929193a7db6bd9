import { VerifyRunbook } from '@firstline/contract/runbooks'
import type { Runbook } from '@firstline/contract/runbooks'
import { actorRef } from '#server/core/actor.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { VerbContext } from '#server/core/verb.ts'
import { lintInProcess } from '#server/runbooks/lint/check-in-process.ts'
import { runbookVerified } from '#server/runbooks/events.ts'
import { namedIn } from '#server/runbooks/format/named.ts'
import type { NeedsRunbookProject } from '#server/runbooks/format/named.ts'
import { readRunbookVersion } from './read-runbook.ts'
import { verification } from './stale.ts'
import { lockVersions, requirePublished } from './versions.ts'

/** Something it names has changed; a person has looked, and it is still right. */
export const verifyRunbook = defineVerb({
  permission: 'runbook:publish',
  input: VerifyRunbook,
  async run({ tx, actor, clock, sources }: VerbContext & NeedsRunbookProject, { id, version }) {
    const now = clock.now()
    const { source } = requirePublished(await lockVersions(tx, id, now), id, version)
    const linted = await lintInProcess(source, namedIn(sources.project.files))
    await tx
      .updateTable('runbook_version')
      .set(verification(linted.content, sources.project.files, actorRef(actor), now))
      .where('runbook_id', '=', id)
      .where('version', '=', version)
      .execute()
    const result: Runbook = await readRunbookVersion(tx, sources.project, id, version, now, linted)
    return { result, events: [runbookVerified({ runbook: id, version })] }
  },
})
