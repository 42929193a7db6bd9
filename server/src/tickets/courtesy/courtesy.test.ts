import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isAbsence } from './is-absence.ts'
import { isCourtesy, isEmptyAnswer } from './is-courtesy.ts'
import { mayMeanNothing, normalPhrase } from './normal-phrase.ts'
import { absences, notAbsences } from './testing/absence-examples.ts'
import { notThanks, thanks } from './testing/courtesy-examples.ts'

type Judged = { language: string; shown: string; isRight: boolean; isJudged: boolean }

const judgedCourtesy: Judged[] = [
  ...thanks.map((one) => ({ ...one, isRight: true })),
  ...notThanks.map((one) => ({ ...one, isRight: false })),
].map(({ language, text, isRight }) => ({
  language,
  shown: text,
  isRight,
  isJudged: isCourtesy(text),
}))

const ticketSubject = 'Out of office reply is not sent'
const judgedAbsence: Judged[] = [
  ...absences.map((one) => ({ ...one, isRight: true })),
  ...notAbsences.map((one) => ({ ...one, isRight: false })),
  // neither thanks nor a problem is a notice
  ...[...thanks, ...notThanks].map((one) => ({ ...one, subject: 'Re: help', isRight: false })),
].map(({ language, subject, text, isRight }) => ({
  language,
  shown: `${subject} | ${text}`,
  isRight,
  isJudged: isAbsence({ subject, text, ticketSubject }),
}))

/** In tenths of a percent, as the documentation prints them. */
function figuresOf(judged: readonly Judged[]) {
  const found = judged.filter(({ isJudged }) => isJudged)
  const right = judged.filter(({ isRight }) => isRight)
  const both = found.filter(({ isRight }) => isRight).length
  const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`
  return {
    examples: judged.length,
    languages: new Set(judged.map(({ language }) => language)).size,
    precision: both / found.length,
    recall: both / right.length,
    row: `${judged.length} | ${right.length} | ${percent(both, found.length)} | ${percent(both, right.length)} |`,
  }
}

describe.each([
  ['Courtesy', judgedCourtesy],
  ['Absence', judgedAbsence],
] as const)('%s', (name, judged) => {
  const wrong = (isRight: boolean) =>
    judged.filter((one) => one.isRight === isRight && one.isJudged !== isRight)

  test('keeps no example with a problem silent', () => {
    expect(wrong(false).map(({ language, shown }) => `${language}: ${shown}`)).toEqual([])
  })

  test('is found in the examples of all languages, with few missed', () => {
    const { precision, recall, languages, examples } = figuresOf(judged)
    expect(examples).toBeGreaterThanOrEqual(name === 'Courtesy' ? 300 : 100)
    expect(languages).toBeGreaterThanOrEqual(15)
    expect(precision).toBeGreaterThanOrEqual(0.99)
    expect(recall).toBeGreaterThanOrEqual(0.98)
  })

  test('has the figures that the documentation prints', () => {
    const page = readFileSync(new URL('../../../../docs/email.md', import.meta.url), 'utf8')
    expect(page.replaceAll(/ {2,}/g, ' ')).toContain(`| ${name} | ${figuresOf(judged).row}`)
  })
})

test.each([
  ['> Please try again.\n> Acme', true],
  ['On Mon, 23 Nov 2026, Acme <support@acme.example> wrote:\n> Try again', true],
  ['Sent from my iPhone', true],
  ['', true],
  ['> Does it work?\nno', false],
  ['The problem is still there:\n> Try again', false],
])('an answer without own words is empty: %j', (text, isEmpty) => {
  expect(isEmptyAnswer(text)).toBe(isEmpty)
})

test('a phrase is the same however it is typed, quoted and signed by a phone', () => {
  const one = normalPhrase('Läuft  bei MIR!\n\nSent from my iPhone\n> old')
  expect(one).toBe(normalPhrase('lauft bei mir'))
  expect(normalPhrase('> only a quote')).toBeNull()
  expect(normalPhrase('x '.repeat(2_000))).toBeNull()
})

test.each(['It does not work', 'And now?', 'Fehler 500', 'Still broken'])(
  '“%s” is never learned as thanks',
  (text) => {
    expect(mayMeanNothing(text)).toBe(false)
  },
)

test('a thousand names, a long mail and a flood of signs are read at once', () => {
  for (const text of [
    'Thanks '.repeat(5_000),
    'Anna '.repeat(5_000),
    '\n'.repeat(50_000),
    'a:\n'.repeat(20_000),
  ]) {
    expect(isCourtesy(text)).toBe(false)
  }
})
