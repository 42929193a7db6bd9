import { AttributeAction, SelectorType, parse as parseSelector } from 'css-what'
import type { Selector } from 'css-what'
import type { Element } from 'domhandler'
import { parse } from 'postcss'
import { readColour } from './colours.ts'
import { matcherOf } from './match-selector.ts'
import type { Budget } from './match-selector.ts'
import type { AtRule, ChildNode, Declaration, Rule } from 'postcss'

/** What is declared of one element, by property, in lower case. */
export type Declared = ReadonlyMap<string, string>

export type Styles = {
  of(element: Element): Declared
  /** They could not all be read: what they hide is not known. */
  isUnclear(): boolean
}

/** A declaration, and what it wins against: `!important`, then where it stands, how exact it is, and when. */
type Ranked = { property: string; value: string; rank: number }
type Sheet = { rules: RankedRule[]; isUnclear: boolean }
type RankedRule = { key: string; matches(element: Element): boolean; declared: Ranked[] }

/** Of one mail, however many style sheets it has. */
const limits = { characters: 200_000, rules: 2_000, tests: 200_000, style: 5_000 }

/** The style sheets of a mail as a mail program on a wide screen applies them. */
export function readStyles(sheets: readonly string[]): Styles {
  const text = sheets.join('\n')
  const budget = { left: limits.tests }
  const { rules, isUnclear } = text.trim() === '' ? nothing : readSheet(text, budget)
  const byKey = Map.groupBy(rules, ({ key }) => key)
  return {
    isUnclear: () => isUnclear || budget.left < 0,
    of(element) {
      const keys = budget.left < 0 ? [] : keysOf(element)
      const found = keys.flatMap((key) => byKey.get(key) ?? [])
      const matching = found.filter(({ matches }) => matches(element))
      return strongest([...matching.flatMap(({ declared }) => declared), ...inlineOf(element)])
    },
  }
}

const nothing: Sheet = { rules: [], isUnclear: false }

function readSheet(text: string, budget: Budget): Sheet {
  if (text.length > limits.characters) return { rules: [], isUnclear: true }
  try {
    const found = rulesIn(parse(unwrapped(text)).nodes)
    if (found.length > limits.rules) return { rules: [], isUnclear: true }
    const read = found.map((rule, index) => ranked(rule, index, budget))
    const rules = read.flatMap((each) => each ?? [])
    if (rules.length > limits.rules) return { rules: [], isUnclear: true }
    return { rules, isUnclear: read.includes(null) || found.some(hasRulesInside) }
  } catch {
    return { rules: [], isUnclear: true }
  }
}

/** Old programs put a style sheet into a comment. */
function unwrapped(text: string): string {
  return text.replaceAll('<!--', '').replaceAll('-->', '')
}

function rulesIn(nodes: readonly ChildNode[]): Rule[] {
  return nodes.flatMap((node) => {
    if (node.type === 'rule') return [node]
    return node.type === 'atrule' && node.nodes && applies(node) ? rulesIn(node.nodes) : []
  })
}

const hasRulesInside = ({ nodes }: Rule) => nodes.some(({ type }) => type === 'rule')

/** On a screen of a desk, in light colours. */
function applies({ name, params }: AtRule): boolean {
  if (/^(?:supports|layer)$/i.test(name)) return true
  return /^media$/i.test(name) && params.split(',').some(isOurScreen)
}

const screenWidth = 1_000

function isOurScreen(query: string): boolean {
  const rest = query
    .toLowerCase()
    .replaceAll(/^\s*(?:only\s+)?(?:screen|all)\b|\band\b/g, ' ')
    .replaceAll(/\((min|max)-width:\s*([\d.]+)(px|em|rem)?\s*\)/g, (whole, side, size, unit) => {
      const pixels = Number(size) * (unit === 'px' || unit === undefined ? 1 : 16)
      const isWithin = side === 'min' ? screenWidth >= pixels : screenWidth <= pixels
      return isWithin ? ' ' : whole
    })
    .replaceAll(/\(prefers-color-scheme:\s*light\s*\)/g, ' ')
  return rest.trim() === ''
}

/** @returns null where it hides something that cannot be found by its selector */
function ranked(rule: Rule, order: number, budget: Budget): RankedRule[] | null {
  const declarations = rule.nodes.filter((node) => node.type === 'decl')
  const seen = declarations.filter(({ prop }) => matters.test(unescaped(prop)))
  if (seen.length === 0) return []
  try {
    return parseSelector(rule.selector).flatMap((selector) => {
      if (selector.some(isOfAnotherMoment)) return []
      if (selector.some(isCostly)) throw new Error('Its cost grows with the mail')
      const rank = weightOf(selector) * 10_000 + order
      return [
        {
          key: keyOf(selector),
          matches: matcherOf(selector, budget),
          declared: seen.flatMap((declaration) => rankedOf(declaration, rank)),
        },
      ]
    })
  } catch {
    return seen.some((said) => hides.test(`${plainly(said).property}:${plainly(said).value}`))
      ? null
      : []
  }
}

const hides =
  /^(?:display: ?none|visibility: ?(?:hidden|collapse)|opacity: ?0?\.?0|font(?:-size)?: ?[01](?!\d)|text-indent: ?-|clip|transform|(?:max-)?(?:height|width): ?[01](?!\d)|(?:left|top): ?-)/i

/** What can hide words, or show them where something else hides them. */
const matters =
  /^(?:display|visibility|opacity|filter|font|font-size|color|-webkit-text-fill-color|background|background-color|background-image|overflow|overflow-[xy]|(?:max-)?(?:height|width)|position|left|top|right|bottom|text-indent|margin-left|transform|clip|clip-path|content-visibility)$/i

/** Of a pointer above it, of a link that was followed, of a letter made by the style sheet. */
function isOfAnotherMoment(part: Selector): boolean {
  if (part.type === SelectorType.PseudoElement) return true
  return (
    part.type === SelectorType.Pseudo &&
    /^(?:hover|active|focus|focus-.*|visited|link|any-link|target|checked|-.*)$/.test(part.name)
  )
}

/** The time these take grows with the square of what is in the mail. */
function isCostly(part: Selector): boolean {
  if (part.type === SelectorType.Sibling || part.type === SelectorType.Adjacent) return true
  return (
    part.type === SelectorType.Pseudo &&
    !/^(?:root|first-child|last-child|only-child|empty)$/.test(part.name)
  )
}

/** By property; an important one is above all, one at the element itself above those of style sheets. */
const [atElement, important] = [1e12, 1e13]

function rankedOf(declaration: Declaration, rank: number): Ranked[] {
  const { property, value } = plainly(declaration)
  if (!isKnown(property, value)) return []
  return [{ property, value, rank: declaration.important ? rank + important : rank }]
}

type Said = Pick<Declaration, 'prop' | 'value'>

/** Short forms by the one name that is asked for. */
function plainly({ prop, value }: Said): { property: string; value: string } {
  const [name, said] = [unescaped(prop).toLowerCase(), tightened(unescaped(value))]
  if (name === 'background') return { property: 'background-color', value: said }
  if (name === 'font') return { property: 'font-size', value: sizeInFont.exec(said)?.[1] ?? '' }
  return { property: name.startsWith('overflow-') ? 'overflow' : name, value: said }
}

/** Letters may be written by their number, and words with comments between. */
function unescaped(text: string): string {
  return withoutComments(text).replaceAll(
    /\\(?:([0-9a-f]{1,6})\s?|(.))/gi,
    (_whole, code?: string, sign = '') =>
      code === undefined ? sign : String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0xffff)),
  )
}

const withoutComments = (text: string) => text.replaceAll(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, '')

/** With one space where there is any, and none beside a bracket or a comma. */
function tightened(value: string): string {
  return value
    .toLowerCase()
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([(),/]) ?/g, '$1')
}

const sizeInFont = /(?:^| )([\d.]+(?:px|pt|em|rem|%)?)[/ ]/

/** What no program understands is not declared: the one before it stays. */
function isKnown(property: string, value: string): boolean {
  if (property === 'color') return isColour(value)
  const known = values.get(property)
  return known === undefined ? value !== '' : known.test(value) || everywhere.test(value)
}

const isColour = (value: string) =>
  readColour(value) !== 'unknown' ||
  value === 'currentcolor' ||
  /^[a-z-]+\(/.test(value) ||
  everywhere.test(value)

const everywhere = /^(?:inherit|initial|unset|revert|var\(.*|calc\(.*)$/
const values = new Map([
  [
    'display',
    /^(?:none|block|inline|inline-block|inline-table|list-item|contents|flow-root|(?:inline-)?(?:flex|grid)|table|table-(?:row|cell|caption|column|row-group|header-group|footer-group|column-group)|-webkit-(?:inline-)?(?:box|flex))$/,
  ],
  ['visibility', /^(?:visible|hidden|collapse)$/],
  ['opacity', /^[\d.]+%?$/],
  [
    'font-size',
    /^(?:[+\d.]+(?:px|pt|pc|em|rem|ex|ch|vw|vh|cm|mm|in|%)?|(?:xx?-)?(?:small|large)|medium|smaller|larger)$/,
  ],
  ['overflow', /^(?:visible|hidden|clip|scroll|auto)(?: (?:visible|hidden|clip|scroll|auto))?$/],
  ['position', /^(?:static|relative|absolute|fixed|sticky)$/],
])

function weightOf(selector: readonly Selector[]): number {
  return selector.reduce((sum, part) => sum + weightOfPart(part), 0)
}

function weightOfPart(part: Selector): number {
  if (part.type === SelectorType.Attribute) return isId(part) ? 10_000 : 100
  if (part.type === SelectorType.Pseudo) return 100
  return part.type === SelectorType.Tag ? 1 : 0
}

function isId(part: Selector): boolean {
  return (
    part.type === SelectorType.Attribute &&
    part.name === 'id' &&
    part.action === AttributeAction.Equals
  )
}

/** What an element must have that a selector ends with, as far as one word says it. */
function keyOf(selector: readonly Selector[]): string {
  const start = selector.findLastIndex(
    ({ type }) => type === SelectorType.Descendant || type === SelectorType.Child,
  )
  for (const part of selector.slice(start + 1)) {
    if (part.type === SelectorType.Tag) return `tag ${part.name.toLowerCase()}`
    if (part.type !== SelectorType.Attribute) continue
    if (part.name === 'class' && part.action === AttributeAction.Element)
      return `class ${part.value}`
  }
  return 'any'
}

function keysOf({ name, attribs }: Element): string[] {
  const classes = (attribs.class ?? '').split(/\s+/).filter(Boolean)
  return ['any', `tag ${name}`, ...new Set(classes.map((each) => `class ${each}`))]
}

function inlineOf({ attribs }: Element): Ranked[] {
  const { style, bgcolor, background, color, text, hidden } = attribs
  const given: [string, string | undefined][] = [
    ['background-color', bgcolor],
    ['background-image', background && 'url()'],
    ['color', color ?? text],
    ['display', hidden === undefined ? undefined : 'none'],
  ]
  const attributes = given.flatMap(([property, value]) =>
    value === undefined ? [] : [{ property, value: value.toLowerCase(), rank: -1 }],
  )
  return [...attributes, ...(style ? declarationsIn(style) : [])]
}

function declarationsIn(style: string): Ranked[] {
  return withoutComments(style.slice(0, limits.style))
    .split(';')
    .flatMap((each) => {
      const [prop = '', ...rest] = each.split(':')
      const [given = '', mark] = rest.join(':').split('!')
      if (rest.length === 0 || !matters.test(unescaped(prop).trim())) return []
      const { property, value } = plainly({ prop: prop.trim(), value: given })
      if (!isKnown(property, value)) return []
      return [{ property, value, rank: mark === undefined ? atElement : atElement + important }]
    })
}

function strongest(all: readonly Ranked[]): Declared {
  const best = new Map<string, Ranked>()
  for (const each of all) {
    if (each.rank >= (best.get(each.property)?.rank ?? -Infinity)) best.set(each.property, each)
  }
  return new Map([...best].map(([property, { value }]) => [property, value]))
}
