import type { Sentence } from '@firstline/contract/sentence'
import { sentence } from '#server/core/sentence.ts'
import { nearest } from '#server/core/spelling.ts'

/** Where a condition stops being one, in words for its author. */
export type CelMistake = {
  said: Sentence
  /** The text from there on; empty where it ends too early. */
  rest: string
}

type Token = { text: string; at: number }

/** What people write who know another language, and what CEL calls it. */
const spelledElsewhere = new Map([
  ['=', '=='],
  ['===', '=='],
  ['!==', '!='],
  ['=!', '!='],
  ['<>', '!='],
  ['=>', '>='],
  ['=<', '<='],
  ['&', '&&'],
  ['|', '||'],
  ['and', '&&'],
  ['or', '||'],
  ['not', '!'],
  ['is', '=='],
  ['equals', '=='],
])

const closing = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
])
const joins = /^(?:&&|\|\||==|!=|<=?|>=?|[+*/%!,.?:-]|in)$/

/**
 * The library's parser steps back to the last place where a condition could have ended, which is
 * seldom where the mistake is: the usual mistakes are looked for in the text itself.
 */
export function explainCel(text: string, parserSays: string): CelMistake {
  if (text.trim() === '') return { said: sentence`The condition is empty`, rest: '' }
  const tokens = tokensOf(text)
  const found =
    quoteMistake(text, tokens) ??
    wordMistake(tokens) ??
    bracketMistake(tokens) ??
    endMistake(tokens)
  if (found) return describe(text, found.at, found.what)
  const at = placeIn(parserSays)
  const token = tokens.find((one) => at < one.at + one.text.length)
  if (!token) return describe(text, text.length, sentence`the condition ends too early`)
  const meant = nearest(token.text, ['in', 'true', 'false', 'null'])
  const isReserved = parserSays.includes('reserved')
  if (isReserved) {
    const what = sentence`“${token.text}” is a reserved word of the language: use another name`
    return describe(text, token.at, what)
  }
  const what = sentence`“${token.text}” cannot stand here; expected an operator such as ==, <, in, && or ||, or the end`
  const isMeant = meant && meant !== token.text && token.text.length > 1
  return describe(text, token.at, isMeant ? sentence`${what}; did you mean “${meant}”?` : what)
}

type Found = { at: number; what: Sentence } | null

function quoteMistake(text: string, tokens: readonly Token[]): Found {
  const curly = tokens.find((token) => /^[“”‘’„]$/.test(token.text))
  if (curly)
    return {
      at: curly.at,
      what: sentence`${curly.text} is no quotation mark of the language: write '`,
    }
  const open = tokens.find((token) => /^['"]$/.test(token.text))
  return open
    ? {
        at: open.at,
        what: sentence`the text that begins here is not closed: a ${open.text} is missing`,
      }
    : null
}

function wordMistake(tokens: readonly Token[]): Found {
  const place = tokens.findIndex((token, index) => {
    const isField = tokens[index - 1]?.text === '.'
    return !isField && spelledElsewhere.has(token.text)
  })
  const wrong = tokens[place]
  if (!wrong) return null
  const isIsNot = wrong.text === 'is' && tokens[place + 1]?.text === 'not'
  const [written, right] = isIsNot
    ? ['is not', '!=']
    : [wrong.text, spelledElsewhere.get(wrong.text) ?? wrong.text]
  return { at: wrong.at, what: sentence`write ${right} instead of “${written}”` }
}

function bracketMistake(tokens: readonly Token[]): Found {
  const open: Token[] = []
  for (const token of tokens) {
    if (closing.has(token.text)) open.push(token)
    else if (/^[)\]}]$/.test(token.text)) {
      const last = open.pop()
      if (!last) return { at: token.at, what: sentence`“${token.text}” closes nothing` }
      const right = closing.get(last.text) ?? ''
      if (right !== token.text)
        return { at: token.at, what: sentence`expected ${right}, found “${token.text}”` }
    }
  }
  const left = open.at(-1)
  return left
    ? {
        at: left.at,
        what: sentence`“${left.text}” is never closed: a ${closing.get(left.text) ?? ''} is missing`,
      }
    : null
}

function endMistake(tokens: readonly Token[]): Found {
  const last = tokens.at(-1)
  if (!last || !joins.test(last.text)) return null
  const what = sentence`something must follow “${last.text}”, but the condition ends`
  return { at: last.at, what }
}

/** Texts in quotes are one token each; a quotation mark alone is a text that is not closed. */
function tokensOf(text: string): Token[] {
  const pattern =
    /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|[\p{L}_][\p{L}\p{N}_]*|\d[\d.]*|&&|\|\||[!=<>]+|\S/gu
  return [...text.matchAll(pattern)].map((match) => ({ text: match[0], at: match.index }))
}

function placeIn(parserSays: string): number {
  return Number(/^<input>:\d+:(\d+)/.exec(parserSays)?.[1] ?? 1) - 1
}

function describe(text: string, at: number, what: Sentence): CelMistake {
  const rest = text.slice(at).trimEnd()
  return { said: sentence`At character ${at + 1} of the condition: ${what}`, rest }
}
