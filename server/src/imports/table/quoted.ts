/** Names in a sentence. */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(', ')
}
