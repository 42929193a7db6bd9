import { present } from '@firstline/contract/present'
import { eachTerm, weightOf } from './terms.ts'

/** Terms in the order of their positions, with their rarity. */
export type Vocabulary = {
  terms: readonly string[]
  indexOf: ReadonlyMap<string, number>
  rarity: Float32Array
  /** Of a term that no text has. */
  rarest: number
}

/** A sparse vector of length one: ascending positions and their values. */
export type Vector = { indices: Uint32Array; values: Float32Array }

const mostTerms = 60_000
/** Terms of a single text are kept only while there are few texts to learn from. */
const fewTexts = 200

export function buildVocabulary(texts: readonly (readonly string[])[]): Vocabulary {
  const documents = new Map<string, number>()
  for (const words of texts) {
    const seen = new Set<string>()
    eachTerm(words, (term) => seen.add(term))
    for (const term of seen) documents.set(term, (documents.get(term) ?? 0) + 1)
  }
  const least = texts.length > fewTexts ? 2 : 1
  const kept = [...documents]
    .filter(([, count]) => count >= least)
    .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostTerms)
  const rarityOf = (count: number) => 1 + Math.log((1 + texts.length) / (1 + count))
  return vocabularyOf(
    kept.map(([term]) => term),
    Float32Array.from(kept, ([, count]) => rarityOf(count)),
  )
}

export function vocabularyOf(terms: readonly string[], rarity: Float32Array): Vocabulary {
  return {
    terms,
    rarity,
    rarest: rarity.reduce((most, one) => Math.max(most, one), 1),
    indexOf: new Map(terms.map((term, index) => [term, index])),
  }
}

/**
 * tf-idf with dampened counts. What the vocabulary does not know adds to the length and to nothing
 * else: a text about something new is short in every direction, and so is like nothing.
 */
export function vectorOf(vocabulary: Vocabulary, words: readonly string[]): Vector {
  const { indexOf, rarity, terms, rarest } = vocabulary
  const counts = new Map<number, number>()
  let unknown = 0
  eachTerm(words, (term, from, to) => {
    const index = indexOf.get(term)
    if (index !== undefined) counts.set(index, (counts.get(index) ?? 0) + 1)
    else if (from === to) unknown += (weightOf(term) * rarest) ** 2
  })
  const indices = Uint32Array.from(counts.keys()).sort()
  const values = Float32Array.from(indices, (index) => {
    const dampened = 1 + Math.log(present(counts.get(index)))
    return dampened * present(rarity[index]) * weightOf(present(terms[index]))
  })
  const square = values.reduce((sum, value) => sum + value * value, unknown)
  const length = Math.sqrt(square) || 1
  return { indices, values: values.map((value) => value / length) }
}
