import { SyntaxKind } from 'typescript/unstable/ast'
import type { Node, SourceFile } from 'typescript/unstable/ast'
import {
  isArrayLiteralExpression,
  isCallExpression,
  isNoSubstitutionTemplateLiteral,
  isPropertyAccessExpression,
  isStringLiteral,
  isTemplateExpression,
} from 'typescript/unstable/ast/is'
import type { Checker } from 'typescript/unstable/sync'

export type Use = { kind: 'read' | 'write' | 'event'; name: string; line: number }

const reading = new Set([
  'selectFrom',
  'innerJoin',
  'leftJoin',
  'rightJoin',
  'fullJoin',
  'crossJoin',
])
const writing = new Set(['insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'replaceInto'])
const looksLikeSql =
  /^\s*(with|select|insert|update|delete|merge|truncate|declare|copy|lock|left join|join|from|where|and|or|exists|union|case|coalesce|array|\()\b/i

/** Which tables a file reads and writes, by Kysely's calls and by the text of its SQL. */
export function usesOfSource(source: SourceFile, checker: Checker): Use[] {
  const uses: Use[] = []
  const visit = (node: Node): void => {
    uses.push(...usesOfCall(node, source, checker), ...usesOfText(node, source))
    node.forEachChild(visit)
  }
  visit(source)
  return uses
}

function usesOfCall(node: Node, source: SourceFile, checker: Checker): Use[] {
  if (!isCallExpression(node) || !isPropertyAccessExpression(node.expression)) return []
  const method = node.expression.name.text
  const isWrite = writing.has(method)
  const [first] = node.arguments
  if (!first || !(isWrite || reading.has(method))) return []
  const line = lineOf(first, source)
  const kind = isWrite ? 'write' : 'read'
  return namesOf(first, checker).map((name) => ({ kind, name, line }))
}

/** As written, or as the type of what stands there says. */
function namesOf(node: Node, checker: Checker): string[] {
  if (isStringLiteral(node)) return [withoutAlias(node.text)]
  if (isArrayLiteralExpression(node)) return node.elements.flatMap((part) => namesOf(part, checker))
  const type = checker.getTypeAtLocation(node)
  const words = type ? checker.typeToString(type) : ''
  return [...words.matchAll(/"([\w.]+)(?: as \w+)?"/g)].map(([, name]) => name!)
}

function withoutAlias(text: string): string {
  return text.split(/\s+as\s+/i)[0]!
}

function usesOfText(node: Node, source: SourceFile): Use[] {
  const text = textOf(node)
  if (text === null || !(isTagged(node) || looksLikeSql.test(text))) return []
  const line = lineOf(node, source)
  return usesOfSql(text).map(({ at, ...use }) => ({
    ...use,
    line: line + text.slice(0, at).split('\n').length - 1,
  }))
}

function isTagged(node: Node): boolean {
  return node.parent?.kind === SyntaxKind.TaggedTemplateExpression
}

/** What is put in stands as `$`, which is no name. */
function textOf(node: Node): string | null {
  if (isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node)) return node.text
  if (!isTemplateExpression(node)) return null
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('$')
}

type Found = Omit<Use, 'line'> & { at: number }

const token = /--[^\n]*|'(?:[^']|'')*'|"?[a-z_][\w.]*"?(?:\."?\w+"?)*|[$(),;]|\S/gi

/** A name after `from`, `join`, `into` and the like is a table's; after a comma the list goes on. */
export function usesOfSql(text: string): Found[] {
  const found: Found[] = []
  let kind: 'read' | 'write' | null = null
  let before = ''
  let isInList = false
  for (const { 0: written, index: at } of text.matchAll(token)) {
    const word = written.toLowerCase()
    if (word.startsWith('--')) continue
    const event = /^'([a-z_]+\.[a-z_]+)'$/.exec(written)?.[1]
    if (event && /\bname\b[^;]{0,60}$/.test(text.slice(0, at))) {
      found.push({ kind: 'event', name: event, at })
    }
    if (kind && word !== 'only' && word !== 'table') {
      const name = written.replaceAll('"', '')
      if (/^[a-z]/i.test(name)) found.push({ kind, name, at })
      isInList = kind === 'read'
      kind = null
    } else if (isInList && word === ',') kind = 'read'
    else if (/^(where|on|set|order|group|limit|\(|\)|;|union|select)$/.test(word)) isInList = false
    kind = kindAfter(word, before) ?? kind
    before = word
  }
  return found
}

function kindAfter(word: string, before: string): 'read' | 'write' | null {
  if (word === 'from') return before === 'delete' ? 'write' : before === 'distinct' ? null : 'read'
  if (word === 'join' || word === 'using') return 'read'
  if (word === 'into' || word === 'truncate') return 'write'
  if (word === 'update') return before === 'for' || before === 'do' ? null : 'write'
  return null
}

function lineOf(node: Node, source: SourceFile): number {
  return source.text.slice(0, node.getStart(source)).split('\n').length
}
