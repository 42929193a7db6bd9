import { present } from '@firstline/contract/present'
import { compilePart } from './cel.ts'
import type { CelProgram } from './cel.ts'
import type { CelExpr } from './cel-expr.ts'

/** A condition as and, or, not over parts that are no logic themselves: `exp.status == 'failed'`. */
export type Logic =
  | { kind: 'part'; part: string }
  | { kind: 'and' | 'or'; of: Logic[] }
  | { kind: 'not'; of: Logic }
  | { kind: 'choice'; of: [Logic, Logic, Logic] }

/** The parts of all conditions, by their text: one that stands in several is one. */
export type Parts = Map<string, CelProgram>

/** Collects the parts of a condition into `parts`. */
export function logicOf(expr: CelExpr, parts: Parts): Logic {
  if (expr.exprKind.case !== 'callExpr') return partOf(expr, parts)
  const { function: name, args } = expr.exprKind.value
  const inner = (arg: CelExpr | undefined) => logicOf(present(arg), parts)
  switch (name) {
    case '_&&_':
      return { kind: 'and', of: args.map(inner) }
    case '_||_':
      return { kind: 'or', of: args.map(inner) }
    case '!_':
      return { kind: 'not', of: inner(args[0]) }
    case '_?_:_':
      return { kind: 'choice', of: [inner(args[0]), inner(args[1]), inner(args[2])] }
    default:
      return partOf(expr, parts)
  }
}

/** The parts of one condition. */
export function partsOf(expr: CelExpr): CelExpr[] {
  const parts: Parts = new Map()
  logicOf(expr, parts)
  return [...parts.values()].map((part) => part.expr)
}

function partOf(expr: CelExpr, parts: Parts): Logic {
  const program = compilePart(expr)
  if (!parts.has(program.text)) parts.set(program.text, program)
  return { kind: 'part', part: program.text }
}

/** What a condition may turn out to be, as bits: an error also stands for a missing value. */
export const truth = { true: 1, false: 2, error: 4, any: 7 } as const

/** CEL's logic over what is known so far: `false && error` is false, `true || error` is true. */
export function truthOf(logic: Logic, known: (part: string) => number): number {
  switch (logic.kind) {
    case 'part':
      return known(logic.part)
    case 'not':
      return negated(truthOf(logic.of, known))
    case 'and':
      return joined(logic.of, known)
    case 'or':
      // by De Morgan, which holds for errors too
      return negated(joined(logic.of, (part) => known(part), negated))
    case 'choice':
      return chosen(logic.of, known)
  }
}

function negated(bits: number): number {
  return (bits & truth.error) | ((bits & truth.true) << 1) | ((bits & truth.false) >> 1)
}

const same = (bits: number) => bits

function joined(of: readonly Logic[], known: (part: string) => number, as = same): number {
  let all = truth.true as number
  let some = 0
  for (const logic of of) {
    const bits = as(truthOf(logic, known))
    if (bits === truth.false) return truth.false
    all &= bits
    some |= bits
  }
  return all | (some & (truth.false | truth.error))
}

function chosen([when, then, otherwise]: [Logic, Logic, Logic], known: (part: string) => number) {
  const bits = truthOf(when, known)
  return (
    (bits & truth.error) |
    (bits & truth.true ? truthOf(then, known) : 0) |
    (bits & truth.false ? truthOf(otherwise, known) : 0)
  )
}
