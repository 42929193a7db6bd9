import { hasChildren, isTag, isText } from 'domhandler'
import type { AnyNode, Element, ParentNode } from 'domhandler'
import { parseDocument } from 'htmlparser2'
import { hasColourOf, readColour } from './colours.ts'
import type { Colour } from './colours.ts'
import { readStyles } from './read-styles.ts'
import type { Declared, Styles } from './read-styles.ts'

export type Shown = {
  html: string
  /** Words that only their colour hides: a program of the sender may have made them so by mistake. */
  paleWords: 'none' | 'cut' | 'kept'
  /** What its style sheets hide is not known. */
  isUnclear: boolean
}

/** How text looks at a place, as what is around it says. */
type Look = {
  colour: Colour
  background: Colour
  /** In pixels. */
  size: number
  isInvisible: boolean
}

type Cut = { from: number; to: number; isPale: boolean }

/**
 * The HTML of a mail without the words that its reader does not see: not displayed, of no size, transparent,
 * beside the page, or as pale as the page. All else stays as it is, letter by letter.
 * @param html that can be parsed
 */
export function withoutHidden(html: string, sheets: readonly string[]): Shown {
  const styles = readStyles(sheets)
  const document = parseDocument(html, { withStartIndices: true, withEndIndices: true })
  const { cuts, hasWords } = lookThrough(document, styles)
  const isUnclear = styles.isUnclear()
  const unpaled = cuts.filter(({ isPale }) => !isPale)
  if (unpaled.length === cuts.length)
    return { html: cutOut(html, cuts), paleWords: 'none', isUnclear }
  // a mail that has no other words is more likely one of a dark screen than one that says nothing
  return hasWords
    ? { html: cutOut(html, cuts), paleWords: 'cut', isUnclear }
    : { html: cutOut(html, unpaled), paleWords: 'kept', isUnclear }
}

function cutOut(html: string, cuts: readonly Cut[]): string {
  const kept: string[] = []
  let at = 0
  for (const { from, to } of cuts.toSorted((one, other) => one.from - other.from)) {
    if (to <= at) continue
    kept.push(html.slice(at, Math.max(at, from)))
    at = to
  }
  return [...kept, html.slice(at)].join('')
}

const page: Look = {
  colour: { red: 0, green: 0, blue: 0 },
  background: { red: 255, green: 255, blue: 255 },
  size: 16,
  isInvisible: false,
}

/** Step by step, as the elements of a mail may stand in each other by the thousand. */
function lookThrough(document: ParentNode, styles: Styles): { cuts: Cut[]; hasWords: boolean } {
  const cuts: Cut[] = []
  let hasWords = false
  const left: { node: AnyNode; look: Look }[] = [{ node: document, look: page }]
  for (let place = left.pop(); place !== undefined; place = left.pop()) {
    const { node, look } = place
    if (isText(node)) {
      const isPale = hasColourOf(look.colour, look.background)
      if (isUnseen(look)) cuts.push(cutOf(node, false))
      else if (!letters.test(node.data)) continue
      else if (isPale) cuts.push(cutOf(node, true))
      else hasWords = true
    }
    if (!hasChildren(node) || (isTag(node) && isNoText.test(node.name))) continue
    const inner = isTag(node) ? within(node, look, styles) : look
    if (inner === null) cuts.push(cutOf(node, false))
    else left.push(...node.children.map((child) => ({ node: child, look: inner })))
  }
  return { cuts, hasWords }
}

const letters = /[\p{L}\p{N}]/u
const isNoText = /^(?:title|style|script)$/

function cutOf({ startIndex, endIndex }: AnyNode, isPale: boolean): Cut {
  return { from: startIndex ?? 0, to: (endIndex ?? -1) + 1, isPale }
}

function isUnseen({ isInvisible, size }: Look): boolean {
  return isInvisible || size < smallest
}

/** Nobody reads letters that are smaller, in pixels. */
const smallest = 2.5

/** @returns how what is in the element looks; null where nothing of it is seen */
function within(element: Element, around: Look, styles: Styles): Look | null {
  const declared = styles.of(element)
  if (isGone(element, declared, around)) return null
  const visibility = declared.get('visibility')
  const size = sizeOf(declared.get('font-size'), around.size)
  const background = backgroundOf(declared, around.background)
  return {
    background,
    size,
    colour: colourOf(declared, isLink(element) ? linkColour : around.colour, background),
    isInvisible:
      visibility === undefined || visibility === 'inherit'
        ? around.isInvisible
        : /^(?:hidden|collapse)$/.test(visibility),
  }
}

const linkColour: Colour = { red: 0, green: 0, blue: 238 }
const isLink = ({ name, attribs }: Element) => name === 'a' && attribs.href !== undefined

/** Nothing in it can show itself. */
function isGone({ name, attribs }: Element, declared: Declared, { size }: Look): boolean {
  if (name === 'template' || (name === 'dialog' && attribs.open === undefined)) return true
  const is = (property: string, value: RegExp) => value.test(declared.get(property) ?? '')
  const isFarAway = (property: string) => (lengthOf(declared.get(property), size) ?? 0) <= farthest
  const isNothing = (property: string) => (lengthOf(declared.get(property), size) ?? 9) <= 1
  return (
    is('display', /^none$/) ||
    is('content-visibility', /^hidden$/) ||
    shareOf(declared.get('opacity')) < palest ||
    shareOf(/opacity\(([^)]*)\)/.exec(declared.get('filter') ?? '')?.[1]) < palest ||
    is('clip-path', /^(?:inset\((?:[5-9]\d|100)%|circle\(0)/) ||
    is('transform', /scale[xy]?\(0?\.?0*[,)]|translate[xy]?\([^)]*-\d{3,}/) ||
    ['text-indent', 'margin-left'].some(isFarAway) ||
    (is('position', /^(?:absolute|fixed)$/) &&
      (['left', 'top', 'right', 'bottom'].some(isFarAway) ||
        is('clip', /^rect\((?:[01](?:px)?[, ]?){4}\)$/))) ||
    (is('overflow', /hidden|clip/) && sides.some(isNothing))
  )
}

/** In pixels. */
const farthest = -400
/** Of what is not transparent. */
const palest = 0.05
const sides = ['height', 'max-height', 'width', 'max-width']

function shareOf(said: string | undefined): number {
  const share = Number.parseFloat(said ?? '')
  if (Number.isNaN(share)) return 1
  return said?.trim().endsWith('%') ? share / 100 : share
}

function sizeOf(said: string | undefined, around: number): number {
  const share = /^([\d.]+)%$/.exec(said ?? '')?.[1]
  return share ? Number(share) * around * 0.01 : (lengthOf(said, around) ?? around)
}

/** In pixels, of letters of this size; null where it is none, or depends on what is around. */
function lengthOf(said: string | undefined, size: number): number | null {
  const [, number, unit = 'px'] = lengthForm.exec(said ?? '') ?? []
  if (number === undefined) return null
  return Number(number) * (pixelsOf.get(unit) ?? (/^(?:ex|ch)$/.test(unit) ? size / 2 : size))
}

const lengthForm = /^([+-]?[\d.]+)(px|pt|pc|em|rem|ex|ch|vw|vh|cm|mm|in)?$/

/** Of the units that are the same wherever they stand, on a screen of usual size. */
const pixelsOf = new Map([
  ['px', 1],
  ['pt', 4 / 3],
  ['pc', 16],
  ['rem', 16],
  ['vw', 10],
  ['vh', 8],
  ['cm', 38],
  ['mm', 3.8],
  ['in', 96],
])

function colourOf(declared: Declared, around: Colour, background: Colour): Colour {
  const said = declared.get('-webkit-text-fill-color') ?? declared.get('color')
  if (said === undefined || said === 'inherit' || said === 'unset' || said === 'currentcolor')
    return around
  return readColour(said) === 'clear' ? background : readColour(said)
}

const colourForm = /#?\b[\da-f]{3,8}\b|(?:rgb|hsl)a?\([^()]*\)|[a-z]+/g

/** A picture, or what is not understood, has any colour: nothing is hidden before it. */
function backgroundOf(declared: Declared, around: Colour): Colour {
  if (/url\(|gradient\(/.test(declared.get('background-image') ?? '')) return 'unknown'
  const said = declared.get('background-color')
  if (said === undefined) return around
  if (/url\(|gradient\(/.test(said)) return 'unknown'
  const named = (said.match(colourForm) ?? []).map(readColour)
  const [colour] = named.filter((each) => each !== 'unknown' && each !== 'clear')
  if (colour) return colour
  return /^(?:none|0|transparent|inherit|initial|unset|)$/.test(said) || named.includes('clear')
    ? around
    : 'unknown'
}
