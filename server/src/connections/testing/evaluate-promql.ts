import type { SyntaxNode } from '@lezer/common'
import { parser } from '@prometheus-io/lezer-promql'
import { minutes } from '#server/core/clock.ts'
import type { KeptSeries } from './metric-samples.ts'

/** What a fake says where the real one answers 400. */
export class BadQuery extends Error {}

type Labels = Readonly<Record<string, string>>
export type Sample = { labels: Labels; value: number }
type Value = number | Sample[]
type At = { text: string; kept: readonly KeptSeries[]; at: number }

const lookback = 5 * minutes

/**
 * The part of PromQL that tests ask for, at a moment: selectors, rate, sum, max, count, arithmetic. It is
 * held to what a real Prometheus says by describePrometheus.
 */
export function evaluatePromql(text: string, kept: readonly KeptSeries[]): (at: number) => Value {
  const tree = parser.parse(text)
  tree.iterate({
    enter({ type, from }) {
      if (type.isError) throw new BadQuery(`parse error: unexpected at ${from}`)
    },
  })
  return (at) => valueOf({ text, kept, at }, tree.topNode.firstChild!)
}

function valueOf(here: At, node: SyntaxNode): Value {
  switch (node.name) {
    case 'NumberDurationLiteral':
      return Number(textOf(here, node))
    case 'ParenExpr':
      return valueOf(here, node.firstChild!)
    case 'VectorSelector':
      return newest(here, node)
    case 'FunctionCall':
      return rate(here, node)
    case 'AggregateExpr':
      return aggregate(here, node)
    case 'BinaryExpr':
      return calculate(here, node)
    default:
      throw new BadQuery(`the fake knows no ${node.name}`)
  }
}

function newest(here: At, node: SyntaxNode): Sample[] {
  return selected(here, node).flatMap(({ labels, samples, always }) => {
    if (always !== undefined) return [{ labels, value: always }]
    const last = samples.findLast(({ at }) => at <= here.at && at > here.at - lookback)
    return last ? [{ labels, value: last.value }] : []
  })
}

function rate(here: At, node: SyntaxNode): Sample[] {
  const name = textOf(here, node.getChild('FunctionIdentifier')!)
  const range = node.getChild('FunctionCallBody')!.getChild('MatrixSelector')
  if (name !== 'rate' || !range) throw new BadQuery(`the fake knows no ${name}`)
  const [, count, unit] = /^(\d+)([smh])$/.exec(textOf(here, range.getChild('DurationExpr')!))!
  const lengthMs = Number(count) * { s: 1_000, m: 60_000, h: 3_600_000 }[unit as 's' | 'm' | 'h']
  return selected(here, range.firstChild!).flatMap(({ labels, samples }) => {
    const inside = samples.filter(({ at }) => at <= here.at && at >= here.at - lengthMs)
    const [first, last] = [inside[0], inside.at(-1)]
    if (!first || !last || first === last) return []
    const value = ((last.value - first.value) * 1_000) / (last.at - first.at)
    return [{ labels: without(labels, '__name__'), value }]
  })
}

const aggregations: Record<string, (values: number[]) => number> = {
  sum: (values) => values.reduce((sum, value) => sum + value, 0),
  max: (values) => Math.max(...values),
  count: (values) => values.length,
}

function aggregate(here: At, node: SyntaxNode): Sample[] {
  const name = textOf(here, node.getChild('AggregateOp')!)
  const given = valueOf(here, node.getChild('FunctionCallBody')!.firstChild!)
  const by = node.getChild('AggregateModifier')?.getChild('GroupingLabels')
  const names = (by?.getChildren('LabelName') ?? []).map((each) => textOf(here, each))
  if (!Object.hasOwn(aggregations, name) || typeof given === 'number') throw new BadQuery(name)
  const groups = Map.groupBy(given, ({ labels }) => JSON.stringify(only(labels, names)))
  return [...groups.values()].map((group) => ({
    labels: only(group[0]!.labels, names),
    value: aggregations[name]!(group.map(({ value }) => value)),
  }))
}

const operations: Record<string, (a: number, b: number) => number> = {
  Add: (a, b) => a + b,
  Sub: (a, b) => a - b,
  Mul: (a, b) => a * b,
  Div: (a, b) => a / b,
}

function calculate(here: At, node: SyntaxNode): Value {
  const [left, right] = [valueOf(here, node.firstChild!), valueOf(here, node.lastChild!)]
  const name = node.firstChild!.nextSibling!.name
  const operate = operations[name]
  if (!operate) throw new BadQuery(`the fake knows no ${name}`)
  const bare = (labels: Labels) => without(labels, '__name__')
  if (typeof left === 'number') {
    if (typeof right === 'number') return operate(left, right)
    return right.map(({ labels, value }) => ({ labels: bare(labels), value: operate(left, value) }))
  }
  if (typeof right === 'number') {
    return left.map(({ labels, value }) => ({ labels: bare(labels), value: operate(value, right) }))
  }
  return left.flatMap(({ labels, value }) => {
    const key = JSON.stringify(bare(labels))
    const other = right.find((each) => JSON.stringify(bare(each.labels)) === key)
    return other ? [{ labels: bare(labels), value: operate(value, other.value) }] : []
  })
}

function selected(here: At, node: SyntaxNode): KeptSeries[] {
  const name = node.getChild('Identifier')
  const list = node.getChild('LabelMatchers')
  const matchers = (list?.getChildren('UnquotedLabelMatcher') ?? []).map((matcher) => ({
    name: textOf(here, matcher.getChild('LabelName')!),
    means: textOf(here, matcher.getChild('MatchOp')!),
    value: JSON.parse(textOf(here, matcher.getChild('StringLiteral')!)) as string,
  }))
  if (name) matchers.push({ name: '__name__', means: '=', value: textOf(here, name) })
  const tests = matchers.map((matcher) => ({ label: matcher.name, fits: testOf(matcher) }))
  return here.kept.filter(({ labels }) =>
    tests.every(({ label, fits }) => fits(labels[label] ?? '')),
  )
}

function testOf({ means, value }: { means: string; value: string }): (said: string) => boolean {
  if (means === '=' || means === '!=') return (said) => (said === value) === (means === '=')
  try {
    const pattern = new RegExp(`^(?:${value})$`)
    return (said) => pattern.test(said) === (means === '=~')
  } catch {
    throw new BadQuery('invalid regular expression')
  }
}

function only(labels: Labels, names: readonly string[]): Labels {
  return Object.fromEntries(
    names.flatMap((name) => (labels[name] === undefined ? [] : [[name, labels[name]]])),
  )
}

function without({ ...labels }: Labels, name: string): Labels {
  return Object.fromEntries(Object.entries(labels).filter(([each]) => each !== name))
}

function textOf({ text }: At, { from, to }: SyntaxNode): string {
  return text.slice(from, to)
}
