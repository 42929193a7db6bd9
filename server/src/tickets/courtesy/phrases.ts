import { tokensOf } from './fold.ts'
import type { Token } from './fold.ts'
import { mayBeThanked } from './trouble-words.ts'

/** A step is a choice of word sequences; an optional one may be left out, an open one is any word. */
type Step = { choices: string[][]; isOptional: boolean; isOpen: boolean }
type Phrase<Kind> = { steps: Step[]; kind: Kind }

/** Phrases by each word they may begin with. */
export type Phrases<Kind> = Map<string, Phrase<Kind>[]>

/** Reads the notation of `courtesy-words.ts`, a line at a time. */
export function addPhrases<Kind>(phrases: Phrases<Kind>, lines: string, kind: Kind): void {
  for (const line of lines.split('\n')) {
    const steps = line.trim().split(/\s+/).filter(Boolean).map(stepOf)
    const phrase = { steps, kind }
    for (const word of beginnings(steps)) {
      const known = phrases.get(word)
      if (known) known.push(phrase)
      else phrases.set(word, [phrase])
    }
  }
}

function stepOf(written: string): Step {
  const isOptional = written.startsWith('[')
  const inside = isOptional ? written.slice(1, -1) : written
  if (inside === '*') return { choices: [], isOptional, isOpen: true }
  const choices = inside
    .split('|')
    .map((choice) => tokensOf(choice.replaceAll('_', ' ')).map(({ word }) => word))
  return { choices, isOptional, isOpen: false }
}

function beginnings(steps: Step[]): Set<string> {
  const words = new Set<string>()
  for (const { choices, isOptional } of steps) {
    for (const [first] of choices) if (first) words.add(first)
    if (!isOptional) break
  }
  return words
}

type Match<Kind> = { end: number; kind: Kind }

/** Every phrase that stands at this place, with where it ends. */
export function phrasesAt<Kind>(
  phrases: Phrases<Kind>,
  tokens: readonly Token[],
  start: number,
): Match<Kind>[] {
  const candidates = phrases.get(tokens[start]?.word ?? '') ?? []
  return candidates.flatMap(({ steps, kind }) =>
    [...endsOf(steps, tokens, start)].map((end) => ({ end, kind })),
  )
}

function endsOf(steps: Step[], tokens: readonly Token[], start: number): Set<number> {
  let places = new Set([start])
  for (const { choices, isOptional, isOpen } of steps) {
    const next = new Set(isOptional ? places : [])
    for (const place of places) {
      if (isOpen && isOpenWord(tokens, start, place)) next.add(place + 1)
      for (const words of choices) {
        if (words.every((word, index) => tokens[place + index]?.word === word)) {
          next.add(place + words.length)
        }
      }
    }
    places = next
  }
  places.delete(start)
  return places
}

/** Of the same sentence, with no sign before it. */
function isOpenWord(tokens: readonly Token[], start: number, place: number): boolean {
  const within = tokens.slice(start + 1, place + 1)
  const { word } = tokens[place] ?? { word: '' }
  return within.every(({ isFirst, isApart }) => !isFirst && !isApart) && mayBeThanked(word)
}
