import { present } from '@firstline/contract/present'
import { probability } from './confidence.ts'
import { wordsIn } from './fold-text.ts'
import { bestOf } from './rank.ts'
import type { Ranked } from './rank.ts'
import { eachTerm } from './terms.ts'
import { marginsInto } from './train-linear.ts'
import type { TextModel } from './train-text-model.ts'
import { vectorOf } from './vocabulary.ts'
import type { Vector } from './vocabulary.ts'

/** Below it nothing is claimed: a wrong runbook costs an agent more than none. */
export const matchThreshold = 0.7

export type Guess = {
  label: string
  /** How often such a guess was right on texts the model had not seen. */
  probability: number
  /** What in the text spoke for it: words and pairs of words, strongest first. */
  words: string[]
}

/** The three labels that fit best, best first; none when no term of the text is known. */
export function classifyText(model: TextModel, text: string): Guess[] {
  const words = wordsIn(text)
  const vector = vectorOf(model.vocabulary, words)
  if (vector.indices.length === 0) return []
  const margins = new Float32Array(model.labels.length)
  marginsInto(margins, model.linear, vector)
  return bestOf(margins).map((ranked) => ({
    label: present(model.labels[ranked.label]),
    probability: probability(model.confidence, ranked.margin, ranked.lead),
    words: spokenFor(model, ranked, words, vector),
  }))
}

const mostReasons = 4

/** Each term's part of the margin goes to the word it stands on, that of a pair to the pair. */
function spokenFor(model: TextModel, { label }: Ranked, words: string[], vector: Vector): string[] {
  const { linear, vocabulary } = model
  const partOf = new Map<number | undefined, number>()
  for (const [place, index] of vector.indices.entries()) {
    const weight = present(linear.weights[index * linear.classes + label])
    partOf.set(index, present(vector.values[place]) * weight)
  }
  const parts = new Map<string, number>()
  eachTerm(words, (term, from, to) => {
    const index = vocabulary.indexOf.get(term)
    const part = partOf.get(index)
    if (part === undefined) return
    partOf.delete(index) // where it stands first
    const said = words.slice(from, to + 1).join(' ')
    parts.set(said, (parts.get(said) ?? 0) + part)
  })
  const best = [...parts].toSorted((a, b) => b[1] - a[1])
  const least = (best[0]?.[1] ?? 0) / 5
  return best
    .filter(([, part]) => part > 0 && part >= least)
    .map(([said]) => said)
    .filter((said, at, all) => !all.slice(0, at).some((other) => isWithin(said, other)))
    .slice(0, mostReasons)
}

function isWithin(said: string, other: string): boolean {
  return ` ${other} `.includes(` ${said} `)
}
