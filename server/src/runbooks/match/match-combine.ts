import { matchThreshold } from '#server/text-model/classify-text.ts'
import type { Guess } from '#server/text-model/classify-text.ts'
import type { TextModel } from '#server/text-model/train-text-model.ts'
import { labelled, runbookLabel } from './match-labels.ts'
import type { Candidate, Match } from './match-symptoms.ts'
import { symptomThreshold } from './match-symptoms.ts'

type Learned = {
  /** How often such a guess was right. */
  probability: number
  /** The ticket's own words that spoke for it. */
  words: string[]
}

export type RunbookGuess = Match & { learned: Learned | null }
export type TypeGuess = Learned & { type: string; isMatch: boolean }

/** After so many confirmations of a runbook, its symptoms count half beside what was learned. */
const halfTrust = 10
const most = 3

/**
 * Symptoms speak for a runbook nobody has confirmed yet; the more it was confirmed or refused, the
 * more the learned model decides. What the model surely takes for something else is not matched.
 */
export function combine<Runbook extends Candidate>(
  symptoms: readonly Match[],
  guesses: readonly Guess[],
  model: TextModel | null,
  runbooks: readonly Runbook[],
): { match: RunbookGuess; runbook: Runbook }[] {
  return runbooks
    .map((runbook) => ({ runbook, match: matchOf(runbook, symptoms, guesses, model) }))
    .filter(({ match }) => match.score > 0.05)
    .toSorted((a, b) => orderOf(a.match, b.match) || a.runbook.id.localeCompare(b.runbook.id))
    .slice(0, most)
}

function matchOf(
  { id }: Candidate,
  symptoms: readonly Match[],
  guesses: readonly Guess[],
  model: TextModel | null,
): RunbookGuess {
  const own = guesses.find(({ label }) => label === runbookLabel(id))
  const rival = guesses.find(({ label }) => label !== runbookLabel(id))?.probability ?? 0
  const symptom = symptoms.find((match) => match.id === id)
  const told = (symptom?.score ?? 0) * (1 - trustIn(model, runbookLabel(id))) * (1 - rival)
  const learned = own ? { probability: round(own.probability), words: own.words } : null
  return {
    id,
    score: round(Math.max(told, own?.probability ?? 0)),
    reasons: symptom?.reasons ?? [],
    isMatch: told >= symptomThreshold || (own?.probability ?? 0) >= matchThreshold,
    learned,
  }
}

function trustIn(model: TextModel | null, label: string): number {
  const seen = model?.seen[model.labels.indexOf(label)] ?? 0
  return seen / (seen + halfTrust)
}

function orderOf(a: Match, b: Match): number {
  return Number(b.isMatch) - Number(a.isMatch) || b.score - a.score
}

/** A type is as likely as itself and its runbooks together. */
export function guessTypes(guesses: readonly Guess[], runbooks: readonly Candidate[]): TypeGuess[] {
  const types = new Map<string, Learned>()
  for (const { label, probability, words } of guesses) {
    const named = labelled(label)
    const type = named.type ?? runbooks.find(({ id }) => id === named.runbook)?.type
    if (type === undefined) continue
    const before = types.get(type)
    types.set(type, {
      probability: round(Math.min(1, (before?.probability ?? 0) + probability)),
      words: before?.words ?? words,
    })
  }
  return [...types]
    .map(([type, learned]) => ({
      type,
      ...learned,
      isMatch: learned.probability >= matchThreshold,
    }))
    .toSorted((a, b) => b.probability - a.probability)
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
