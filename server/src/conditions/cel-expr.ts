import type { parse } from '@bufbuild/cel'

/** A condition as it was read. */
export type CelExpr = NonNullable<ReturnType<typeof parse>['expr']>

/** The expressions that one is made of, as they stand. */
export function childrenOf({ exprKind }: CelExpr): CelExpr[] {
  return partsOf(exprKind).filter((part) => part !== undefined)
}

function partsOf(kind: CelExpr['exprKind']): (CelExpr | undefined)[] {
  switch (kind.case) {
    case 'selectExpr':
      return [kind.value.operand]
    case 'callExpr':
      return [kind.value.target, ...kind.value.args]
    case 'listExpr':
      return kind.value.elements
    case 'structExpr':
      return kind.value.entries.flatMap(({ keyKind, value }) => [
        keyKind.case === 'mapKey' ? keyKind.value : undefined,
        value,
      ])
    case 'comprehensionExpr': {
      const { iterRange, accuInit, loopCondition, loopStep, result } = kind.value
      return [iterRange, accuInit, loopCondition, loopStep, result]
    }
    default:
      return []
  }
}

/** The text that is written there; null of anything else. */
export function writtenText({ exprKind }: CelExpr): string | null {
  if (exprKind.case !== 'constExpr') return null
  const { constantKind } = exprKind.value
  return constantKind.case === 'stringValue' ? constantKind.value : null
}
