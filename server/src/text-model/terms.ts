/** Words carry a mark, so that the word `card` and the characters `card` are two terms. */
const wordMark = '='
/** "the card … arrived": neighbours that a few words part say as much as those that touch. */
const farthest = 3
const shortest = 2
const longest = 5

/**
 * What a text consists of, for a linear model: its words, the pairs of words near each other, and
 * the runs of two to five characters within a word and its edges, which see through endings, typing
 * errors and writing without spaces. A term stands on the words `from` and `to`.
 */
export function eachTerm(
  words: readonly string[],
  visit: (term: string, from: number, to: number) => void,
): void {
  for (const [index, word] of words.entries()) {
    visit(wordMark + word, index, index)
    let apart = ''
    for (let other = index + 1; other <= index + farthest && other < words.length; other++) {
      visit(`${wordMark}${word} ${apart}${words[other]}`, index, other)
      apart += '_ '
    }
    const edged = ` ${word} `
    for (let size = shortest; size <= longest; size++) {
      for (let start = 0; start + size <= edged.length; start++) {
        visit(edged.slice(start, start + size), index, index)
      }
    }
  }
}

/** A word says more than the characters it is made of. */
export function weightOf(term: string): number {
  return term.startsWith(wordMark) ? 1.5 : 1
}
