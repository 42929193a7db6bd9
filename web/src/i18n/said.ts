import { fillIn } from '@firstline/contract/sentence'
import type { Sentence } from '@firstline/contract/sentence'

type Catalogue = ReadonlyMap<string, string>

/** English is what the server says. */
const catalogues: ReadonlyMap<string, () => Promise<Catalogue>> = new Map([
  ['de', async () => new Map(Object.entries((await import('./de/sentences.json')).default))],
])

let inUse: Catalogue = new Map()

/** The server's sentences in a language. They are loaded beside the page: until then they are English. */
export async function loadSentences(language: string): Promise<void> {
  inUse = (await catalogues.get(language)?.()) ?? new Map<string, string>()
}

/** What the server said, in the reader's language; in English where that has no words for it. */
function inOwnWords({ words, values }: Sentence): string {
  return fillIn(
    inUse.get(words) ?? words,
    values.map((value) => (typeof value === 'object' ? inOwnWords(value) : String(value))),
  )
}

/** @param english where nothing says what its values are, it is a sentence without any */
export function ownWordsFor(said: Sentence | undefined, english: string): string {
  return inOwnWords(said ?? { words: english, values: [] })
}
