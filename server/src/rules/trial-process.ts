import type { RuleEvent } from '@firstline/contract/formats/rule'
import type { RuleChange } from '@firstline/contract/rules'
import { answerInProcess } from '#server/core/answer-in-process.ts'
import { sentence } from '#server/core/sentence.ts'
import { parseProjectFile, problem } from '#server/project/project-document.ts'
import type { FileProblem, LoadedFile } from '#server/project/project-document.ts'
import { compileRule, ruleProblems } from './compile-rule.ts'
import type { Named } from './compile-rule.ts'
import type { TicketFacts } from './facts.ts'
import { holds, planChanges } from './plan-changes.ts'

/** A ticket as it is, and what has happened to it. */
export type Tried = TicketFacts & { events: readonly RuleEvent[] }
export type TrialQuestion = { source: string; named: Named; tickets: readonly Tried[] }

export type TrialAnswer =
  | { problems: FileProblem[] }
  | {
      rule: { id: string; title: string }
      withEvent: number
      held: { id: string; changes: RuleChange[] }[]
    }

function tryOn({ source, named, tickets }: TrialQuestion): TrialAnswer {
  const parsed = parseProjectFile('rules/tried.yaml', source, ['Rule'])
  if (!('file' in parsed)) return { problems: 'problems' in parsed ? parsed.problems : [noRule()] }
  const problems = problemsOf(parsed.file, named)
  if (problems.length > 0) return { problems }
  const rule = compileRule(parsed.file)
  const withEvent = tickets.filter(({ events }) => rule.when.some((name) => events.includes(name)))
  const held = withEvent.filter((of) => holds(rule, of))
  const planned = held.map((of) => ({ id: of.id, changes: planChanges(rule, of) }))
  return {
    rule: { id: rule.id, title: rule.title },
    withEvent: withEvent.length,
    held: planned,
  }
}

function problemsOf(file: LoadedFile, named: Named): FileProblem[] {
  return file.kind === 'Rule' ? ruleProblems(file, named) : [noRule()]
}

function noRule(): FileProblem {
  return problem(1, sentence`kind must be ${'Rule'}`, 'Rule')
}

answerInProcess(tryOn)
