import type { RunbookProblem } from '@firstline/contract/runbooks'
import type { Sentence } from '@firstline/contract/sentence'
import { textOf } from '#server/core/sentence.ts'
import { problem } from '#server/project/project-document.ts'
import type { Path, TextRange } from '#server/project/places.ts'
import type { FileProblem, ProjectProblem } from '#server/project/project-document.ts'
import type { ParsedRunbook } from '#server/runbooks/format/parse-runbook.ts'

/** In whichever file of a project folder. */
export type FolderProblem = RunbookProblem & { file: string }

/** What a rule of the linter has to say, before it is known where in the text that is. */
export type Finding = {
  path: Path
  /** Where no path leads to it: the prose. */
  line?: number
  reason: Sentence
  suggestion?: string | null
  /** The word of the value that is meant, to point at it. */
  word?: string
  isWarning?: boolean
  /** Of a masked value, which people may be shown with its mask on. */
  isOfMask?: boolean
  state?: Record<string, unknown>
}

export function locate(parsed: ParsedRunbook, finding: Finding): RunbookProblem {
  const { reason, suggestion = null, isWarning = false, state = null } = finding
  const lines = linesOf(parsed)
  const range = narrowed(lines, rangeOf(parsed, lines, finding), finding.word)
  return {
    file: null,
    ...range,
    severity: isWarning ? 'warning' : 'error',
    reason: textOf(reason),
    said: reason,
    suggestion,
    state,
  }
}

/** A problem of the form, of which only the line is known: all of that line. */
export function locateLine(
  parsed: Pick<ParsedRunbook, 'text'>,
  found: FileProblem,
): RunbookProblem {
  const { line, ...why } = found
  const where = wholeLine(linesOf(parsed), line)
  return { file: null, ...where, severity: 'error', ...why, state: null }
}

/** Split once, however many problems a text has. */
const linesOfTexts = new WeakMap<object, string[]>()

function linesOf(parsed: Pick<ParsedRunbook, 'text'>): string[] {
  const known = linesOfTexts.get(parsed)
  if (known) return known
  const lines = parsed.text.split(/\r?\n/)
  linesOfTexts.set(parsed, lines)
  return lines
}

/** A file that was refused when the folder was read. */
export function asRunbookProblem(found: ProjectProblem): RunbookProblem {
  return { ...found, column: null, endColumn: null, severity: 'error', state: null }
}

export function errorsOf(problems: readonly RunbookProblem[]): RunbookProblem[] {
  return problems.filter(({ severity }) => severity === 'error')
}

/** What keeps a file of the project folder from being loaded. */
export function asFileProblems(problems: readonly RunbookProblem[]): FileProblem[] {
  return errorsOf(problems).map(({ line, said, suggestion }) =>
    problem(line ?? 1, said, suggestion),
  )
}

function rangeOf(parsed: ParsedRunbook, lines: readonly string[], finding: Finding): TextRange {
  if (finding.line !== undefined) return wholeLine(lines, finding.line)
  return parsed.rangeOf(finding.path) ?? wholeLine(lines, 1)
}

function wholeLine(lines: readonly string[], line: number): TextRange {
  const text = lines[line - 1] ?? ''
  const column = text.length - text.trimStart().length + 1
  return { line, column, endColumn: Math.max(column + 1, text.trimEnd().length + 1) }
}

function narrowed(lines: readonly string[], range: TextRange, word: string | undefined): TextRange {
  if (word === undefined) return range
  const within = (lines[range.line - 1] ?? '').slice(range.column - 1, range.endColumn - 1)
  const at = within.indexOf(word)
  if (at < 0) return range
  const column = range.column + at
  return { line: range.line, column, endColumn: column + word.length }
}
