import { MergeView, unifiedMergeView } from '@codemirror/merge'
import { EditorView } from '@codemirror/view'
import { present } from '@firstline/contract/present'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useMedia } from '#web/ui/useMedia.ts'
import { readOnlyExtensions } from './code-setup.ts'

export type TextDiffProps = {
  from: { label: string; text: string }
  to: { label: string; text: string }
}

const margin = 3
const minSize = 6

/** Two texts, what differs marked: side by side, on a narrow screen one in the other. */
export function TextDiff({ from, to }: TextDiffProps) {
  const { t } = useTranslation('editor')
  const frame = useRef<HTMLDivElement>(null)
  const isWide = useMedia('(min-width: 48rem)')
  useEffect(() => {
    const phrases = t('phrases', { returnObjects: true })
    const parent = present(frame.current)
    const collapseUnchanged = { margin, minSize }
    const view = isWide
      ? new MergeView({
          parent,
          a: { doc: from.text, extensions: readOnlyExtensions(from.label, phrases) },
          b: { doc: to.text, extensions: readOnlyExtensions(to.label, phrases) },
          collapseUnchanged,
        })
      : new EditorView({
          parent,
          doc: to.text,
          extensions: [
            ...readOnlyExtensions(to.label, phrases),
            unifiedMergeView({ original: from.text, mergeControls: false, collapseUnchanged }),
          ],
        })
    return () => view.destroy()
  }, [from.label, from.text, to.label, to.text, isWide, t])
  return (
    <div>
      <div className="flex gap-x-4 gap-y-0.5 pb-1 text-sm font-medium max-[48rem]:flex-col">
        <p className="flex-1 border-l-2 border-broken pl-1.5">{from.label}</p>
        <p className="flex-1 border-l-2 border-held pl-1.5">{to.label}</p>
      </div>
      {from.text === to.text ? (
        <p className="text-muted">{t('same')}</p>
      ) : (
        <div ref={frame} className="max-h-[60vh] overflow-auto rounded-md border border-line" />
      )}
    </div>
  )
}
