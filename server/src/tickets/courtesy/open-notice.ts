import { absenceWords, dateWords } from './absence-words.ts'
import { courtesyWords } from './courtesy-words.ts'
import { fold, foldedPattern } from './fold.ts'
import { gladWords } from './glad-words.ts'
import { moreAbsenceWords } from './more-absence-words.ts'
import { besideNotices, noticeSigns as signs, noticeWords } from './notice-words.ts'
import type { NoticeWords } from './notice-words.ts'
import { isThing, speaksOfFailure } from './trouble-words.ts'

type Kind = keyof NoticeWords
const kinds = [
  'left',
  'away',
  'long',
  'mail',
  'help',
  'replies',
  'back',
  'thanks',
  'until',
] as const
const patterns = new Map<Kind, RegExp>(
  [...kinds, 'wants' as const].map((kind) => [kind, patternOf(noticeWords[kind])]),
)

const longestSentence = 300
const mostSentences = 20
/** Of what a notice may say beside that somebody is away. */
const leastSaid = 2

/**
 * A notice in words that no list has: each of its sentences says who is away, until when, that mail is
 * read rarely, who helps meanwhile, or that an answer follows. One that says anything else, asks, or
 * names what the ticket is about is of a person.
 * @param text without greeting and signature
 * @param isMarked its subject is one of notices
 */
export function isOpenNotice(
  text: string,
  { isMarked, about }: { isMarked: boolean; about: string },
): boolean {
  const sentences = sentencesOf(withNames(withNumbers(text)))
  if (sentences.length === 0 || sentences.length > mostSentences) return false
  const subject = new Set(fold(about).match(/[\p{L}\p{N}]{4,}/gu))
  const said = new Set<Kind>()
  if (saysMore(sentences)) return false
  for (const sentence of sentences) {
    const found = kindsOf(sentence)
    if (found.length === 0 || wantsSomething(sentence, subject)) return false
    // “I cannot read mails” tells no failure
    const isOfMail = found.includes('mail') || found.includes('replies')
    if (!isOfMail && speaksOfFailure(sentence)) return false
    for (const kind of found) said.add(kind)
  }
  return isSaid(said, isMarked)
}

/** That they are away for a time, or for long. */
const dated = ['back', 'until', 'left', 'long'] as const

function isSaid(said: ReadonlySet<Kind>, isMarked: boolean): boolean {
  // who is back on a day, and says who helps until then, is away
  const isBackThen = said.has('back') && said.has('help')
  if (!said.has('away') && !said.has('left') && !isBackThen) return false
  // “Thank you for your mail. I am away and will be back on Monday”
  if (said.has('thanks') && said.has('back') && said.has('until')) return true
  const onlyNotices = ['mail', 'help', 'replies'] as const
  const more = [...onlyNotices, 'thanks' as const].filter((kind) => said.has(kind)).length
  const isDated = dated.some((kind) => said.has(kind))
  if (isMarked) return more + Number(isDated) > 0
  return onlyNotices.some((kind) => said.has(kind)) && more + Number(isDated) >= leastSaid
}

const mostUnknown = 1
const fewWords = 13
const unknownShare = 0.08

/** Words that no notice needs: what somebody signs, sends or wants back. Names stand before an address. */
function saysMore(sentences: readonly string[]): boolean {
  let [all, unknown] = [0, 0]
  for (const sentence of sentences) {
    const words = withoutNames(sentence).match(/[\p{L}']{2,}/gu) ?? []
    all += words.length
    unknown += words.filter((word) => !isKnown(word)).length
  }
  return unknown > Math.max(all < fewWords ? 0 : mostUnknown, unknownShare * all)
}

/** Who helps is named, in some words or others. */
function withoutNames(sentence: string): string {
  const bare = sentence.replaceAll(nameAndAddress, ' ')
  // “my colleague Ben signs the Contract”: whoever helps is named first
  const isNamed = bare !== sentence || !patterns.get('help')?.test(sentence)
  return isNamed ? bare : bare.replace(/(?:~\S+ ?){1,3}/, ' ')
}

const nameAndAddress = /(?:[\p{L}~.'-]{1,30}[ ,(:（]{1,3}){0,3}@/gu
const stems = [
  ...Object.values(noticeWords),
  ...Object.values(signs).map(({ source }) => source.replaceAll(/\\\w/g, ' ')),
].flatMap((words) => fold(words).match(/[\p{L}']{2,}/gu) ?? [])
/** How people are greeted, and the words of every sentence: “my”, “of”, “until”. */
const plain = [
  ...Object.values(courtesyWords).map(({ greets }) => greets),
  ...Object.values(gladWords).map(({ neutral }) => neutral),
]
const vocabulary = new Set([
  ...stems,
  ...plain.flatMap((words) => fold(words).match(/[\p{L}']{2,}/gu) ?? []),
  ...[absenceWords, moreAbsenceWords].flatMap((tables) =>
    Object.values(tables).flatMap((table) =>
      Object.values(table).flatMap((lines) => fold(lines).match(/[\p{L}']{2,}/gu) ?? []),
    ),
  ),
  ...(fold(`${dateWords} ${besideNotices}`).match(/[\p{L}']{2,}/gu) ?? []),
])
/** Of four letters and more: words of a pattern may end in any way. */
const beginnings = new Set(stems.filter((stem) => stem.length > 3))

function isKnown(word: string): boolean {
  if (word.split("'").some((part) => vocabulary.has(part)) || vocabulary.has(word)) return true
  for (let length = 4; length < word.length; length++)
    if (beginnings.has(word.slice(0, length))) return true
  return withoutSpaces.test(word)
}

const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

const telephone = /(?<![\p{L}\d/.+-])\+?\d[\d ()/-]{5,18}\d(?![\p{L}\d])/gu
const date = /^\d{1,2}\/\d{1,2}\/\d{2,4}$|^\d{4}-\d{2}-\d{2}$/

/** A number to call is an address. */
function withNumbers(text: string): string {
  return text.replaceAll(telephone, (digits) => (date.test(digits) ? digits : ' @ '))
}

/** No sentence ends behind these. */
const shortened =
  /(?<!\p{L})(m|mr|mrs|ms|mme|dr|hr|fr|sr|sra|dott|sig|ing|mgr|p|tel|tlf|puh|nr|ext|bzw|тел)\.(?=\s)/giu
const capital = /(?<=[^\s.!?:]\s{1,2})\p{Lu}[\p{L}'’-]+/gu

/** Words with a capital within a sentence that no notice has are names; in German they may be things, too. */
function withNames(text: string): string {
  return text.replaceAll(shortened, '$1').replaceAll(capital, named).replaceAll(firstName, named)
}

/** “Anne Bech helps”: what stands before a name at the beginning of a sentence. */
const firstName = /(?<=^|[.!?\n]\s?)\p{Lu}[\p{L}'’-]+(?= ~)/gu

function named(word: string): string {
  const folded = fold(word)
  return isKnown(folded) || isThing(folded) || folded.includes('mail') ? word : `~${word}`
}

function sentencesOf(text: string): string[] {
  return (
    fold(text)
      // “report” in German
      .replaceAll(/\b(uw|je|jouw|jullie) bericht\b/g, '$1 mail')
      .replaceAll(/\d{1,4}(?:[./-]\s?\d{1,4}){1,2}\.?|\d{1,2}[.:]\d{2}|(?<!\d)\d{1,2}\./g, '9')
      .split(/[!。！\n]+|\.(?=[\s(]|$)/)
      .map((sentence) => sentence.trim())
      .filter(Boolean)
  )
}

function kindsOf(sentence: string): Kind[] {
  if (sentence.length > longestSentence) return []
  const found = new Set(kinds.filter((kind) => patterns.get(kind)?.test(sentence)))
  const isDated =
    signs.today.test(sentence) ||
    (sentence.match(/\p{L}{3,}/gu) ?? []).some((word) => days.has(word))
  if (isAway(sentence)) found.add('away')
  if (found.has('away') && isDated) found.add('until')
  if (isDated && signs.returns.test(sentence)) found.add('back')
  if (signs.answers.test(sentence) && (isDated || signs.later.test(sentence))) found.add('replies')
  if (
    signs.mails.test(sentence) &&
    [signs.rarely, signs.handled, signs.unread].some((sign) => sign.test(sentence))
  )
    found.add('mail')
  return [...found]
}

/** Who is away, or which house is shut: near each other, in whatever order. */
function isAway(sentence: string): boolean {
  return (
    signs.notThere.test(sentence) ||
    (signs.selves.test(sentence) && signs.states.test(sentence)) ||
    (signs.houses.test(sentence) && signs.shut.test(sentence))
  )
}

const days = new Set(dateWords.split(/\s+/).filter(Boolean).map(fold))

function wantsSomething(sentence: string, subject: ReadonlySet<string>): boolean {
  if (patterns.get('wants')?.test(sentence)) return true
  const words = sentence.match(/[\p{L}\p{N}]+/gu) ?? []
  return words.some((word) => subject.has(word) || (isThing(word) && !ofMail.has(word)))
}

/** Things that notices speak of. */
const ofMail = new Set(['email', 'mail', 'письмо', fold('письмо')])

function patternOf(words: string): RegExp {
  const lines = words.split('\n').map((line) => line.trim())
  return new RegExp(lines.filter(Boolean).map(foldedPattern).join('|'), 'u')
}
