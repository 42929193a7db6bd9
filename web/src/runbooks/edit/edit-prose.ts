import {
  isSay,
  joinText,
  outlineOf,
  splitText,
  textIn,
} from '@firstline/contract/formats/runbook-text'
import type { Extent } from '@firstline/contract/formats/runbook-text'

type Lines = readonly string[]

export type CauseProse = { explanation: string; say: string }

export function readIntro(text: string): string {
  const lines = linesOf(text)
  return lines ? textIn(lines, outlineOf(lines).intro) : ''
}

export function setIntro(text: string, intro: string): string {
  return changeBody(text, (lines) => put(lines, outlineOf(lines).intro, intro))
}

export function readProse(text: string, cause: string): CauseProse {
  const lines = linesOf(text)
  const place = lines && placeOf(lines, cause)
  if (!place) return { explanation: '', say: '' }
  return {
    explanation: textIn(lines, place.explanation),
    say: place.say ? textIn(lines, place.say) : '',
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
  return changeBody(text, (lines) => {
    const named = outlineOf(lines).sections.filter((section) => section.name === cause)
    const places = new Set(named.map(({ index }) => index))
    return lines.map((line, index) => (places.has(index) ? `## ${name}` : line))
  })
}

export function removeCauseProse(text: string, cause: string): string {
  return changeBody(text, (lines) => {
    const place = placeOf(lines, cause)
    return place ? [...lines.slice(0, place.index), ...lines.slice(place.end)] : [...lines]
  })
}

function placeOf(lines: Lines, cause: string) {
  const place = outlineOf(lines).sections.find(({ name }) => name === cause)
  if (!place) return null
  const say = place.parts.find(isSay)
  return { ...place, say: say ? { from: say.from + 1, to: say.to } : null }
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
