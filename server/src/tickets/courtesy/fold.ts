const letters = new Map([
  ['ß', 'ss'],
  ['ø', 'o'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
  ['ى', 'ي'],
  ['ة', 'ه'],
  ['ँ', 'ं'],
  ['ـ', ''],
])
const written = new RegExp(`[${[...letters.keys()].join('')}]`, 'gu')
/** Accents, the vowels and hamzas of Arabic, the dots of Devanagari. */
const marks = /[\u0300-\u036f\u064b-\u065f\u0670\u093c]/g
const curly = /[’‘ʼ`´]/g
const asian = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々`

const plain = /^[\t-\r -_a-~]*$/

/** In lower case and without accents, as people in a hurry write; kana keep their marks. */
export function fold(text: string): string {
  if (plain.test(text)) return text.toLowerCase() // most words are, and a search folds thousands
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(curly, "'")
    .replaceAll(written, (letter) => letters.get(letter) ?? letter)
    .normalize('NFD')
    .replaceAll(marks, '')
    .normalize('NFC')
}

/** The words of a pattern; its signs stay as they are: `\S` in lower case is its opposite. */
export function foldedPattern(pattern: string): string {
  const parts = pattern.split(/(\\p\{[^}]*\}|\\.)/)
  return parts.map((part) => (part.startsWith('\\') ? part : fold(part))).join('')
}

export type Token = {
  /** Folded. */
  word: string
  isCapital: boolean
  /** Begins a sentence or a line. */
  isFirst: boolean
  /** Behind a comma or another sign between the words; an emoji is one. */
  isApart: boolean
}

const pieces = new RegExp(
  String.raw`[${asian}]|\p{Extended_Pictographic}|[^\s\p{P}\p{S}${asian}\p{Extended_Pictographic}]+(?:'[^\s\p{P}\p{S}${asian}\p{Extended_Pictographic}]+)*'?`,
  'gu',
)
/** Left over of composed emoji. */
const joints = /[\u200b-\u200d]|\ufe0f|\p{Emoji_Modifier}/gu

/** “l’aide”, “dell’assistenza”: an article and its word. */
const elided =
  /(?<![\p{L}'])([ldjmtscn]|qu|dell|all|nell|sull|dall|un|quest|nessun)'(?=\p{L}{2})/giu

/** “Graciassss”. */
const drawn = /(\p{L})\1{2,}/gu
const emoji = /^\p{Extended_Pictographic}/u
const apart = /[^\s'’"“”„«»()]/u

/** Words, emoji, and of scripts without spaces each sign. */
export function tokensOf(text: string): Token[] {
  const plain = text
    .normalize('NFKC')
    .replaceAll(curly, "'")
    .replaceAll(joints, '')
    .replaceAll(elided, "$1' ")
  let end = 0
  let isBehindEmoji = false
  return Array.from(plain.matchAll(pieces), ({ 0: piece, index }) => {
    const between = plain.slice(end, index)
    const isFirst = end === 0 || /[.!。！।\n]/.test(between)
    end = index + piece.length
    const word = fold(piece).replace(/'$/, '').replaceAll(drawn, '$1')
    const isEmoji = emoji.test(piece)
    const isApart = apart.test(between) || isEmoji || isBehindEmoji
    isBehindEmoji = isEmoji
    return { word, isCapital: /^\p{Lu}/u.test(piece), isFirst, isApart }
  })
}

/** Of a line of a table. */
export function wordsOf(line: string): ReadonlySet<string> {
  return new Set(line.split(/\s+/).filter(Boolean).map(fold))
}
