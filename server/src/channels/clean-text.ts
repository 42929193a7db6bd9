/** PostgreSQL stores no NUL and UTF-8 has no lone surrogates: such characters become “�”. */
export function storable(text: string): string {
  return text.replaceAll('\0', '\ufffd').toWellFormed()
}

/** One harmless line: no line breaks or control characters, none that reverse what a reader sees. */
export function oneLine(text: string, longest: number): string {
  const line = storable(text)
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
  return line.length > longest ? `${line.slice(0, longest - 1).toWellFormed()}…` : line
}
