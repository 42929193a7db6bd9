/** A `/` at the beginning of a line, and the words behind it, up to where one types. */
type Slash = { from: number; words: string }

const longestSearch = 80

/** @returns null where nothing is looked for: a path or a line that goes on is no search */
export function slashAt(text: string, caret: number): Slash | null {
  const from = text.lastIndexOf('\n', caret - 1) + 1
  const line = text.slice(from, caret)
  const [after = ''] = text.slice(caret).split('\n', 1)
  if (!/^\/(?!\s)[^/]*$/.test(line) || line.length > longestSearch) return null
  return after.trim() === '' ? { from, words: line.slice(1) } : null
}
