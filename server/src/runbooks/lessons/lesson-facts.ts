import type { RunbookContent } from '@firstline/contract/runbooks'
import { CelError, compileCel } from '#server/conditions/cel.ts'
import { noValues, setPath } from '#server/core/set-path.ts'
import { compileRunbook, decideCauses } from '#server/runbooks/causes/decide-cause.ts'
import type { CheckValues } from '#server/runbooks/causes/decide-cause.ts'
import { valueAt } from '#server/runbooks/causes/describe-values.ts'

/** What the conditions of a runbook look at, as paths: its vocabulary. */
function vocabularyOf(content: RunbookContent): string[] {
  const { causes, questions } = compileRunbook(content)
  const programs = [...causes.values(), ...questions.values()]
  return [...new Set(programs.flatMap((program) => program.names))].sort()
}

/** The state of this case in the runbook's own words: no id, no name of a customer, no more. */
export function fixtureOf(content: RunbookContent, values: CheckValues): Record<string, unknown> {
  const given = noValues()
  for (const path of vocabularyOf(content)) {
    const value = valueAt(values, path.split('.'))
    if (value !== undefined) setPath(given, path.split('.'), value)
  }
  return given
}

/**
 * A condition that holds in this state and in none of the fixtures: the words and yes-or-no values
 * the runbook already looks at. Numbers say how this case was, not what it is.
 * @returns null when those do not tell it apart
 */
export function distinguishing(content: RunbookContent, values: CheckValues): string | null {
  const facts = vocabularyOf(content).flatMap((path) => {
    const value = valueAt(values, path.split('.'))
    if (typeof value === 'boolean') return [value ? path : `!${path}`]
    return typeof value === 'string' ? [`${path} == ${quoted(value)}`] : []
  })
  if (facts.length === 0) return null
  const condition = facts.join(' && ')
  return tellsApart(content, condition, values) ? condition : null
}

function tellsApart(content: RunbookContent, condition: string, values: CheckValues): boolean {
  const names = content.checks.map((check) => check.name)
  try {
    const causes = new Map([['it', compileCel(condition, names)]])
    const holds = (given: CheckValues) => decideCauses({ causes }, given).matched.length > 0
    return holds(values) && !content.fixtures.some((fixture) => holds(fixture.given))
  } catch (error) {
    // too long, or a value that CEL cannot write: then it does not tell this case apart
    if (error instanceof CelError) return false
    throw error
  }
}

function quoted(value: string): string {
  return `'${value
    .replaceAll('\\', String.raw`\\`)
    .replaceAll("'", String.raw`\'`)
    .replaceAll('\n', String.raw`\n`)}'`
}
