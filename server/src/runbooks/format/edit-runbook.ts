import { isSay, outlineOf, splitText, textIn } from '@firstline/contract/formats/runbook-text'
import { isCollection, parseDocument } from 'yaml'
import type { Document } from 'yaml'

/** A runbook's text being changed: what is not touched keeps its form and its comments. */
export type RunbookText = { head: Document; body: string; isPadded: boolean }

export function openRunbook(source: string): RunbookText {
  const parts = splitText(source)
  if (!parts) throw new Error('The runbook has no head')
  const { head, body } = parts
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
  const place = outlineOf(lines).sections.find(({ name }) => name === section.name)
  if (!place) return appendSection(text, section)
  const kept = place.parts
    .filter((part) => section.say === null || !isSay(part))
    .map((part) => textIn(lines, part))
  const before = lines.slice(0, place.index + 1).join('\n')
  const after = textIn(lines, { from: place.end, to: lines.length })
  const said = sayPart(section.say)
  text.body = [before, section.explanation, ...kept, ...said, after]
    .filter((part) => part !== '')
    .join('\n\n')
}

function sayPart(say: string | null): string[] {
  return say === null ? [] : [`### Say\n${say}`]
}
