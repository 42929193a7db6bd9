import { isDeepStrictEqual } from 'node:util'
import { getConformanceSuite } from '@bufbuild/cel-spec/testdata/tests.js'
import { expect, test } from 'vitest'
import { CelError, compileCel } from './cel.ts'
import type { CelProgram } from './cel.ts'

type Suite = ReturnType<typeof getConformanceSuite>
type SimpleTest = Suite['tests'][number]['original']
type Value = Extract<SimpleTest['resultMatcher'], { case: 'value' }>['value']

/** Not JSON, in a namespace, or of types only: it cannot come up in a condition of ours. */
class BeyondUs extends Error {}

/** The library lets a map repeat a key in another type of number; no condition has reason to. */
const known = ['fields / qualified_identifier_resolution / map_value_repeat_key_heterogeneous']

/**
 * The simple tests of the CEL specification, through the library as this product uses it: conditions
 * are compiled by our allow-list, values are JSON. The counts are pinned: a new release of the
 * library that answers otherwise is seen here.
 */
test('the simple tests of the CEL specification pass, as far as conditions accept them', () => {
  const outcomes = testsIn(getConformanceSuite()).map(([name, simple]) => [name, tried(simple)])
  const named = (outcome: string) =>
    outcomes.flatMap(([name, each]) => (each === outcome ? [name] : []))
  const counts = Object.fromEntries(
    ['passed', 'failed', 'refused', 'beyond us'].map((outcome) => [outcome, named(outcome).length]),
  )
  process.stdout.write(`CEL conformance: ${JSON.stringify(counts)} of ${outcomes.length}\n`)
  expect(named('failed')).toEqual(known)
  expect(counts).toEqual({ passed: 679, failed: 1, refused: 974, 'beyond us': 690 })
})

function testsIn(suite: Suite, before = ''): [string, SimpleTest][] {
  const own = suite.tests.map(({ name, original }): [string, SimpleTest] => [
    `${before}${name}`,
    original,
  ])
  return [...own, ...suite.suites.flatMap((inner) => testsIn(inner, `${before}${inner.name} / `))]
}

function tried(simple: SimpleTest): 'passed' | 'failed' | 'refused' | 'beyond us' {
  try {
    if (simple.container !== '' || isOfTypesOnly(simple)) throw new BeyondUs()
    const bindings = bindingsOf(simple)
    const program = compile(simple, Object.keys(bindings))
    if (!program) return 'refused'
    return isAsExpected(simple, program.evaluate(bindings)) ? 'passed' : 'failed'
  } catch (error) {
    if (error instanceof BeyondUs) return 'beyond us'
    throw error
  }
}

function isOfTypesOnly({ resultMatcher }: SimpleTest): boolean {
  return resultMatcher.case === 'typedResult' && resultMatcher.value.result === undefined
}

function compile({ expr }: SimpleTest, names: string[]): CelProgram | null {
  try {
    return compileCel(expr, names)
  } catch (error) {
    if (error instanceof CelError) return null
    throw error
  }
}

function isAsExpected({ resultMatcher }: SimpleTest, result: ReturnType<CelProgram['evaluate']>) {
  switch (resultMatcher.case) {
    case 'evalError':
    case 'anyEvalErrors':
    case 'unknown':
    case 'anyUnknowns':
      return 'error' in result
    case 'value':
      return 'value' in result && isDeepStrictEqual(result.value, jsonOf(resultMatcher.value))
    case 'typedResult':
      return (
        'value' in result && isDeepStrictEqual(result.value, jsonOf(resultMatcher.value.result!))
      )
    case undefined:
      return 'value' in result && result.value === true
  }
}

function bindingsOf({ bindings }: SimpleTest): Record<string, unknown> {
  const values = Object.entries(bindings).map(([name, { kind }]) => {
    if (kind.case !== 'value') throw new BeyondUs()
    return [name, jsonOf(kind.value, (integer) => integer)] as const
  })
  return Object.fromEntries(values)
}

/** @param integer results come as JSON numbers, what is bound keeps its type */
function jsonOf({ kind }: Value, integer: (value: bigint) => unknown = Number): unknown {
  switch (kind.case) {
    case 'int64Value':
    case 'uint64Value':
      return integer(kind.value)
    case 'nullValue':
      return null
    case 'boolValue':
    case 'doubleValue':
    case 'stringValue':
      return kind.value
    case 'listValue':
      return kind.value.values.map((value) => jsonOf(value, integer))
    case 'mapValue':
      return Object.fromEntries(
        kind.value.entries.map(({ key, value }) => [
          String(jsonOf(key!, Number)),
          jsonOf(value!, integer),
        ]),
      )
    default:
      throw new BeyondUs()
  }
}
