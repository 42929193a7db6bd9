import iconv from 'iconv-lite'

/**
 * Bytes as the text that a mail program shows. The label is often wrong or missing: what is valid
 * UTF-8 and not plain ASCII is UTF-8 whatever a label of one byte a character says, as no other text
 * looks so by chance; what is called UTF-8 and is not is windows-1252, the commonest of the old ones.
 */
export function decodeText(bytes: Uint8Array, label: string | null): string {
  const charset = charsetOf(label)
  if (charset === null) return decodeUnlabelled(bytes)
  if (isWide.test(charset)) {
    const text = decodeAs(bytes, charset)
    return text.includes('\ufffd') ? (decodeUtf8(bytes) ?? text) : text
  }
  return decodeUtf8(bytes) ?? decodeAs(bytes, charset)
}

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

function decodeUnlabelled(bytes: Uint8Array): string {
  const text = decodeUtf8(bytes)
  if (text !== null) return text
  const lenient = new TextDecoder('utf-8').decode(bytes)
  const lost = lenient.split('\ufffd').length - 1
  const wide = lenient.match(/[\u0080-\ufffc]/g)?.length ?? 0
  // a few broken characters in UTF-8 that was cut; else it is no UTF-8 at all
  return wide > 4 * lost ? lenient : decodeAs(bytes, 'windows-1252')
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
