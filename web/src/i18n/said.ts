import { fillIn } from '@firstline/contract/sentence'
import type { Sentence } from '@firstline/contract/sentence'
import type { Language } from './i18n.ts'

type Catalogue = ReadonlyMap<string, string>

/** English is what the server says. */
const catalogues: Partial<Record<Language, () => Promise<Catalogue>>> = {
  de: async () => catalogueOf((await import('./de/sentences.json')).default),
}

let inUse: Catalogue = new Map()

/** The server's sentences in a language. They are loaded beside the page: until then they are English. */
export async function loadSentences(language: Language): Promise<void> {
  inUse = (await catalogues[language]?.()) ?? new Map<string, string>()
}

/** What the server said, in the reader's language; in English where that has no words for it. */
export function inOwnWords({ words, values }: Sentence): string {
  return fillIn(
    inUse.get(words) ?? words,
    values.map((value) => (typeof value === 'object' ? inOwnWords(value) : String(value))),
  )
}

/** @param english where nothing says what its values are, it is a sentence without any */
export function ownWordsFor(said: Sentence | undefined, english: string): string {
  return inOwnWords(said ?? { words: english, values: [] })
}

function catalogueOf(words: Record<string, string>): Catalogue {
  return new Map(Object.entries(words))
}
