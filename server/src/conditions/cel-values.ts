import { present } from '@firstline/contract/present'
import { childrenOf } from './cel-expr.ts'
import type { CelExpr } from './cel-expr.ts'

/** What conditions compare a path with, and how: from it follow the values that tell them apart. */
export type Compared = {
  texts: Set<string>
  numbers: Set<number>
  lists: unknown[][]
  isBoolean: boolean
  /** Compared with null, or asked for by `has`. */
  mayBeNull: boolean
  mayBeAbsent: boolean
}

/** What is known of a path beside the conditions. */
export type KnownValues = {
  /** All it can be: nothing else is tried. */
  only?: readonly unknown[]
  /** Some it has been, as in fixtures. */
  seen?: readonly unknown[]
}

/** A text no condition names, for all the others. */
export const anythingElse = 'anything else'

/** Values of a path such that any other behaves like one of them; none when that cannot be told. */
export function valuesToTry(compared: Compared, { only, seen = [] }: KnownValues): unknown[] {
  const missing = [
    ...(compared.mayBeNull ? [null] : []),
    ...(compared.mayBeAbsent ? [undefined] : []),
  ]
  if (only) return distinct([...only, ...missing])
  const seenOf = (type: string) => seen.filter((value) => typeof value === type)
  const texts = [...compared.texts, ...seenOf('string')]
  const lists = [...compared.lists, ...seen.filter(Array.isArray)]
  return distinct([
    ...(compared.isBoolean || seenOf('boolean').length > 0 ? [false, true] : []),
    ...(texts.length > 0 ? [...texts, anythingElse] : []),
    ...(compared.numbers.size > 0 ? around(compared.numbers) : seenOf('number')),
    ...(lists.length > 0 ? [...lists, []] : []),
    ...missing,
  ])
}

/** Each threshold, and one value below, between and above; between two neighbouring integers is none. */
function around(thresholds: ReadonlySet<number>): number[] {
  const sorted = [...thresholds].toSorted((a, b) => a - b)
  const between = sorted.slice(1).flatMap((high, index) => {
    const low = present(sorted[index])
    const middle =
      Number.isInteger(low) && Number.isInteger(high)
        ? Math.floor((low + high) / 2)
        : (low + high) / 2
    return middle > low ? [middle] : []
  })
  return [...sorted, ...between, present(sorted[0]) - 1, present(sorted.at(-1)) + 1]
}

function distinct(values: readonly unknown[]): unknown[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()]
}

/** What the parts of conditions compare, by path. */
export function comparedIn(parts: Iterable<CelExpr>): Map<string, Compared> {
  const compared = new Map<string, Compared>()
  const comparedAt = (path: string) => {
    const there = compared.get(path) ?? nothingCompared()
    compared.set(path, there)
    return there
  }
  for (const part of parts) noteCompared(part, comparedAt)
  return compared
}

export function nothingCompared(): Compared {
  return {
    texts: new Set(),
    numbers: new Set(),
    lists: [],
    isBoolean: false,
    mayBeNull: false,
    mayBeAbsent: false,
  }
}

/** Notes what one part of a condition compares; `pathOf` reads a path as it is written. */
function noteCompared(expr: CelExpr, comparedAt: (path: string) => Compared): void {
  const path = pathOf(expr)
  const { exprKind } = expr
  if (path !== null) {
    const compared = comparedAt(path)
    if (exprKind.case === 'selectExpr' && exprKind.value.testOnly) compared.mayBeAbsent = true
    else compared.isBoolean = true
  }
  if (exprKind.case === 'callExpr') noteCall(exprKind.value, comparedAt)
}

export function hasLoop(expr: CelExpr): boolean {
  return expr.exprKind.case === 'comprehensionExpr' || childrenOf(expr).some(hasLoop)
}

type Call = Extract<CelExpr['exprKind'], { case: 'callExpr' }>['value']

function noteCall({ function: name, target, args }: Call, at: (path: string) => Compared): void {
  const [left, right] = target ? [target, ...args] : args
  if (!left || !right) return
  if (name === '@in') return noteMembership(left, right, at)
  noteComparison(left, right, at)
  noteComparison(right, left, at)
}

function noteComparison(read: CelExpr, given: CelExpr, at: (path: string) => Compared): void {
  const length = lengthOf(read)
  const value = constantOf(given)
  if (length !== null && typeof value === 'number') {
    const lengths = around(new Set([value])).filter((count) => count >= 0 && count <= 200)
    at(length).lists.push(...lengths.map((count) => Array<null>(count).fill(null)))
  }
  const path = pathOf(read)
  if (path === null) return
  // two paths compared: what one is compared with elsewhere says nothing of the other
  if (value !== undefined) note(at(path), value)
}

function noteMembership(left: CelExpr, right: CelExpr, at: (path: string) => Compared): void {
  const path = pathOf(left)
  const list = right.exprKind.case === 'listExpr' ? right.exprKind.value.elements : []
  if (path !== null) for (const element of list) note(at(path), constantOf(element))
  const within = pathOf(right)
  const value = constantOf(left)
  if (within !== null && value !== undefined) at(within).lists.push([value])
}

function note(compared: Compared, value: unknown): void {
  if (typeof value === 'string') compared.texts.add(value)
  if (typeof value === 'number') compared.numbers.add(value)
  if (typeof value === 'boolean') compared.isBoolean = true
  if (value === null) compared.mayBeNull = true
}

/** `size(items)` and `items.size()` → items */
function lengthOf({ exprKind }: CelExpr): string | null {
  if (exprKind.case !== 'callExpr' || exprKind.value.function !== 'size') return null
  const list = exprKind.value.target ?? exprKind.value.args[0]
  return list ? pathOf(list) : null
}

/** `exp.status`; null where a path is computed. */
function pathOf({ exprKind }: CelExpr): string | null {
  if (exprKind.case === 'identExpr') return exprKind.value.name
  if (exprKind.case !== 'selectExpr' || !exprKind.value.operand) return null
  const before = pathOf(exprKind.value.operand)
  return before === null ? null : `${before}.${exprKind.value.field}`
}

/** The value of a literal as JSON; undefined for anything that is none. */
function constantOf({ exprKind }: CelExpr): unknown {
  if (exprKind.case !== 'constExpr') return undefined
  const { constantKind } = exprKind.value
  switch (constantKind.case) {
    case 'int64Value':
    case 'uint64Value':
      return Number(constantKind.value)
    case 'nullValue':
      return null
    case 'stringValue':
    case 'doubleValue':
    case 'boolValue':
      return constantKind.value
    default:
      return undefined
  }
}
