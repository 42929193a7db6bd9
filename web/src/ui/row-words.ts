/** A record in one line for a choice: "failed · 2 · 14 MB". Empty, nested and named fields are left out. */
export function rowWords(row: Record<string, unknown>, without: readonly string[] = []): string {
  return Object.entries(row)
    .filter(([field, value]) => !without.includes(field) && isWord(value))
    .slice(0, 6)
    .map(([field, value]) => (typeof value === 'string' ? value : `${field} ${String(value)}`))
    .join(' · ')
}

function isWord(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '' && typeof value !== 'object'
}
