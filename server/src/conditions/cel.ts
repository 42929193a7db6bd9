import {
  celEnv,
  isCelError,
  isCelList,
  isCelMap,
  isCelUint,
  parse,
  plan,
  unparse,
} from '@bufbuild/cel'
import type { CelInput } from '@bufbuild/cel'
import { isSharedName, setOwnProperty } from '@firstline/contract/own-property'
import type { Sentence } from '@firstline/contract/sentence'
import { messageOf } from '#server/core/errors.ts'
import { childrenOf, writtenText } from './cel-expr.ts'
import type { CelExpr } from './cel-expr.ts'
import { explainCel } from './explain-cel.ts'
import { beginPatterns, boundedPatterns } from './match-pattern.ts'
import { textOf as english, sentence } from '#server/core/sentence.ts'
import { nearest } from '#server/core/spelling.ts'

/** A condition of a file a platform team writes, checked once and then evaluated many times. */
export type CelProgram = {
  text: string
  /** What it reads, as far as the path is written out: `exp.status`. */
  names: string[]
  expr: CelExpr
  /** Integers come and go as JSON numbers; a missing field is an error, never false. */
  evaluate(bindings: Record<string, unknown>): { value: unknown } | { error: string }
}

/** The text is not a condition this product accepts; the message is for its author. */
export class CelError extends Error {
  /** The word of the text it is about. */
  readonly word: string | null
  readonly said: Sentence
  constructor(said: Sentence, word: string | null = null) {
    super(english(said))
    this.said = said
    this.name = 'CelError'
    this.word = word
  }
}

/** Everything is there by default; what may be used of it, the walk below says. */
const environment = celEnv({ re2: boundedPatterns })

const celLimits = { textLength: 2_000, listLength: 200 } as const

/**
 * @param names the identifiers that may be used
 * @throws CelError
 */
export function compileCel(text: string, names: readonly string[]): CelProgram {
  if (text.length > celLimits.textLength) {
    throw new CelError(sentence`The condition is longer than ${celLimits.textLength} characters`)
  }
  const parsed = parseText(text)
  const used = new Set<string>()
  if (!parsed.expr) throw new CelError(sentence`The condition is empty`)
  const { expr, sourceInfo } = parsed
  writeAsFields(expr)
  walk(expr, { names: new Set(names), isLooping: false, used, sourceInfo })
  return programOf(text, expr, used)
}

/** A part of a condition that was compiled, to be evaluated for itself. */
export function compilePart(expr: CelExpr): CelProgram {
  const used = new Set<string>()
  walk(expr, { names: null, isLooping: false, used })
  return programOf(writtenAs(expr), expr, used)
}

/** How loops were written, which is not to be seen in what they have become. */
const writing = new WeakMap<CelExpr, NonNullable<Parsed['sourceInfo']>>()

function writtenAs(expr: CelExpr): string {
  const sourceInfo = writing.get(expr)
  return unparse(sourceInfo ? { $typeName: 'cel.expr.ParsedExpr', expr, sourceInfo } : expr)
}

/** `exp["status"]` is `exp.status`: whoever looks for what a condition reads finds one form. */
function writeAsFields(expr: CelExpr): void {
  for (const child of childrenOf(expr)) writeAsFields(child)
  const { exprKind } = expr
  if (exprKind.case !== 'callExpr' || exprKind.value.function !== '_[_]') return
  const [operand, key] = exprKind.value.args
  const field = key ? writtenText(key) : null
  if (!operand || field === null || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(field)) return
  const value = { $typeName: 'cel.expr.Expr.Select' as const, operand, field, testOnly: false }
  expr.exprKind = { case: 'selectExpr', value }
}

function programOf(text: string, expr: CelExpr, used: ReadonlySet<string>): CelProgram {
  const run = plan(environment, expr)
  return { text, names: [...used].sort(), expr, evaluate: (bindings) => evaluate(run, bindings) }
}

/** A guard's reading of a condition: only `true` is true; an error or a missing field is not. */
export function isTrue(program: CelProgram, bindings: Record<string, unknown>): boolean {
  const result = program.evaluate(bindings)
  return 'value' in result && result.value === true
}

type Parsed = ReturnType<typeof parse>
/** `names` null: they were checked before. */
type Walk = {
  names: ReadonlySet<string> | null
  isLooping: boolean
  used: Set<string>
  sourceInfo?: Parsed['sourceInfo']
}

function parseText(text: string): Parsed {
  try {
    return parse(text)
  } catch (error) {
    // a RangeError is a nesting so deep that the parser ran out of stack
    if (error instanceof RangeError) throw new CelError(sentence`Nested too deeply`)
    const { said, rest } = explainCel(text, messageOf(error))
    throw new CelError(said, rest || null)
  }
}

const allowedFunctions = new Set(
  `_&&_ _||_ !_ _?_:_ _==_ _!=_ _<_ _<=_ _>_ _>=_ @in _[_] _+_ _-_ _*_ _/_ _%_ -_ @not_strictly_false
   size contains startsWith endsWith matches int double string bool`.split(/\s+/),
)

function walk(expr: CelExpr, at: Walk): void {
  const { exprKind } = expr
  if (at.sourceInfo) writing.set(expr, at.sourceInfo)
  refuseSharedNames(expr)
  switch (exprKind.case) {
    case undefined:
    case 'constExpr':
      return
    case 'identExpr':
    case 'selectExpr':
      return walkPath(expr, at)
    case 'callExpr':
      if (!allowedFunctions.has(exprKind.value.function))
        throw unknownFunction(exprKind.value.function)
      return walkAll([exprKind.value.target, ...exprKind.value.args], at)
    case 'listExpr':
      return walkAll(exprKind.value.elements, at)
    case 'structExpr':
      if (exprKind.value.messageName)
        throw new CelError(sentence`Messages cannot be made in a condition`)
      return walkAll(
        exprKind.value.entries.flatMap((e) => [
          e.keyKind.case === 'mapKey' ? e.keyKind.value : undefined,
          e.value,
        ]),
        at,
      )
    case 'comprehensionExpr':
      return walkLoop(exprKind.value, at)
  }
}

/** Values are given as maps, which inherit nothing; still no condition gets as far as asking. */
function refuseSharedNames({ exprKind }: CelExpr): void {
  for (const name of namesIn(exprKind)) {
    if (name && isSharedName(name))
      throw new CelError(sentence`“${name}” cannot be a name in a condition`, name)
  }
}

/** Every name that a part says by itself: a field, an index or key that is written out, a variable. */
function namesIn(part: CelExpr['exprKind']): (string | null | undefined)[] {
  switch (part.case) {
    case 'identExpr':
      return [part.value.name]
    case 'selectExpr':
      return [part.value.field]
    case 'callExpr':
      return part.value.function === '_[_]' ? part.value.args.slice(1).map(writtenText) : []
    case 'structExpr':
      return part.value.entries.map(({ keyKind }) =>
        keyKind.case === 'mapKey' ? writtenText(keyKind.value) : keyKind.value,
      )
    case 'comprehensionExpr':
      return [part.value.iterVar, part.value.iterVar2, part.value.accuVar]
    default:
      return []
  }
}

function walkAll(exprs: readonly (CelExpr | undefined)[], at: Walk): void {
  for (const expr of exprs) if (expr) walk(expr, at)
}

/** `a.b.c`: one name with the path that is written out; anything else is walked into. */
function walkPath(expr: CelExpr, at: Walk): void {
  const path: string[] = []
  let root = expr
  while (root.exprKind.case === 'selectExpr' && root.exprKind.value.operand) {
    refuseSharedNames(root)
    path.unshift(root.exprKind.value.field)
    root = root.exprKind.value.operand
  }
  if (root.exprKind.case !== 'identExpr') return walk(root, at)
  refuseSharedNames(root)
  const { name } = root.exprKind.value
  if (at.names && !at.names.has(name)) throw unknownName(name, at.names)
  at.used.add([name, ...path].join('.'))
}

type Loop = Extract<CelExpr['exprKind'], { case: 'comprehensionExpr' }>['value']

/** The library has no cost limit: three nested loops over a few hundred rows take seconds. */
function walkLoop(loop: Loop, at: Walk): void {
  if (at.isLooping) throw new CelError(sentence`One loop within another is not allowed`)
  const own = [loop.iterVar, loop.iterVar2, loop.accuVar].filter((name) => name !== '')
  const names = at.names && new Set([...at.names, ...own])
  const inside: Walk = { names, isLooping: true, used: new Set() }
  walkAll([loop.iterRange], { ...at, isLooping: true })
  walkAll([loop.accuInit, loop.loopCondition, loop.loopStep, loop.result], inside)
  // a loop's own variables are no input
  for (const path of inside.used) if (!own.includes(path.split('.')[0]!)) at.used.add(path)
}

function unknownName(name: string, known: ReadonlySet<string>): CelError {
  const meant = nearest(name, known)
  const there = [...known].filter((n) => !n.startsWith('@')).join(', ')
  const declared = there === '' ? sentence`declared: nothing` : sentence`declared: ${there}`
  return new CelError(
    meant
      ? sentence`“${name}” is not declared; did you mean “${meant}”? (${declared})`
      : sentence`“${name}” is not declared (${declared})`,
    name,
  )
}

function unknownFunction(name: string): CelError {
  const meant = nearest(
    name,
    [...allowedFunctions].filter((f) => /^\w/.test(f) && !f.includes('_')),
  )
  return new CelError(
    meant
      ? sentence`The function “${name}” is not available; did you mean “${meant}”?`
      : sentence`The function “${name}” is not available`,
    name,
  )
}

function evaluate(run: ReturnType<typeof plan>, bindings: Record<string, unknown>) {
  beginPatterns()
  try {
    const result = run(bound(bindings))
    return isCelError(result) ? { error: result.message } : { value: plain(result) }
  } catch (error) {
    return { error: messageOf(error) }
  }
}

/** The library reads a variable as a property: of an object that inherits none. */
function bound(bindings: Record<string, unknown>): Record<string, CelInput> {
  const variables = Object.create(null) as Record<string, CelInput>
  for (const [name, value] of Object.entries(bindings)) {
    if (value !== undefined) setOwnProperty(variables, name, bindable(value) as CelInput)
  }
  return variables
}

/** JSON as CEL takes it: dates as text, objects as maps, no undefined, no list beyond the limit. */
function bindable(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) {
    if (value.length > celLimits.listLength) {
      throw new CelError(sentence`A list of ${value.length} is longer than ${celLimits.listLength}`)
    }
    return value.map(bindable)
  }
  if (typeof value !== 'object' || value === null) return value
  const known = Object.entries(value).filter(([, field]) => field !== undefined)
  return new Map(known.map(([key, field]) => [key, bindable(field)]))
}

/** A result as JSON. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (isCelUint(value)) return Number(value.value)
  if (isCelList(value)) return [...value].map(plain)
  if (isCelMap(value)) {
    return Object.fromEntries([...value].map(([key, field]) => [String(key), plain(field)]))
  }
  return value
}
