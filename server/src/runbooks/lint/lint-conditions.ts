import { ownProperty } from '@firstline/contract/own-property'
import type { RunbookContent } from '@firstline/contract/runbooks'
import { CelError, compileCel } from '#server/conditions/cel.ts'
import type { CelProgram } from '#server/conditions/cel.ts'
import { partsOf } from '#server/conditions/cel-logic.ts'
import { fieldsRead } from '#server/conditions/fields-read.ts'
import { comparedIn } from '#server/conditions/cel-values.ts'
import type { Path } from '#server/project/places.ts'
import { sentence } from '#server/core/sentence.ts'
import { nearest } from '#server/core/spelling.ts'
import type { CompiledRunbook } from '#server/runbooks/causes/decide-cause.ts'
import { noField, unknown } from './lint-names.ts'
import type { Finding } from './lint-problem.ts'
import { isMasked } from '#server/runbooks/format/named.ts'
import type { Named, NamedSource } from '#server/runbooks/format/named.ts'

type Condition = { path: Path; name: string; program: CelProgram }

/** @returns what is wrong with the conditions, and the conditions themselves if all can be read */
export function lintConditions(
  content: RunbookContent,
  named: Named,
): { findings: Finding[]; compiled: CompiledRunbook | null } {
  const checks = content.checks.map((check) => check.name)
  const findings: Finding[] = []
  const compile = (path: Path, when: string, name: string, names: string[]): Condition[] => {
    try {
      return [{ path, name, program: compileCel(when, names) }]
    } catch (error) {
      if (!(error instanceof CelError)) throw error
      findings.push({ path, reason: error.said, ...(error.word ? { word: error.word } : {}) })
      return []
    }
  }
  const causes = content.causes.flatMap(({ name, when }) =>
    compile(['causes', name, 'when'], when, name, checks),
  )
  const questions = content.checks.flatMap((check, index) =>
    check.kind === 'ask' && check.when !== null
      ? compile(['checks', check.name, 'when'], check.when, check.name, asksFrom(content, index))
      : [],
  )
  const all = [...causes, ...questions]
  const isReadable = findings.length === 0
  for (const condition of all) findings.push(...lintReads(content, condition, named))
  return { findings, compiled: isReadable ? compiledOf(content, causes, questions) : null }
}

/** A question hangs on what is read and on what was asked before it. */
function asksFrom({ checks }: RunbookContent, index: number): string[] {
  const usable = checks.filter((check, place) => check.kind === 'source' || place < index)
  return usable.map((check) => check.name)
}

function compiledOf(
  content: RunbookContent,
  causes: readonly Condition[],
  questions: readonly Condition[],
): CompiledRunbook {
  const programs = (conditions: readonly Condition[]) =>
    new Map(conditions.map(({ name, program }) => [name, program]))
  return { content, causes: programs(causes), questions: programs(questions) }
}

function lintReads(content: RunbookContent, { path, program }: Condition, named: Named): Finding[] {
  const fields = program.names.flatMap((name) => lintField(content, path, name, named))
  const inside = fieldsRead(program.expr)
    .filter((name) => !program.names.includes(name))
    .flatMap((name) => lintInside(content, path, name, named))
  const texts = [...comparedIn(partsOf(program.expr))].flatMap(([name, compared]) => {
    const known = knownValues(content, name, named)
    return known ? [...compared.texts].flatMap((text) => lintText(path, name, text, known)) : []
  })
  return [...fields, ...inside, ...texts]
}

/** `exp.status`: a field its source can have, and nobody has masked. */
export function lintField(
  content: RunbookContent,
  path: Path,
  name: string,
  named: Named,
): Finding[] {
  const { check, source, field, within } = placeOf(content, name, named)
  if (!source || field === undefined) return []
  if (isMasked(source, within)) return [maskedAt(path, name)]
  if (!source.isSingle) {
    const reason = sentence`“${check}” is a list of rows: write ${check}.exists(row, row.${field} …)`
    return [{ path, reason, word: name }]
  }
  return unknownField(path, name, { check, source, field })
}

/** What is read of each row of a list, or by an index: a field too, and the same masks hold. */
function lintInside(content: RunbookContent, path: Path, name: string, named: Named): Finding[] {
  const { check, source, field, within } = placeOf(content, name, named)
  if (!source || field === undefined) return []
  if (isMasked(source, within)) return [maskedAt(path, name)]
  return unknownField(path, name, { check, source, field })
}

function placeOf(content: RunbookContent, name: string, named: Named) {
  const [check = '', ...steps] = name.split('.')
  const source = sourceOf(content, check, named)
  return { check, source, field: steps[0], within: steps.join('.') }
}

function maskedAt(path: Path, name: string): Finding {
  const reason = sentence`“${name}” is masked: no condition can read it`
  return { path, reason, word: name, isOfMask: true }
}

function unknownField(
  path: Path,
  name: string,
  { check, source, field }: { check: string; source: NamedSource; field: string },
): Finding[] {
  if (!source.fields) return []
  return unknown(path, noField(check, field), field, source.fields).map((found) => ({
    ...found,
    word: name,
  }))
}

function lintText(path: Path, name: string, text: string, known: readonly unknown[]): Finding[] {
  if (known.includes(text)) return []
  const reason = sentence`“${name}” is never “${text}”; its source knows ${known.join(', ')}`
  const suggestion = nearest(text, known.map(String))
  return [{ path, reason, suggestion, word: text, isWarning: true }]
}

/** All that a path can be, where its source or its question says so. */
export function knownValues(
  content: RunbookContent,
  name: string,
  named: Named,
): readonly unknown[] | null {
  const [check = '', field, ...rest] = name.split('.')
  const asked = content.checks.find((each) => each.name === check)
  if (asked?.kind === 'ask') {
    if (asked.type === 'boolean') return [true, false]
    return asked.type === 'enum' ? asked.options : null
  }
  if (field === undefined || rest.length > 0) return null
  return ownProperty(sourceOf(content, check, named)?.values ?? {}, field) ?? null
}

function sourceOf(content: RunbookContent, name: string, named: Named): NamedSource | undefined {
  const check = content.checks.find((each) => each.name === name)
  return check?.kind === 'source' ? named.sources.get(check.source) : undefined
}
