/**
 * What is left without the characters of `kind` at its end, in time that grows with their number: the
 * expression `x+$` tries each of a long row of them anew.
 * @param kind of one character
 */
export function withoutTrailing(text: string, kind: RegExp): string {
  let end = text.length
  while (end > 0 && kind.test(text.charAt(end - 1))) end--
  return text.slice(0, end)
}
