import type { Sentence } from '@firstline/contract/sentence'
import type { StatesChecked } from '@firstline/contract/runbooks'
import { checkStates } from '#server/conditions/cel-states.ts'
import type { FoundState } from '#server/conditions/cel-states.ts'
import { anythingElse } from '#server/conditions/cel-values.ts'
import type { KnownValues } from '#server/conditions/cel-values.ts'
import { listed, sentence } from '#server/core/sentence.ts'
import type { CompiledRunbook } from '#server/runbooks/causes/decide-cause.ts'
import { valueAt } from '#server/runbooks/causes/describe-values.ts'
import { knownValues } from './lint-conditions.ts'
import type { Finding } from './lint-problem.ts'
import type { Named } from '#server/runbooks/format/named.ts'

const mostOverlaps = 20

/** Exactly one cause in every state: names one where several match, or none does. */
export function lintStates(
  runbook: CompiledRunbook,
  named: Named,
): { findings: Finding[]; states: StatesChecked } {
  const { causes, questions, content } = runbook
  const known = (path: string) => knownAt(runbook, path, named)
  const report = checkStates({ programs: causes, askedWhen: questions, known })
  const never = report.neverTrue.map((name): Finding => {
    const reason = sentence`“${name}” can never match: no state makes its condition true`
    return { path: ['causes', name, 'when'], reason }
  })
  const overlaps = report.overlaps
    .slice(0, mostOverlaps)
    .map(({ names: [first, second], state }) => {
      const path = ['causes', second, 'when']
      return finding(path, sentence`“${first}” and “${second}” both match`, state, !state.isCertain)
    })
  const none = report.uncovered
    ? [finding(['causes'], sentence`No cause matches`, report.uncovered, true)]
    : []
  const { possible, checked, isComplete } = report
  const partly: Finding[] = isComplete ? [] : [tooMany(possible, checked)]
  const findings = content.causes.length > 0 ? [...never, ...overlaps, ...none, ...partly] : []
  return { findings, states: { possible, checked, isComplete } }
}

function finding(path: string[], what: Sentence, state: FoundState, isWarning: boolean): Finding {
  const assumed = state.assumed.map(({ part, isTrue }) => (isTrue ? part : sentence`not ${part}`))
  const words = [...describeState(state.values), ...assumed]
  const when = words.length > 0 ? listed(words) : sentence`always`
  return { path, reason: sentence`${what}: ${when}`, isWarning, state: state.values }
}

function tooMany(possible: number, checked: number): Finding {
  const tried = sentence`${checked.toLocaleString('en')} of ${possible.toLocaleString('en')}`
  const reason = sentence`There are too many states to try them all: ${tried} were tried`
  return { path: ['causes'], reason, isWarning: true }
}

/** `exp.status = 'failed'`, one a leaf. */
function describeState(values: Record<string, unknown>, before = ''): (Sentence | string)[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const path = `${before}${key}`
    if (Array.isArray(value)) return [sentence`${path} is a list of ${value.length}`]
    if (typeof value === 'object' && value !== null) {
      return describeState(value as Record<string, unknown>, `${path}.`)
    }
    if (value === anythingElse) return [sentence`${path} is anything else`]
    return [`${path} = ${typeof value === 'string' ? `'${value}'` : String(value)}`]
  })
}

/** What was seen counts too: a list that does not know a real value is out of date, not the value. */
function knownAt({ content }: CompiledRunbook, path: string, named: Named): KnownValues {
  const seen = content.fixtures
    .map(({ given }) => valueAt(given, path.split('.')))
    .filter((value) => value !== undefined)
  const only = knownValues(content, path, named)
  return only ? { only: [...only, ...seen] } : { seen }
}
