import { joinText, splitText } from './split-text.ts'

/** The heading of what is said to the customer, below a cause. */
const sayHeading = 'say'

type Extent = { from: number; to: number }
type Lines = readonly string[]

export type CauseProse = { explanation: string; say: string }

export function readIntro(text: string): string {
  const lines = linesOf(text)
  return lines ? textOf(lines, { from: 0, to: nextHeading(lines, 0, isCause) }) : ''
}

export function setIntro(text: string, intro: string): string {
  return changeBody(text, (lines) =>
    put(lines, { from: 0, to: nextHeading(lines, 0, isCause) }, intro),
  )
}

export function readProse(text: string, cause: string): CauseProse {
  const lines = linesOf(text)
  const place = lines && placeOf(lines, cause)
  if (!place) return { explanation: '', say: '' }
  return {
    explanation: textOf(lines, place.explanation),
    say: place.say ? textOf(lines, place.say) : '',
  }
}

export function setExplanation(text: string, cause: string, explanation: string): string {
  return changeBody(text, (lines) => {
    const place = placeOf(lines, cause)
    if (place) return put(lines, place.explanation, explanation)
    return [...trimEnd(lines), '', `## ${cause}`, ...written(explanation), '']
  })
}

export function setSay(text: string, cause: string, say: string): string {
  return changeBody(text, (lines) => {
    const place = placeOf(lines, cause)
    if (!place) return [...trimEnd(lines), '', `## ${cause}`, '', '### Say', ...written(say), '']
    if (!place.say) {
      const added = ['', '### Say', ...written(say), '']
      const { to } = place.explanation
      return [...trimEnd(lines.slice(0, to)), ...added, ...lines.slice(to)]
    }
    if (say !== '') return put(lines, place.say, say)
    return [...lines.slice(0, place.say.from - 1), ...lines.slice(place.say.to)]
  })
}

export function renameCauseProse(text: string, cause: string, name: string): string {
  return changeBody(text, (lines) =>
    lines.map((line, index) =>
      isCause(line) && headingOf(line) === cause && !isFenced(lines, index) ? `## ${name}` : line,
    ),
  )
}

export function removeCauseProse(text: string, cause: string): string {
  return changeBody(text, (lines) => {
    const place = placeOf(lines, cause)
    return place ? [...lines.slice(0, place.heading), ...lines.slice(place.end)] : [...lines]
  })
}

function placeOf(lines: Lines, cause: string) {
  const heading = lines.findIndex(
    (line, index) => isCause(line) && headingOf(line) === cause && !isFenced(lines, index),
  )
  if (heading === -1) return null
  const end = nextHeading(lines, heading + 1, isCause)
  const firstPart = Math.min(end, nextHeading(lines, heading + 1, isPart))
  let part = firstPart
  while (part < end && headingOf(lines[part]!).toLowerCase() !== sayHeading) {
    part = nextHeading(lines, part + 1, isPart)
  }
  const say =
    part < end ? { from: part + 1, to: Math.min(end, nextHeading(lines, part + 1, isPart)) } : null
  return { heading, end, explanation: { from: heading + 1, to: firstPart }, say }
}

function nextHeading(lines: Lines, from: number, is: (line: string) => boolean): number {
  const found = lines.findIndex(
    (line, index) => index >= from && is(line) && !isFenced(lines, index),
  )
  return found === -1 ? lines.length : found
}

function isCause(line: string): boolean {
  return line.startsWith('## ')
}

function isPart(line: string): boolean {
  return line.startsWith('### ')
}

/** A heading inside a fenced block is text. */
function isFenced(lines: Lines, index: number): boolean {
  return lines.slice(0, index).filter((line) => /^\s*(?:```|~~~)/.test(line)).length % 2 === 1
}

function headingOf(line: string): string {
  return line.replace(/^#+ /, '').trim()
}

function textOf(lines: Lines, { from, to }: Extent): string {
  return lines.slice(from, to).join('\n').trim()
}

function put(lines: Lines, { from, to }: Extent, text: string): string[] {
  const isLast = to === lines.length
  return [
    ...lines.slice(0, from),
    ...written(text),
    ...(isLast && text === '' ? [] : ['']),
    ...lines.slice(to),
  ]
}

/** A heading, an empty line or the edge stands before. */
function written(text: string): string[] {
  return text === '' ? [] : text.split('\n')
}

function trimEnd(lines: Lines): string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '')
  return lines.slice(0, last + 1)
}

function linesOf(text: string): string[] | null {
  return splitText(text)?.body.split('\n') ?? null
}

function changeBody(text: string, change: (lines: Lines) => string[]): string {
  const parts = splitText(text)
  return parts ? joinText({ ...parts, body: change(parts.body.split('\n')).join('\n') }) : text
}
