/** Longer mails say what they are about at their beginning. */
const longestText = 4_000
const mostWords = 400

/**
 * The words of a text in any language: case, width, accents and apostrophes folded away, nothing
 * stemmed. What endings have in common is left to the character n-grams.
 */
export function wordsIn(text: string): string[] {
  const folded = text
    .slice(0, longestText)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replaceAll(/(?<=\p{Script=Latin})\p{Mn}+|['’]/gu, '')
    .normalize('NFC')
  return (folded.match(/[\p{L}\p{M}\p{N}_]+/gu) ?? []).slice(0, mostWords)
}
