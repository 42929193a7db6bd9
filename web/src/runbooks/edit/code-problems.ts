import { setDiagnostics } from '@codemirror/lint'
import type { Diagnostic } from '@codemirror/lint'
import type { Text } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import type { RunbookProblem } from '@firstline/contract/runbooks'
import { ownWordsFor } from '#web/i18n/said.ts'

/** Problems of the whole text have no place in it; they are in the list below it. */
export function diagnosticsOf(doc: Text, problems: readonly RunbookProblem[]): Diagnostic[] {
  return problems.flatMap((problem) => {
    const { line, column, endColumn, severity, suggestion } = problem
    // the text may be shorter by now than the one that was checked
    if (line === null || line > doc.lines) return []
    const { from, to } = doc.line(line)
    const start = Math.min(to, from + Math.max(0, (column ?? 1) - 1))
    const end = endColumn === null ? to : Math.min(to, from + endColumn - 1)
    const reason = ownWordsFor(problem.said, problem.reason)
    const message = suggestion ? `${reason} (${suggestion})` : reason
    return [{ from: start, to: Math.max(start, end), severity, message }]
  })
}

export function showProblems(view: EditorView, diagnostics: Diagnostic[]): void {
  view.dispatch(setDiagnostics(view.state, diagnostics))
}
