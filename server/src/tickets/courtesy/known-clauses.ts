import { ownProperty } from '@firstline/contract/own-property'
import { mayAsk } from './clauses.ts'
import { morePhrases, moreWords } from './clause-words.ts'
import { courtesyWords } from './courtesy-words.ts'
import { fold, wordsOf } from './fold.ts'
import { gladWords } from './glad-words.ts'
import { kindWords, moreWhen } from './kind-words.ts'
import { moreCourtesyWords } from './more-courtesy-words.ts'
import { isAppointment, isWish, saysTwice, saysTwo } from './open-clauses.ts'
import { slotWords } from './slot-words.ts'
import { isThing, mayBeThanked } from './trouble-words.ts'
import { worksWords } from './works-words.ts'

type Words = ReadonlySet<string>

/**
 * Clauses of which every word is one that courtesy is said with in that language, in an order that no
 * list has: “so now the problem is solved”. One of them says that it is done, works, or may be closed.
 */
export type KnownClauses = {
  /** Of lists whose words may stand in any order. */
  loose: Words
  /** Of phrases: in them “not” and “problem” mean something else than alone. */
  phrased: Words
  done: Words
  works: Words
  /** Behind “it works”: “on and off”, “in the morning” would be half a success. */
  behind: Words
  closed: Words
  /** “Can”, “may”: what only tells that it was closed may complain. */
  mayClose: Words
  /** What stands with these in a phrase; nobody says “close the account” in one. */
  besideClosed: Words
  thanks: Words
}

export function knownClausesOf(name: string): KnownClauses {
  const glad = ownProperty(gladWords, name)
  const works = ownProperty(worksWords, name)
  const slots = ownProperty(slotWords, name)
  const more = ownProperty(moreWords, name)
  const phrases = linesOf(
    [courtesyWords, moreCourtesyWords, moreWords, morePhrases, kindWords].map((tables) =>
      tableOf(tables, name),
    ),
  )
  const closed = wordsOf(more?.closed.core ?? '')
  return {
    loose: piecesOf(
      linesOf([glad, works, slots, ownProperty(moreWhen, name), more?.thanks.around]),
    ),
    phrased: piecesOf(phrases),
    done: wordsOf(`${glad?.glad ?? ''} ${slots?.praise ?? ''}`),
    works: wordsOf(works?.works ?? ''),
    behind: piecesOf(linesOf([works, glad?.glad, slots?.when])),
    closed,
    mayClose: wordsOf(more?.closed.needs ?? ''),
    besideClosed: piecesOf([
      more?.closed.around ?? '',
      ...phrases.filter((line) => piecesIn(line).some((word) => closed.has(word))),
    ]),
    thanks: wordsOf(more?.thanks.core ?? ''),
  }
}

/** Whatever each of the tables has for a language. */
function tableOf(tables: Readonly<Record<string, unknown>>, name: string): unknown {
  return ownProperty(tables, name)
}

/** A phrase is a line, whatever the table's notation. */
function linesOf(table: unknown): string[] {
  if (typeof table === 'string') return table.split('\n')
  return table && typeof table === 'object' ? Object.values(table).flatMap(linesOf) : []
}

function piecesOf(lines: readonly string[]): Words {
  return new Set(lines.flatMap(piecesIn))
}

function piecesIn(line: string): string[] {
  return fold(line).match(/[\p{L}']+(?:-[\p{L}']+)*/gu) ?? []
}

const longest = 12
/** “A real fix is fine too”: of one that there is not. */
const indefinite = wordsOf('a an ein eine einen un une una uno um uma een en ett et')

const troubles = wordsOf(
  'problem problems issue issues error fehler probleme probleem problema problemas problemi problemet проблема проблему sorun',
)
/** “The problem is solved” speaks of none. */
const solved = wordsOf(
  'solved fixed resolved sorted gelost behoben erledigt regle resolu resuelto solucionado risolto resolvido solucionado opgelost verholpen rozwiazany vyresen lost fikset решена решено вирішена cozuldu',
)

/** Of a whole clause, folded. */
export function readKnownClause(
  words: KnownClauses,
  clause: readonly string[],
): 'says' | 'polite' | null {
  const { loose, phrased, thanks, closed, mayClose, besideClosed } = words
  const [first = ''] = clause
  if (clause.length < 2 || clause.length > longest) return null
  if (mayAsk(first) || indefinite.has(first)) return null
  if (isAppointment(clause) || saysTwice(clause) || isWish(clause, loose) || saysTwo(clause))
    return null
  const isSolved = clause.some((word) => solved.has(word))
  const isKnown = (word: string) =>
    loose.has(word) || (phrased.has(word) && mayBeThanked(word)) || (isSolved && troubles.has(word))
  // thanks may ask for what they name: there the clauses of thanks know better
  if (!clause.every(isKnown) || clause.some((word) => thanks.has(word))) return null
  if (clause.some((word) => closed.has(word)))
    return clause.some((word) => mayClose.has(word)) &&
      clause.every((word) => besideClosed.has(word) && !isThing(word))
      ? 'says'
      : null
  return isDone(words, clause) ? 'polite' : null
}

function isDone({ done, works, behind }: KnownClauses, clause: readonly string[]): boolean {
  const place = clause.findIndex((word) => works.has(word))
  if (place === -1) return clause.some((word) => done.has(word))
  return clause.slice(place + 1).every((word) => behind.has(word))
}
