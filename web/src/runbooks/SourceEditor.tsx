import { type Ref, useImperativeHandle, useRef } from 'react'
import { cx } from '#web/ui/cx.ts'

export interface SourceEditorHandle {
  goTo: (line: number) => void
}

interface SourceEditorProps {
  label: string
  value: string
  onChange: (text: string) => void
  /** Lines with a problem are marked. */
  marked: ReadonlySet<number>
  ref?: Ref<SourceEditorHandle>
}

/** A text with numbered lines. The text is as large as what is in it; the frame scrolls. */
export function SourceEditor({ label, value, onChange, marked, ref }: SourceEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle(ref, () => ({ goTo: (line) => area.current && goTo(area.current, line) }))
  const lines = value.split('\n').length
  return (
    <div className="flex min-h-0 flex-1 overflow-auto rounded-md border border-control bg-surface font-mono text-sm leading-5 [font-variant-ligatures:none] focus-within:border-accent">
      <div
        aria-hidden
        className="sticky left-0 z-10 shrink-0 border-r border-line bg-canvas py-2 text-right text-faint select-none"
      >
        {Array.from({ length: lines }, (_, index) => (
          <div
            key={index}
            className={cx('h-5 px-2', marked.has(index + 1) && 'bg-broken-soft text-broken')}
          >
            {index + 1}
          </div>
        ))}
      </div>
      <textarea
        ref={area}
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        spellCheck={false}
        wrap="off"
        rows={lines}
        className="field-sizing-content h-fit min-h-full min-w-max flex-1 resize-none overflow-hidden bg-transparent px-3 py-2 leading-5 whitespace-pre outline-none"
      />
    </div>
  )
}

/** Chooses the line, which also tells where it is, and brings it into the middle. */
function goTo(area: HTMLTextAreaElement, line: number): void {
  const lines = area.value.split('\n')
  const start = lines.slice(0, line - 1).reduce((total, text) => total + text.length + 1, 0)
  area.focus({ preventScroll: true })
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0))
  const frame = area.parentElement
  const height = area.scrollHeight / Math.max(1, lines.length)
  frame?.scrollTo({ top: Math.max(0, (line - 1) * height - frame.clientHeight / 2), left: 0 })
}
