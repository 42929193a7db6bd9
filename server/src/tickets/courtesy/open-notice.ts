import { absenceWords, dateWords } from './absence-words.ts'
import { fold } from './fold.ts'
import { moreAbsenceWords } from './more-absence-words.ts'
import { besideNotices, noticeWords } from './notice-words.ts'
import type { NoticeWords } from './notice-words.ts'
import { isThing, speaksOfFailure } from './trouble-words.ts'

type Kind = keyof NoticeWords
const kinds = ['left', 'away', 'mail', 'help', 'replies', 'back', 'thanks', 'until'] as const
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
  const sentences = sentencesOf(text)
  if (sentences.length === 0 || sentences.length > mostSentences) return false
  const subject = new Set(fold(about).match(/[\p{L}\p{N}]{4,}/gu))
  const said = new Set<Kind>()
  if (saysMore(sentences)) return false
  for (const sentence of sentences) {
    const found = kindsOf(sentence)
    if (found.length === 0 || wantsSomething(sentence, subject)) return false
    // “I cannot read mails” tells no failure
    if (!found.includes('mail') && speaksOfFailure(sentence)) return false
    for (const kind of found) said.add(kind)
  }
  return isSaid(said, isMarked)
}

function isSaid(said: ReadonlySet<Kind>, isMarked: boolean): boolean {
  if (!said.has('away') && !said.has('left')) return false
  const onlyNotices = ['mail', 'help', 'replies'] as const
  const more = [...onlyNotices, 'thanks' as const].filter((kind) => said.has(kind)).length
  const isDated = said.has('back') || said.has('until') || said.has('left')
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
    const words = sentence.replaceAll(nameAndAddress, ' ').match(/[\p{L}']{2,}/gu) ?? []
    all += words.length
    unknown += words.filter((word) => !isKnown(word)).length
  }
  return unknown > Math.max(all < fewWords ? 0 : mostUnknown, unknownShare * all)
}

const nameAndAddress = /(?:[\p{L}.'-]{1,30}[ ,(:（]{1,3}){0,3}@/gu
const stems = Object.values(noticeWords).flatMap(
  (words) => fold(words).match(/[\p{L}']{2,}/gu) ?? [],
)
const vocabulary = new Set([
  ...stems,
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
  if (vocabulary.has(word) || vocabulary.has(word.split("'", 1)[0] ?? '')) return true
  for (let length = 4; length < word.length; length++)
    if (beginnings.has(word.slice(0, length))) return true
  return withoutSpaces.test(word)
}

const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

function sentencesOf(text: string): string[] {
  return fold(text)
    .replaceAll(/\d{1,4}(?:[./-]\s?\d{1,4}){1,2}\.?|\d{1,2}[.:]\d{2}|\d{1,4}\./g, '9')
    .split(/[!。！\n]+|\.(?=[\s(]|$)/)
    .map((sentence) => sentence.trim())
    .filter(Boolean)
}

function kindsOf(sentence: string): Kind[] {
  if (sentence.length > longestSentence) return []
  return kinds.filter((kind) => patterns.get(kind)?.test(sentence))
}

function wantsSomething(sentence: string, subject: ReadonlySet<string>): boolean {
  if (patterns.get('wants')?.test(sentence)) return true
  const words = sentence.match(/[\p{L}\p{N}]+/gu) ?? []
  return words.some((word) => subject.has(word) || (isThing(word) && !ofMail.has(word)))
}

/** Things that notices speak of. */
const ofMail = new Set(['email', 'mail', 'письмо', fold('письмо')])

function patternOf(words: string): RegExp {
  const lines = words.split('\n').map((line) => line.trim())
  return new RegExp(lines.filter(Boolean).map(fold).join('|'), 'u')
}
