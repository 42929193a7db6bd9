import { present } from '@firstline/contract/present'
import type { CauseVerdict, RunCheck, RunbookContent } from '@firstline/contract/runbooks'
import { answerInProcess } from '#server/core/answer-in-process.ts'
import { compileRunbook } from '#server/runbooks/causes/decide-cause.ts'
import type { CheckValues, CompiledRunbook } from '#server/runbooks/causes/decide-cause.ts'
import { describeValues, valueAt } from '#server/runbooks/causes/describe-values.ts'
import { describeChecks, settle, valuesOf } from './run-state.ts'
import type { Findings, Settled } from './run-state.ts'

export type DecideQuestion = {
  content: RunbookContent
  findings: Findings
  /** Source → what people call it. */
  titles: ReadonlyMap<string, string>
}

/** Everything that the conditions say of what was found. */
export type Decided = {
  settled: Settled
  values: CheckValues
  checks: RunCheck[]
  causes: CauseVerdict[]
}

function decide({ content, findings, titles }: DecideQuestion): Decided {
  const runbook = compileRunbook(content)
  const values = valuesOf(runbook, findings)
  return {
    settled: settle(runbook, findings),
    values,
    checks: describeChecks(runbook, findings, (source) => titles.get(source) ?? source),
    causes: [...runbook.causes.keys()].map((cause) => verdictOn(runbook, cause, values)),
  }
}

function verdictOn(runbook: CompiledRunbook, cause: string, values: CheckValues): CauseVerdict {
  const program = present(runbook.causes.get(cause))
  const result = program.evaluate(values)
  if ('error' in result) {
    const missing = program.names.filter((path) => valueAt(values, path.split('.')) === undefined)
    const because = describeValues(missing, values) || result.error
    return { cause, verdict: 'undecided', because }
  }
  const verdict = result.value === true ? 'matches' : 'does_not_match'
  return { cause, verdict, because: describeValues(program.names, values) }
}

answerInProcess(decide)
