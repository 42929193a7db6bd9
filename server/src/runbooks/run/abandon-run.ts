import { AbandonRun } from '@firstline/contract/runbooks'
import { defineVerb } from '#server/core/verb.ts'
import type { VerbContext } from '#server/core/verb.ts'
import { runAbandoned } from '#server/runbooks/events.ts'
import { describeRun, lockOpenRun } from './runs.ts'
import type { Run } from './runs.ts'
import type { WithProject } from '#server/project/project.ts'

/** Says that the runbook was not followed to its end, and why: how runbooks get better. */
export const abandonRun = defineVerb({
  permission: 'runbook:run',
  input: AbandonRun,
  async run({ tx, clock, sources }: VerbContext & WithProject, { id, reason }) {
    const now = clock.now()
    const run = await lockOpenRun(tx, id)
    const abandoned: Run = {
      ...run,
      state: 'abandoned',
      revision: run.revision + 1,
      finishedAt: now,
      updatedAt: now,
      abandonedReason: reason,
    }
    await tx
      .updateTable('runbook_run')
      .set({
        state: abandoned.state,
        revision: abandoned.revision,
        finished_at: now,
        updated_at: now,
        abandoned_reason: reason,
      })
      .where('id', '=', id)
      .execute()
    return {
      result: describeRun(abandoned, sources.project, now),
      events: [runAbandoned(run, reason)],
    }
  },
})
