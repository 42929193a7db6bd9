import { detect } from 'jschardet'

const longestSample = 8_000
/** Letters of these are the same bytes as the umlauts and accents of Western Europe: the language has to fit. */
const latin = new Map([
  ['windows-1250', /^(?:pl|cs|sk|hu|sl|hr|bs|ro)$/],
  ['iso-8859-2', /^(?:pl|cs|sk|hu|sl|hr|bs|ro)$/],
  ['windows-1254', /^tr$/],
  ['iso-8859-9', /^tr$/],
])
const foreign =
  /^(?:gb18030|gbk|gb2312|big5|cp932|shift_jis|euc-jp|cp949|euc-kr|koi8-[ru]|windows-125[1356]|iso-8859-[5-8]|windows-874|cp874|tis-620)$/
const namedByOthers = new Map([
  ['cp932', 'shift_jis'],
  ['cp949', 'euc-kr'],
  ['cp874', 'windows-874'],
  ['tis-620', 'windows-874'],
])
/** Short words in Western letters look like words of any script. */
const leastForeignBytes = 6
const leastDifferent = 3
const leastSample = 30
const leastSure = 0.07

/**
 * What bytes that are no UTF-8 most likely are, where their label is missing or cannot be true.
 * @param isLabelled as Western: then only what looks like nothing of the West at all is another
 * @returns null for the letters of Western Europe, and where it is not clear
 */
export function guessCharset(bytes: Uint8Array, isLabelled: boolean): string | null {
  const sample = sampleOf(bytes)
  const high = sample.filter((byte) => byte > 127)
  // rows of dashes and marks are no words
  if (new Set(high).size < leastDifferent) return null
  const inForeignWords = foreignBytesOf(sample)
  const isForeign = inForeignWords >= leastForeignBytes && inForeignWords > 0.7 * high.length
  if (isForeign ? isLabelled && inForeignWords < 2 * leastForeignBytes : isLabelled) return null
  const { encoding, confidence, language } = detect(sample)
  const said = encoding?.toLowerCase().replace(/^iso8859/, 'iso-8859') ?? ''
  if (isForeign) return foreign.test(said) ? (namedByOthers.get(said) ?? said) : null
  const isSure = sample.length >= leastSample && confidence >= leastSure
  return isSure && latin.get(said)?.test(language ?? '') ? said : null
}

/** From the first line with a byte that is no ASCII. */
function sampleOf(bytes: Uint8Array): Buffer {
  const first = bytes.findIndex((byte) => byte > 127)
  const start = bytes.subarray(0, Math.max(0, first)).lastIndexOf(0x0a) + 1
  return Buffer.from(bytes.subarray(start, start + longestSample))
}

/** In words that have hardly a plain letter: of the West, one letter in three has an accent at most. */
function foreignBytesOf(sample: Buffer): number {
  const words = sample.toString('latin1').split(/[\0-@]+/)
  return words.reduce((count, word) => {
    const high = word.match(/[\u0080-\u00ff]/g)?.length ?? 0
    return high >= 3 && high >= 0.6 * word.length ? count + high : count
  }, 0)
}
