import { ruleForm, usualPerHour } from '@firstline/contract/formats/rule'
import type { RuleFile } from '@firstline/contract/formats/rule'
import { isEmailAddress } from '@firstline/contract/common'
import { TagName } from '@firstline/contract/tickets'
import { CelError, compileCel } from '#server/conditions/cel.ts'
import { sentence } from '#server/core/sentence.ts'
import { nearest } from '#server/core/spelling.ts'
import { parseDuration } from '#server/project/duration.ts'
import { formReader, whatIsSaid } from '#server/project/form-reader.ts'
import { problem } from '#server/project/project-document.ts'
import type { FileProblem, LoadedFile } from '#server/project/project-document.ts'
import type { KindCheck } from '#server/project/project-files.ts'
import { readTypes } from '#server/tickets/types-section.ts'
import { factFields, factNames, isFactName } from './facts.ts'
import type { Rule } from './rule.ts'

/** So many a desk still understands. */
const mostRules = 100

const readRule = formReader(ruleForm)

/** What a file of a rule must be, beyond its form: fields that there are, and what it names is there. */
export const checkRule: KindCheck = (file, files) => {
  const wrong = ruleProblems(file, namedIn(files))
  if (files('Rule').indexOf(file) < mostRules) return wrong
  const reason = sentence`A desk has ${mostRules} rules at most: put some of them together`
  return [...wrong, problem(1, reason)]
}

/** What a rule can name in a folder. */
export type Named = { types: readonly string[]; runbooks: readonly string[] }

export function namedIn(files: Files): Named {
  return {
    types: (readTypes(files('Project')[0]) ?? []).map(({ id }) => id),
    runbooks: files('Runbook').map(({ id }) => id),
  }
}

/** The same of a text that lies nowhere yet. */
export function ruleProblems(file: LoadedFile, named: Named): FileProblem[] {
  const read = readRule(file)
  if ('problems' in read) return read.problems
  const rule = read.says
  return [
    ...conditionProblems(file, rule),
    ...typeProblems(file, rule, named),
    ...runbookProblems(file, rule, named),
    ...nameProblems(file, rule),
  ]
}

/** Compiles a file that `checkRule` has let pass. @throws CelError */
export function compileRule(file: LoadedFile): Rule {
  const said = whatIsSaid(readRule(file))
  return {
    id: said.id,
    title: said.title,
    file: file.path,
    source: file.text,
    definition: file.hash,
    isDraft: said.draft ?? false,
    when: said.when,
    waitedMs: said.waited === undefined ? null : parseDuration(said.waited),
    condition: said.if === undefined ? null : compileCel(said.if, factNames),
    isEveryTime: said.every_time ?? false,
    perHour: said.per_hour ?? usualPerHour,
    effects: said.then,
  }
}

function conditionProblems(file: LoadedFile, { if: text }: RuleFile): FileProblem[] {
  if (text === undefined) return []
  const line = file.lineOf(['if'])
  try {
    return compileCel(text, factNames).names.flatMap((path) => fieldProblems(line, path))
  } catch (error) {
    if (!(error instanceof CelError)) throw error
    return [problem(line, error.said)]
  }
}

function fieldProblems(line: number, path: string): FileProblem[] {
  const [root = '', field, ...more] = path.split('.')
  if (!isFactName(root)) return []
  const known: readonly string[] = factFields[root]
  if (field === undefined) {
    const reason = sentence`“${root}” is no value by itself: name a field of it, ${root}.FIELD (${known.join(', ')})`
    return [problem(line, reason)]
  }
  if (!known.includes(field)) {
    const reason = sentence`“${root}” has no field “${field}” (${known.join(', ')})`
    return [problem(line, reason, nearest(field, known))]
  }
  if (more.length === 0) return []
  return [problem(line, sentence`“${root}.${field}” has no fields of its own`)]
}

type Files = Parameters<KindCheck>[1]

function typeProblems(
  file: LoadedFile,
  { then }: RuleFile,
  { types: known }: Named,
): FileProblem[] {
  if (then.type === undefined) return []
  if (known.includes(then.type)) return []
  const reason = sentence`firstline.yaml declares no type “${then.type}”`
  return [problem(file.lineOf(['then', 'type']), reason, nearest(then.type, known))]
}

function runbookProblems(
  file: LoadedFile,
  { then }: RuleFile,
  { runbooks: known }: Named,
): FileProblem[] {
  const { offer_runbook: runbook } = then
  if (runbook === undefined) return []
  if (known.includes(runbook)) return []
  const reason = sentence`There is no runbook “${runbook}” in this folder; what was written in the browser is fetched by “firstline pull”`
  return [problem(file.lineOf(['then', 'offer_runbook']), reason, nearest(runbook, known))]
}

/** What only the desk itself knows, its people and saved replies, is looked up when the rule acts. */
function nameProblems(file: LoadedFile, { then }: RuleFile): FileProblem[] {
  const { assign, tags = {} } = then
  const isNobody = assign === undefined || assign === 'nobody' || isEmailAddress(assign)
  const people = isNobody
    ? []
    : [problem(file.lineOf(['then', 'assign']), sentence`“${assign}” is no mail address`)]
  const unfit = (['add', 'remove'] as const).flatMap((way) =>
    (tags[way] ?? [])
      .filter((name) => !TagName.safeParse(name).success)
      .map((name) => problem(file.lineOf(['then', 'tags', way]), sentence`“${name}” is no tag`)),
  )
  return [...people, ...unfit]
}
