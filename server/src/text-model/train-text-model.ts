import { present } from '@firstline/contract/present'
import { fitConfidence } from './confidence.ts'
import type { Confidence } from './confidence.ts'
import { wordsIn } from './fold-text.ts'
import { bestOf } from './rank.ts'
import { marginsInto, trainLinear } from './train-linear.ts'
import type { Labelled, LinearModel } from './train-linear.ts'
import { randomOf, shuffle } from './random.ts'
import { buildVocabulary, vectorOf } from './vocabulary.ts'
import type { Vocabulary } from './vocabulary.ts'

export type Example = {
  text: string
  label: string
  /** Said not to be of this label; nothing is known of the others. */
  isNot?: boolean
  /** A description, not what a customer wrote: it is learned from, and never judged by. */
  isDescription?: boolean
}

export type TextModel = {
  labels: readonly string[]
  /** For each label how many texts of customers it was learned from, either way. */
  seen: readonly number[]
  vocabulary: Vocabulary
  linear: LinearModel
  confidence: Confidence
}

/** @param examples of at least two labels */
export function trainTextModel(examples: readonly Example[]): TextModel {
  const labels = [...new Set(examples.map(({ label }) => label))].toSorted()
  const numbered = new Map(labels.map((label, index) => [label, index]))
  const texts = examples.map((example) => ({
    ...example,
    words: wordsIn(example.text),
    label: present(numbered.get(example.label)),
  }))
  const { vocabulary, linear } = learn(texts, labels.length)
  return {
    labels,
    seen: labels.map((_, label) => texts.filter((text) => isTold(text, label)).length),
    vocabulary,
    linear,
    confidence: fitConfidence([
      ...judgeByFolds(texts, labels.length),
      ...judgeStrangers(texts, labels.length),
    ]),
  }
}

type Text = Omit<Example, 'label'> & { words: readonly string[]; label: number }

function isTold({ isDescription, label }: Text, of: number): boolean {
  return isDescription !== true && label === of
}

function learn(texts: readonly Text[], classes: number) {
  const vocabulary = buildVocabulary(texts.map(({ words }) => words))
  const labelled = texts.map(({ words, label, isNot }): Labelled => ({
    vector: vectorOf(vocabulary, words),
    label,
    isNot: isNot === true,
  }))
  return {
    vocabulary,
    linear: trainLinear(labelled, { features: vocabulary.terms.length, classes }),
  }
}

const folds = 4

/** What a model says of texts that it was not learned from. */
function judgeByFolds(texts: readonly Text[], classes: number) {
  const fold = dealOut(texts)
  return Array.from({ length: folds }, (_, number) => {
    const learned = learn(
      texts.filter((_text, index) => fold[index] !== number),
      classes,
    )
    return judge(
      texts.filter((_text, index) => fold[index] === number),
      learned,
    )
  }).flat()
}

/** What it says of texts whose label it has never met: there every answer is wrong. */
function judgeStrangers(texts: readonly Text[], classes: number) {
  if (classes < 2 * folds) return []
  const isStrange = ({ label }: Text) => label % (2 * folds) === 0
  const learned = learn(
    texts.filter((text) => !isStrange(text)),
    classes,
  )
  return judge(
    texts.filter((text) => isStrange(text)),
    learned,
  )
}

function judge(texts: readonly Text[], learned: { vocabulary: Vocabulary; linear: LinearModel }) {
  const margins = new Float32Array(learned.linear.classes)
  return texts
    .filter(({ isNot, isDescription }) => isNot !== true && isDescription !== true)
    .flatMap(({ words, label }) => {
      marginsInto(margins, learned.linear, vectorOf(learned.vocabulary, words))
      return bestOf(margins).map((guess) => ({ ...guess, isRight: guess.label === label }))
    })
}

/** Each label's texts go round the folds, so that rare ones are in as many as they can be. */
function dealOut(texts: readonly Text[]): Uint8Array {
  const order = Uint32Array.from(texts.keys())
  shuffle(order, randomOf(1))
  const next = new Map<number, number>()
  const fold = new Uint8Array(texts.length)
  for (const index of order) {
    const { label, isDescription } = present(texts[index])
    const turn = next.get(label) ?? label
    fold[index] = isDescription === true ? folds : turn % folds
    if (isDescription !== true) next.set(label, turn + 1)
  }
  return fold
}
