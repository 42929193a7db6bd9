import { VerifyRunbook } from '@firstline/contract/runbooks'
import type { Runbook, RunbookLint } from '@firstline/contract/runbooks'
import { z } from 'zod'
import { actorRef } from '#server/core/actor.ts'
import { defineDeed, defineVerb } from '#server/core/verb.ts'
import type { DeedContext, VerbContext } from '#server/core/verb.ts'
import { runbookVerified } from '#server/runbooks/events.ts'
import { lintVersion } from './lint-version.ts'
import { readRunbookVersion } from './read-runbook.ts'
import { verification } from './stale.ts'
import { lockVersions, requirePublished } from './versions.ts'
import type { WithProject } from '#server/project/project.ts'

const markVerified = defineVerb({
  permission: 'runbook:publish',
  input: VerifyRunbook.extend({ linted: z.custom<RunbookLint>() }),
  async run({ tx, actor, clock, sources }: VerbContext & WithProject, { id, version, linted }) {
    const now = clock.now()
    requirePublished(await lockVersions(tx, id, now), id, version)
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

/** Something it names has changed; a person has looked, and it is still right. */
export const verifyRunbook = defineDeed({
  permission: markVerified.permission,
  input: VerifyRunbook,
  async run(context: DeedContext & WithProject, input) {
    const { actor, db, sources, promised } = context
    const linted = await lintVersion(db, sources.project, input)
    return markVerified(context, actor, { ...input, linted }, promised)
  },
})
