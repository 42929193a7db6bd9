import type { RunbookTrial } from '@firstline/contract/runbooks'
import type { Sources, WithSources } from '#server/accounts/read-source.ts'
import type { AccountScope } from '#server/accounts/scope.ts'
import type { CompiledRunbook } from '#server/runbooks/causes/decide-cause.ts'
import { decideInProcess } from './decide-in-process.ts'
import { describeOutcome } from './describe-outcome.ts'
import { gatherFindings } from './gather-findings.ts'
import { describePicks } from './run-state.ts'
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
  return { ...(await describe(sources, runbook, findings)), durationMs }
}

async function describe({ project }: Sources, runbook: CompiledRunbook, findings: Findings) {
  const titles = new Map([...project.current().sources].map(([id, { title }]) => [id, title]))
  const { content } = runbook
  const decided = await decideInProcess({ content, findings, titles })
  const { settled, values, checks, causes } = decided
  const outcome =
    settled.cause === null
      ? null
      : describeOutcome(runbook, settled.cause, findings, values, project.files)
  return {
    state: settled.state,
    picks: describePicks(runbook, findings, (source) => titles.get(source) ?? source),
    checks,
    causes,
    matchedCauses: settled.matched,
    outcome,
  }
}
