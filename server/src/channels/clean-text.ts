/** PostgreSQL stores no NUL and UTF-8 has no lone surrogates: such characters become “�”. */
export function storable(text: string): string {
  return text.replaceAll('\0', '\ufffd').toWellFormed()
}

/** One harmless line: no line breaks or control characters, none that reverse what a reader sees. */
export function oneLine(text: string, longest: number): string {
  const line = withoutUnseen(storable(text))
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
  return line.length > longest ? `${line.slice(0, longest - 1).toWellFormed()}…` : line
}

/**
 * Without letters that nobody sees and a machine reads: tags of Unicode outside of a flag, several signs of
 * a letter's form in a row, and the padding behind the preview of a newsletter.
 */
export function withoutUnseen(text: string): string {
  return text
    .replaceAll(/(\u{1f3f4}[\u{e0020}-\u{e007e}]{1,8}\u{e007f})|[\u{e0000}-\u{e007f}]/gu, '$1')
    .replaceAll(/([\ufe00-\ufe0f\u{e0100}-\u{e01ef}])[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]+/gu, '$1')
    .replaceAll(padding, (run) => (unseen.test(run) ? ' ' : run))
}

const padding =
  /(?:[ \t\u00a0\u061c\u115f\u2000-\u200f\u2060-\u2064\u2800\u3164\ufeff]|\u00ad|\u034f|\u180e){6,}/g
/** Of no width, three in such a row. */
const unseen = /(?:[^\n]{0,3}(?:[\u200b-\u200f\u2060-\u2064\ufeff]|\u00ad|\u034f|\u180e)){3}/
