import { stripVTControlCharacters } from 'node:util'

/**
 * Columns under their heads, two blanks apart.
 * @param align one letter a column: l or r
 */
export function table(heads: readonly string[], rows: readonly string[][], align: string): string {
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => shownWidth(row[column] ?? ''))),
  )
  const lines = [heads, ...rows].map((row) => {
    const cells = widths.map((width, column) => {
      const cell = row[column] ?? ''
      const gap = ' '.repeat(width - shownWidth(cell))
      return align[column] === 'r' ? gap + cell : cell + gap
    })
    return `  ${cells.join('  ')}`.trimEnd()
  })
  return lines.join('\n')
}

const segmenter = new Intl.Segmenter()

/** Letters as people count them: an accent or an emoji of several parts is one. */
function shownWidth(text: string): number {
  return Array.from(segmenter.segment(stripVTControlCharacters(text))).length
}
