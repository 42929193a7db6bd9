// Where a file reads, writes or asks an object by a name that is only known to be text: what scripts/own-names.ts refuses.
import { SyntaxKind } from 'typescript/unstable/ast'
import type { BinaryExpression, CallExpression, Node, SourceFile } from 'typescript/unstable/ast'
import {
  isAsExpression,
  isBinaryExpression,
  isBindingElement,
  isCallExpression,
  isComputedPropertyName,
  isElementAccessExpression,
  isIdentifier,
  isObjectBindingPattern,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
} from 'typescript/unstable/ast/is'
import { TypeFlags } from 'typescript/unstable/sync'
import type { Checker, Type } from 'typescript/unstable/sync'

export type OpenName = { line: number; text: string }

type Question = { at: Node; asked: Node; isWrong(type: Type): boolean }

export function openNamesIn(source: SourceFile, checker: Checker): OpenName[] {
  const questions: Question[] = []
  const visit = (node: Node): void => {
    questions.push(...questionsAbout(node, checker))
    node.forEachChild(visit)
  }
  visit(source)
  if (questions.length === 0) return []
  // asked together: each question is a call to another process
  const types = checker.getTypeAtLocation(questions.map(({ asked }) => asked))
  return questions.flatMap(({ at, isWrong }, index) => {
    const type = types[index]
    return type && isWrong(type) ? [describe(source, at)] : []
  })
}

function questionsAbout(node: Node, checker: Checker): Question[] {
  const isOpen = (type: Type) => isOpenName(type, checker)
  if (isElementAccessExpression(node)) {
    const { argumentExpression: name, expression } = node
    return [
      { at: node, asked: withoutCast(name), isWrong: isOpen },
      { at: node, asked: expression, isWrong: isHeaders },
    ]
  }
  if (isPropertyAccessExpression(node))
    return [{ at: node, asked: node.expression, isWrong: isHeaders }]
  // const { [name]: value } = …, and the same of what a function is given
  if (isBindingElement(node) && node.propertyName && isComputedPropertyName(node.propertyName))
    return [{ at: node, asked: withoutCast(node.propertyName.expression), isWrong: isOpen }]
  if (isObjectBindingPattern(node)) return [{ at: node, asked: node, isWrong: isHeaders }]
  if (isBinaryExpression(node)) return questionsAboutTwo(node, isOpen)
  if (isCallExpression(node)) return questionsAboutCall(node, isOpen, checker)
  return []
}

function questionsAboutTwo(node: BinaryExpression, isOpen: Question['isWrong']): Question[] {
  const { left, right, operatorToken } = node
  if (operatorToken.kind === SyntaxKind.InKeyword)
    return [{ at: node, asked: withoutCast(left), isWrong: isOpen }]
  if (operatorToken.kind !== SyntaxKind.EqualsToken || !isObjectLiteralExpression(left)) return []
  // ({ [name]: value } = …)
  const names = left.properties.flatMap((property) =>
    isPropertyAssignment(property) && isComputedPropertyName(property.name)
      ? [{ at: node, asked: withoutCast(property.name.expression), isWrong: isOpen }]
      : [],
  )
  return [{ at: node, asked: right, isWrong: isHeaders }, ...names]
}

/** What the language's own functions do with a name, or with all names of an object. */
function questionsAboutCall(
  node: CallExpression,
  isOpen: Question['isWrong'],
  checker: Checker,
): Question[] {
  const [first, second, ...others] = node.arguments
  const called = ownFunctionOf(node.expression)
  if (first === undefined || second === undefined) return []
  if (/^Reflect\.(?:get|set|has)$/.test(called))
    return [{ at: node, asked: withoutCast(second), isWrong: isOpen }]
  // assigned, `__proto__` becomes what the object inherits from; spread, it is a name like any other
  if (called === 'Object.assign') {
    const isWrong = (type: Type) => mayHaveAnyName(type, checker)
    return [second, ...others].map((asked) => ({ at: node, asked, isWrong }))
  }
  return []
}

function ownFunctionOf(node: Node): string {
  if (!isPropertyAccessExpression(node) || !isIdentifier(node.expression)) return ''
  return `${node.expression.text}.${node.name.text}`
}

/** An object of which the compiler does not know all names. */
function mayHaveAnyName(type: Type, checker: Checker): boolean {
  if (type.isUnionType() || type.isIntersectionType())
    return (type.getTypes() ?? []).some((part) => mayHaveAnyName(part, checker))
  const unknown = TypeFlags.Any | TypeFlags.Unknown | TypeFlags.NonPrimitive
  return (type.flags & unknown) !== 0 || checker.getIndexInfosOfType(type).length > 0
}

/** A cast says what the author believes of a name, not what it is. */
function withoutCast(name: Node): Node {
  return isAsExpression(name) ? withoutCast(name.expression) : name
}

/** Any text, or what may be any text; a number, a finite choice of words and a type's keys are not. */
function isOpenName(type: Type, checker: Checker): boolean {
  if (type.isUnionType() || type.isIntersectionType()) {
    return (type.getTypes() ?? []).some((part) => isOpenName(part, checker))
  }
  if (type.isTypeParameter()) {
    const limit = checker.getConstraintOfTypeParameter(type)
    return limit === undefined || isOpenName(limit, checker)
  }
  const open =
    TypeFlags.String |
    TypeFlags.TemplateLiteral |
    TypeFlags.StringMapping |
    TypeFlags.Any |
    TypeFlags.Unknown
  return (type.flags & open) !== 0
}

function isHeaders(type: Type): boolean {
  return type.getSymbol()?.name === 'IncomingHttpHeaders'
}

function describe(source: SourceFile, at: Node): OpenName {
  const start = at.getStart(source)
  const line = source.text.slice(0, start).split('\n').length
  const text = source.text.slice(start, at.end).replaceAll(/\s+/g, ' ').slice(0, 80)
  return { line, text }
}
