import { ownProperty } from '@firstline/contract/own-property'
import { present } from '@firstline/contract/present'
import { absenceSubjects, absenceWords, dateWords } from './absence-words.ts'
import { courtesyWords, everywhere } from './courtesy-words.ts'
import { fold, tokensOf } from './fold.ts'
import type { Token } from './fold.ts'
import { moreAbsenceWords } from './more-absence-words.ts'
import { isOpenNotice } from './open-notice.ts'
import { ownLines } from './own-words.ts'
import { addPhrases, phrasesAt } from './phrases.ts'
import type { Phrases } from './phrases.ts'
import { readPhrases } from './read-phrases.ts'
import type { Reading } from './read-phrases.ts'
import { isSigned } from './signature.ts'
import { isNoName, speaksOfFailure } from './trouble-words.ts'

type Kind = 'away' | 'back' | 'marks' | 'urgent' | 'asks' | 'adds' | 'greets' | 'closes'

const languages = Object.entries(absenceWords).map(([name, absence]) => {
  const phrases: Phrases<Kind> = new Map()
  const more = ownProperty(moreAbsenceWords, name) ?? {}
  for (const kind of ['away', 'back', 'marks', 'urgent', 'asks', 'adds'] as const) {
    addPhrases(phrases, absence[kind], kind)
    addPhrases(phrases, more[kind] ?? '', kind)
  }
  for (const { polite, greets, closes } of [
    ownProperty(courtesyWords, name) ?? everywhere,
    everywhere,
  ]) {
    addPhrases(phrases, polite, 'adds')
    addPhrases(phrases, greets, 'greets')
    addPhrases(phrases, closes, 'closes')
  }
  return phrases
})
const dates = new Set(dateWords.split(/\s+/).filter(Boolean).map(fold))

const beginning = new RegExp(
  `^[^\\p{L}]{0,3}(?:${absenceSubjects.join('|')})(?=$|[^\\p{L}\\p{N}])[\\s:：–—-]*`,
  'u',
)
const answering =
  /^\s*(?:(?:re|aw|sv|vs|va|antw|antwort|odp|rif|res|ynt|r|απ|ответ|回复|答复|返信|回覆)\s?(?:\[\d+\]|\(\d+\))?\s?[:：]\s*)+/iu
const tag = /\[[^\]]{1,40}\]/g
const longestNotice = 3_000
const mostTokens = 250

type Answer = {
  subject: string
  text: string
  /** Of the ticket it answers to: people write about notices of absence too. */
  ticketSubject: string
}

/**
 * Is this answer a notice of absence that does not say so in its headers? Either its subject is ours
 * behind the words that programs put before it, or all of it is what notices are made of. A person
 * who is away and wants something says so in other words, and is never taken for a program.
 */
export function isAbsence({ subject, text, ticketSubject }: Answer): boolean {
  const own = ownLines(text).join('\n')
  if (own.length > longestNotice) return false
  const marked = markedBy(subject, ticketSubject)
  if (marked === 'program' && !wantsSomething(fold(own))) return true
  return isNotice(own, marked === 'words') || isOpen(own, marked !== null, ticketSubject)
}

/** In words that no list has, but of which each sentence says what only notices say. */
function isOpen(own: string, isMarked: boolean, about: string): boolean {
  return isSigned(own.split('\n'), (lines) => {
    const { greeted, closed } = withoutFormulas(lines)
    const text = greeted.join('\n').replaceAll(plainAddress, ' @ ')
    return isOpenNotice(text, { isMarked, about }) ? [{ last: closed ? 'closes' : null }] : []
  })
}

const plainAddress = /[\w.+-]{1,64}@[\w.-]{1,255}/g

/** Without “Dear Sir,” above and “Kind regards” below. */
function withoutFormulas(lines: readonly string[]): { greeted: string[]; closed: boolean } {
  const filled = lines.filter(Boolean)
  const isOf = (line: string | undefined, kind: Kind) =>
    line !== undefined && line.length <= 60 && isFormula(line, kind)
  const from = filled.length > 1 && isOf(filled[0], 'greets') ? 1 : 0
  const closed = filled.length > 1 && isOf(filled.at(-1), 'closes')
  const greeted = filled.slice(from, closed ? -1 : undefined)
  // “… as soon as I can. Best, Una”
  const last = greeted.at(-1) ?? ''
  const end = Math.max(...['. ', '! '].map((sign) => last.lastIndexOf(sign)))
  if (end > 0 && isOf(last.slice(end + 2), 'closes')) greeted.splice(-1, 1, last.slice(0, end + 1))
  return { greeted, closed }
}

function isFormula(line: string, kind: Kind): boolean {
  const tokens = tokensOf(line)
  return languages.some((phrases) =>
    phrasesAt(phrases, tokens, 0).some((found) => {
      const rest = tokens.slice(found.end)
      return found.kind === kind && rest.length <= 4 && rest.every(({ isCapital }) => isCapital)
    }),
  )
}

function wantsSomething(said: string): boolean {
  const words = said.split(/\s+/).filter((word) => !/.:\/\/./.test(word))
  return /[?？؟]/.test(words.join(' ')) || speaksOfFailure(said)
}

/** How far the subject shows a notice: a program's, before our own subject; or only its words. */
function markedBy(line: string, ticketSubject: string): 'program' | 'words' | null {
  const given = fold(line).trim()
  const ours = bareSubject(ticketSubject)
  if (answering.test(given) || given === ours) return null
  const begun = beginning.exec(given)
  if (!begun) return null
  const rest = bareSubject(given.slice(begun[0].length))
  return rest !== '' && rest === ours ? 'program' : 'words'
}

function bareSubject(line: string): string {
  return fold(line).replace(tag, '').trim().replace(answering, '').trim()
}

/** Every word is one of a notice: who is away, and what only notices add. */
function isNotice(own: string, isMarked: boolean): boolean {
  return isSigned(own.split('\n'), (lines) =>
    readNotice(lines).filter(({ kinds }) =>
      isMarked
        ? kinds.has('away') || kinds.has('back')
        : kinds.has('away') && (kinds.has('marks') || kinds.has('urgent')),
    ),
  )
}

/** Stands for an address in what is read. */
const placeholder = 'mailaddress'
const addresses =
  /[^\s()<>,;:[\]]{1,64}@[^\s()<>,;:[\]]{1,255}|https?:\/\/[^\s()<>]{1,2000}|www\.[^\s()<>]{1,2000}/giu

function readNotice(lines: readonly string[]): Reading<Kind>[] {
  const body = lines.join('\n').replaceAll(addresses, ` ${placeholder} `)
  const tokens = tokensOf(body)
  if (tokens.length > mostTokens || /[?？؟]/.test(body)) return []
  return languages.flatMap((phrases) =>
    readPhrases<Kind>(tokens, {
      phrasesFrom: (place) => phrasesFrom(phrases, tokens, place),
      namesFrom: (place, after) => namesFrom(tokens, place, after),
    }),
  )
}

function phrasesFrom(
  phrases: Phrases<Kind>,
  tokens: readonly Token[],
  place: number,
): { end: number; kind: Kind }[] {
  const { word } = present(tokens[place])
  const isTime = dates.has(word) || /^\d.{0,7}$/u.test(word) || word === placeholder
  const known = phrasesAt(phrases, tokens, place)
  return isTime ? [...known, { end: place + 1, kind: 'adds' }] : known
}

const beforeNames: ReadonlySet<Kind> = new Set(['urgent', 'asks', 'greets', 'closes'])

/** Whom to ask: named after the words that send there, or before an address. */
function namesFrom(tokens: readonly Token[], place: number, after: Kind | null): number[] {
  const asian = asianName(tokens, place, after)
  if (asian !== null) return [asian]
  const isSentThere = after !== null && beforeNames.has(after)
  const ends: number[] = []
  for (let end = place; end < place + 4; end++) {
    const token = tokens[end]
    if (!token || !(token.isCapital || hasNoCapitals.test(token.word)) || isNoName(token.word))
      break
    const isBeforeAddress = tokens[end + 1]?.word === placeholder
    if (isBeforeAddress || (isSentThere && token.isCapital)) ends.push(end + 1)
  }
  return ends
}

const hasNoCapitals = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}]+$/u

/** “联系李明”, “田中までご連絡ください”, “김민수에게 연락”, “التواصل مع أحمد”: whom to ask. */
function asianName(tokens: readonly Token[], place: number, after: Kind | null): number | null {
  const { word } = tokens[place] ?? { word: '' }
  if (/^\p{Script=Hangul}{2,5}(?:에게|께)$/u.test(word)) return place + 1
  const isAsked = after === 'asks'
  if (/^\p{Script=Arabic}{2,}$/u.test(word))
    return isAsked && endsAt(tokens, place + 1) ? place + 1 : null
  if (!/^\p{Script=Han}$/u.test(word)) return null
  let end = place
  while (end < place + 4 && /^\p{Script=Han}$/u.test(tokens[end]?.word ?? '')) end += 1
  const isBeforeAsking = tokens[end]?.word === 'ま' && tokens[end + 1]?.word === 'で'
  return isBeforeAsking || (isAsked && endsAt(tokens, end)) ? end : null
}

function endsAt(tokens: readonly Token[], place: number): boolean {
  const next = tokens[place]
  return next === undefined || next.isFirst || next.isApart
}
