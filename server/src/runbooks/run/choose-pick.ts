import { ownProperty } from '@firstline/contract/own-property'
import { ChoosePick } from '@firstline/contract/runbooks'
import { Conflict } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { defineDeed, defineVerb } from '#server/core/verb.ts'
import type { DeedContext, VerbContext } from '#server/core/verb.ts'
import { pickChosen } from '#server/runbooks/events.ts'
import { markChecking } from './record-findings.ts'
import { runChecks } from './repeat-checks.ts'
import { picksOf } from './run-state.ts'
import { lockOpenRun, refuseOutrun } from './runs.ts'
import type { Run } from './runs.ts'
import { takeOver } from './take-over.ts'
import type { WithSources } from '#server/accounts/read-source.ts'

/** Only what the source offered for this account can be picked: nobody types an id. */
const recordPick = defineVerb({
  permission: 'runbook:run',
  input: ChoosePick,
  async run({ tx, actor, clock }: VerbContext, { id, name, value, revision }) {
    const locked = await lockOpenRun(tx, id)
    refuseOutrun(locked, revision)
    const { run, taken } = await takeOver(tx, locked, actor)
    const pick = ownProperty(run.findings.picks, name)
    if (!pick?.candidates.some((candidate) => candidate.value === value)) {
      throw new Conflict(
        'run.not-a-candidate',
        sentence`“${value}” is not among the records offered`,
      )
    }
    const chosen = { ...pick, state: 'chosen' as const, value, revision: run.revision + 1 }
    const picks = { ...run.findings.picks, [name]: chosen }
    const findings = { picks, checks: run.findings.checks }
    return {
      result: await markChecking(tx, { ...run, findings }, clock.now()),
      events: [pickChosen(run, name, value), ...taken],
    }
  },
})

/** Chooses which record the run is about, and reads the checks that hang on it. */
export const choosePick = defineDeed({
  permission: recordPick.permission,
  input: ChoosePick,
  async run(context: DeedContext & WithSources, input) {
    const { actor, promised } = context
    const run = await recordPick(context, actor, input)
    return runChecks(context, actor, run, { only: checksOfPick(run, input.name), promised })
  },
})

function checksOfPick(run: Run, pick: string): string[] {
  return run.compiled.content.checks.flatMap((check) =>
    check.kind === 'source' && picksOf(check).includes(pick) ? [check.name] : [],
  )
}
