export type Split = { text: string; quotedText: string | null }

const longestLine = 500

/** “On … wrote:” in the languages that mail programs write most; may be wrapped over three lines. */
const attribution =
  /^(?:on\b.{5,300}\bwrote|am\b.{5,300}\bschrieb\b.{0,200}|le\b.{5,300}\ba écrit|el\b.{5,300}\bescribió|il\b.{5,300}\bha scritto|op\b.{5,300}\bschreef\b.{0,200})\s?:$/iu
const originalMessage =
  /^-{2,}\s?(?:original message|ursprüngliche nachricht|message d'origine)\s?-{2,}$/i
const headerFrom = /^\*?(?:from|von|de|da)\s?:\*?\s?\S/i
const headerOther =
  /^\*?(?:sent|date|to|subject|gesendet|datum|an|betreff|envoyé|objet|para|asunto)\s?:/i
const ruler = /^_{10,}$/

/**
 * Splits what the customer wrote from what they answered to. Every line is in one of the two parts.
 * Answers written between or below the quoted lines keep the whole text: nothing is hidden.
 */
export function splitQuote(whole: string): Split {
  const lines = whole.split('\n')
  const tail = startOfQuotedTail(lines)
  const start = lines.findIndex((_, index) => startsQuote(lines, index, tail))
  if (start === -1) return { text: whole.trim(), quotedText: null }
  const text = lines.slice(0, start).join('\n').trim()
  if (text === '' || answersInside(lines, start, tail)) {
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
  if (originalMessage.test(line)) return true
  if (ruler.test(line)) return startsHeaders(lines, index + 1)
  if (line.startsWith('>')) return index >= tail
  return isAttribution(lines, index) || startsHeaders(lines, index)
}

function isAttribution(lines: readonly string[], index: number): boolean {
  const next = [lineAt(lines, index), lineAt(lines, index + 1), lineAt(lines, index + 2)]
  return [1, 2, 3].some((count) => attribution.test(next.slice(0, count).join(' ').trim()))
}

/** As Outlook quotes: From, then at least two more headers, close together. */
function startsHeaders(lines: readonly string[], index: number): boolean {
  if (!headerFrom.test(lineAt(lines, index))) return false
  const next = [1, 2, 3, 4, 5].map((offset) => lineAt(lines, index + offset))
  return next.filter((line) => headerOther.test(line)).length >= 2
}

/** Lines of one's own after quoted ones: the answer is between or below them. */
function answersInside(lines: readonly string[], start: number, tail: number): boolean {
  const firstMarked = lines.findIndex((line, index) => index >= start && line.startsWith('>'))
  return firstMarked !== -1 && firstMarked < tail
}

function lineAt(lines: readonly string[], index: number): string {
  return (lines[index] ?? '').slice(0, longestLine).trim()
}
