import { isCollection, parseDocument } from 'yaml'
import type { Document } from 'yaml'

/** A runbook's text being changed: what is not touched keeps its form and its comments. */
export type RunbookText = { head: Document; body: string; isPadded: boolean }

export function openRunbook(source: string): RunbookText {
  const match = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(source)
  if (!match || match.index !== 0) throw new Error('The runbook has no head')
  const head = match[1]!
  const body = source.slice(match[0].length)
  return { head: parseDocument(head), body, isPadded: /\[ | \]/.test(head) }
}

/** The library writes `[ a, b ]`; who wrote `[a, b]` finds it so, and a comparison shows the change only. */
export function writeRunbook({ head, body, isPadded }: RunbookText): string {
  const written = head.toString({ lineWidth: 0 })
  const kept = isPadded ? written : written.replaceAll('[ ', '[').replaceAll(' ]', ']')
  return `---\n${kept}---\n${body.trimEnd()}\n`
}

/** Sets a value, on one line unless told. */
export function setHead(
  { head }: RunbookText,
  path: readonly (string | number)[],
  value: unknown,
): void {
  head.setIn(path, nodeOf(head, value))
}

export function removeFromHead({ head }: RunbookText, path: readonly string[]): void {
  head.deleteIn(path)
}

export function addToHead({ head }: RunbookText, list: string, value: unknown): void {
  if (head.hasIn([list])) head.addIn([list], nodeOf(head, value))
  else head.setIn([list], head.createNode([nodeOf(head, value)]))
}

function nodeOf(head: Document, value: unknown) {
  const node = head.createNode(value)
  if (isCollection(node)) node.flow = true
  return node
}

type Section = { name: string; explanation: string; say: string | null }

export function appendSection(text: RunbookText, { name, explanation, say }: Section): void {
  const parts = [text.body.trimEnd(), `## ${name}`, explanation, ...sayPart(say)]
  text.body = parts.filter((part) => part !== '').join('\n\n')
}

/** Another explanation and, if given, another thing to say; further parts of the section stay. */
export function replaceSection(text: RunbookText, section: Section): void {
  const lines = text.body.split('\n')
  const { start, parts, end } = locate(lines, section.name)
  if (start === null) return appendSection(text, section)
  const isSay = (index: number) => /^### say\s*$/i.test(lines[index]!)
  const kept = parts
    .map((index, n) => ({ index, until: parts[n + 1] ?? end }))
    .filter(({ index }) => section.say === null || !isSay(index))
    .map(({ index, until }) => lines.slice(index, until).join('\n').trim())
  const before = lines.slice(0, start + 1).join('\n')
  const after = lines.slice(end).join('\n').trim()
  const said = sayPart(section.say)
  text.body = [before, section.explanation, ...kept, ...said, after]
    .filter((part) => part !== '')
    .join('\n\n')
}

function sayPart(say: string | null): string[] {
  return say === null ? [] : [`### Say\n${say}`]
}

/** Where a cause's section begins, where its parts (`###`) do, and where the next cause does. */
function locate(lines: readonly string[], name: string) {
  let start: number | null = null
  const parts: number[] = []
  let isFenced = false
  for (const [index, line] of lines.entries()) {
    if (/^\s*(?:```|~~~)/.test(line)) isFenced = !isFenced
    if (isFenced) continue
    if (start !== null && line.startsWith('## ')) return { start, parts, end: index }
    if (line.startsWith('## ') && line.slice(3).trim() === name) start = index
    else if (start !== null && line.startsWith('### ')) parts.push(index)
  }
  return { start, parts, end: lines.length }
}
