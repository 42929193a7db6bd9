import { fillIn } from '@firstline/contract/sentence'
import type { Sentence } from '@firstline/contract/sentence'

/**
 * What the server says to people, as its words and the values in them: in English as it stands, in
 * other languages by the catalogue of the reader's (web/src/i18n/de/sentences.json).
 * @example sentence`${name} is disabled`
 */
export function sentence(
  parts: TemplateStringsArray,
  ...values: readonly (Sentence | string | number)[]
): Sentence {
  const words = parts.reduce((before, part, index) => `${before}{${index - 1}}${part}`)
  return { words, values: [...values] }
}

/** One after the other, with commas between them. */
export function listed(all: readonly (Sentence | string)[]): Sentence {
  return { words: all.map((_, index) => `{${index}}`).join(', '), values: [...all] }
}

/** Said in English, and for who reads it in another language. */
export function saying(said: Sentence): { say: string; said: Sentence } {
  return { say: textOf(said), said }
}

/** In English. */
export function textOf({ words, values }: Sentence): string {
  return fillIn(words, values.map(textOfValue))
}

function textOfValue(value: Sentence['values'][number]): string {
  return typeof value === 'object' ? textOf(value) : String(value)
}
