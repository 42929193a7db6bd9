import { fillIn } from '@firstline/contract/sentence'
import type { Sentence } from '@firstline/contract/sentence'
import { z } from 'zod'

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

/** One of them, whichever: with “or” between the last two. */
export function anyOf(all: readonly (Sentence | string)[]): Sentence {
  return joined(all, (before, last) => sentence`${before} or ${last}`)
}

/** All of them: with “and” between the last two. */
export function allOf(all: readonly (Sentence | string)[]): Sentence {
  return joined(all, (before, last) => sentence`${before} and ${last}`)
}

function joined(
  all: readonly (Sentence | string)[],
  join: (before: Sentence, last: Sentence | string) => Sentence,
): Sentence {
  const last = all.at(-1)
  if (last === undefined || all.length === 1) return listed(all)
  return join(listed(all.slice(0, -1)), last)
}

/** Said in English, and for who reads it in another language. */
export function saying(said: Sentence): { say: string; said: Sentence } {
  return { say: textOf(said), said }
}

const KeptText = z.string().brand<'KeptText'>()
/** English that is found again by its words, for who reads it in another language. */
export type KeptText = z.infer<typeof KeptText>

/** A sentence that is kept as a text beside others that are: of a mail, say, in its message. */
export function keptText(
  parts: TemplateStringsArray,
  ...values: readonly (Sentence | string | number)[]
): KeptText {
  return KeptText.parse(textOf(sentence(parts, ...values)))
}

/** In English. */
export function textOf({ words, values }: Sentence): string {
  return fillIn(words, values.map(textOfValue))
}

function textOfValue(value: Sentence['values'][number]): string {
  return typeof value === 'object' ? textOf(value) : String(value)
}
