import { RepeatChecks } from '@firstline/contract/runbooks'
import type { RunbookRun } from '@firstline/contract/runbooks'
import { z } from 'zod'
import type { WithSources } from '#server/accounts/read-source.ts'
import { lookAtAccount } from '#server/accounts/scope.ts'
import type { Actor } from '#server/core/actor.ts'
import { NotFound } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import type { NewEvent } from '#server/core/events.ts'
import { defineDeed, defineVerb } from '#server/core/verb.ts'
import type { DeedContext, Desk, Promised, VerbContext } from '#server/core/verb.ts'
import { checkAnswered, checksRepeated } from '#server/runbooks/events.ts'
import { gatherFindings } from './gather-findings.ts'
import { markChecking, storeFindings } from './record-findings.ts'
import type { Findings } from './run-state.ts'
import { describeRun, lockOpenRun } from './runs.ts'
import type { Run } from './runs.ts'
import { takeOver } from './take-over.ts'

type Limits = {
  only?: readonly string[]
  isFresh?: boolean
  budgetMs?: number
  promised?: Promised | undefined
}

/**
 * Reads what the run still needs, between two transactions: a source that takes its time holds no
 * connection of the desk.
 */
export async function runChecks(
  desk: Desk & WithSources,
  actor: Actor,
  run: Run,
  { only, isFresh = false, budgetMs, promised }: Limits = {},
): Promise<RunbookRun> {
  const { sources } = desk
  const scope = await lookAtAccount(desk, actor, run.ticketId)
  const { compiled: runbook, findings } = run
  const found = await gatherFindings({ sources, scope, runbook, findings, only, isFresh, budgetMs })
  return recordFindings(desk, actor, { runId: run.id, found }, promised)
}

/** Merges what was read; what somebody changed while it was being read stands. */
const recordFindings = defineVerb({
  permission: 'runbook:run',
  input: z.object({ runId: z.uuid(), found: z.custom<Findings>() }),
  async run({ tx, clock, sources }: VerbContext & WithSources, { runId, found }) {
    const now = clock.now()
    const before = await lockOpenRun(tx, runId)
    const { picks, checks } = before.findings
    const chosen = Object.entries(picks).filter(([, pick]) => pick.state === 'chosen')
    const findings: Findings = {
      picks: { ...picks, ...found.picks, ...Object.fromEntries(chosen) },
      checks: { ...checks, ...found.checks },
    }
    const { run, news } = await storeFindings(tx, before, findings, now)
    const answered = Object.entries(found.checks).map(([check, { state, durationMs }]) =>
      checkAnswered(run, { check, state, duration_ms: durationMs }),
    )
    const [first, ...rest]: NewEvent[] = [...answered, ...news]
    return {
      result: describeRun(run, sources.project, now),
      events: [first ?? checksRepeated(run, []), ...rest],
    }
  },
})

const openRepeat = defineVerb({
  permission: 'runbook:run',
  input: RepeatChecks,
  async run({ tx, actor, clock }: VerbContext, { id, checks }) {
    const { run, taken } = await takeOver(tx, await lockOpenRun(tx, id), actor)
    const known = run.compiled.content.checks.filter((c) => c.kind === 'source').map((c) => c.name)
    const unknown = checks?.find((check) => !known.includes(check))
    if (unknown !== undefined) {
      throw new NotFound(
        'run.check-not-found',
        sentence`“${unknown}” is no machine check of this runbook`,
      )
    }
    return {
      result: await markChecking(tx, run, clock.now()),
      events: [checksRepeated(run, checks ?? known), ...taken],
    }
  },
})

/** Again, after an action or a failure: joins no read that began before. */
export const repeatChecks = defineDeed({
  permission: openRepeat.permission,
  input: RepeatChecks,
  async run(context: DeedContext & WithSources, input) {
    const { actor, promised } = context
    const run = await openRepeat(context, actor, input)
    const only = input.checks ? { only: input.checks } : {}
    return runChecks(context, actor, run, { ...only, isFresh: true, promised })
  },
})
