/**
 * Puts words in the place of others as if they were typed: the field's own undo takes them out again.
 * @param to end of what is replaced
 */
export function insertText(
  field: HTMLTextAreaElement,
  words: string,
  { from, to }: { from: number; to: number },
): void {
  field.focus()
  field.setSelectionRange(from, to)
  // the only way to a field's own undo; it is deprecated, and there is no other
  // oxlint-disable-next-line typescript/no-deprecated
  if (document.execCommand?.('insertText', false, words)) return
  field.setRangeText(words, from, to, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}
