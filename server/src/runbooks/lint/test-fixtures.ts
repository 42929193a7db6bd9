import type { FixtureResult, RunbookContent, RunbookTest } from '@firstline/contract/runbooks'
import { CelError } from '#server/conditions/cel.ts'
import { messageOf } from '#server/core/errors.ts'
import { compileRunbook, decideCauses } from '#server/runbooks/causes/decide-cause.ts'
import type { CompiledRunbook } from '#server/runbooks/causes/decide-cause.ts'
import { describeValues } from '#server/runbooks/causes/describe-values.ts'
import { locate, locateLine } from './lint-problem.ts'
import type { ParsedRunbook } from '#server/runbooks/format/parse-runbook.ts'

/** Every fixture with the cause its state gives, decided as a run would decide it. */
export function testRunbook(parsed: ParsedRunbook): RunbookTest {
  const problems = parsed.problems.map((found) => locateLine(parsed, found))
  const { content } = parsed
  if (!content) return { results: [], uncovered: [], problems }
  try {
    const compiled = compileRunbook(content)
    const results = content.fixtures.map((_fixture, index) => ({
      ...testFixture(compiled, index),
      line: parsed.lineOf(['fixtures', index]),
    }))
    return { results, uncovered: uncoveredCauses(content), problems }
  } catch (error) {
    if (!(error instanceof CelError)) throw error
    const unreadable = locate(parsed, { path: ['causes'], reason: messageOf(error) })
    return { results: [], uncovered: [], problems: [...problems, unreadable] }
  }
}

export function uncoveredCauses({ causes, fixtures }: RunbookContent): string[] {
  const covered = new Set(fixtures.map((fixture) => fixture.expect))
  return causes.map(({ name }) => name).filter((name) => !covered.has(name))
}

export function testFixture(runbook: CompiledRunbook, index: number): Omit<FixtureResult, 'line'> {
  const { given, expect } = runbook.content.fixtures[index]!
  const { matched } = decideCauses(runbook, given)
  const isPassed = matched.length === 1 && matched[0] === expect
  const reason = isPassed ? null : whyNot(runbook, given, expect, matched)
  return { index, expect, isPassed, matched, reason }
}

function whyNot(
  { causes }: CompiledRunbook,
  given: Record<string, unknown>,
  expect: string,
  matched: readonly string[],
): string {
  const program = causes.get(expect)
  if (!program) return `There is no cause “${expect}”`
  const found = matched.length === 0 ? 'no cause matches' : `it is ${matched.join(' and ')}`
  if (matched.includes(expect)) return `This state should be ${expect}, but ${found}`
  const result = program.evaluate(given)
  const why = 'error' in result ? result.error : describeValues(program.names, given)
  return `This state should be ${expect}, but ${found} (${expect}: ${why})`
}
