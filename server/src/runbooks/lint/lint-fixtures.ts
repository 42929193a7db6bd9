import { sentence } from '#server/core/sentence.ts'
import type { CompiledRunbook } from '#server/runbooks/causes/decide-cause.ts'
import { noCause, noCheck, unknown } from './lint-names.ts'
import type { Finding } from './lint-problem.ts'
import { testFixture, uncoveredCauses } from './test-fixtures.ts'

/** Every cause has a state that gives it, and every state gives what it says. */
export function lintFixtures(runbook: CompiledRunbook): Finding[] {
  const { fixtures, causes, checks } = runbook.content
  const known = new Set(causes.map((cause) => cause.name))
  const names = new Set(checks.map((check) => check.name))
  const failures = fixtures.flatMap(({ given, expect }, index): Finding[] => {
    const path = ['fixtures', index]
    const strange = [
      ...unknown([...path, 'expect'], noCause(expect), expect, known),
      ...Object.keys(given).flatMap((name) =>
        unknown([...path, 'given', name], noCheck(name), name, names),
      ),
    ]
    if (strange.length > 0) return strange
    const { said } = testFixture(runbook, index)
    return said ? [{ path, reason: said }] : []
  })
  const missing = uncoveredCauses(runbook.content).map((name) => ({
    path: ['causes', name],
    reason: sentence`It has no fixture`,
  }))
  return [...failures, ...missing]
}
