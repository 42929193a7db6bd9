import { setImmediate } from 'node:timers/promises'
import type { RunbookContent } from '@firstline/contract/runbooks'
import type { CelProgram } from '#server/conditions/cel.ts'
import { recallCel } from '#server/conditions/recall-cel.ts'

export type CompiledRunbook = {
  content: RunbookContent
  causes: ReadonlyMap<string, CelProgram>
  /** The conditions under which a question is asked. */
  questions: ReadonlyMap<string, CelProgram>
}

/** @throws CelError when a condition does not compile; a published runbook's always does. */
export function compileRunbook(content: RunbookContent): CompiledRunbook {
  const names = content.checks.map((check) => check.name)
  const causes = content.causes.map((c) => [c.name, recallCel(c.when, names)] as const)
  const questions = content.checks.flatMap((check) =>
    check.kind === 'ask' && check.when !== null
      ? [[check.name, recallCel(check.when, names)] as const]
      : [],
  )
  return { content, causes: new Map(causes), questions: new Map(questions) }
}

/**
 * The same, letting others have their turn after each condition: a text that was never published may
 * be long, and what was compiled once is at hand.
 */
export async function compileInTurns(content: RunbookContent): Promise<CompiledRunbook> {
  const names = content.checks.map((check) => check.name)
  const asked = content.checks.map((check) => (check.kind === 'ask' ? check.when : null))
  for (const condition of [...content.causes.map((cause) => cause.when), ...asked]) {
    if (condition !== null) recallCel(condition, names)
    await setImmediate()
  }
  return compileRunbook(content)
}

/** A check without a value is absent, never null: what needs it is then neither true nor false. */
export type CheckValues = Record<string, unknown>

export type Decision = {
  matched: string[]
  /** Causes that may yet turn out true: a value they need is missing. */
  undecided: string[]
}

export function decideCauses(
  runbook: Pick<CompiledRunbook, 'causes'>,
  values: CheckValues,
): Decision {
  const matched: string[] = []
  const undecided: string[] = []
  for (const [name, program] of runbook.causes) {
    const result = program.evaluate(values)
    if ('error' in result) undecided.push(name)
    else if (result.value === true) matched.push(name)
  }
  return { matched, undecided }
}
