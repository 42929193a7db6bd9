import { isSay, outlineOf, textIn } from '@firstline/contract/formats/runbook-text'

/** The prose of a runbook: what stands before the first cause, then each cause's own text. */
export type Prose = {
  intro: string
  sections: Map<string, { line: number; explanation: string; say: string | null }>
}

/** @param firstLine the number of the body's first line in its file */
export function readSections(body: string, firstLine: number): Prose {
  const lines = body.split('\n')
  const { intro, sections } = outlineOf(lines)
  const read = sections.map(({ name, index, explanation, parts }) => {
    const say = parts.find(isSay)
    const text = {
      line: firstLine + index,
      explanation: textIn(lines, explanation),
      say: say ? textIn(lines, { ...say, from: say.from + 1 }) : null,
    }
    return [name, text] as const
  })
  return { intro: textIn(lines, intro), sections: new Map(read) }
}
