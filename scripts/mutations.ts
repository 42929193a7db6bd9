import { SyntaxKind } from 'typescript/unstable/ast'
import type { Node, SourceFile } from 'typescript/unstable/ast'
import {
  isBinaryExpression,
  isConditionalExpression,
  isIfStatement,
  isNumericLiteral,
  isPrefixUnaryExpression,
  isStringLiteral,
  isTemplateLiteralLikeNode,
  isTypeNode,
} from 'typescript/unstable/ast/is'

/** One small fault: what stands from `start` to `end` is written otherwise. */
export type Mutation = { start: number; end: number; line: number; was: string; is: string }

const operators = new Map([
  ['===', '!=='],
  ['!==', '==='],
  ['<', '<='],
  ['<=', '<'],
  ['>', '>='],
  ['>=', '>'],
  ['&&', '||'],
  ['||', '&&'],
  ['-', '+'],
  ['*', '/'],
])
const sqlOperators = new Map([
  ['=', '<>'],
  ['<>', '='],
  ['<', '<='],
  ['<=', '<'],
  ['>', '>='],
  ['>=', '>'],
])

/** Every small fault of a file: of operators, conditions, booleans, numbers, and of the same in SQL. */
export function mutationsOf(source: SourceFile): Mutation[] {
  const found: Mutation[] = []
  const add = (start: number, end: number, is: string) => {
    const line = source.text.slice(0, start).split('\n').length
    found.push({ start, end, line, was: source.text.slice(start, end), is })
  }
  const visit = (node: Node): void => {
    if (isTypeNode(node)) return
    mutate(node, source, add)
    node.forEachChild(visit)
  }
  visit(source)
  return found
}

type Add = (start: number, end: number, is: string) => void

function mutate(node: Node, source: SourceFile, add: Add): void {
  const start = node.getStart(source)
  const written = source.text.slice(start, node.end)
  if (isBinaryExpression(node)) {
    const at = node.operatorToken.getStart(source)
    const other = operators.get(source.text.slice(at, node.operatorToken.end))
    if (other) add(at, node.operatorToken.end, other)
  } else if (isIfStatement(node)) {
    add(node.expression.getStart(source), node.expression.end, 'false')
  } else if (isConditionalExpression(node)) {
    add(node.condition.getStart(source), node.condition.end, 'true')
    add(node.condition.getStart(source), node.condition.end, 'false')
  } else if (isPrefixUnaryExpression(node) && written.startsWith('!')) {
    add(start, node.end, written.slice(1))
  } else if (isNumericLiteral(node)) {
    add(start, node.end, `(${written} + 1)`)
  } else if (node.kind === SyntaxKind.TrueKeyword) add(start, node.end, 'false')
  else if (node.kind === SyntaxKind.FalseKeyword) add(start, node.end, 'true')
  else if (isStringLiteral(node) && node.parent.kind === SyntaxKind.CallExpression) {
    const other = sqlOperators.get(node.text) // where('at', '<', …)
    if (other) add(start, node.end, `'${other}'`)
  } else if (isTemplateLiteralLikeNode(node)) {
    for (const { 0: found, index, groups } of written.matchAll(/ (?<sign><=|>=|<>|<|>|=) /g)) {
      const other = sqlOperators.get(groups?.['sign'] ?? '')
      if (other) add(start + index, start + index + found.length, ` ${other} `)
    }
  }
}
