import { PencilLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useListedDraft } from './listed-drafts.ts'

/** On a ticket where one has begun to write; its words when one points at it. */
export function DraftMark({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation('tickets')
  const draft = useListedDraft(ticketId)
  if (!draft) return null
  return (
    <span title={t('draftOf', { words: draft.words })} className="shrink-0 text-accent">
      <PencilLine aria-hidden size={14} />
      <span className="sr-only">{t('draft')}</span>
    </span>
  )
}
