import { NotFound } from '#server/core/errors.ts'
import { didYouMean } from '#server/core/did-you-mean.ts'
import { sentence } from '#server/core/sentence.ts'
import { nearest } from '#server/core/spelling.ts'
import type { ProjectStore, WithProject } from '#server/project/project.ts'
import type { Desk } from '#server/core/verb.ts'
import { checkRule, compileRule } from './compile-rule.ts'
import type { Rule } from './rule.ts'

/** The rules in force: those of the project folder that load, by id. */
export type RuleStore = {
  current(): readonly Rule[]
  /** Those that act on an event, drafts left out. */
  waitingFor(name: string): readonly Rule[]
  /** @throws NotFound `rule.not-found` with the nearest name */
  get(id: string): Rule
}

/** What rules stand on beside the desk. */
export type WithRules = WithProject & { rules: RuleStore }
export type RuleDesk = Desk & WithRules

/** Declares the kind `Rule`; call it after the runbooks' kind was declared. */
export function createRuleStore(project: ProjectStore): RuleStore {
  project.declareKind('Rule', checkRule)
  let rules = compileAll(project)
  project.onChange(() => (rules = compileAll(project)))
  return {
    current: () => rules,
    waitingFor: (name) =>
      rules.filter(({ isDraft, when }) => !isDraft && when.some((event) => event === name)),
    get(id) {
      const rule = rules.find((each) => each.id === id)
      if (rule) return rule
      const meant = nearest(
        id,
        rules.map((each) => each.id),
      )
      throw new NotFound('rule.not-found', didYouMean(sentence`There is no rule “${id}”`, meant))
    },
  }
}

/** By id: of two that want the same thing the first has it. */
function compileAll(project: ProjectStore): readonly Rule[] {
  return project
    .files('Rule')
    .map(compileRule)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}
