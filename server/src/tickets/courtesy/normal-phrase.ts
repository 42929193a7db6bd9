import { fold, tokensOf } from './fold.ts'
import { ownLines } from './own-words.ts'
import { asksOrFrowns, isTroubled, speaksOfFailure } from './trouble-words.ts'

const longest = 500

/** A mail's own words, alike however they were typed; null where there are none or too many. */
export function normalPhrase(text: string): string | null {
  const words = tokensOf(ownLines(text.slice(0, 4 * longest)).join('\n')).map(({ word }) => word)
  const phrase = words.join(' ')
  return phrase === '' || phrase.length > longest || text.length > 4 * longest ? null : phrase
}

/** Words that may mean a problem another time are never learned as meaning none. */
export function mayMeanNothing(text: string): boolean {
  const own = ownLines(text).join('\n')
  const folded = fold(own)
  const words = tokensOf(own).map(({ word }) => word)
  return !asksOrFrowns(own) && !speaksOfFailure(folded) && !isTroubled(words)
}
