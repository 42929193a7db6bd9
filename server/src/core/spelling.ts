import { present } from '@firstline/contract/present'

/** The known name closest to what was written, if it is close enough to have been meant. */
export function nearest(written: string, known: Iterable<string>): string | null {
  let best: string | null = null
  let least = Math.max(2, Math.floor(written.length / 3)) + 1
  for (const name of known) {
    const distance = editDistance(written.toLowerCase(), name.toLowerCase())
    if (distance < least) [best, least] = [name, distance]
  }
  return best
}

/** Levenshtein distance: insertions, deletions and substitutions of one character. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    let left = i
    let diagonal = i - 1
    row = row.map((above, j) => {
      if (j === 0) return i
      const substituted = diagonal + (a[i - 1] === b[j - 1] ? 0 : 1)
      diagonal = above
      left = Math.min(substituted, above + 1, left + 1)
      return left
    })
  }
  return present(row.at(-1))
}
