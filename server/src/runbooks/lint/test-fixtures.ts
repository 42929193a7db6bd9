import type { FixtureResult, RunbookContent, RunbookTest } from '@firstline/contract/runbooks'
import { CelError } from '#server/conditions/cel.ts'
import type { Sentence } from '@firstline/contract/sentence'
import { sentence, textOf } from '#server/core/sentence.ts'
import { compileRunbook, decideCauses } from '#server/runbooks/causes/decide-cause.ts'
import type { CompiledRunbook } from '#server/runbooks/causes/decide-cause.ts'
import { describeValues } from '#server/runbooks/causes/describe-values.ts'
import { noCause } from './lint-names.ts'
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
    const unreadable = locate(parsed, { path: ['causes'], reason: error.said })
    return { results: [], uncovered: [], problems: [...problems, unreadable] }
  }
}

export function uncoveredCauses({ causes, fixtures }: RunbookContent): string[] {
  const covered = new Set(fixtures.map((fixture) => fixture.expect))
  return causes.map(({ name }) => name).filter((name) => !covered.has(name))
}

export function testFixture(runbook: CompiledRunbook, index: number): Omit<FixtureResult, 'line'> {
  const { given, expect } = runbook.content.fixtures[index]! // it was counted by them
  const { matched } = decideCauses(runbook, given)
  const isPassed = matched.length === 1 && matched[0] === expect
  const result = { index, expect, isPassed, matched }
  if (isPassed) return { ...result, reason: null }
  const said = whyNot(runbook, given, expect, matched)
  return { ...result, reason: textOf(said), said }
}

function whyNot(
  { causes }: CompiledRunbook,
  given: Record<string, unknown>,
  expect: string,
  matched: readonly string[],
): Sentence {
  const program = causes.get(expect)
  if (!program) return noCause(expect)
  const found =
    matched.length === 0 ? sentence`no cause matches` : sentence`it is ${joined(matched)}`
  if (matched.includes(expect)) return sentence`This state should be ${expect}, but ${found}`
  const result = program.evaluate(given)
  const why = 'error' in result ? result.error : describeValues(program.names, given)
  return sentence`This state should be ${expect}, but ${found} (${expect}: ${why})`
}

function joined([first = '', ...more]: readonly string[]): Sentence | string {
  return more.length > 0 ? sentence`${first} and ${joined(more)}` : first
}
