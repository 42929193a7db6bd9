/**
 * The longest runs of letters and digits of a word, two at most: where a system finds a text by those alone, the
 * rest of it is looked at when it comes.
 */
export function piecesOf(word: string): string[] {
  const pieces = word.match(/[A-Za-z0-9]+/g) ?? []
  return pieces.toSorted((a, b) => b.length - a.length).slice(0, 2)
}
