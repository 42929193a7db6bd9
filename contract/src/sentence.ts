import { z } from 'zod'

/** What the server says, to be said in other languages: `{0}` in its words stands for the first value. */
export const Sentence = z
  .object({
    words: z.string().meta({ example: '{0} is disabled' }),
    get values() {
      return z.array(z.union([z.string(), z.number(), Sentence]))
    },
  })
  .meta({ id: 'Sentence' })
export type Sentence = { words: string; values: (Sentence | string | number)[] }

/** @param texts of the values, in their order */
export function fillIn(words: string, texts: readonly string[]): string {
  return words.replaceAll(/\{(\d+)\}/g, (place, index: string) => texts[Number(index)] ?? place)
}
