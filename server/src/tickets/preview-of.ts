/** The beginning of what was said, for a line of a list. */
export function previewOf(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 200).toWellFormed()
}
