import type { RunbookProblem } from '@firstline/contract/runbooks'
import { EditorSelection } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { present } from '@firstline/contract/present'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { diagnosticsOf, showProblems } from './code-problems.ts'
import { codeExtensions } from './code-setup.ts'
import { replaceText } from './replace-text.ts'
import { useProjectNames } from './useProjectNames.ts'

type CodeEditorProps = {
  label: string
  value: string
  onChange: (text: string) => void
  problems: readonly RunbookProblem[]
  /** Where it goes, and takes the focus: each new one once, also one that was there before the editor. */
  place?: { line: number } | null
}

/** The text of a runbook: YAML and Markdown, each problem at its place. Tab leaves it. */
export function CodeEditor({ label, value, onChange, problems, place }: CodeEditorProps) {
  const { t } = useTranslation('editor')
  const frame = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const latest = useRef(onChange)
  const project = useProjectNames()
  const names = useRef(project)
  useEffect(() => {
    latest.current = onChange
    names.current = project
  })
  useEffect(() => {
    const phrases = t('phrases', { returnObjects: true })
    const editor = new EditorView({
      parent: present(frame.current),
      doc: value,
      extensions: [
        ...codeExtensions(label, phrases, () => names.current),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) latest.current(update.state.doc.toString())
        }),
      ],
    })
    view.current = editor
    return () => editor.destroy()
    // one editor for the life of the page: later texts come in as changes, which keep its history
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [label, t])
  useEffect(() => {
    if (view.current) replaceText(view.current, value)
  }, [value])
  useEffect(() => {
    if (view.current) showProblems(view.current, diagnosticsOf(view.current.state.doc, problems))
  }, [problems, value])
  useEffect(() => {
    if (view.current && place) goTo(view.current, place.line)
  }, [place])
  return <div ref={frame} className="h-full min-h-0 overflow-hidden" />
}

function goTo(view: EditorView, number: number): void {
  const { doc } = view.state
  const line = doc.line(Math.min(Math.max(1, number), doc.lines))
  view.dispatch({
    selection: EditorSelection.range(line.from, line.to),
    effects: EditorView.scrollIntoView(line.from, { y: 'center' }),
  })
  view.focus()
}
