import iconv from 'iconv-lite'
import { guessCharset } from './guess-charset.ts'

/**
 * Bytes as the text that a mail program shows. The label is often wrong or missing: what is valid
 * UTF-8 and not plain ASCII is UTF-8 whatever a label of one byte a character says, as no other text
 * looks so by chance; what cannot be what its label says is what it looks like, else windows-1252,
 * the commonest of the old ones.
 */
export function decodeText(bytes: Uint8Array, label: string | null): string {
  const charset = charsetOf(label)
  if (charset === null) return decodeUnlabelled(bytes)
  if (isWide.test(charset)) {
    const text = decodeAs(bytes, charset)
    return text.includes('\ufffd')
      ? (decodeUtf8(bytes) ?? decodeGuessed(bytes, guessCharset(bytes, false)) ?? text)
      : text
  }
  if (!isWestern.test(charset)) return decodeUtf8(bytes) ?? decodeAs(bytes, charset)
  return (
    decodeByState(bytes) ??
    decodeUtf8(bytes) ??
    decodeGuessed(bytes, guessCharset(bytes, true)) ??
    decodeAs(bytes, charset)
  )
}

/** The label that programs write where they know none. */
const isWestern = /^(?:windows-1252|iso-8859-1|latin-?1|l1|iso-8859-15)$/

/** Several bytes a character, or states: valid UTF-8 may be another text in these. */
const isWide =
  /^(?:utf-?16|utf-?32|utf-?7|iso-2022|hz-|shift|x-sjis|sjis|windows-31j|ms932|cp932|euc|gb|big5|x-x-big5|ks_c|korean|cp949|x-gbk|csiso2022)/

/** @returns null when nothing is said, or when it says what the bytes tell themselves */
function charsetOf(label: string | null): string | null {
  const said = (label ?? '').toLowerCase().replaceAll(/["'\s]/g, '')
  const plain =
    /^(?:|utf-?8|unicode-1-1-utf-8|us-?ascii|ascii|ansi_x3\.4-1968|646|binary|8bit|unknown.*|x-unknown|default|none|user-defined|x-user-defined)$/
  if (plain.test(said)) return null
  if (/^(?:cp|win|windows|ansi)?[-_]?125[0-8]$/.test(said)) return `windows-${said.slice(-4)}`
  const iso = /^(?:iso[-_]?)?8859[-_](\d{1,2})/.exec(said)
  return iso ? `iso-8859-${iso[1]}` : said
}

/** Lines of one header: what they are without a label is guessed once, from all of them. */
export function lineDecoder(header: Uint8Array): (line: Uint8Array) => string {
  let guessed: string | null | undefined
  return (line) =>
    decodeUnlabelled(line, () =>
      guessed === undefined ? (guessed = guessCharset(header, false)) : guessed,
    )
}

function decodeUnlabelled(bytes: Uint8Array, guess = () => guessCharset(bytes, false)): string {
  const text = decodeByState(bytes) ?? decodeUtf8(bytes)
  if (text !== null) return text
  const lenient = new TextDecoder('utf-8').decode(bytes)
  const lost = lenient.split('\ufffd').length - 1
  const wide = lenient.match(/[\u0080-\ufffc]/g)?.length ?? 0
  // a few broken characters in UTF-8 that was cut; else it is no UTF-8 at all
  if (wide > 4 * lost) return lenient
  return decodeGuessed(bytes, guess()) ?? decodeAs(bytes, 'windows-1252')
}

/** What says itself what it is: the signs at the start of UTF-16, the changes of state of Japanese mail. */
function decodeByState(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decodeAs(bytes, 'utf-16le')
  if (first === 0xfe && second === 0xff) return decodeAs(bytes, 'utf-16be')
  const start = Buffer.from(bytes.subarray(0, 100_000)).toString('latin1')
  const changes = start.includes('\u001b$B') || start.includes('\u001b$@')
  return changes && !/[\u0080-\u00ff]/.test(start) ? decodeAs(bytes, 'iso-2022-jp') : null
}

/** @returns null where it is not clear, or is none of it */
function decodeGuessed(bytes: Uint8Array, charset: string | null): string | null {
  const text = charset === null ? null : decodeAs(bytes, charset)
  return text?.includes('\ufffd') ? null : text
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function decodeAs(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    // old code pages that browsers do not know, and names that nobody knows
    return iconv.encodingExists(charset)
      ? iconv.decode(Buffer.from(bytes), charset)
      : new TextDecoder('windows-1252').decode(bytes)
  }
}
