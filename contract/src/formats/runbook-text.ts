/** A text with a head of YAML between two lines of dashes, then prose: a runbook as people write it. */
export type TextParts = { before: string; head: string; after: string; body: string }

const fence = /^---[ \t]*\r?$/

/** Null where the text has no head. Put together again, the parts are the text. */
export function splitText(text: string): TextParts | null {
  const lines = text.split('\n')
  if (!fence.test(lines[0] ?? '')) return null
  const end = lines.findIndex((line, index) => index > 0 && fence.test(line))
  if (end === -1) return null
  return {
    before: `${lines[0]}\n`,
    head: lines
      .slice(1, end)
      .map((line) => `${line}\n`)
      .join(''),
    after: `${lines[end]}${end === lines.length - 1 ? '' : '\n'}`,
    body: lines.slice(end + 1).join('\n'),
  }
}

export function joinText({ before, head, after, body }: TextParts): string {
  return before + head + after + body
}

export type Heading = { level: 2 | 3; text: string; /** Of the lines, from 0. */ index: number }

/** `## cause` and `### part` of the prose; one inside a fenced block is text. */
export function headingsIn(lines: readonly string[]): Heading[] {
  let isFenced = false
  return lines.flatMap((line, index): Heading[] => {
    if (/^\s*(?:```|~~~)/.test(line)) isFenced = !isFenced
    const [, marks, text = ''] = /^(###?) (.*)$/s.exec(line) ?? []
    if (isFenced || marks === undefined) return []
    return [{ level: marks === '##' ? 2 : 3, text: text.trim(), index }]
  })
}

/** Lines from one to before another. */
export type Extent = { from: number; to: number }
export type Section = {
  name: string
  /** Of its heading. */
  index: number
  /** Of what comes after it. */
  end: number
  explanation: Extent
  /** Each with its heading. */
  parts: (Extent & { title: string })[]
}

/** What stands before the first cause, and each cause's own text, by where it is written. */
export function outlineOf(lines: readonly string[]): { intro: Extent; sections: Section[] } {
  const headings = headingsIn(lines)
  const causes = headings.flatMap((heading, place) =>
    heading.level === 2 ? [{ ...heading, place }] : [],
  )
  const sections = causes.map(({ text, index, place }, n): Section => {
    const next = causes[n + 1]
    const end = next?.index ?? lines.length
    const inside = headings.slice(place + 1, next?.place)
    const parts = inside.map((part, at) => ({
      title: part.text,
      from: part.index,
      to: inside[at + 1]?.index ?? end,
    }))
    return {
      name: text,
      index,
      end,
      parts,
      explanation: { from: index + 1, to: parts[0]?.from ?? end },
    }
  })
  return { intro: { from: 0, to: causes[0]?.index ?? lines.length }, sections }
}

/** What is said to the customer, below a cause. */
export function isSay({ title }: { title: string }): boolean {
  return title.toLowerCase() === 'say'
}

export function textIn(lines: readonly string[], { from, to }: Extent): string {
  return lines.slice(from, to).join('\n').trim()
}
