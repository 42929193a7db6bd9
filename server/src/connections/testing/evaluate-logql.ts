import type { SyntaxNode } from '@lezer/common'
import { parser } from '@grafana/lezer-logql'

/** What a fake says where the real one answers 400. */
export class BadLogql extends Error {}

export type Labels = Readonly<Record<string, string>>
type Entry = { labels: Labels; text: string }
type Stage = (entry: Entry) => Entry | null
type Test = (labels: Labels) => boolean

/**
 * The part of LogQL that the product asks with, by Grafana's own grammar: selectors, line filters, fields of
 * JSON lines, label filters, `line_format ""`.
 * @param isCareless whoever loses what says whose lines are wanted, as a proxy between could
 * @returns an entry as the query shows it; null: not found
 */
export function evaluateLogql(text: string, isCareless = false): Stage {
  const tree = parser.parse(text)
  tree.iterate({
    enter({ type, from }) {
      if (type.isError) throw new BadLogql(`parse error at line 1, col ${from + 1}: syntax error`)
    },
  })
  const stages: Stage[] = []
  tree.iterate({
    enter({ node }) {
      if (node.name === 'Selector') stages.push(onLabels(selectorOf(text, node, isCareless)))
      else if (node.name === 'LineFilter') stages.push(lineFilterOf(text, node))
      else if (node.name === 'JsonExpressionParser') stages.push(extractionOf(text, node))
      else if (node.name === 'LineFormatExpr') stages.push((entry) => ({ ...entry, text: '' }))
      else if (node.name === 'LabelFilter') {
        if (!isCareless) stages.push(onLabels(labelFilterOf(text, node)))
      } else if (!passed.has(node.name)) throw new BadLogql(`the fake knows no ${node.name}`)
      return !['Selector', 'LineFilter', 'LabelFilter', 'JsonExpressionParser'].includes(node.name)
    },
  })
  return (entry) =>
    stages.reduce<Entry | null>((found, stage) => (found ? stage(found) : null), entry)
}

const passed = new Set([
  'LogQL',
  'Expr',
  'LogExpr',
  'PipelineExpr',
  'PipelineStage',
  'Pipe',
  'LineFilters',
  'LineFormat',
  'String',
])

function onLabels(test: Test): Stage {
  return (entry) => (test(entry.labels) ? entry : null)
}

function selectorOf(text: string, node: SyntaxNode, isCareless: boolean): Test {
  const all: SyntaxNode[] = []
  node.cursor().iterate((each) => {
    if (each.name === 'Matcher') all.push(each.node)
  })
  const isPlain = (matcher: SyntaxNode) => /=~?\s*"(?!"|\.\*")/.test(textOf(text, matcher))
  if (!all.some(isPlain)) {
    throw new BadLogql(
      'queries require at least one regexp or equality matcher that does not have an empty-compatible value',
    )
  }
  const tests = all
    .filter((matcher) => !isCareless || !textOf(text, matcher).startsWith('account_id'))
    .map((matcher) => matcherOf(text, matcher))
  return (labels) => tests.every((test) => test(labels))
}

function matcherOf(text: string, node: SyntaxNode): Test {
  const name = textOf(text, node.getChild('Identifier')!)
  const value = stringIn(text, node)
  const means = node.firstChild!.nextSibling!.name
  const said = (labels: Labels) => labels[name] ?? ''
  if (means === 'Eq') return (labels) => said(labels) === value
  if (means === 'Re') return (labels) => patternOf(value, true).test(said(labels))
  throw new BadLogql(`the fake knows no ${means}`)
}

function labelFilterOf(text: string, node: SyntaxNode): Test {
  const matcher = node.getChild('Matcher')
  if (matcher) return matcherOf(text, matcher)
  const [left, right] = node.getChildren('LabelFilter').map((each) => labelFilterOf(text, each))
  if (left && !right) return left
  if (!left || !right) throw new BadLogql('the fake knows no such label filter')
  if (node.getChild('Or')) return (labels) => left(labels) || right(labels)
  return (labels) => left(labels) && right(labels)
}

function lineFilterOf(text: string, node: SyntaxNode): Stage {
  const pattern = patternOf(stringIn(text, node), false)
  if (!textOf(text, node).startsWith('|~')) throw new BadLogql('the fake knows |~ only')
  return (entry) => (pattern.test(entry.text) ? entry : null)
}

/** A value that is no text is written as it stands; what is not there is an empty label. */
function extractionOf(text: string, node: SyntaxNode): Stage {
  const wanted: [string, string[]][] = []
  node.cursor().iterate((each) => {
    if (each.name !== 'LabelExtractionExpression') return
    const name = textOf(text, each.node.getChild('Identifier')!)
    const path = [...stringIn(text, each.node).matchAll(/\["([^"\]]+)"\]/g)]
    wanted.push([name, path.map(([, step = '']) => step)])
  })
  return ({ labels, text: line }) => {
    const object = objectIn(line)
    if (object === null) return { text: line, labels: { ...labels, __error__: 'JSONParserErr' } }
    const found = wanted.map(([name, path]) => [name, writtenAt(object, path)] as const)
    const taken = Object.fromEntries(found.filter(([, value]) => value !== ''))
    return { text: line, labels: { ...labels, ...taken } }
  }
}

function writtenAt(object: unknown, path: readonly string[]): string {
  const value = path.reduce<unknown>(
    (found, step) =>
      typeof found === 'object' && found !== null
        ? (found as Record<string, unknown>)[step]
        : undefined,
    object,
  )
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function objectIn(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

function patternOf(written: string, isWhole: boolean): RegExp {
  const isLoose = written.startsWith('(?i)')
  const body = isLoose ? written.slice(4) : written
  try {
    return new RegExp(isWhole ? `^(?:${body})$` : body, isLoose ? 'i' : '')
  } catch {
    throw new BadLogql('error parsing regexp')
  }
}

function stringIn(text: string, node: SyntaxNode): string {
  return JSON.parse(textOf(text, node.getChild('String')!)) as string
}

function textOf(text: string, { from, to }: SyntaxNode): string {
  return text.slice(from, to)
}
