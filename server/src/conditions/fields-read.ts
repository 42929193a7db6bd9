import { childrenOf, writtenText } from './cel-expr.ts'
import type { CelExpr } from './cel-expr.ts'

/** What a name stands for: the path it was reached by; null where that cannot be written out. */
type Variables = ReadonlyMap<string, readonly string[] | null>

/**
 * Every path a condition reads, however it is written: `exp.status` for `exp["status"]` too, and `recent.state`
 * for what `recent.exists(row, row.state == "sent")` or `recent[0].state` read of each row.
 */
export function fieldsRead(expr: CelExpr): string[] {
  const found = new Set<string>()
  gather(expr, new Map(), found)
  return [...found].toSorted()
}

function gather(expr: CelExpr, variables: Variables, found: Set<string>): void {
  const path = pathOf(expr, variables)
  if (path) {
    found.add(path.join('.'))
    // what a field is of is no field of its own
    gatherAll(keysIn(expr), variables, found)
  } else if (expr.exprKind.case === 'comprehensionExpr') {
    gatherLoop(expr.exprKind.value, variables, found)
  } else {
    gatherAll(childrenOf(expr), variables, found)
  }
}

function gatherAll(exprs: readonly CelExpr[], variables: Variables, found: Set<string>): void {
  for (const expr of exprs) gather(expr, variables, found)
}

type Loop = Extract<CelExpr['exprKind'], { case: 'comprehensionExpr' }>['value']

/** A row is reached by the path of its list; a loop's own result by none. */
function gatherLoop(loop: Loop, variables: Variables, found: Set<string>): void {
  const { iterRange, iterVar, iterVar2, accuVar, accuInit, loopCondition, loopStep, result } = loop
  if (iterRange) gather(iterRange, variables, found)
  const rows = iterRange ? pathOf(iterRange, variables) : null
  const inside = new Map(variables)
  // of two, the first is the place in the list
  inside.set(iterVar, iterVar2 === '' ? rows : null)
  if (iterVar2 !== '') inside.set(iterVar2, rows)
  inside.set(accuVar, null)
  const parts = [accuInit, loopCondition, loopStep, result].filter((part) => part !== undefined)
  gatherAll(parts, inside, found)
}

function pathOf({ exprKind }: CelExpr, variables: Variables): readonly string[] | null {
  switch (exprKind.case) {
    case 'identExpr': {
      const { name } = exprKind.value
      return variables.has(name) ? (variables.get(name) ?? null) : [name]
    }
    case 'selectExpr': {
      const { operand, field } = exprKind.value
      const of = operand ? pathOf(operand, variables) : null
      return of && [...of, field]
    }
    case 'callExpr': {
      if (exprKind.value.function !== '_[_]') return null
      const [list, key] = exprKind.value.args
      const of = list ? pathOf(list, variables) : null
      const name = key ? writtenText(key) : null
      return of && (name === null ? of : [...of, name])
    }
    default:
      return null
  }
}

/** What is computed to reach into a list or an object: `recent[int(exp.place)]`. */
function keysIn({ exprKind }: CelExpr): CelExpr[] {
  if (exprKind.case === 'selectExpr')
    return exprKind.value.operand ? keysIn(exprKind.value.operand) : []
  if (exprKind.case !== 'callExpr') return []
  const [of, key] = exprKind.value.args
  return [...(of ? keysIn(of) : []), ...(key ? [key] : [])]
}
