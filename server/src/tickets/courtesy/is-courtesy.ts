import { courtesyWords } from './courtesy-words.ts'
import { tokensOf } from './fold.ts'
import type { Token } from './fold.ts'
import { ownLines } from './own-words.ts'
import { addPhrases, phrasesAt } from './phrases.ts'
import type { Phrases } from './phrases.ts'
import { isSignature } from './signature.ts'
import { isNoName } from './trouble-words.ts'

type Kind = 'says' | 'polite' | 'greets' | 'closes'

const phrases: Phrases<Kind> = new Map()
for (const language of Object.values(courtesyWords)) {
  for (const kind of ['says', 'polite', 'greets', 'closes'] as const) {
    addPhrases(phrases, language[kind], kind)
  }
}
const pleased = new Set(
  '👍🙏❤💙💚💛💜🧡🖤🤍💕💖🎉😊😀😃😄😁🙂😉👌🥳💯✅✔🤩😍🥰😘🤗👏🙌💪🤝🌟⭐✨🍻🍺☕🌈🌞☀🚀😎🤘👋💐🌹🌸🍀☺😇🫶🔥🏆🎊',
)
const displeasedFace = /[:;=][-'’]?[(/\\[|](?!\/)|:\s\(|>:|\bD:/
const mostTokens = 120
const mostLines = 60

/**
 * Is this nothing but thanks, “it works”, “you can close”? Every word must be one that can say
 * nothing else, then a signature may follow. What is not known reopens: a person can take that back
 * with a click, while a problem that was taken for thanks would leave a customer alone.
 */
export function isCourtesy(text: string): boolean {
  const lines = ownLines(text)
  while (lines.at(-1) === '') lines.pop()
  while (lines[0] === '') lines.shift()
  if (lines.length === 0 || lines.length > mostLines) return false
  for (let count = lines.length; count > 0; count--) {
    const read = readWords(lines.slice(0, count))
    if (read && isSignature(lines.slice(count), read.isClosed)) return true
  }
  return false
}

/** Nothing of one's own at all: only a quote, a signature of the phone, blank lines. */
export function isEmptyAnswer(text: string): boolean {
  return ownLines(text).every((line) => line === '')
}

type State = { says: boolean; last: Kind }

/** @returns null where a word stands that thanks do not need, or nobody says thanks */
function readWords(lines: readonly string[]): { isClosed: boolean } | null {
  const body = lines.join('\n')
  if (/[?？؟]/.test(body) || displeasedFace.test(body)) return null
  const tokens = tokensOf(body)
  if (tokens.length > mostTokens) return null
  const ends = statesAtEnd(tokens).filter(({ says }) => says)
  return ends.length === 0 ? null : { isClosed: ends.some(({ last }) => last === 'closes') }
}

/** All ways to read the words as phrases side by side; names may follow those that call somebody. */
function statesAtEnd(tokens: readonly Token[]): State[] {
  const reached = new Map<number, Map<string, State>>()
  const reach = (place: number, state: State) => {
    const states = reached.get(place) ?? new Map<string, State>()
    states.set(`${state.says} ${state.last}`, state)
    reached.set(place, states)
  }
  reach(0, { says: false, last: 'polite' })
  for (let place = 0; place < tokens.length; place++) {
    const states = [...(reached.get(place)?.values() ?? [])]
    if (states.length === 0) continue
    const steps = stepsFrom(tokens, place)
    for (const state of states) {
      for (const { end, kind } of steps) {
        reach(end, { says: state.says || kind === 'says', last: kind })
      }
      for (const end of namesFrom(tokens, place, state.last)) reach(end, state)
    }
  }
  return [...(reached.get(tokens.length)?.values() ?? [])]
}

function stepsFrom(tokens: readonly Token[], place: number): { end: number; kind: Kind }[] {
  const isPleased = pleased.has(tokens[place]!.word)
  return isPleased ? [{ end: place + 1, kind: 'says' }] : phrasesAt(phrases, tokens, place)
}

/** “Thanks Anna”, “Dear Ms. Lind”, “Best, Mara Lind”: up to three words with a capital. */
function namesFrom(tokens: readonly Token[], place: number, after: Kind): number[] {
  if (tokens[place]!.isFirst && after !== 'greets' && after !== 'closes') return []
  const ends: number[] = []
  for (let end = place; end < place + 3; end++) {
    const token = tokens[end]
    if (!token?.isCapital || isNoName(token.word)) break
    ends.push(end + 1)
  }
  return ends
}
