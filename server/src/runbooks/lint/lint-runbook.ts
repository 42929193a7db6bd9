import type { RunbookProblem, StatesChecked } from '@firstline/contract/runbooks'
import { mostProblems } from '#server/project/project-document.ts'
import { lintActions } from './lint-actions.ts'
import { lintCauses, lintEscalations, lintPlaceholders } from './lint-causes.ts'
import { lintConditions } from './lint-conditions.ts'
import { lintCustomer } from './lint-customer.ts'
import { lintFixtures } from './lint-fixtures.ts'
import { lintNames } from './lint-names.ts'
import { locate, locateLine } from './lint-problem.ts'
import { lintStates } from './lint-states.ts'
import type { Named } from '#server/runbooks/format/named.ts'
import type { ParsedRunbook } from '#server/runbooks/format/parse-runbook.ts'

/** Everything that keeps a runbook from being published, and what else its author should know. */
export function lintRunbook(parsed: ParsedRunbook, named: Named): RunbookProblem[] {
  return lintThoroughly(parsed, named).problems
}

export function lintThoroughly(
  parsed: ParsedRunbook,
  named: Named,
): { problems: RunbookProblem[]; states: StatesChecked | null } {
  const unread = parsed.problems.map((found) => locateLine(parsed, found))
  const { content, sections } = parsed
  if (!content) return { problems: unread, states: null }
  const { findings: conditions, compiled } = lintConditions(content, named)
  // states and fixtures say something only about conditions that can be read
  const states = compiled && lintStates(compiled, named)
  const findings = [
    ...lintNames(content, named),
    ...conditions,
    ...lintCauses(content, sections),
    ...lintEscalations(content, named),
    ...lintActions(content, named),
    ...lintPlaceholders(content, named),
    ...lintCustomer(content, named),
    ...(states?.findings ?? []),
    ...(compiled ? lintFixtures(compiled) : []),
  ]
  return {
    problems: [
      ...unread,
      ...findings.slice(0, mostProblems).map((finding) => locate(parsed, finding)),
    ],
    states: states?.states ?? null,
  }
}
