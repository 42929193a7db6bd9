/**
 * How well and how fast a ticket's type is found by its words. The file has the columns `text` and
 * `category`; a fifth of each category, drawn with a fixed seed, is held out and only judged by. The
 * floor, measured in the same run, is naive Bayes on the same words, the simplest thing that learns.
 *
 * Then the same once more with a tenth of the categories left out of training altogether: texts
 * about what the desk has never met, for which "no match" is the only right answer.
 *
 *   node bench/match-runbook.ts FILE
 */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { classifyText, matchThreshold } from '../server/src/text-model/classify-text.ts'
import type { Guess } from '../server/src/text-model/classify-text.ts'
import { wordsIn } from '../server/src/text-model/fold-text.ts'
import { randomOf, shuffle } from '../server/src/text-model/random.ts'
import { encodeTextModel } from '../server/src/text-model/stored-text-model.ts'
import { trainTextModel } from '../server/src/text-model/train-text-model.ts'
import { ms, percentile, print } from './figures.ts'

type Row = { text: string; label: string }
type Judged = { label: string; guesses: Guess[]; ms: number }

const file = process.argv[2]
if (file === undefined) throw new Error('node bench/match-runbook.ts FILE (csv: text,category)')
const { learned, held } = holdOut(readRows(file))

const start = performance.now()
const model = trainTextModel(learned)
const trained = performance.now() - start
const judged = judge(held, (text) => classifyText(model, text))
const floor = judge(held, naiveBayes(learned))

print(
  `${learned.length} texts of ${model.labels.length} types learned from, ${held.length} held out`,
  ['', 'top 1', 'top 3', 'p50', 'p95'],
  [rowOf('linear model', judged), rowOf('naive Bayes', floor)],
)
console.log(
  `  trained with its calibration in ${(trained / 1000).toFixed(1)} s;` +
    ` ${(encodeTextModel(model).length / 2 ** 20).toFixed(1)} MB stored,` +
    ` ${model.vocabulary.terms.length.toLocaleString('en')} terms\n`,
)
printThresholds(judged)
printReliability('known types only', judged)
printStrangers()

function readRows(path: string): Row[] {
  const rows = parse(readFileSync(path), { columns: true, bom: true }) as Record<string, string>[]
  return rows.map(({ text, category }) => ({ text: text!, label: category! }))
}

function holdOut(rows: readonly Row[]): { learned: Row[]; held: Row[] } {
  const random = randomOf(77)
  const groups = [...Map.groupBy(rows, ({ label }) => label)].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  )
  const parts = groups.map(([, group]) => {
    const order = Uint32Array.from(group.keys())
    shuffle(order, random)
    const count = Math.round(group.length / 5)
    const shuffled = [...order].map((index) => group[index]!)
    return { held: shuffled.slice(0, count), learned: shuffled.slice(count) }
  })
  return {
    learned: parts.flatMap((part) => part.learned),
    held: parts.flatMap((part) => part.held),
  }
}

function judge(rows: readonly Row[], classify: (text: string) => Guess[]): Judged[] {
  for (const { text } of rows.slice(0, 200)) classify(text)
  return rows.map(({ text, label }) => {
    const begin = performance.now()
    const guesses = classify(text)
    return { label, guesses, ms: performance.now() - begin }
  })
}

function rowOf(name: string, results: readonly Judged[]): string[] {
  const within = (count: number) =>
    share(results, ({ guesses, label }) =>
      guesses.slice(0, count).some((one) => one.label === label),
    )
  const times = results.map((result) => result.ms)
  return [
    name,
    percent(within(1)),
    percent(within(3)),
    fine(percentile(times, 0.5)),
    fine(percentile(times, 0.95)),
  ]
}

function printThresholds(results: readonly Judged[]): void {
  const rows = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map((threshold) => {
    const claimed = results.filter(({ guesses }) => (guesses[0]?.probability ?? 0) >= threshold)
    return [
      `${threshold}${threshold === matchThreshold ? ' (in force)' : ''}`,
      percent(claimed.length / results.length),
      percent(share(claimed, isRight)),
    ]
  })
  print(
    'claimed above a threshold, else “no match”',
    ['threshold', 'claimed', 'of those right'],
    rows,
  )
}

/** Ten steps of stated confidence; the expected calibration error weighs each by its texts. */
function printReliability(of: string, results: readonly Judged[]): void {
  const bins = Map.groupBy(results, ({ guesses }) =>
    Math.min(9, Math.floor((guesses[0]?.probability ?? 0) * 10)),
  )
  let error = 0
  const rows = [...bins]
    .toSorted(([a], [b]) => a - b)
    .map(([bin, within]) => {
      const said =
        within.reduce((sum, { guesses }) => sum + (guesses[0]?.probability ?? 0), 0) / within.length
      const right = share(within, isRight)
      error += (Math.abs(said - right) * within.length) / results.length
      return [
        `${bin / 10} to ${(bin + 1) / 10}`,
        String(within.length),
        percent(said),
        percent(right),
      ]
    })
  print(`reliability, ${of}`, ['confidence', 'texts', 'stated', 'right'], rows)
  console.log(`  expected calibration error ${percent(error)}\n`)
}

function printStrangers(): void {
  const labels = [...new Set(held.map(({ label }) => label))].toSorted()
  const rows: string[][] = []
  const all: Judged[] = []
  for (const turn of [0, 1, 2]) {
    const strange = new Set(labels.filter((_, index) => index % 10 === turn * 3 + 1))
    const known = trainTextModel(learned.filter(({ label }) => !strange.has(label)))
    const classify = (text: string) => classifyText(known, text)
    const claims = (results: readonly Judged[]) =>
      results.filter(({ guesses }) => (guesses[0]?.probability ?? 0) >= matchThreshold)
    const outside = judge(
      held.filter(({ label }) => strange.has(label)),
      classify,
    )
    const inside = judge(
      held.filter(({ label }) => !strange.has(label)),
      classify,
    )
    all.push(...outside, ...inside)
    rows.push([
      `${strange.size} of ${labels.length}`,
      String(outside.length),
      percent(claims(outside).length / outside.length),
      percent(claims(inside).length / inside.length),
      percent(share(claims(inside), isRight)),
    ])
  }
  const header = [
    'types left out',
    'their texts',
    'falsely matched',
    'known: claimed',
    'of those right',
  ]
  print('texts about what was never met', header, rows)
  printReliability('with one text in ten about what was never met', all)
}

function naiveBayes(rows: readonly Row[]): (text: string) => Guess[] {
  const groups = [...Map.groupBy(rows, ({ label }) => label)].map(([label, group]) => {
    const counts = new Map<string, number>()
    for (const word of group.flatMap(({ text }) => wordsIn(text))) {
      counts.set(word, (counts.get(word) ?? 0) + 1)
    }
    return {
      label,
      counts,
      total: [...counts.values()].reduce((a, b) => a + b, 0),
      prior: group.length,
    }
  })
  const terms = new Set(groups.flatMap(({ counts }) => [...counts.keys()])).size
  return (text) => {
    const words = wordsIn(text)
    return groups
      .map(({ label, counts, total, prior }) => ({
        label,
        words: [],
        probability: words.reduce(
          (sum, word) => sum + Math.log(((counts.get(word) ?? 0) + 1) / (total + terms)),
          Math.log(prior),
        ),
      }))
      .toSorted((a, b) => b.probability - a.probability)
      .slice(0, 3)
  }
}

function isRight({ guesses, label }: Judged): boolean {
  return guesses[0]?.label === label
}

function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.filter(holds).length / items.length
}

function percent(part: number): string {
  return `${(100 * part).toFixed(1)}%`
}

function fine(value: number): string {
  return value < 0.1 ? `${(1000 * value).toFixed(0)} µs` : ms(value)
}
