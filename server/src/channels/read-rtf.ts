import { decodeText } from './decode-text.ts'

const compressed = { lzfu: 0x75465a4c, plain: 0x414c454d }
/** With what every dictionary begins (MS-OXRTFCP 2.1.2.1). */
const dictionary = Buffer.from(
  String.raw`{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0` +
    '\r\n' +
    String.raw`\par \pard\plain\f0\fs20\b\i\u\tab\tx`,
  'latin1',
)
const dictionaryBytes = 4096
const mostBytes = 8 * 1024 * 1024

/** What Outlook compresses in winmail.dat. @returns null where it is none, or would be too much */
export function unpackRtf(bytes: Buffer): Buffer | null {
  if (bytes.length < 16) return null
  const packed = bytes.subarray(16, Math.min(bytes.length, bytes.readUInt32LE(0) + 4))
  const size = bytes.readUInt32LE(4)
  const kind = bytes.readUInt32LE(8)
  if (size > mostBytes) return null
  if (kind === compressed.plain) return packed.subarray(0, size)
  return kind === compressed.lzfu ? unpack(packed, size) : null
}

function unpack(packed: Buffer, size: number): Buffer {
  const known = Buffer.alloc(dictionaryBytes)
  dictionary.copy(known)
  const out = Buffer.alloc(size)
  const end = { in: packed.length, out: size }
  const at = { in: 0, out: 0, known: dictionary.length }
  const put = (byte: number) => {
    out[at.out++] = byte
    known[at.known] = byte
    at.known = (at.known + 1) % dictionaryBytes
  }
  while (at.in < end.in && at.out < end.out) {
    const flags = packed.readUInt8(at.in++)
    for (let bit = 0; bit < 8 && at.in < end.in && at.out < end.out; bit++) {
      if ((flags & (1 << bit)) === 0) {
        put(packed.readUInt8(at.in++))
        continue
      }
      if (at.in + 2 > end.in) return out.subarray(0, at.out)
      const reference = packed.readUInt16BE(at.in)
      at.in += 2
      const from = reference >> 4
      if (from === at.known) return out.subarray(0, at.out)
      const length = Math.min((reference & 0xf) + 2, end.out - at.out)
      for (let n = 0; n < length; n++) put(known.readUInt8((from + n) % dictionaryBytes))
    }
  }
  return out.subarray(0, at.out)
}

type Group = { isHidden: boolean; isFonts: boolean; font: number; fallback: number }

/** Groups of these are no words; so is each that begins with `\*`. */
const hidden = new Set(
  'colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf fldinst nonshppict'.split(
    ' ',
  ),
)
const signs = new Map([
  ...['par', 'line', 'row', 'sect', 'page'].map((name) => [name, '\n'] as const),
  ...['tab', 'cell'].map((name) => [name, '\t'] as const),
  ['emdash', '—'],
  ['endash', '–'],
  ['bullet', '•'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
])
/** Code pages of fonts (`\fcharset`). */
const pages = new Map([
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
])
const mostGroups = 1_000
const token =
  /\\([a-z]{1,32})(-?\d{1,9})?[ ]?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|[^\\{}\r\n]+/giy

/** The words of rich text, as a reader sees them. @returns null where it is none */
export function textOfRtf(bytes: Buffer): string | null {
  const rtf = bytes.subarray(0, mostBytes).toString('latin1')
  if (!/^\s{0,10}\{\\rtf/.test(rtf)) return null
  const words: string[] = []
  const fonts = new Map<number, number>()
  const outer: Group[] = []
  let group: Group = { isHidden: false, isFonts: false, font: -1, fallback: 1 }
  let page = 1252
  let skip = 0
  let run: { page: number; bytes: string[] } = { page, bytes: [] }

  const flush = () => {
    if (run.bytes.length > 0) {
      words.push(decodeText(Buffer.from(run.bytes.join(''), 'latin1'), `cp${run.page}`))
    }
    run = { page, bytes: [] }
  }
  const say = (raw: string) => {
    const heard = raw.slice(skip)
    skip -= raw.length - heard.length
    if (group.isHidden || heard === '') return
    const own = fonts.get(group.font) ?? page
    if (own !== run.page) {
      flush()
      run.page = own
    }
    run.bytes.push(heard)
  }
  const write = (text: string) => {
    if (group.isHidden) return
    flush()
    words.push(text)
  }
  const obey = (name: string, value: number | null) => {
    const sign = signs.get(name)
    if (sign !== undefined) return write(sign)
    if (name === 'u' && value !== null) {
      write(String.fromCharCode(value & 0xffff))
      skip = group.fallback
    } else if (name === 'uc') group.fallback = Math.min(Math.max(value ?? 1, 0), 10)
    else if (name === 'ansicpg' && value !== null) page = value === 65001 ? 65001 : value
    else if (name === 'f' && value !== null) group.font = value
    else if (name === 'fonttbl') Object.assign(group, { isHidden: true, isFonts: true })
    else if (name === 'fcharset' && group.isFonts) {
      const known = pages.get(value ?? 0)
      if (known !== undefined && fonts.size < mostGroups) fonts.set(group.font, known)
    } else if (hidden.has(name)) group.isHidden = true
  }

  token.lastIndex = 0
  for (let match = token.exec(rtf); match; match = token.exec(rtf)) {
    const [whole, name, value, hex, escaped, brace] = match
    if (brace === '{') {
      if (outer.push(group) > mostGroups) break
      group = { ...group }
      skip = 0
    } else if (brace === '}') {
      const before = outer.pop()
      if (!before || outer.length === 0) break
      group = before
      skip = 0
    } else if (name === 'bin') {
      token.lastIndex += Math.max(0, Number(value ?? 0))
    } else if (name !== undefined) obey(name, value === undefined ? null : Number(value))
    else if (hex !== undefined) say(String.fromCharCode(Number.parseInt(hex, 16)))
    else if (escaped === '*') group.isHidden = true
    else if (escaped === '~') write(' ')
    else if (escaped === '_') write('-')
    else if (escaped !== undefined && /[\\{}]/.test(escaped)) say(escaped)
    else if (escaped !== undefined && /[\r\n]/.test(escaped)) write('\n')
    else if (!/^[\r\n\\]/.test(whole)) say(whole)
  }
  flush()
  return words.join('').trim()
}
