/** The prose of a runbook: what stands before the first cause, then each cause's own text. */
export type Prose = {
  intro: string
  sections: Map<string, { line: number; explanation: string; say: string | null }>
}

type Block = { heading: string | null; line: number; lines: string[] }

/** @param firstLine the number of the body's first line in its file */
export function readSections(body: string, firstLine: number): Prose {
  const [intro, ...causes] = splitAt(body.split('\n'), '## ', firstLine)
  const sections: Prose['sections'] = new Map()
  for (const cause of causes) {
    const [explanation, ...parts] = splitAt(cause.lines, '### ', cause.line + 1)
    const say = parts.find((part) => part.heading?.toLowerCase() === 'say')
    sections.set(cause.heading!, {
      line: cause.line,
      explanation: textOf(explanation!.lines),
      say: say ? textOf(say.lines) : null,
    })
  }
  return { intro: textOf(intro!.lines), sections }
}

/** Cuts at headings of one level; a heading inside a fenced block is text. */
function splitAt(lines: readonly string[], mark: string, firstLine: number): Block[] {
  const blocks: Block[] = [{ heading: null, line: firstLine, lines: [] }]
  let isFenced = false
  for (const [index, line] of lines.entries()) {
    if (/^\s*(?:```|~~~)/.test(line)) isFenced = !isFenced
    if (!isFenced && line.startsWith(mark)) {
      blocks.push({ heading: line.slice(mark.length).trim(), line: firstLine + index, lines: [] })
    } else {
      blocks.at(-1)!.lines.push(line)
    }
  }
  return blocks
}

function textOf(lines: readonly string[]): string {
  return lines.join('\n').trim()
}
