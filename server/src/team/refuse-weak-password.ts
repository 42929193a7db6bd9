import { minPasswordLength } from '@firstline/contract/sign-in'
import type { PasswordFault } from '@firstline/contract/sign-in'
import type { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { Invalid } from '#server/core/errors.ts'

const sentences: Record<PasswordFault, string> = {
  short: `A password needs at least ${minPasswordLength} characters`,
  common: 'This password, or one very like it, is in lists that attackers try first',
  personal: 'This password is made of your name, address or organisation',
  guessable:
    'This password is guessed quickly: it repeats itself, or follows the keyboard or a date',
}

/** Guesses below which a password is refused: ten thousand a second need four months. */
const fewestGuesses = 1e11

/** What follows makes a password no worse; patterns over more would hold the process for seconds. */
const judgedLength = 40

/**
 * Judged offline: lists of leaked passwords, names and words, patterns of the keyboard, dates and
 * repetitions, and what belongs to the person.
 * @param personal name, address, organisation
 * @throws Invalid `password.short`, `.common`, `.personal` or `.guessable`
 */
export async function refuseWeakPassword(
  password: string,
  personal: readonly string[],
): Promise<void> {
  const fault = await faultOf(password, personal)
  if (fault) throw new Invalid(`password.${fault}`, sentences[fault])
}

async function faultOf(
  password: string,
  personal: readonly string[],
): Promise<PasswordFault | null> {
  // letters that look alike are one letter to who guesses
  const folded = password.normalize('NFKC')
  if (folded.trim().length < minPasswordLength) return 'short'
  // a date, a telephone number: few are as long as they look
  if (!/\p{L}/u.test(folded)) return 'guessable'
  const words = wordsOf(personal)
  const judged = (await judge()).check(folded.slice(0, judgedLength), words)
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

let judging: Promise<ZxcvbnFactory> | undefined

/** The lists take 20 MB; they are read when the first password is set. */
function judge(): Promise<ZxcvbnFactory> {
  judging ??= readLists()
  return judging
}

async function readLists(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, english, german] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
    import('@zxcvbn-ts/language-de'),
  ])
  const own = ['firstline', 'support', 'helpdesk', 'passwort', 'kennwort', 'willkommen', 'hallo']
  return new ZxcvbnFactory({
    dictionary: {
      ...common.dictionary,
      ...english.dictionary,
      ...german.dictionary,
      own,
    },
    // no Levenshtein distance: it holds the process for seconds a password
    graphs: common.adjacencyGraphs,
  })
}
