import type { Token } from './fold.ts'

/** One way to read all words as phrases: the kinds that were used, and the last of them. */
export type Reading<Kind> = { kinds: ReadonlySet<Kind>; last: Kind | null }

type Way<Kind> = {
  /** The phrases that may stand here. */
  phrasesFrom: (place: number) => readonly { end: number; kind: Kind }[]
  /** Ends of the names that may stand here after such a phrase. */
  namesFrom: (place: number, after: Kind | null) => readonly number[]
}

/**
 * All ways to read the words, side by side. Empty where a word stands that no phrase has.
 * @param tokens bounded by the caller
 */
export function readPhrases<Kind extends string>(
  tokens: readonly Token[],
  { phrasesFrom, namesFrom }: Way<Kind>,
): Reading<Kind>[] {
  const reached = new Map<number, Map<string, Reading<Kind>>>()
  const reach = (place: number, reading: Reading<Kind>) => {
    const readings = reached.get(place) ?? new Map<string, Reading<Kind>>()
    readings.set(`${[...reading.kinds].toSorted().join(' ')} ${reading.last}`, reading)
    reached.set(place, readings)
  }
  reach(0, { kinds: new Set(), last: null })
  for (let place = 0; place < tokens.length; place++) {
    const readings = [...(reached.get(place)?.values() ?? [])]
    if (readings.length === 0) continue
    const steps = phrasesFrom(place)
    for (const { kinds, last } of readings) {
      for (const { end, kind } of steps) reach(end, { kinds: new Set(kinds).add(kind), last: kind })
      for (const end of namesFrom(place, last)) reach(end, { kinds, last })
    }
  }
  return [...(reached.get(tokens.length)?.values() ?? [])]
}
