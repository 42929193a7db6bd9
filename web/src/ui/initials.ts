const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Of the first and the last word: "Ada B. Agent" is AA. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter(Boolean)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends
    .map((word) => firstOf(word ?? ''))
    .join('')
    .toLocaleUpperCase()
}

function firstOf(word: string): string {
  for (const { segment } of characters.segment(word)) return segment
  return ''
}
