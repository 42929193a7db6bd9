import { wordsOf } from './words.ts'

export type Candidate = { id: string; title: string; type: string; symptoms: readonly string[] }
type Reason = { symptom: string; words: string[] }
export type Match = { id: string; score: number; reasons: Reason[]; isMatch: boolean }

export type Words = { subject: string; text: string; type: string | null }

/** Below it nothing is claimed: a wrong runbook costs an agent more than none. */
export const symptomThreshold = 0.42

/**
 * Which runbooks a ticket's own words point to, best first: the cosine of each symptom with the
 * sentence most like it (words and neighbouring pairs, weighted by how rare they are among all
 * symptoms). What nobody has confirmed yet is found by it alone.
 */
export function matchSymptoms(words: Words, candidates: readonly Candidate[]): Match[] {
  const shelf = candidates.map((candidate) => ({ candidate, phrases: phrasesOf(candidate) }))
  const weigh = weightsOf(shelf.map(({ phrases }) => phrases.map((phrase) => phrase.terms)))
  const sentences = sentencesOf(words).map((sentence) => weigh(termsOf(sentence)))
  const all = weigh(termsOf(sentencesOf(words).join(' ')))
  return shelf
    .map(({ candidate, phrases }) => {
      const scored = phrases
        .map(({ phrase, terms }) => ({ phrase, ...likeness(weigh(terms), sentences, all) }))
        .filter((entry) => entry.score > 0)
        .toSorted((a, b) => b.score - a.score)
      const isOnTopic = all.has(topicOf(phrases, weigh))
      const fit = (scored[0]?.score ?? 0) * (isOnTopic ? 1 : 0.6)
      // a type somebody already gave is a strong hint, never enough alone
      const score = words.type === candidate.type ? Math.min(1, fit * 1.25) : fit
      return {
        id: candidate.id,
        score: Math.round(score * 1000) / 1000,
        reasons: scored
          .slice(0, 2)
          .map(({ phrase, words: shared }) => ({ symptom: phrase, words: shared })),
        isMatch: score >= symptomThreshold,
      }
    })
    .filter((match) => match.score > 0.05)
    .toSorted((a, b) => b.score - a.score || a.id.localeCompare(b.id))
}

type Terms = ReadonlyMap<string, number>

function phrasesOf(candidate: Candidate): { phrase: string; terms: Terms }[] {
  return [...new Set([...candidate.symptoms, candidate.title])].map((phrase) => ({
    phrase,
    terms: termsOf(phrase),
  }))
}

/** The word a runbook is about: in most of its phrases, and rare in those of others. */
function topicOf(phrases: readonly { terms: Terms }[], weigh: (terms: Terms) => Terms): string {
  const counts = new Map<string, number>()
  for (const { terms } of phrases) {
    for (const [term, weight] of weigh(terms)) {
      if (!term.includes(' ')) counts.set(term, (counts.get(term) ?? 0) + weight)
    }
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}

const longestText = 8_000
const mostSentences = 60

/** The subject is a sentence of its own; together with the first line it is often the whole story. */
function sentencesOf({ subject, text }: Words): string[] {
  const written = text
    .slice(0, longestText)
    .split(/[.!?;\n]+/)
    .map((part) => part.trim())
  const sentences = written.filter((part) => part !== '').slice(0, mostSentences)
  return [subject, `${subject} ${sentences[0] ?? ''}`, ...sentences]
}

/** Words, and pairs of neighbours, which count half: they tell "no mail" from "mail". */
function termsOf(text: string): Terms {
  const words = wordsOf(text)
  const terms = new Map<string, number>()
  for (const word of words) terms.set(word, 1)
  for (const [index, word] of words.entries()) {
    if (index > 0) terms.set(`${words[index - 1]} ${word}`, 0.5)
  }
  return terms
}

/** Rare among runbooks means telling; a term no symptom uses weighs little, or long mails drown. */
function weightsOf(documents: readonly (readonly Terms[])[]) {
  const count = new Map<string, number>()
  for (const phrases of documents) {
    const terms = new Set(phrases.flatMap((phrase) => [...phrase.keys()]))
    for (const term of terms) count.set(term, (count.get(term) ?? 0) + 1)
  }
  const rarity = (term: string) => {
    const within = count.get(term)
    if (within === undefined) return 0.6
    return 1 + Math.log((documents.length + 1) / (within + 0.5))
  }
  return (terms: Terms): Terms =>
    new Map([...terms].map(([term, frequency]) => [term, frequency * rarity(term)]))
}

/** The best single sentence; or, worth less, a symptom told across several. */
function likeness(symptom: Terms, sentences: readonly Terms[], all: Terms) {
  const single = Math.max(0, ...sentences.map((sentence) => cosine(symptom, sentence)))
  const spread = 0.75 * coverage(symptom, all) ** 2
  const words = [...symptom.keys()].filter((term) => !term.includes(' ') && all.has(term))
  // "the mail came" is not "the mail never came"
  const isDenied = symptom.has('not') && !all.has('not')
  return { score: words.length === 0 ? 0 : Math.max(single, spread) * (isDenied ? 0.5 : 1), words }
}

function cosine(a: Terms, b: Terms): number {
  let dot = 0
  for (const [term, weight] of a) dot += weight * (b.get(term) ?? 0)
  return dot === 0 ? 0 : dot / (norm(a) * norm(b))
}

/** The part of the symptom's weight, words only, that the text has anywhere. */
function coverage(symptom: Terms, all: Terms): number {
  let total = 0
  let there = 0
  for (const [term, weight] of symptom) {
    if (term.includes(' ')) continue
    total += weight
    if (all.has(term)) there += weight
  }
  return total === 0 ? 0 : there / total
}

function norm(terms: Terms): number {
  return Math.hypot(...terms.values())
}
