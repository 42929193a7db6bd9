import { minPasswordLength } from '@firstline/contract/sign-in'
import type { PasswordFault } from '@firstline/contract/sign-in'
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import * as common from '@zxcvbn-ts/language-common'
import * as german from '@zxcvbn-ts/language-de'
import * as english from '@zxcvbn-ts/language-en'
import { answerInProcess } from '#server/core/answer-in-process.ts'

/** @param personal name, address, organisation */
export type PasswordQuestion = { password: string; personal: readonly string[] }

/** Guesses below which a password is refused: ten thousand a second need four months. */
const fewestGuesses = 1e11

/** What follows makes a password no worse; patterns over more would hold the process for seconds. */
const judgedLength = 40

function faultOf({ password, personal }: PasswordQuestion): PasswordFault | null {
  // letters that look alike are one letter to who guesses
  const folded = password.normalize('NFKC')
  if (folded.trim().length < minPasswordLength) return 'short'
  // a date, a telephone number: few are as long as they look
  if (!/\p{L}/u.test(folded)) return 'guessable'
  const words = wordsOf(personal)
  const judged = judge.check(folded.slice(0, judgedLength), words)
  if (judged.guesses >= fewestGuesses && !isMostly(folded, words)) return null
  const longest = judged.sequence.toSorted((a, b) => b.token.length - a.token.length)[0]
  if (isMostly(folded, words)) return 'personal'
  return longest?.pattern === 'dictionary' ? 'common' : 'guessable'
}

/** Names and addresses with their parts: `Ada Berg`, `ada`, `berg`, `firstline`. */
function wordsOf(personal: readonly string[]): string[] {
  const parts = personal.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
  const words = parts.map((part) => part.toLowerCase()).filter((part) => part.length >= 3)
  return [...new Set(words)]
}

/** Half of it or more is what everybody knows of the person. */
function isMostly(password: string, words: readonly string[]): boolean {
  const whole = plain(password)
  let rest = whole
  for (const word of words.map(plain).toSorted((a, b) => b.length - a.length)) {
    if (word.length >= 3) rest = rest.replaceAll(word, '')
  }
  return rest.length * 2 <= whole.length
}

const looksLike = new Map([
  ['@', 'a'],
  ['4', 'a'],
  ['3', 'e'],
  ['1', 'i'],
  ['0', 'o'],
])

/** As one says it: `@DA-B3rg` is `ada berg`. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[@4310]/g, (sign) => looksLike.get(sign) ?? sign)
    .replaceAll(/[$5]/g, 's')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

const own = ['firstline', 'support', 'helpdesk', 'passwort', 'kennwort', 'willkommen', 'hallo']

/** The lists take 20 MB, which this process alone has. */
const judge = new ZxcvbnFactory({
  dictionary: { ...common.dictionary, ...english.dictionary, ...german.dictionary, own },
  // no Levenshtein distance: it takes seconds a password
  graphs: common.adjacencyGraphs,
})

answerInProcess(faultOf)
