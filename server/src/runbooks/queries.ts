import { Id } from '@firstline/contract/common'
import { CompareRunbook, GetRunbook, RunbookText } from '@firstline/contract/runbooks'
import type { RunbookLint } from '@firstline/contract/runbooks'
import { z } from 'zod'
import { recordLooks } from '#server/accounts/record-look.ts'
import { defineDeed, defineQuery } from '#server/core/verb.ts'
import type { DeedContext, QueryContext } from '#server/core/verb.ts'
import { lintInProcess, testInProcess } from './lint/check-in-process.ts'
import { namedIn } from './format/named.ts'
import { asRunbookProblem } from './lint/lint-problem.ts'
import { readRunbookVersion, readRunbooks, readTexts } from './publish/read-runbook.ts'
import { describeRun, looksOf, readRun, runOf, selectRuns } from './run/runs.ts'
import type { WithProject } from '#server/project/project.ts'

const runsShown = 50

export const listRunbooks = defineQuery({
  permission: 'runbook:read',
  input: z.object({}),
  async run({ db, clock, sources }: QueryContext & WithProject) {
    const refused = sources.project.problems().filter(({ file }) => file.endsWith('.md'))
    return {
      items: await readRunbooks(db, sources.project, clock.now()),
      problems: refused.map(asRunbookProblem),
    }
  },
})

export const getRunbook = defineQuery({
  permission: 'runbook:read',
  input: GetRunbook,
  run: ({ db, clock, sources }: QueryContext & WithProject, { id, version }) =>
    readRunbookVersion(db, sources.project, id, version, clock.now()),
})

export const compareRunbook = defineQuery({
  permission: 'runbook:read',
  input: CompareRunbook,
  run: ({ db }, versions) => readTexts(db, versions),
})

/** For an editor, while somebody types. */
export const lintRunbookText = defineQuery({
  permission: 'runbook:edit',
  input: RunbookText,
  async run({ sources }: QueryContext & WithProject, { source }): Promise<RunbookLint> {
    return lintInProcess(source, namedIn(sources.project.files))
  },
})

export const testRunbookText = defineQuery({
  permission: 'runbook:edit',
  input: RunbookText,
  run: (_desk, { source }) => testInProcess(source),
})

const TicketId = z.object({ ticketId: Id })

export const listRunbookRuns = defineDeed({
  permission: 'account:read',
  input: TicketId,
  async run(desk: DeedContext & WithProject, { ticketId }) {
    const { db, clock, sources } = desk
    const rows = await selectRuns(db)
      .where('run.ticket_id', '=', ticketId)
      .orderBy('run.started_at', 'desc')
      .orderBy('run.id', 'desc')
      .limit(runsShown)
      .execute()
    const runs = rows.map(runOf)
    await recordLooks(desk, desk.actor, looksOf(runs))
    return { items: runs.map((run) => describeRun(run, sources.project, clock.now())) }
  },
})

export const getRunbookRun = defineDeed({
  permission: 'account:read',
  input: z.object({ id: Id }),
  async run(desk: DeedContext & WithProject, { id }) {
    const run = await readRun(desk.db, id)
    await recordLooks(desk, desk.actor, looksOf([run]))
    return describeRun(run, desk.sources.project, desk.clock.now())
  },
})
