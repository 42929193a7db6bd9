import { present } from '@firstline/contract/present'
import type { Clause, ClauseWords } from './clause-words.ts'
import { wordsOf } from './fold.ts'
import type { Token } from './fold.ts'
import type { SlotWords } from './slot-words.ts'

type Words = ReadonlySet<string>
type Gate = { words: Words; first: Words; behind: Words }
type ClauseKind = 'says' | 'polite' | 'closes'
type ReadClause = {
  kind: ClauseKind
  core: Words
  around: Words
  needs: Words | null
  gate: Gate | null
  /** May a sentence begin with its verb? “Ist die Datei angekommen” asks, also without its mark. */
  mayBeginWithVerb: boolean
}

/** The clauses of `clause-words.ts`, with what fills their places in `slot-words.ts`. */
export function readClauses(
  { thanks, appreciated, received, entered, closed }: ClauseWords,
  slots: SlotWords,
): ReadClause[] {
  const { things, when, praise, served, are, always, closing } = slots
  const [ending = '', endingAround = ''] = closing.split('|')
  const thanked = { ...thanks, around: `${thanks.around} ${praise} ${served} ${always}` }
  const arrived = { ...received, around: `${received.around} ${things} ${when}` }
  const isIn = { ...entered, around: `${entered.around} ${when}` }
  // “You were fantastic”, “what a great service”
  const praised = { core: praise, around: `${are} ${praise}`, needs: `${served} ${are}` }
  return [
    { ...read(thanked), kind: 'says', mayBeginWithVerb: true },
    ...(appreciated
      ? [{ ...read(appreciated), kind: 'says' as const, mayBeginWithVerb: true }]
      : []),
    { ...read(arrived), kind: 'polite', mayBeginWithVerb: false },
    { ...read(isIn), kind: 'says', mayBeginWithVerb: false },
    { ...read(closed), kind: 'says', mayBeginWithVerb: true },
    { ...read(praised), kind: 'says', mayBeginWithVerb: false },
    { ...read({ core: ending, around: endingAround }), kind: 'closes', mayBeginWithVerb: true },
  ]
}

function read({ core, around, needs }: Clause) {
  const [free = '', gate, first = '', behind = ''] = around.split('|')
  return {
    core: wordsOf(core),
    around: wordsOf(free),
    needs: needs === undefined ? null : wordsOf(needs),
    gate: gate === undefined ? null : gateOf(gate, first, behind),
  }
}

function gateOf(words: string, first: string, behind: string): Gate {
  const begin = wordsOf(first)
  const rest = wordsOf(behind)
  return {
    words: wordsOf(words),
    first: begin.size > 0 ? begin : rest,
    behind: new Set([...begin, ...rest]),
  }
}

/** Verbs with which a question begins. */
const asking = wordsOf(`
  is are was were has have had can could may will would do does did am be
  ist sind war habe haben hat kann konnen konnt konnte darf durfen bin komme kommen
  est sont ai avons puis peut peux pouvons peuvent suis arrive
  ha han he hemos es esta puedo podemos pueden ho abbiamo e' sono posso possiamo riesco riusciamo
  foi posso podemos consigo conseguimos chegou chegaram llego llegaron
  zijn heb hebben heeft kan kunnen kon kom ben mag er har kan kunde kommer ar fikk fik
  on olen sain saimme tuli saapui voi paasen paasemme moge mozemy mohu muzu muzeme jsem jsme
  pot putem am могу можем пришел пришла пришло`)

/** Of the folded word a clause begins with. */
export function mayAsk(word: string): boolean {
  return asking.has(word)
}

const longest = 22

/** Where each of them may end that begins here. */
export function clausesFrom(
  clauses: readonly ReadClause[],
  tokens: readonly Token[],
  place: number,
): { end: number; kind: ClauseKind }[] {
  return clauses.flatMap((clause) => {
    if (!clause.mayBeginWithVerb && asking.has(tokens[place]?.word ?? '')) return []
    return endsOf(clause, tokens, place).map((end) => ({ end, kind: clause.kind }))
  })
}

function endsOf(
  { core, around, needs, gate }: ReadClause,
  tokens: readonly Token[],
  start: number,
) {
  const ends: number[] = []
  let [hasCore, hasNeed, isBehind] = [false, needs === null, false]
  let begins: Words | null = null
  for (let place = start; place < Math.min(tokens.length, start + longest); place++) {
    const { word, isFirst, isApart } = present(tokens[place])
    if (place > start && (isFirst || isApart)) break
    if (begins && !begins.has(word)) break
    begins = null
    if (gate?.words.has(word)) {
      isBehind = true
      begins = gate.first
      continue
    }
    const isCore = core.has(word)
    const isNeed = needs?.has(word) ?? false
    const mayStand = around.has(word) || (isBehind && gate?.behind.has(word))
    if (!isCore && !isNeed && !mayStand) break
    hasCore ||= isCore
    hasNeed ||= isNeed
    if (hasCore && hasNeed) ends.push(place + 1)
  }
  return ends
}
