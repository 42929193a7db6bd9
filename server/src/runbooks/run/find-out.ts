import type { CauseVerdict, RunbookTrial } from '@firstline/contract/runbooks'
import type { Sources, WithSources } from '#server/accounts/read-source.ts'
import type { AccountScope } from '#server/accounts/scope.ts'
import type { CheckValues, CompiledRunbook } from '#server/runbooks/causes/decide-cause.ts'
import { describeValues, valueAt } from '#server/runbooks/causes/describe-values.ts'
import { describeOutcome } from './describe-outcome.ts'
import { gatherFindings } from './gather-findings.ts'
import { describeChecks, describePicks, settle, valuesOf } from './run-state.ts'
import type { Findings } from './run-state.ts'

/** What somebody would choose and answer. */
export type Said = { picks: Readonly<Record<string, string>>; answers: Findings['checks'] }

/** What a run of this runbook would find for the account now; nothing is kept. */
export async function findOut(
  { sources }: WithSources,
  scope: AccountScope,
  runbook: CompiledRunbook,
  { picks, answers }: Said,
): Promise<Omit<RunbookTrial, 'ticket'>> {
  const started = performance.now()
  const found = await gatherFindings({
    sources,
    scope,
    runbook,
    findings: { picks: {}, checks: {} },
    wishes: picks,
    isFresh: false,
  })
  const findings = { picks: found.picks, checks: { ...found.checks, ...answers } }
  const durationMs = performance.now() - started
  return { ...describe(sources, runbook, findings), durationMs }
}

function describe({ project }: Sources, runbook: CompiledRunbook, findings: Findings) {
  const titleOf = (source: string) => project.current().sources.get(source)?.title ?? source
  const settled = settle(runbook, findings)
  const values = valuesOf(runbook, findings)
  const outcome =
    settled.cause === null
      ? null
      : describeOutcome(runbook, settled.cause, findings, values, project.files)
  return {
    state: settled.state,
    picks: describePicks(runbook, findings, titleOf),
    checks: describeChecks(runbook, findings, titleOf),
    causes: [...runbook.causes.keys()].map((cause) => verdictOn(runbook, cause, values)),
    matchedCauses: settled.matched,
    outcome,
  }
}

function verdictOn(runbook: CompiledRunbook, cause: string, values: CheckValues): CauseVerdict {
  const program = runbook.causes.get(cause)!
  const result = program.evaluate(values)
  if ('error' in result) {
    const missing = program.names.filter((path) => valueAt(values, path.split('.')) === undefined)
    const because = describeValues(missing, values) || result.error
    return { cause, verdict: 'undecided', because }
  }
  const verdict = result.value === true ? 'matches' : 'does_not_match'
  return { cause, verdict, because: describeValues(program.names, values) }
}
