import {
  announcesForward,
  headerLabels,
  notesLabels,
  opens,
  opensWithDate,
  originalMessage,
  wrote,
} from './quote-words.ts'

export type Split = { text: string; quotedText: string | null }

const longestLine = 500
const ruler = /^(?:_{10,}|-{10,})$/
const dated = /\d{1,4}\s?[年./-]\s?\d{1,2}|\d{1,2}[:.h]\d{2}|\b[12]\d{3}\b/
const addressed = /<[^<>@\s]{1,100}@[^<>@\s]{1,255}>|[^\s<>@]{1,100}@[^\s<>@]{1,255}/

/**
 * Splits what the customer wrote from what they answered to. Every line is in one of the two parts.
 * Answers written between or below the quoted lines keep the whole text, and so does what is passed
 * on: nothing that a reader has not seen is hidden. Of answers only: a first mail has nothing old.
 */
export function splitQuote(whole: string): Split {
  const lines = whole.split('\n')
  const tail = startOfQuotedTail(lines)
  const start = lines.findIndex((_, index) => startsQuote(lines, index, tail))
  if (start === -1) return { text: whole.trim(), quotedText: null }
  const text = lines.slice(0, start).join('\n').trim()
  const isForward = lines
    .slice(0, start + 1)
    .some((line) => announcesForward(line.slice(0, longestLine)))
  if (text === '' || isForward || answersInside(lines, start, tail)) {
    return { text: whole.trim(), quotedText: null }
  }
  return { text, quotedText: lines.slice(start).join('\n').trim() }
}

/** From here to the end every line is quoted or empty. Found once: a mail may have 50,000 lines. */
function startOfQuotedTail(lines: readonly string[]): number {
  return 1 + lines.findLastIndex((line) => !/^\s*(?:>|$)/.test(line))
}

function startsQuote(lines: readonly string[], index: number, tail: number): boolean {
  const line = lineAt(lines, index)
  if (line === '') return false
  if (originalMessage.test(line) || isDashedAttribution(line)) return true
  if (ruler.test(line)) {
    const below = lineAt(lines, index + 1) === '' ? index + 2 : index + 1
    return startsHeaders(lines, below)
  }
  if (line.startsWith('>')) return index >= tail && !isAnnounced(lines, index)
  if (isAttribution(lines, index) || startsNotes(lines, index)) return true
  return startsHeaders(lines, index) && !isAnnounced(lines, index)
}

/** “The output is:” above lines of a prompt, “our log:” above such labels: whatever introduces a quote began it before. */
function isAnnounced(lines: readonly string[], index: number): boolean {
  const above = lineAt(lines, index - 1) || lineAt(lines, index - 2)
  return /[\p{L}\p{N}]\s?[:：]$/u.test(above)
}

const timeAlone = /^\d[\d\s./:,-]{8,24}(?:[ap]\.?m\.?)?(?:\s[A-Z]{3,5})?(?:\s{0,3}\|.*)?$/i
const farthest = 14

/**
 * As Lotus Notes quotes: who wrote, below it the time alone, then “To” and the subject, whose labels
 * have no colon where they were cells of a table.
 */
function startsNotes(lines: readonly string[], index: number): boolean {
  const time = lineAt(lines, index + 1)
  if (!timeAlone.test(time) || !/\d[:.]\d{2}/.test(time)) return false
  const writer = lineAt(lines, index)
  if (
    !addressed.test(writer) &&
    !/^[\p{L}\d .'-]{2,60}(?:\/[\p{L}\d .-]{1,40}){1,4}(?:@|$)/u.test(writer)
  )
    return false
  const block = Array.from({ length: farthest }, (_, offset) => lineAt(lines, index + 1 + offset))
  return [notesLabels.to, notesLabels.subject].every((label) =>
    block.some((line) => label.test(line)),
  )
}

/** “---- On … wrote ----”, as Zoho writes. */
function isDashedAttribution(line: string): boolean {
  return (
    /^-{3,}\s.+\s-{3,}$/.test(line) && wrote.test(line) && dated.test(line) && addressed.test(line)
  )
}

/**
 * “On … wrote:”, wrapped over three lines at most. In whatever language: a date with an address and
 * a colon, or a line like that above the first quoted one; else the verb, with a date or an address.
 */
function isAttribution(lines: readonly string[], index: number): boolean {
  // most lines are none: a mail may have 50,000
  if (
    ![0, 1, 2].some((offset) => /[:：][\s\p{Cf}]*$/u.test(lines[index + offset]?.slice(-5) ?? ''))
  )
    return false
  return [1, 2, 3].some(
    (count) => introduces(lines, index, count) && beginsHere(lines, index, count),
  )
}

function introduces(lines: readonly string[], index: number, count: number): boolean {
  const given = Array.from({ length: count }, (_, offset) => lineAt(lines, index + offset))
  const words = given.join(' ')
  if (given.includes('') || !/[:：]$/.test(words) || words.length > longestLine) return false
  const isDated = dated.test(words)
  if (isAboveQuote(lines, index + count)) {
    return isDated || addressed.test(words) || (wrote.test(words) && words.length > 12)
  }
  if (isDated && /<[^<>@\s]{1,100}@[^<>@\s]{1,255}>/.test(words)) return true
  return wrote.test(words) && (isDated || addressed.test(words))
}

/**
 * The words of the customer right above it do not belong to it, whatever time or year they name: a line was only
 * broken where the next word had no room, and no sentence ends within.
 */
function beginsHere(lines: readonly string[], index: number, count: number): boolean {
  if (count === 1) return true
  const given = Array.from({ length: count }, (_, offset) => lineAt(lines, index + offset))
  const [first = '', ...rest] = given
  if (!opens(first)) return false
  const isWrapped = rest.every((line, offset) => isBrokenBefore(given[offset] ?? '', line))
  if (!isWrapped) return false
  return !rest.some(
    (line, offset) =>
      opensWithDate.test(line) && introduces(lines, index + 1 + offset, count - 1 - offset),
  )
}

/** Programs break lines after 65 columns or more; names that are long make some come earlier. */
const narrowest = 50
const sentenceEnd = /\p{L}\p{L}\p{L}\s?[.!?…]$|。$/u

function isBrokenBefore(line: string, next: string): boolean {
  const [word = ''] = next.split(' ', 1)
  return widthOf(`${line} ${word}`) >= narrowest && !sentenceEnd.test(line)
}

/** In columns: letters of East Asia take two. */
function widthOf(words: string): number {
  return (
    words.length +
    (words.match(/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7a3\uff00-\uff60]/g)?.length ?? 0)
  )
}

function isAboveQuote(lines: readonly string[], index: number): boolean {
  const below = lineAt(lines, index) || lineAt(lines, index + 1) || lineAt(lines, index + 2)
  return below.startsWith('>')
}

/**
 * As Outlook and Notes quote: who, when and one more, close together; GMX begins with when. Forms
 * and lists have such labels too: in a mail's there is a subject or the address of who wrote, and
 * no label before the words themselves.
 */
function startsHeaders(lines: readonly string[], index: number): boolean {
  const { from, sent, subject, other, message } = headerLabels
  const first = lineAt(lines, index)
  if (!from.test(first) && !sent.test(first)) return false
  const block = [0, 1, 2, 3, 4, 5, 6].map((offset) => lineAt(lines, index + offset))
  const writers = block.filter((line) => from.test(line))
  const rest = block.filter((line) => !from.test(line))
  if (writers.length === 0 || !rest.some((line) => sent.test(line))) return false
  if (!rest.some((line) => !sent.test(line) && other.test(line))) return false
  if (rest.some((line) => message.test(line))) return false
  return writers.some((line) => addressed.test(line)) || rest.some((line) => subject.test(line))
}

/** Lines of one's own after quoted ones: the answer is between or below them. */
function answersInside(lines: readonly string[], start: number, tail: number): boolean {
  const firstMarked = lines.findIndex((line, index) => index >= start && line.startsWith('>'))
  return firstMarked !== -1 && firstMarked < tail
}

/** Programs put them around names where text runs from right to left. */
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

function lineAt(lines: readonly string[], index: number): string {
  return (lines[index] ?? '').slice(0, longestLine).replaceAll(directions, '').trim()
}
