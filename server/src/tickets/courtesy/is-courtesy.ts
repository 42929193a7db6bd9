import { ownProperty } from '@firstline/contract/own-property'
import { present } from '@firstline/contract/present'
import { clausesFrom, readClauses } from './clauses.ts'
import { morePhrases, moreWords } from './clause-words.ts'
import { courtesyWords, everywhere } from './courtesy-words.ts'
import type { CourtesyWords } from './courtesy-words.ts'
import { fold, tokensOf, wordsOf } from './fold.ts'
import { knownClausesOf, readKnownClause } from './known-clauses.ts'
import type { Token } from './fold.ts'
import { kindWords, moreWhen } from './kind-words.ts'
import { moreCourtesyWords } from './more-courtesy-words.ts'
import {
  clausesAt as wholeClausesAt,
  isAppointment,
  openClausesFrom,
  openClausesOf,
  parts,
  saysTwice,
} from './open-clauses.ts'
import { ownLines } from './own-words.ts'
import { addPhrases, phrasesAt } from './phrases.ts'
import type { Phrases } from './phrases.ts'
import { readPhrases } from './read-phrases.ts'
import type { Reading } from './read-phrases.ts'
import { isSigned } from './signature.ts'
import { asksOrFrowns, isNoName } from './trouble-words.ts'
import { slotWords } from './slot-words.ts'
import type { SlotWords } from './slot-words.ts'
import { moreSays, partings } from './well-words.ts'
import { worksWords } from './works-words.ts'
import type { WorksWords } from './works-words.ts'

type Kind = 'says' | 'polite' | 'greets' | 'closes'

/**
 * Each language for itself: “fast” is praise in English and “almost” in German. What people write in
 * every language is in each.
 */
const languages = Object.keys({ ...courtesyWords, ...moreCourtesyWords }).map((name) => {
  const phrases: Phrases<Kind> = new Map()
  const kinds = ownProperty(kindWords, name)
  const known: (Partial<CourtesyWords> | undefined)[] = [
    ownProperty(courtesyWords, name),
    ownProperty(moreCourtesyWords, name),
    kinds && { says: kinds.says, polite: kinds.polite },
    everywhere,
  ]
  for (const kind of ['says', 'polite', 'greets', 'closes'] as const) {
    for (const words of known) addPhrases(phrases, words?.[kind] ?? '', kind)
  }
  const more = ownProperty(moreWords, name)
  const slots = slotsOf(name)
  const works = worksOf(name)
  addPhrases(phrases, ownProperty(moreSays, name) ?? '', 'says')
  addPhrases(phrases, ownProperty(partings, name) ?? '', 'polite')
  for (const kind of ['says', 'polite'] as const) {
    addPhrases(phrases, (more ?? ownProperty(morePhrases, name))?.[kind] ?? '', kind)
  }
  return {
    phrases,
    clauses: more && slots ? readClauses(more, slots) : [],
    open: openClausesOf(name, slots, works),
    known: knownClausesOf(name),
    ...clauseWords(works, slots?.when),
  }
})
type Language = (typeof languages)[number]

function slotsOf(name: string): SlotWords | undefined {
  const slots = ownProperty(slotWords, name)
  return slots && { ...slots, when: `${slots.when} ${ownProperty(moreWhen, name) ?? ''}` }
}

/** “It has worked since Monday” */
function worksOf(name: string): WorksWords | undefined {
  const works = ownProperty(worksWords, name)
  const since = ownProperty(kindWords, name)?.since ?? ''
  return works && { ...works, around: `${works.around} ${since}` }
}

function clauseWords(
  { around, links, works }: WorksWords = { around: '', links: '', works: '' },
  when = '',
) {
  return { around: wordsOf(`${around} ${when}`), links: wordsOf(links), works: wordsOf(works) }
}
const pleased = new Set(
  '👍🙏❤💙💚💛💜🧡🖤🤍💕💖🎉😊😀😃😄😁🙂😉👌🥳💯✅✔🤩😍🥰😘🤗👏🙌💪🤝🌟⭐✨🍻🍺☕🌈🌞☀🚀😎🤘👋💐🌹🌸🍀☺😇🫶🔥🏆🎊',
)
/** With a wink: adds nothing. */
const winking = new Set('😅😂🤣😆😌🙃😜😝😋🤭🙈')
/** Names before a title or a greeting: 佐藤様, Lena様, 王丽您好, “Анна, здравствуйте”. */
const addressed =
  /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}\p{Script=Latin}ー・ 　]{1,30}(?:様|さま|さん|御中|先生|老师|님)[、,]?$|^(?:\p{Script=Han}{1,3}|\p{Lu}\p{Ll}{1,20}(?: \p{Lu}\p{Ll}{1,20})?) ?(?:小姐|女士|先生|老师|经理|總|总)?[，,、]?\s?(?=[你您]好)|^\p{Lu}\p{Ll}{1,20}(?: \p{Lu}\p{Ll}{1,20})?, ?(?=здравствуйте|добр|привет|віта)/mu
const mostTokens = 120
/** With the legal words below them. */
const longestThanks = 6_000

/**
 * Is this nothing but thanks, “it works”, “you can close”? Every word must be one that can say
 * nothing else, then a signature may follow. What is not known reopens: a person can take that back
 * with a click, while a problem that was taken for thanks would leave a customer alone.
 */
export function isCourtesy(text: string, sender: Sender = null): boolean {
  const signers = namesOf(sender)
  const own = ownLines(text)
  if (own.join('\n').length > longestThanks) return false
  return isSigned(own, (lines) => readThanks(lines, signers))
}

type Sender = { name: string | null; email: string | null } | null

/** “Thanks! Pete”, from Pete: the words by which a sender signs. */
function namesOf(sender: Sender): ReadonlySet<string> {
  const [local = ''] = sender?.email?.split('@') ?? []
  const words = tokensOf(`${sender?.name ?? ''} ${local.replaceAll(/[._-]/g, ' ')}`.slice(0, 200))
  return new Set(words.map(({ word }) => word).filter((word) => !isNoName(word)))
}

/** Nothing of one's own at all: only a quote, a signature of the phone, blank lines. */
export function isEmptyAnswer(text: string): boolean {
  return ownLines(text).every((line) => line === '')
}

/** Nothing where a word stands that thanks do not need, or nobody says thanks. */
function readThanks(lines: readonly string[], signers: ReadonlySet<string>): Reading<Kind>[] {
  const body = lines.join('\n').replace(addressed, '')
  if (asksOrFrowns(body) || blamesDelay(fold(body))) return []
  const tokens = tokensOf(body).map(spelt)
  if (tokens.length > mostTokens) return []
  const read = languages.flatMap((language) =>
    readPhrases<Kind>(tokens, {
      phrasesFrom: (place) => phrasesFrom(language, tokens, place),
      namesFrom: (place, after) => {
        const { word, isCapital } = present(tokens[place])
        const isSigner = isCapital && signers.has(word)
        return [...(isSigner ? [place + 1] : []), ...namesFrom(tokens, place, after)]
      },
    }),
  )
  return read.filter(({ kinds }) => kinds.has('says'))
}

const soLate =
  /(?<!\p{L})(?:so|too|very|tan|muy|tao|muito|cosi|molto|si|aussi|tres|trop|zo|te|heel|sa|for|niin|liian|tak|bardzo|так|очень|дуже|ilyen|asa) (?:late|tarde|tardi|tard|laat|spat|sent|sene|myohaan|pozno|pozde|поздно|пізно|keson|tarziu)(?!\p{L})/u
const apology =
  /sorry|apolog|entschuldig|verzeih|leid|perdon|disculp|siento|desole|excus|pardon|scus|desculp|forlat|ursakta|undskyld|beklag|anteeksi|pahoittel|przeprasz|omlouv|извин|прост|вибач|elnezes|bocsan|scuze/u

/** “Thanks for answering so late” blames; “sorry for answering so late” does not. */
function blamesDelay(folded: string): boolean {
  return soLate.test(folded) && !apology.test(folded)
}

function phrasesFrom(language: Language, tokens: readonly Token[], place: number) {
  const isPleased = pleased.has(present(tokens[place]).word)
  if (isPleased) return [{ end: place + 1, kind: 'says' as const }]
  if (winking.has(present(tokens[place]).word)) return [{ end: place + 1, kind: 'polite' as const }]
  return [
    ...(parts(tokens, place) ? [{ end: place + 1, kind: 'polite' as const }] : []),
    ...phrasesAt(language.phrases, tokens, place),
    ...clausesAt(language, tokens, place),
    ...clausesFrom(language.clauses, tokens, place),
    ...openClausesFrom(language.open, tokens, place),
    ...knownClauseFrom(language, tokens, place),
  ]
}

function knownClauseFrom({ known }: Language, tokens: readonly Token[], place: number) {
  return wholeClausesAt(tokens, place).flatMap(({ end, words, isWhole }) => {
    const kind = isWhole ? readKnownClause(known, words) : null
    return kind === null ? [] : [{ end, kind }]
  })
}

/** “It works for Ben”, “in Chrome”: what follows is no name that is thanked. */
const limiting = wordsOf('for in on with bei mit im auf chez avec para con en voor met bij hos med')
/** No name follows an article: “danke für die Belehrung”. */
const articles = wordsOf(
  'the a an your my our this that die der das den dem ein eine ihre ihren eure euren le la les un une votre vos el los las su sus il lo gli i o os as de het een det den',
)
const longestClause = 14

/** “Everything is fine again”: see `works-words.ts`. */
function clausesAt({ around, links, works }: Language, tokens: readonly Token[], place: number) {
  const clauses: { end: number; kind: 'says' }[] = []
  if (!around.has(present(tokens[place]).word)) return clauses
  const clause = tokens.slice(place, place + longestClause)
  const next = clause.findIndex(({ isFirst }, index) => index > 0 && isFirst)
  const within = next === -1 ? clause : clause.slice(0, next)
  const words = within.map(({ word }) => word)
  if (isAppointment(words) || saysTwice(words)) return clauses
  let saysSo = false
  for (const [index, { word, isFirst }] of tokens.slice(place, place + longestClause).entries()) {
    if (index > 0 && isFirst) break
    saysSo ||= works.has(word)
    if (!saysSo && !around.has(word) && !links.has(word)) break
    if (saysSo && !works.has(word) && !around.has(word)) break
    if (saysSo) clauses.push({ end: place + index + 1, kind: 'says' })
  }
  return clauses
}

/** “Thanks Anna”, “Dear Ms. Lind”, “Best, Mara Lind”: up to three words with a capital. */
function namesFrom(tokens: readonly Token[], place: number, after: Kind | null): number[] {
  const isAddressed = after === 'greets' || after === 'closes'
  if (after === 'greets' && withoutCapitals.test(tokens[place]?.word ?? '')) {
    return namesWithoutCapitals(tokens, place)
  }
  if (present(tokens[place]).isFirst && !isAddressed) return []
  const before = tokens[place - 1]?.word ?? ''
  if (!isAddressed && (limiting.has(before) || articles.has(before))) return []
  const ends: number[] = []
  for (let end = place; end < place + 3; end++) {
    const token = tokens[end]
    if (!token?.isCapital || isNoName(token.word)) break
    ends.push(end + 1)
  }
  return ends
}

const withoutCapitals = /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}]+$/u

/** “السلام عليكم أستاذة سارة،”: one or two words, then a comma or the end of the line. */
function namesWithoutCapitals(tokens: readonly Token[], place: number): number[] {
  const [first, second] = [tokens[place], tokens[place + 1]]
  if (!first || first.isFirst || first.isApart || isNoName(first.word)) return []
  if (ends(second)) return [place + 1]
  return second && !isNoName(second.word) && ends(tokens[place + 2]) ? [place + 2] : []
}

function ends(next: Token | undefined): boolean {
  return next === undefined || next.isFirst || next.isApart
}

/** Words that are typed in a hurry, by their letters. */
const oftenTyped = new Map(
  'thanks thank danke vielen merci gracias muchas grazie mille obrigado obrigada bedankt dziekuje dekuji tesekkurler perfect perfekt'
    .split(' ')
    .map((word) => [lettersOf(word), word]),
)

/** “Thnaks”, “dnake”: the first letter, then the same ones in another order. */
function spelt(token: Token): Token {
  const meant = token.word.length >= 5 ? oftenTyped.get(lettersOf(token.word)) : undefined
  return meant === undefined ? token : { ...token, word: meant }
}

function lettersOf(word: string): string {
  return word.slice(0, 1) + word.slice(1).split('').toSorted().join('')
}
