export type PgpText = { text: string; isSigned: boolean }

const begins = /^-----BEGIN PGP SIGNED MESSAGE-----[ \t]*$/
const signature = /^-----BEGIN PGP SIGNATURE-----[ \t]*$/
const ends = /^-----END PGP SIGNATURE-----[ \t]*$/

/** Text whose signature stands around it in the text itself (RFC 9580, 7): without what only programs read. */
export function withoutPgp(text: string): PgpText {
  const lines = text.split(/\r?\n/)
  const start = lines.findIndex((line) => begins.test(line))
  if (start === -1) return { text, isSigned: false }
  const blank = lines.findIndex((line, index) => index > start && line.trim() === '')
  const signed = lines.findIndex((line, index) => index > blank && signature.test(line))
  if (blank === -1 || signed === -1) return { text, isSigned: false }
  const end = lines.findIndex((line, index) => index > signed && ends.test(line))
  const words = lines.slice(blank + 1, signed).map((line) => line.replace(/^- /, ''))
  const below = end === -1 ? [] : lines.slice(end + 1)
  return { text: [...lines.slice(0, start), ...words, ...below].join('\n'), isSigned: true }
}
