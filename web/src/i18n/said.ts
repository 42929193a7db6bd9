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

/** Of what the server keeps as English text and wrote itself: what a person or a file says is never looked up. */
export function keptWordsFor(english: string): string {
  return inOwnWords(recognised(english))
}

type Form = { words: string; pattern: RegExp }
const forms = new WeakMap<Catalogue, readonly Form[]>()
/** Of shorter ones anything could be an example. */
const leastLetters = 12

/** A sentence that was kept as English text: by the most literal of the forms that it fits, with its values. */
function recognised(english: string): Sentence {
  if (inUse.has(english)) return { words: english, values: [] }
  const known = forms.get(inUse) ?? formsOf(inUse)
  forms.set(inUse, known)
  for (const { words, pattern } of known) {
    const found = pattern.exec(english)
    if (found) return { words, values: found.slice(1).map(recognised) }
  }
  return { words: english, values: [] }
}

function formsOf(catalogue: Catalogue): readonly Form[] {
  return [...catalogue.keys()]
    .filter((words) => words.includes('{0}') && lettersOf(words) >= leastLetters)
    .toSorted((a, b) => lettersOf(b) - lettersOf(a))
    .map((words) => {
      const literals = words
        .split(/\{\d\}/)
        .map((part) => part.replaceAll(/[$()*+.?[\]\\^{|}]/g, String.raw`\$&`))
      return { words, pattern: new RegExp(`^${literals.join('(.+)')}$`, 's') }
    })
}

function lettersOf(words: string): number {
  return words.replaceAll(/\{\d\}|[^\p{L}]/gu, '').length
}
