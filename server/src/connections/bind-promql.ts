import type { Sentence } from '@firstline/contract/sentence'
import type { SyntaxNode } from '@lezer/common'
import { parser } from '@prometheus-io/lezer-promql'
import { sentence } from '#server/core/sentence.ts'
import { nearest } from '#server/core/spelling.ts'
import { labelKeeping, ofTheMoment, refused } from './promql-functions.ts'

/** PromQL whose every selector is bound to one value of a label, which its answer keeps. */
export type BoundPromql = {
  label: string
  /** What stands between the places where a selector says whose series it selects. */
  parts: readonly string[]
}
type Fault = { reason: Sentence; suggestion: string | null }
/** What a piece of the text is; each vector in it carries the label. */
type Kind = 'vector' | 'range' | 'scalar' | 'text'
type Insertion = { at: number; before: string; isMatcher: boolean; after: string }

const longestPromql = 4_000

/**
 * Binds a query to a label by its structure: each selector is given a matcher, each aggregation and each
 * `on(…)` keeps the label. Whatever could leave that fence, or is not known, is a fault.
 */
export function bindPromql(written: string, label: string): BoundPromql | { faults: Fault[] } {
  const text = withoutComments(written)
  const wrong = unfit(written) ?? unreadable(text)
  if (wrong) return { faults: [wrong] }
  const binding: Binding = { text, label, insertions: [], faults: [] }
  const kind = walk(binding, firstOf(parser.parse(text).topNode))
  if (binding.faults.length === 0 && kind !== 'vector') fault(binding, notShown[kind])
  const { faults, insertions } = binding
  if (faults.length > 0) return { faults }
  return { label, parts: cut(text, insertions) }
}

/**
 * The query for one account.
 * @throws Error for an account without a name, or when not every selector says whose series it selects
 */
export function promqlFor({ label, parts }: BoundPromql, account: string): string {
  // a matcher with nothing selects the series that have no such label
  if (account === '') throw new Error('An account without an id has no metrics')
  const matcher = `${label}=${JSON.stringify(account)}`
  const query = parts.join(matcher)
  if (isBound(query, label, matcher)) return query
  throw new Error('The query is not bound to its account')
}

/** Looked at anew, as it is sent: every selector has the matcher, and no other one on the label. */
function isBound(query: string, label: string, matcher: string): boolean {
  let isSound = true
  parser.parse(query).iterate({
    enter(node) {
      if (node.type.isError) isSound = false
      if (node.name !== 'VectorSelector') return
      const own = matchersOf(node.node).filter((each) => nameOf(query, each) === label)
      isSound &&= own.length === 1 && own.every((each) => textOf(query, each) === matcher)
    },
  })
  return isSound
}

type Binding = { text: string; label: string; insertions: Insertion[]; faults: Fault[] }

const notShown = {
  range: sentence`answers a range, no value: take rate(…) or another function of it`,
  scalar: sentence`answers a number that no customer’s series made`,
  text: sentence`answers a text, no series`,
}

// what a comment or a line is must be the same to whoever reads it
const control = /[^\P{Cc}\n\t]/u

/** Blanks in their place: every piece stays where it was. */
function withoutComments(text: string): string {
  let bare = text
  parser.parse(text).iterate({
    enter({ name, from, to }) {
      if (name === 'LineComment')
        bare = bare.slice(0, from) + ' '.repeat(to - from) + bare.slice(to)
    },
  })
  return bare
}

function unfit(text: string): Fault | null {
  if (text.length > longestPromql) return said(sentence`is longer than ${longestPromql} characters`)
  return control.test(text) ? said(sentence`holds characters that no query has`) : null
}

function unreadable(text: string): Fault | null {
  let at: number | null = null
  parser.parse(text).iterate({
    enter(node) {
      if (node.type.isError) at ??= node.from
      if (node.name === 'StringLiteral' && !isWhole(text.slice(node.from, node.to)))
        at ??= node.from
    },
  })
  if (at === null) return null
  const name = text.slice(0, at).trimEnd().split(/\W/).at(-1)
  if (name && /^[A-Za-z_]/.test(name) && /^\s*\(/.test(text.slice(at))) {
    return said(sentence`there is no function “${name}”`, nearest(name, [...labelKeeping.keys()]))
  }
  const rest = text.slice(at).trim().slice(0, 30)
  return said(rest ? sentence`is not understood from “${rest}” on` : sentence`ends too early`)
}

function said(reason: Sentence, suggestion: string | null = null): Fault {
  return { reason, suggestion }
}

function isWhole(literal: string): boolean {
  return /^(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`)$/.test(literal)
}

function walk(binding: Binding, node: SyntaxNode): Kind {
  switch (node.name) {
    case 'VectorSelector':
      return bindSelector(binding, node)
    case 'AggregateExpr':
      return bindAggregation(binding, node)
    case 'BinaryExpr':
      return bindBinary(binding, node)
    case 'FunctionCall':
      return bindCall(binding, node)
    case 'MatrixSelector':
    case 'SubqueryExpr':
      walk(binding, firstOf(node))
      return 'range'
    case 'ParenExpr':
    case 'OffsetExpr':
    case 'StepInvariantExpr':
      return walk(binding, firstOf(node))
    case 'UnaryExpr':
      return walk(binding, lastOf(node))
    case 'NumberDurationLiteral':
      return 'scalar'
    case 'StringLiteral':
      return 'text'
    default:
      fault(binding, sentence`“${shorten(binding, node)}” is not known here`)
      return 'vector'
  }
}

function bindSelector(binding: Binding, node: SyntaxNode): Kind {
  const { text, label, insertions } = binding
  const matchers = matchersOf(node)
  for (const matcher of matchers) requirePlain(binding, matcher)
  if (matchers.some((matcher) => nameOf(text, matcher) === label)) {
    fault(
      binding,
      sentence`“${label}” says whose series these are: leave it out, each ticket sets it`,
    )
  }
  if (!node.getChild('Identifier') && !matchers.some((matcher) => namesMetric(text, matcher))) {
    fault(binding, sentence`“${shorten(binding, node)}” names no metric`)
  }
  const list = node.getChild('LabelMatchers')
  if (!list) insertions.push({ at: node.to, before: '{', isMatcher: true, after: '}' })
  else {
    const after = matchers.length > 0 ? ',' : ''
    insertions.push({ at: list.from + 1, before: '', isMatcher: true, after })
  }
  return 'vector'
}

/** `{"a.metric"}`, or by the label that every metric has. */
function namesMetric(text: string, matcher: SyntaxNode): boolean {
  if (matcher.name === 'QuotedLabelName') return true
  const means = matcher.getChild('MatchOp')
  return nameOf(text, matcher) === '__name__' && /^=~?$/.test(means ? textOf(text, means) : '')
}

function bindAggregation(binding: Binding, node: SyntaxNode): Kind {
  const { label, insertions } = binding
  const modifier = node.getChild('AggregateModifier')
  if (!modifier) {
    const { to } = childOf(node, 'AggregateOp')
    insertions.push({ at: to, before: ` by (${label}) `, isMatcher: false, after: '' })
  } else if (modifier.getChild('By')) keepLabel(binding, childOf(modifier, 'GroupingLabels'))
  else refuseLabel(binding, modifier.getChild('GroupingLabels'), 'without')
  const given = argumentsOf(node)
  const operation = textOf(binding.text, childOf(node, 'AggregateOp')).toLowerCase()
  if (operation === 'count_values') refuseWritten(binding, operation, given[0])
  for (const each of given) walk(binding, each)
  return 'vector'
}

function bindBinary(binding: Binding, node: SyntaxNode): Kind {
  const kinds = [firstOf(node), lastOf(node)].map((side) => walk(binding, side))
  const clause = node.getChild('MatchingModifierClause')
  const labels = clause?.getChild('GroupingLabels') ?? null
  if (clause?.getChild('On') && labels) keepLabel(binding, labels)
  if (clause?.getChild('Ignoring')) refuseLabel(binding, labels, 'ignoring')
  const unknown = node.getChild('FillModifier')
  if (unknown) fault(binding, sentence`“${shorten(binding, unknown)}” is not known here`)
  return kinds.every((kind) => kind === 'scalar') ? 'scalar' : 'vector'
}

function bindCall(binding: Binding, node: SyntaxNode): Kind {
  const { text } = binding
  const name = textOf(text, childOf(node, 'FunctionIdentifier')).toLowerCase()
  const given = argumentsOf(node)
  const answers = labelKeeping.get(name)
  const why = refused.get(name) ?? (answers ? null : sentence`is not known here`)
  if (why) {
    fault(binding, sentence`${name}() ${why}`)
    return 'vector'
  }
  if (ofTheMoment.has(name) && given.length === 0) {
    fault(binding, sentence`${name}() of nothing makes a series that belongs to no account`)
  }
  if (name === 'label_replace' || name === 'label_join') refuseWritten(binding, name, given[1])
  for (const each of given) walk(binding, each)
  return answers ?? 'vector'
}

/** Of what is grouped by or matched on, the account is always a part. */
function keepLabel(binding: Binding, list: SyntaxNode): void {
  const names = namesIn(binding, list)
  if (names.includes(binding.label)) return
  const before = `${binding.label}${names.length > 0 ? ',' : ''}`
  binding.insertions.push({ at: list.from + 1, before, isMatcher: false, after: '' })
}

function refuseLabel(binding: Binding, list: SyntaxNode | null, word: string): void {
  if (!list || !namesIn(binding, list).includes(binding.label)) return
  fault(
    binding,
    sentence`${word} (${binding.label}) drops the label that says whose series these are`,
  )
}

/** A function that writes a label must name it plainly, and not the one that says whose it is. */
function refuseWritten(binding: Binding, name: string, written: SyntaxNode | undefined): void {
  if (written?.name !== 'StringLiteral') {
    fault(binding, sentence`${name}(): the label that is written must stand there as a text`)
    return
  }
  requirePlain(binding, written)
  if (plain(binding.text, written) !== binding.label) return
  fault(binding, sentence`${name}() writes “${binding.label}”, which says whose series these are`)
}

function namesIn(binding: Binding, list: SyntaxNode): string[] {
  const quoted = list.getChildren('QuotedLabelName')
  for (const each of quoted) requirePlain(binding, each)
  return [...list.getChildren('LabelName'), ...quoted].map((each) => plain(binding.text, each))
}

/** A name could be another one with its escapes read. */
function requirePlain(binding: Binding, node: SyntaxNode): void {
  const name = node.getChild('QuotedLabelName') ?? node
  const isMatcher = node.name === 'UnquotedLabelMatcher'
  if (isMatcher || !textOf(binding.text, name).includes('\\')) return
  fault(binding, sentence`${textOf(binding.text, name)}: a label’s name is written without “\\”`)
}

function matchersOf(selector: SyntaxNode): SyntaxNode[] {
  const list = selector.getChild('LabelMatchers')
  const kinds = ['UnquotedLabelMatcher', 'QuotedLabelMatcher', 'QuotedLabelName']
  return list ? kinds.flatMap((kind) => list.getChildren(kind)) : []
}

function nameOf(text: string, matcher: SyntaxNode): string | null {
  if (matcher.name === 'QuotedLabelName') return null
  const name = matcher.getChild('LabelName') ?? matcher.getChild('QuotedLabelName')
  return name ? plain(text, name) : null
}

function plain(text: string, node: SyntaxNode): string {
  const written = textOf(text, node)
  return /^["'`]/.test(written) ? written.slice(1, -1) : written
}

function argumentsOf(node: SyntaxNode): SyntaxNode[] {
  const given: SyntaxNode[] = []
  const body = node.getChild('FunctionCallBody')
  for (let each = body?.firstChild ?? null; each; each = each.nextSibling) given.push(each)
  return given
}

/** As the grammar has it: a node of that kind is never without. */
function childOf(node: SyntaxNode, name: string): SyntaxNode {
  return present(node.getChild(name))
}

function firstOf(node: SyntaxNode): SyntaxNode {
  return present(node.firstChild)
}

function lastOf(node: SyntaxNode): SyntaxNode {
  return present(node.lastChild)
}

function present(node: SyntaxNode | null): SyntaxNode {
  if (node) return node
  throw new Error('A query is read otherwise than its grammar has it')
}

function cut(text: string, insertions: readonly Insertion[]): string[] {
  const parts = ['']
  let from = 0
  for (const { at, before, isMatcher, after } of insertions.toSorted((a, b) => a.at - b.at)) {
    parts[parts.length - 1] += text.slice(from, at) + before
    if (isMatcher) parts.push(after)
    from = at
  }
  parts[parts.length - 1] += text.slice(from)
  return parts
}

function textOf(text: string, { from, to }: SyntaxNode): string {
  return text.slice(from, to)
}

function shorten({ text }: Binding, node: SyntaxNode): string {
  return textOf(text, node).slice(0, 40)
}

function fault(binding: Binding, reason: Sentence): void {
  binding.faults.push(said(reason))
}
