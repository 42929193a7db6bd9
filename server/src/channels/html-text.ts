import { isText } from 'domhandler'
import { convert } from 'html-to-text'
import type { FormatCallback } from 'html-to-text'
import { parseDocument } from 'htmlparser2'
import { withoutHidden } from './hidden-words.ts'
import type { Shown } from './hidden-words.ts'

const limits = { html: 500_000, depth: 3_000 }

/** HTML as a reader would see it, in plain text: rows of tables are lines, pictures are nothing. */
export function textOfHtml(html: string): string {
  return canBeParsed(html) ? convertHtml(html) : bareWords(html)
}

/** Whether a parser reads it in time and without running out of stack. */
export function canBeParsed(html: string): boolean {
  return html.length <= limits.html && depthOf(html) <= limits.depth
}

function convertHtml(html: string): string {
  return convert(html, {
    wordwrap: false,
    limits: { maxDepth: 50, maxChildNodes: 5_000 },
    formatters: { cell: cellFormat, line: lineFormat },
    selectors: [
      { selector: 'img', format: 'skip' },
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false } },
      { selector: 'table', format: 'block' },
      { selector: 'tr', format: 'line' },
      { selector: 'td', format: 'cell' },
      { selector: 'th', format: 'cell' },
    ],
  })
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
}

const cellFormat: FormatCallback = (element, walk, builder) => {
  walk(element.children, builder)
  builder.addInline(' ')
}

const lineFormat: FormatCallback = (element, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 1 })
  walk(element.children, builder)
  builder.closeBlock({ trailingLineBreaks: 1 })
}

/** Without what is no words and may be megabytes: style sheets, scripts, comments, pasted pictures. */
export function withoutBallast(html: string): string {
  const bare = elements.reduce((left, [begin, end]) => dropBetween(left, begin, end), html)
  return (
    bare
      .replaceAll(/(["'(=]\s*)data:[^"')>]*/gi, '$1')
      // begins no tag: a parser that looks at each of many takes long
      .replaceAll(/<(?![a-z!?/])/gi, '&lt;')
  )
}

const elements = [
  ['<!--', '-->'],
  ['<style', '</style'],
  ['<script', '</script'],
  ['<svg', '</svg'],
] as const

/** What stands in the style sheets of a mail; those in comments are for programs of old. */
export function sheetsOf(html: string): string[] {
  const folded = html.toLowerCase()
  if (!folded.includes('<style') || folded.length !== html.length) return []
  const sheets: string[] = []
  let at = 0
  while (at !== -1) {
    const [style, comment] = [folded.indexOf('<style', at), folded.indexOf('<!--', at)]
    if (style === -1) break
    if (comment !== -1 && comment < style) {
      const end = folded.indexOf('-->', comment)
      if (end === -1) break
      at = end + 3
      continue
    }
    const [open, close] = [html.indexOf('>', style), folded.indexOf('</style', style)]
    if (open === -1 || close < open) break
    const media = /\bmedia\s*=\s*["']?([^"'>]*)/.exec(folded.slice(style, open))?.[1]
    const sheet = html.slice(open + 1, close)
    sheets.push(media ? `@media ${media} {${sheet}}` : sheet)
    at = close
  }
  return sheets
}

/** In one pass; what is not closed stays, for the parser to judge. */
function dropBetween(html: string, begin: string, end: string): string {
  const folded = html.toLowerCase()
  // lower case may have other lengths (İ); then nothing is dropped
  if (folded.length !== html.length) return html
  const kept: string[] = []
  let from = 0
  for (let at = folded.indexOf(begin); at !== -1; at = folded.indexOf(begin, from)) {
    const close = folded.indexOf(end, at + begin.length)
    if (close === -1) break
    kept.push(html.slice(from, at))
    from = end === '-->' ? close + end.length : afterTag(html, close)
  }
  kept.push(html.slice(from))
  return kept.join('')
}

function afterTag(html: string, close: number): number {
  const at = html.indexOf('>', close)
  return at === -1 ? html.length : at + 1
}

/**
 * At most this deep; costs one pass, where parsers take a time that grows with the square. An end
 * without a beginning of its name closes nothing.
 */
function depthOf(html: string): number {
  const open = new Map<string, number>()
  let depth = 0
  let deepest = 0
  for (const [, slash, tag = ''] of html.matchAll(
    /<(\/?)(?!(?:br|hr|img|meta|link|input|col|wbr)\b)([a-z][^\s/>]{0,20})/gi,
  )) {
    const name = tag.toLowerCase()
    const count = open.get(name) ?? 0
    if (slash && count === 0) continue
    const step = slash ? -1 : 1
    open.set(name, count + step)
    depth += step
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

/** As its reader sees it; of what is too long, its beginning. What is not safe to parse stays as it is. */
export function shownOf(html: string, sheets: readonly string[]): Shown {
  const start = html.slice(0, limits.html)
  return canBeParsed(start)
    ? withoutHidden(start, sheets)
    : { html: start, paleWords: 'none', isUnclear: true }
}

/** Of HTML that is not safe to parse: everything between the tags, in lines. */
function bareWords(html: string): string {
  const words = html
    .slice(0, limits.html)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/<\/?(?:p|div|br|hr|tr|li|ul|ol|table|h[1-6]|blockquote|pre)\b[^<>]*>/gi, '\n')
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll('<', '&lt;')
  const { children } = parseDocument(words)
  return children
    .map((child) => (isText(child) ? child.data : ''))
    .join('')
    .split('\n')
    .map((line) => line.replaceAll(/[ \u00a0]+/g, ' ').trim())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
}
