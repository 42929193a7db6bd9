import libmime from 'libmime'
import type { Attachment } from 'mailparser'
import { keptText } from '#server/core/sentence.ts'
import type { KeptText } from '#server/core/sentence.ts'
import { oneLine } from './clean-text.ts'
import { decodeText } from './decode-text.ts'
import { sheetsOf, shownOf, textOfHtml, withoutBallast } from './html-text.ts'
import { withLineEnds } from './line-ends.ts'
import { readCalendar } from './read-calendar.ts'
import { readCms } from './read-cms.ts'
import { Unreadable, readParts } from './read-parts.ts'
import type { Part } from './read-parts.ts'
import { withoutPgp } from './read-pgp.ts'
import { textOfRtf } from './read-rtf.ts'
import { readTnef } from './read-tnef.ts'

export type Enclosure = Pick<
  Attachment,
  'contentType' | 'contentDisposition' | 'filename' | 'cid' | 'related' | 'size' | 'content'
>

/** A stretch of a mail's words, as plain text, as HTML, or both; of the HTML also what its reader sees. */
export type Words = { text: string | null; html: string | null; shown: string | null }

export type Contents = {
  words: Words[]
  enclosures: Enclosure[]
  /** Below the words: mails in this mail, invitations. */
  below: string[]
  warnings: KeptText[]
}

/** What of a mail is words and what is enclosed, as mail programs show it. */
export function readWords(root: Part): Contents {
  const contents: Contents = { words: [], enclosures: [], below: [], warnings: [] }
  collect(root, contents, { isRelated: false, isOnly: true, depth: 0 })
  if (contents.words.every(isEmpty)) contents.words.push(...wordsInFiles(contents))
  return contents
}

const isEmpty = ({ text, html }: Words) => (text ?? html ?? '').trim() === ''

/** Some programs give a name to the words themselves, or write them as rich text alone. */
function wordsInFiles(contents: Contents): Words[] {
  const { enclosures } = contents
  const rich = enclosures.find(
    ({ contentType, filename }) => /^(?:text|application)\/rtf$/.test(contentType) && !filename,
  )
  const text = rich ? textOfRtf(rich.content) : null
  if (text) {
    contents.enclosures = enclosures.filter((one) => one !== rich)
    return [onlyText(text)]
  }
  const named = enclosures.find(
    ({ contentType, contentDisposition }) =>
      contentType === 'text/plain' && contentDisposition === 'inline',
  )
  return named ? [onlyText(decodeText(named.content, null))] : []
}

const onlyText = (text: string): Words => ({ text, html: null, shown: null })

/** The HTML is kept as it came, to tell two mails apart. */
function formatted(given: string, text: string | null, into: Contents): Words {
  const html = withoutBallast(given)
  const { html: shown, paleWords, isUnclear } = shownOf(html, sheetsOf(given))
  if (isUnclear) warn(into, hiddenUnclear)
  if (paleWords !== 'none') warn(into, paleWords === 'cut' ? paleCut : paleKept)
  return { text, html, shown }
}

const paleCut = keptText`Words of the colour of what is behind them were left out. The original is kept.`
const paleKept = keptText`Its words have the colour of what is behind them: who wrote it may not have seen them`
const hiddenUnclear = keptText`It was not possible to tell what its style sheets hide: some of these words may be hidden from its reader`

type Place = {
  /** Placed in the HTML beside it: a logo, a screenshot. */
  isRelated: boolean
  /** It is the whole mail. */
  isOnly: boolean
  depth: number
}

const signedUnchecked = keptText`It is signed; the signature was not checked`
const encrypted = keptText`It is encrypted and cannot be read here. The original is kept.`

function collect(part: Part, into: Contents, place: Place): void {
  const { type } = part
  if (part.parts.length > 0) return collectParts(part, into, place)
  if (isWords(part, into, place)) return void into.words.push(wordsOf(part, into))
  if (/^application\/(?:x-)?pkcs7-mime$/.test(type) || isNamed(part, /\.p7m$/)) {
    return openCms(part, into, place)
  }
  if (/^application\/(?:vnd\.)?ms-tnef$/.test(type) || isNamed(part, /^(?:winmail|win)\.dat$/)) {
    return openTnef(part, into)
  }
  if (/^(?:text\/calendar|application\/ics)$/.test(type) || isNamed(part, /\.ics$/)) {
    const invitation = readCalendar(decodeText(part.body, part.params.get('charset') ?? null))
    if (invitation && !into.below.includes(invitation)) into.below.push(invitation)
  }
  if (type === 'message/rfc822' || type === 'message/global') return openMail(part, into, place)
  if (type === 'application/pgp-encrypted') return warn(into, encrypted)
  into.enclosures.push(enclosureOf(part, place))
}

function collectParts(part: Part, into: Contents, place: Place): void {
  const inner = { ...place, isOnly: false }
  if (part.type === 'multipart/alternative') return collectAlternatives(part, into, inner)
  if (part.type === 'multipart/encrypted') warn(into, encrypted)
  if (part.type === 'multipart/related') {
    const [first, ...rest] = part.parts
    if (first) collect(first, into, place)
    for (const one of rest) collect(one, into, { ...inner, isRelated: true })
    return
  }
  for (const one of part.parts) collect(one, into, inner)
}

/** The same in several forms: text and HTML are one stretch of words. */
function collectAlternatives({ parts }: Part, into: Contents, place: Place): void {
  const each = parts.map((part) => {
    const own: Contents = { words: [], enclosures: [], below: [], warnings: [] }
    collect(part, own, place)
    return own
  })
  const all = each.flatMap(({ words }) => words)
  const texts = all.flatMap(({ text }) => text ?? [])
  const last = each.findLast(({ words }) => words.some(({ html }) => html))?.words ?? []
  const [html, shown] = [last.map((one) => one.html), last.map((one) => one.shown)].map(joined)
  const text = texts.length > 0 ? texts.join('\n\n') : null
  if (all.length > 0) into.words.push({ text, html: html ?? null, shown: shown ?? null })
  into.enclosures.push(...each.flatMap(({ enclosures }) => enclosures))
  into.below.push(...each.flatMap(({ below }) => below))
  for (const said of each.flatMap(({ warnings }) => warnings)) warn(into, said)
}

function joined(htmls: readonly (string | null)[]): string | null {
  const given = htmls.filter((html) => html !== null)
  return given.length > 0 ? given.join('\n') : null
}

/**
 * Text that is not a file. A text with a name is a file, also when it is to be shown in its place,
 * unless there are no other words.
 */
function isWords({ type, disposition, name }: Part, into: Contents, { isOnly }: Place): boolean {
  if (type !== 'text/plain' && type !== 'text/html' && type !== 'text/enriched') return false
  if (disposition === 'attachment') return false
  return name === null || (isOnly && into.words.length === 0)
}

function wordsOf({ type, params, body }: Part, into: Contents): Words {
  const declared = params.get('charset') ?? (type === 'text/html' ? charsetWithin(body) : null)
  const given = decodeText(body, declared)
  if (type === 'text/html') return formatted(given, null, into)
  if (type === 'text/enriched') return onlyText(withoutMarks(given))
  const { text, isSigned } = withoutPgp(isFlowed(params) ? unflow(given, params) : given)
  if (isSigned) warn(into, signedUnchecked)
  return onlyText(text)
}

/** Of HTML that says it itself, where its header does not. */
function charsetWithin(body: Buffer): string | null {
  const start = body.subarray(0, 2_000).toString('latin1')
  return /<meta\s[^<>]{0,200}charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(start)?.[1] ?? null
}

function withoutMarks(enriched: string): string {
  return enriched.replaceAll(/<[^<>]{1,40}>/g, '').replaceAll('<<', '<')
}

const isFlowed = (params: Part['params']) => params.get('format')?.toLowerCase() === 'flowed'

/** RFC 3676: a space at the end of a line says that the paragraph goes on. */
function unflow(text: string, params: Part['params']): string {
  const drop = params.get('delsp')?.toLowerCase() === 'yes'
  const lines: string[] = []
  let isOpen = false
  let depthBefore = 0
  for (const line of text.split(/\r?\n/)) {
    const unquoted = line.replace(/^>+/, '')
    const marks = line.length - unquoted.length
    const own = unquoted.replace(/^ /, '')
    const goesOn = own.endsWith(' ') && own !== '-- '
    const words = goesOn && drop ? own.slice(0, -1) : own
    if (isOpen && marks === depthBefore && own !== '-- ') lines.push(`${lines.pop()}${words}`)
    else lines.push(marks > 0 ? `${'>'.repeat(marks)} ${words}` : words)
    isOpen = goesOn
    depthBefore = marks
  }
  return lines.join('\n')
}

function enclosureOf(part: Part, { isRelated }: Place): Enclosure {
  return {
    contentType: part.type,
    contentDisposition: part.disposition ?? 'attachment',
    ...(part.name ? { filename: part.name } : {}),
    ...(part.contentId ? { cid: part.contentId.replaceAll(/[<>]/g, '') } : {}),
    related: isRelated,
    size: part.body.length,
    content: part.body,
  }
}

function isNamed({ type, name }: Part, pattern: RegExp): boolean {
  return type === 'application/octet-stream' && pattern.test(name?.toLowerCase() ?? '')
}

function warn({ warnings }: Contents, said: KeptText): void {
  if (!warnings.includes(said)) warnings.push(said)
}

function openCms(part: Part, into: Contents, place: Place): void {
  const opened = readCms(part.body)
  if (opened.kind === 'signed' && place.depth < 3) {
    warn(into, signedUnchecked)
    const inner = partsOf(opened.content)
    if (inner) return collect(inner, into, { ...place, depth: place.depth + 1 })
  }
  warn(
    into,
    opened.kind === 'encrypted'
      ? encrypted
      : keptText`It is signed or encrypted and cannot be read here. The original is kept.`,
  )
  into.enclosures.push(enclosureOf(part, place))
}

function openTnef(part: Part, into: Contents): void {
  const opened = readTnef(part.body)
  if (!opened) {
    warn(
      into,
      keptText`Outlook wrote it in a form that could not be read (winmail.dat). The original is kept.`,
    )
    into.enclosures.push(enclosureOf(part, { isRelated: false, isOnly: false, depth: 0 }))
    return
  }
  const hasWords = into.words.some(({ text, html }) => (text ?? html ?? '').trim() !== '')
  if (!hasWords && opened.html !== null) into.words.push(formatted(opened.html, opened.text, into))
  else if (!hasWords && opened.text !== null) into.words.push(onlyText(opened.text))
  if (!hasWords && opened.text === null && opened.html === null) {
    warn(
      into,
      keptText`Outlook wrote its words in a form that could not be read. The original is kept.`,
    )
  }
  for (const { name, content } of opened.files) {
    into.enclosures.push({
      contentType: 'application/octet-stream',
      contentDisposition: 'attachment',
      ...(name ? { filename: name } : {}),
      related: false,
      size: content.length,
      content,
    })
  }
}

/** A mail in a mail has a name, and its words can be read below those that it came with. */
function openMail(part: Part, into: Contents, place: Place): void {
  const inner = place.depth < 3 ? readInner(part.body) : null
  const subject = oneLine(inner?.subject ?? '', 150).replaceAll(/[\\/:*?"<>|]/g, '_')
  const named = { ...part, name: part.name ?? `${subject || 'message'}.eml` }
  into.enclosures.push(enclosureOf(named, place))
  if (inner) into.below.push(inner.words)
}

function readInner(raw: Buffer): { subject: string; words: string } | null {
  const root = partsOf(raw)
  if (!root) return null
  const { words, below } = readWords(root)
  const field = (name: string) => oneLine(libmime.decodeWords(root.fields.get(name) ?? ''), 500)
  const said = ['From', 'Date', 'Subject', 'To'].flatMap((name) => {
    const value = field(name.toLowerCase())
    return value ? [`${name}: ${value}`] : []
  })
  const text = [...words.map(plainText), ...below].join('\n\n').trim().slice(0, 20_000)
  if (said.length === 0 && text === '') return null
  const head = ['---------- Forwarded message ----------', ...said].join('\n')
  return { subject: field('subject'), words: `${head}\n\n${text}` }
}

/** A mail in a mail that cannot be read is a file. */
function partsOf(raw: Buffer): Part | null {
  try {
    return readParts(withLineEnds(raw)).root
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}

/** Plain text of one stretch; its HTML where the text only stands in for it. */
export function plainText({ text, shown }: Words): string {
  if (shown === null || shown.trim() === '') return text ?? ''
  if (text === null || text.trim() === '') return textOfHtml(shown)
  const seen = textOfHtml(shown)
  return isStandIn(text, seen) ? seen : text
}

/**
 * “Your program does not show formatted mails”, or “View in the browser”: almost nothing of what
 * the HTML says is in it. Compared by pairs of letters, as not every language has spaces.
 */
function isStandIn(text: string, seen: string): boolean {
  const [given, meant] = [pairsOf(text), pairsOf(seen)]
  if (meant.size < 8) return false
  const shared = Array.from(meant).filter((pair) => given.has(pair)).length
  return shared / meant.size < (given.size < 120 ? 0.5 : 0.2) && text.length < 2_000
}

function pairsOf(text: string): Set<string> {
  const letters = Array.from(
    text
      .slice(0, 5_000)
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ''),
  )
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`))
}
